package cli

import (
	"errors"
	"fmt"

	"github.com/glossator/glossator/storage"
	"github.com/spf13/cobra"
)

func checkVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "check PROJECT",
		Short: "Check that a project file is sound",
		Long: "Check looks at everything in the file: its structure, the texts, every history, by doing all of it\n" +
			"again, and whether the last edits that were made on this computer are in it. It changes nothing.",
		Args:                  takes(false, "a PROJECT"),
		DisableFlagsInUseLine: true,
		RunE: func(verb *cobra.Command, args []string) error {
			return with(verb, args[0], func(p *storage.Project) error {
				problems, err := p.Check(verb.Context())
				if err != nil {
					return err
				}
				return printProblems(verb, p.Path(), problems)
			})
		},
	}
}

// printProblems lists what is wrong, and fails when something is.
func printProblems(verb *cobra.Command, project string, problems []storage.Problem) error {
	w := verb.OutOrStdout()
	if len(problems) == 0 {
		_, err := fmt.Fprintf(w, "%s: no problems\n", project)
		return err
	}
	for _, p := range problems {
		fmt.Fprintf(w, "%s: %s\n", oneLine(p.Where), oneLine(p.What))
	}
	return errors.New(project + " is damaged: " + counted(len(problems), "problem") + ", listed above. Keep a copy of the file, and restore a snapshot (glossator snapshots lists them), or save what can be read with glossator salvage")
}
