package cli

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/glossator/glossator/annotate/dataset"
	"github.com/glossator/glossator/storage"
	"github.com/spf13/cobra"
)

// A settling is what the flags of sets say.
type settling struct {
	parting splitFlags
	reset   bool
	json    bool
}

func setsVerb() *cobra.Command {
	var s settling
	verb := &cobra.Command{
		Use:   "sets PROJECT [--split SETS | --reset]",
		Short: "Show, make or let go of the sets for training, development and test",
		Long: "Sets shows into which sets the articles of a project are parted, how many spans of each label lie\n" +
			"in each, and which articles lie in two sets though they are nearly the same or of one group. With\n" +
			"--split it makes them. They are kept in the project: an article stays in its set when more arrive.\n" +
			"Near-duplicates and articles of one group lie in one set, and each has its share of every label.",
		Args:                  takes(false, "a PROJECT"),
		DisableFlagsInUseLine: true,
	}
	verb.RunE = func(verb *cobra.Command, args []string) error { return s.run(verb, args[0]) }
	s.parting.register(verb.Flags())
	verb.Flags().BoolVar(&s.reset, "reset", false, "let go of the sets, so that others can be made")
	verb.Flags().BoolVar(&s.json, "json", false, "write the sets as JSON")
	return verb
}

func (s settling) run(verb *cobra.Command, project string) error {
	wish, err := s.parting.wish()
	switch {
	case err != nil:
		return err
	case s.reset && wish.asked:
		return misuse("--reset and --split are two steps: let go of the sets first, then make others")
	}
	return with(verb, project, func(p *storage.Project) error {
		if s.reset {
			return p.DropSets(verb.Context())
		}
		kept, err := p.Sets(verb.Context())
		if err != nil {
			return err
		}
		if len(kept.Of) == 0 && !wish.asked {
			_, err := fmt.Fprintln(verb.OutOrStdout(), "There are no sets yet; --split 80/10/10 makes some.")
			return err
		}
		if !wish.asked {
			wish.kept = true
		}
		plan, err := wish.plan(verb.Context(), p)
		if err == nil && s.parting.split != "" {
			err = keepPlan(verb, p, plan)
		}
		if err != nil {
			return err
		}
		if s.json {
			return writeJSON(verb.OutOrStdout(), setsJSON(plan, kept))
		}
		return printSets(verb.OutOrStdout(), plan, s.parting.split != "")
	})
}

// printSets writes a table of the sets, and what is to be said of them.
func printSets(w io.Writer, plan *dataset.Plan, kept bool) error {
	var b strings.Builder
	labels := map[string]bool{}
	for _, set := range plan.Counts() {
		for label := range set.Spans {
			labels[label] = true
		}
	}
	names := slices.Sorted(maps.Keys(labels))
	fmt.Fprintf(&b, "%-12s %9s %9s", "set", "articles", "labelled")
	for _, label := range names {
		fmt.Fprintf(&b, " %*s", max(9, len([]rune(label))), label)
	}
	b.WriteByte('\n')
	for _, set := range plan.Counts() {
		fmt.Fprintf(&b, "%-12s %9d %9d", set.Name, set.Articles, set.Labelled)
		for _, label := range names {
			fmt.Fprintf(&b, " %*d", max(9, len([]rune(label))), set.Spans[label])
		}
		b.WriteByte('\n')
	}
	for _, line := range plan.Said() {
		fmt.Fprintln(&b, line)
	}
	for _, leak := range plan.Leaks {
		fmt.Fprintf(&b, "in two sets: %s\n", oneLine(leak))
	}
	if plan.Fresh > 0 && !kept {
		fmt.Fprintf(&b, "%s had no set yet and would join as counted here; --split %s keeps that\n", counted(plan.Fresh, "article"), keptSets)
	}
	_, err := fmt.Fprint(w, plain(b.String()))
	return err
}

// A setsRecord is the JSON form of the sets of a project.
type setsRecord struct {
	Sets      string             `json:"sets"`
	Seed      uint64             `json:"seed"`
	ByDate    bool               `json:"by_date"`
	Group     string             `json:"group"`
	Since     string             `json:"since"` // RFC 3339; empty: they were made just now
	Fresh     int                `json:"fresh"` // articles that had no set before
	Counts    []dataset.SetCount `json:"counts"`
	Leaks     []string           `json:"leaks"`
	MoreLeaks int                `json:"more_leaks"`
}

func setsJSON(plan *dataset.Plan, kept storage.Sets) setsRecord {
	r := setsRecord{Sets: plan.Split.String(), Seed: plan.Split.Seed, ByDate: plan.Split.ByDate, Group: plan.Split.Group,
		Fresh: plan.Fresh, Counts: plan.Counts(), Leaks: listed(plan.Leaks, func(s string) string { return s }), MoreLeaks: plan.MoreLeaks}
	if !kept.At.IsZero() {
		r.Since = kept.At.UTC().Format(time.RFC3339)
	}
	return r
}
