package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
)

// mostPrinted is how many repairs the report for people lists.
const mostPrinted = 100

// reportText is the report of an import for people.
func reportText(project string, r storage.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Imported into %s: %s, %d there already.\n", project, counted(r.Added, "new article"), r.Known)
	if r.Spans+r.KnownSpans+r.Links > 0 {
		fmt.Fprintf(&b, "With them: %s, %d there already; %s.\n", counted(r.Spans, "new span"), r.KnownSpans, counted(r.Links, "new link"))
	}
	if r.Restored > 0 {
		fmt.Fprintf(&b, "Of these %d had been removed here, and are back.\n", r.Restored)
	}
	if r.Removed > 0 {
		fmt.Fprintf(&b, "%d of the spans, links and values were removed here since; they stay removed (--restore brings them back).\n", r.Removed)
	}
	for _, n := range r.Differing {
		fmt.Fprintf(&b, "Not taken over: %s: %s\n", oneLine(n.Origin.String()), oneLine(n.What))
	}
	if r.MoreDiffering > 0 {
		fmt.Fprintf(&b, "Not taken over: %d more like these\n", r.MoreDiffering)
	}
	for _, n := range r.Noticed {
		fmt.Fprintf(&b, "Note: %s: %s\n", oneLine(n.Origin.String()), oneLine(n.What))
	}
	for _, added := range r.Scheme {
		fmt.Fprintf(&b, "Added to the scheme: %s\n", oneLine(added))
	}
	for _, n := range r.Repaired[:min(mostPrinted, len(r.Repaired))] {
		fmt.Fprintf(&b, "Repaired: %s: %s\n", oneLine(n.Origin.String()), oneLine(n.What))
	}
	if more := len(r.Repaired) - mostPrinted; more > 0 {
		fmt.Fprintf(&b, "Repaired: %d more; --json lists all\n", more)
	}
	for _, refused := range r.Refused {
		fmt.Fprintf(&b, "Left out: %s\n", oneLine(refused.Error()))
	}
	if r.MoreRefused > 0 {
		fmt.Fprintf(&b, "Left out: %d more\n", r.MoreRefused)
	}
	return b.String()
}

// refusal says why nothing was imported, and what to do.
func refusal(project string, e *storage.RefusedError) error {
	return errors.New("import into " + project + ": " + e.Error() + "\nMend them and import again, or leave them out with --skip-refused.")
}

// A reportRecord is the JSON form of an import's report.
type reportRecord struct {
	Project     string          `json:"project"`
	Added       int             `json:"added"`
	Known       int             `json:"known"`
	Spans       int             `json:"spans"`
	KnownSpans  int             `json:"known_spans"`
	KnownLinks  int             `json:"known_links"`
	KnownValues int             `json:"known_values"`
	Links       int             `json:"links"`
	Values      int             `json:"values"`
	Restored    int             `json:"restored"`
	Removed     int             `json:"removed"`
	Differing   []noticeRecord  `json:"differing"`
	MoreDiffer  int             `json:"more_differing"`
	Scheme      []string        `json:"scheme"`
	Repaired    []noticeRecord  `json:"repaired"`
	Noticed     []noticeRecord  `json:"noticed"`
	Refused     []refusalRecord `json:"refused"`
	MoreRefused int             `json:"more_refused"`
}

type noticeRecord struct {
	File string `json:"file"`
	Line int    `json:"line"` // 0: the file as a whole
	What string `json:"what"`
}

type refusalRecord struct {
	File   string `json:"file"`
	Line   int    `json:"line"` // 0: the file as a whole
	Reason string `json:"reason"`
}

func reportJSON(project string, r storage.Report) reportRecord {
	return reportRecord{Project: project, Added: r.Added, Known: r.Known, Spans: r.Spans, KnownSpans: r.KnownSpans,
		KnownLinks: r.KnownLinks, KnownValues: r.KnownValues, Links: r.Links, Values: r.Values, Restored: r.Restored, Removed: r.Removed,
		Differing: notices(r.Differing), MoreDiffer: r.MoreDiffering, Scheme: listed(r.Scheme, func(s string) string { return s }),
		Repaired: notices(r.Repaired), Noticed: notices(r.Noticed),
		Refused: listed(r.Refused, func(r annotate.Refusal) refusalRecord {
			return refusalRecord{r.Origin.File, r.Origin.Line, r.Reason}
		}), MoreRefused: r.MoreRefused}
}

func notices(list []storage.Notice) []noticeRecord {
	return listed(list, func(n storage.Notice) noticeRecord { return noticeRecord{n.Origin.File, n.Origin.Line, n.What} })
}

// listed turns each of a list into its record; the list is never null in JSON.
func listed[T, R any](list []T, record func(T) R) []R {
	records := make([]R, 0, len(list))
	for _, t := range list {
		records = append(records, record(t))
	}
	return records
}
