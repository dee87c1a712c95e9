package cli

import (
	"fmt"

	"github.com/glossator/glossator/storage"
	"github.com/spf13/cobra"
)

func salvageVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "salvage PROJECT NEW-PROJECT",
		Short: "Save what can still be read of a damaged project into a new one",
		Long: "Salvage makes a new project of what can still be read of a damaged one, and lists what was lost. Of\n" +
			"the history only the result is taken. A sound snapshot is better: see glossator snapshots.",
		Args:                  takes(false, "a PROJECT", "a NEW-PROJECT"),
		DisableFlagsInUseLine: true,
		RunE: func(verb *cobra.Command, args []string) error {
			rescue, err := storage.Salvage(verb.Context(), args[0], args[1])
			if err != nil {
				return err
			}
			return printRescue(verb, args[1], rescue)
		},
	}
}

func printRescue(verb *cobra.Command, project string, rescue storage.Rescue) error {
	w := verb.OutOrStdout()
	for _, p := range rescue.Lost {
		if _, err := fmt.Fprintf(w, "lost: %s: %s\n", oneLine(p.Where), oneLine(p.What)); err != nil {
			return err
		}
	}
	if rescue.More > 0 {
		fmt.Fprintf(w, "lost: %s more\n", counted(rescue.More, "thing"))
	}
	_, err := fmt.Fprintf(w, "%s has %s, %s, %s; %s lost\n", project, counted(rescue.Added, "article"), counted(rescue.Spans, "span"),
		counted(rescue.Links, "link"), counted(len(rescue.Lost)+rescue.More, "thing"))
	return err
}
