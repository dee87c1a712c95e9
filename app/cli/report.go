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

// refusal says why nothing was imported, with every reason.
func refusal(project string, e *storage.RefusedError) error {
	var b strings.Builder
	fmt.Fprintf(&b, "nothing was imported into %s, for %s refused:\n", project, wasOrWere(len(e.Refused)+e.More))
	for _, refused := range e.Refused {
		fmt.Fprintf(&b, "  %s\n", oneLine(refused.Error()))
	}
	if e.More > 0 {
		fmt.Fprintf(&b, "  … and %d more\n", e.More)
	}
	b.WriteString("Mend them and import again, or leave them out with --skip-refused.")
	return errors.New(b.String())
}

func wasOrWere(n int) string {
	if n == 1 {
		return "1 document was"
	}
	return fmt.Sprintf("%d documents were", n)
}

// A reportRecord is the JSON form of an import's report.
type reportRecord struct {
	Project     string          `json:"project"`
	Added       int             `json:"added"`
	Known       int             `json:"known"`
	Spans       int             `json:"spans"`
	KnownSpans  int             `json:"known_spans"`
	Links       int             `json:"links"`
	Scheme      []string        `json:"scheme"`
	Repaired    []noticeRecord  `json:"repaired"`
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
		Links: r.Links, Scheme: listed(r.Scheme, func(s string) string { return s }),
		Repaired: listed(r.Repaired, func(n storage.Notice) noticeRecord { return noticeRecord{n.Origin.File, n.Origin.Line, n.What} }),
		Refused: listed(r.Refused, func(r annotate.Refusal) refusalRecord {
			return refusalRecord{r.Origin.File, r.Origin.Line, r.Reason}
		}), MoreRefused: r.MoreRefused}
}

// listed turns each of a list into its record; the list is never null in JSON.
func listed[T, R any](list []T, record func(T) R) []R {
	records := make([]R, 0, len(list))
	for _, t := range list {
		records = append(records, record(t))
	}
	return records
}
