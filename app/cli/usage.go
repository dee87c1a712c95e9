package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A usageError says what is wrong with a command line.
type usageError struct{ error }

func misuse(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// usageTemplate is the lower part of a help page.
const usageTemplate = `Usage:
  {{.UseLine}}{{if .HasAvailableSubCommands}}
  glossator VERB …

Verbs:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}

Exit status: 0 the work is done, 1 it failed, 2 the command line is wrong.
`

// takes makes the check of a verb's arguments: at least the named ones, and no
// more unless the last one may be repeated.
func takes(repeated bool, names ...string) cobra.PositionalArgs {
	return func(verb *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return misuse("%s needs %s", verb.Name(), strings.Join(names, " and "))
		case len(args) > len(names) && !repeated:
			return misuse("%s takes no argument %q", verb.Name(), args[len(names)])
		case slices.Contains(args, ""):
			return misuse("%s was given an empty name", verb.Name())
		}
		return nil
	}
}

// noSuchVerb is the check of the arguments that come without a verb.
func noSuchVerb(root *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return misuse("there is no verb")
	case len(root.SuggestionsFor(args[0])) > 0:
		return misuse("there is no verb %q; did you mean %s?", args[0], strings.Join(root.SuggestionsFor(args[0]), " or "))
	}
	return misuse("there is no verb %q, and no project file of this name", args[0])
}

// flagError puts into words what is wrong with a flag.
func flagError(verb *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.Is(err, pflag.ErrHelp):
		return err
	case errors.As(err, &unknown):
		return misuse("there is no flag %s", dashed(unknown.GetSpecifiedName()))
	case errors.As(err, &bare):
		return misuse("%s needs a value", dashed(bare.GetSpecifiedName()))
	case errors.As(err, &invalid):
		return misuse("%s cannot be %q", dashed(invalid.GetFlag().Name), invalid.GetValue())
	}
	return usageError{err}
}

func dashed(flag string) string {
	if len(flag) == 1 {
		return "-" + flag
	}
	return "--" + flag
}
