package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

func versionVerb() *cobra.Command {
	return &cobra.Command{
		Use:                   "version",
		Short:                 "Say which version this is",
		Args:                  takes(false),
		DisableFlagsInUseLine: true,
		RunE: func(verb *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(verb.OutOrStdout(), "glossator %s\n", verb.Root().Version)
			return err
		},
	}
}
