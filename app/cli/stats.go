package cli

import (
	"fmt"
	"strings"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
	"github.com/spf13/cobra"
)

func statsVerb() *cobra.Command {
	var asJSON bool
	verb := &cobra.Command{
		Use:                   "stats PROJECT [--json]",
		Short:                 "Count what is in a project",
		Long:                  "Stats counts a project's articles, spans and links, by label and by author. Suggestions do not count.",
		Args:                  takes(false, "a PROJECT"),
		DisableFlagsInUseLine: true,
	}
	verb.Flags().BoolVar(&asJSON, "json", false, "write the figures as JSON")
	verb.RunE = func(verb *cobra.Command, args []string) error {
		return with(verb, args[0], func(p *storage.Project) error {
			stats, err := p.Stats(verb.Context())
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(verb.OutOrStdout(), stats)
			}
			_, err = fmt.Fprint(verb.OutOrStdout(), statsText(stats))
			return err
		})
	}
	return verb
}

// statsText are the figures for people.
func statsText(s storage.Stats) string {
	var b strings.Builder
	figure := func(name string, n int) { fmt.Fprintf(&b, "%-16s %8d\n", name, n) }
	figure("articles", s.Articles)
	for _, status := range annotate.Statuses {
		figure("  "+string(status), s.Statuses[status])
	}
	figure("characters", s.Characters)
	figure("spans", s.Spans)
	for _, l := range s.Labels {
		figure("  "+oneLine(l.Label), l.Spans)
	}
	figure("links", s.Links)
	figure("edits", s.Edits)
	for _, a := range s.Authors {
		fmt.Fprintf(&b, "%s (%s): %s, %s; articles: %s\n", oneLine(a.Name), a.Kind, counted(a.Spans, "span"), counted(a.Links, "link"), statuses(a.Articles))
	}
	return b.String()
}

// statuses are how many articles have which status.
func statuses(articles map[annotate.Status]int) string {
	var parts []string
	for _, s := range annotate.Statuses {
		if n := articles[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, s))
		}
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}
