package cli

import (
	"fmt"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
	"github.com/spf13/cobra"
)

// A rowRecord is the JSON form of an article in a list.
type rowRecord struct {
	ID     annotate.ID     `json:"id"`
	Title  string          `json:"title"`
	Status annotate.Status `json:"status"`
	Spans  int             `json:"spans"`
}

func listVerb() *cobra.Command {
	var asJSON bool
	verb := &cobra.Command{
		Use:                   "list PROJECT [--json]",
		Short:                 "List a project's articles",
		Long:                  "List prints the articles in the order of their import: status, number of spans, title.",
		Args:                  takes(false, "a PROJECT"),
		DisableFlagsInUseLine: true,
	}
	verb.Flags().BoolVar(&asJSON, "json", false, "write the list as JSON")
	verb.RunE = func(verb *cobra.Command, args []string) error {
		return with(verb, args[0], func(p *storage.Project) error {
			rows, err := p.Articles(verb.Context(), storage.Query{})
			if err != nil {
				return err
			}
			return printRows(verb, rows, asJSON)
		})
	}
	return verb
}

func printRows(verb *cobra.Command, rows []storage.Row, asJSON bool) error {
	w := verb.OutOrStdout()
	if asJSON {
		return writeJSON(w, listed(rows, func(r storage.Row) rowRecord { return rowRecord{r.ID, r.Title, r.Status, r.Spans} }))
	}
	for _, r := range rows {
		if _, err := fmt.Fprintf(w, "%-8s %5d  %s\n", r.Status, r.Spans, oneLine(r.Title)); err != nil {
			return err
		}
	}
	return nil
}
