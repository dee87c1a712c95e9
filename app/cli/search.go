package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
	"github.com/spf13/cobra"
)

// A hitRecord is the JSON form of an article that was found.
type hitRecord struct {
	ID      annotate.ID       `json:"id"`
	Title   string            `json:"title"`
	Status  annotate.Status   `json:"status"`
	Spans   int               `json:"spans"`
	Snippet string            `json:"snippet"`
	Marks   []storage.Stretch `json:"marks"` // in the snippet
	Hits    []storage.Stretch `json:"hits"`  // in the text
}

// A searching is what the flags of search say.
type searching struct {
	limit int
	json  bool
}

func searchVerb() *cobra.Command {
	var s searching
	verb := &cobra.Command{
		Use:   "search PROJECT QUERY… [--json] [--limit N]",
		Short: "Find articles by what stands in them",
		Long: "Search finds the articles whose title or text has all words of the query, whatever their case and\n" +
			"accents. \"Words in quotation marks\" stand together, begin* finds words that begin so, and -word\n" +
			"must not be there (put -- before a query that begins with it). The best come first or, when\n" +
			"more than 200 are found, those imported last.",
		Args:                  takes(true, "a PROJECT", "a QUERY"),
		DisableFlagsInUseLine: true,
	}
	verb.RunE = func(verb *cobra.Command, args []string) error {
		return s.run(verb, args[0], strings.Join(args[1:], " "))
	}
	flags := verb.Flags()
	flags.IntVar(&s.limit, "limit", 100, "list at most `N` articles; 0 is all")
	flags.BoolVar(&s.json, "json", false, "write the list as JSON")
	return verb
}

func (s searching) run(verb *cobra.Command, project, query string) error {
	if s.limit < 0 {
		return misuse("--limit cannot be less than 0")
	}
	return with(verb, project, func(p *storage.Project) error {
		hits, err := s.find(verb, p, query)
		if errors.Is(err, storage.ErrNothingToFind) {
			return usageError{err}
		}
		if err != nil {
			return err
		}
		return s.print(verb, hits)
	})
}

// find reads pages until there are as many hits as are wanted.
func (s searching) find(verb *cobra.Command, p *storage.Project, query string) ([]storage.Hit, error) {
	const page = 100
	var all []storage.Hit
	search := storage.Search{Text: query, Limit: page}
	for {
		if s.limit > 0 {
			search.Limit = min(page, s.limit-len(all))
		}
		hits, err := p.Search(verb.Context(), search)
		all = append(all, hits.Hits...)
		search.After = hits.Next
		if err != nil || hits.Next == "" || len(all) == s.limit {
			return all, err
		}
	}
}

func (s searching) print(verb *cobra.Command, hits []storage.Hit) error {
	w := verb.OutOrStdout()
	if s.json {
		same := func(s storage.Stretch) storage.Stretch { return s }
		return writeJSON(w, listed(hits, func(h storage.Hit) hitRecord {
			return hitRecord{h.ID, h.Title, h.Status, h.Spans, h.Snippet, listed(h.Marks, same), listed(h.Found, same)}
		}))
	}
	for _, h := range hits {
		if _, err := fmt.Fprintf(w, "%s\n    %s\n", oneLine(h.Title), oneLine(h.Snippet)); err != nil {
			return err
		}
	}
	return nil
}
