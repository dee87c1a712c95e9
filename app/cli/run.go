// Package cli runs the program's verbs, without a window and without a screen:
// import, export, sets, list, search, stats, check, snapshot, restore and others.
//
// Results go to standard output, messages and progress to standard error. What
// scripts may rely on is written down in docs/cli.md.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit statuses.
const (
	worked  = 0
	failed  = 1 // the work could not be done; standard error says why
	misused = 2 // the command line could not be understood; nothing was done
)

// verbs are all of them.
var verbs = []func() *cobra.Command{
	importVerb, exportVerb, setsVerb, listVerb, searchVerb, statsVerb, checkVerb, snapshotVerb, snapshotsVerb, restoreVerb, salvageVerb, formatsVerb, versionVerb,
}

// Run runs a verb, the first of the arguments, and returns the exit status of
// the process: 0 when the work is done, 1 when it failed, 2 for a wrong usage.
// Ctrl-C or a cancelled ctx ends the work as if it had never begun.
func Run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer, version string) int {
	ctx, stop := signal.NotifyContext(ctx, interrupts()...)
	defer stop()
	// From the first signal on the next one ends the process, whatever it waits
	// for.
	defer context.AfterFunc(ctx, stop)()
	root := newRoot(version)
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	verb, err := root.ExecuteContextC(ctx)
	return status(ctx, verb, err)
}

// IsVerb reports whether an argument is the name of a verb.
func IsVerb(arg string) bool {
	return arg == "help" || slices.ContainsFunc(newRoot("").Commands(), func(c *cobra.Command) bool { return c.Name() == arg })
}

// interrupts are the signals that end the work. A hangup that was to be ignored
// (nohup) still is.
func interrupts() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}

func newRoot(version string) *cobra.Command {
	root := &cobra.Command{
		Use:   "glossator [PROJECT]",
		Short: "Label news reports by hand, and export what was labelled as datasets",
		Long: "Glossator labels news reports by hand and exports what was labelled as datasets.\n\n" +
			"Without a verb it opens the window, on PROJECT or else on the last project.\n" +
			"With a verb it does its work without one.",
		Version:           version,
		Args:              noSuchVerb,
		RunE:              func(*cobra.Command, []string) error { return nil },
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},

		DisableFlagsInUseLine:      true,
		SuggestionsMinimumDistance: 2,
	}
	root.SetFlagErrorFunc(flagError)
	root.SetUsageTemplate(usageTemplate)
	root.SetVersionTemplate("glossator {{.Version}}\n")
	for _, verb := range verbs {
		root.AddCommand(verb())
	}
	return root
}

// status is the exit status for what a verb ended with, which it says.
func status(ctx context.Context, verb *cobra.Command, err error) int {
	var usage usageError
	errs := verb.ErrOrStderr()
	switch {
	case err == nil:
		return worked
	case errors.As(err, &usage):
		fmt.Fprintf(errs, "glossator: %v\nUsage: %s\nglossator %s says more.\n", err, verb.UseLine(), helpFor(verb))
		return misused
	case ctx.Err() != nil:
		fmt.Fprintf(errs, "glossator: stopped; nothing was changed\n")
	default:
		fmt.Fprintf(errs, "glossator: %s\n", plain(err.Error()))
	}
	return failed
}

func helpFor(verb *cobra.Command) string {
	if !verb.HasParent() {
		return "--help"
	}
	return verb.Name() + " --help"
}
