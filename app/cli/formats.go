package cli

import (
	"fmt"
	"strings"

	"github.com/glossator/glossator/annotate/dataset"
	"github.com/spf13/cobra"
)

// A formatRecord is the JSON form of a format in the list of them.
type formatRecord struct {
	Name       string   `json:"name"`
	Title      string   `json:"title"`
	About      string   `json:"about"`
	Extensions []string `json:"extensions"`
	Folder     bool     `json:"folder"`
	Reads      bool     `json:"reads"`
	Writes     bool     `json:"writes"`
}

func formatsVerb() *cobra.Command {
	var asJSON bool
	verb := &cobra.Command{
		Use:                   "formats [--json]",
		Short:                 "List the formats that can be imported and exported",
		Args:                  takes(false),
		DisableFlagsInUseLine: true,
	}
	verb.Flags().BoolVar(&asJSON, "json", false, "write the list as JSON")
	verb.RunE = func(verb *cobra.Command, _ []string) error { return printFormats(verb, asJSON) }
	return verb
}

func printFormats(verb *cobra.Command, asJSON bool) error {
	w := verb.OutOrStdout()
	if asJSON {
		return writeJSON(w, listed(dataset.Formats(), func(f dataset.Format) formatRecord {
			extensions := listed(f.Extensions, func(e string) string { return e })
			return formatRecord{f.Name, f.Title, f.About, extensions, f.Folder, f.Reads(), f.Writes()}
		}))
	}
	for _, f := range dataset.Formats() {
		_, err := fmt.Fprintf(w, "%-8s %-14s  %s (%s)\n         %s\n", f.Name, directions(f), f.Title, strings.Join(f.Extensions, " "), f.About)
		if err != nil {
			return err
		}
	}
	return nil
}

func directions(f dataset.Format) string {
	switch {
	case f.Reads() && f.Writes():
		return "import, export"
	case f.Reads():
		return "import"
	}
	return "export"
}
