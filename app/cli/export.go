package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/dataset"
	"github.com/glossator/glossator/storage"
	"github.com/spf13/cobra"
)

// stdout is the name that stands for standard output.
const stdout = "-"

// An exporting is what the flags of export say.
type exporting struct {
	format  string
	path    string
	choice  storage.Choice
	chosen  chosenFlags
	replace bool
	json    bool
	strict  bool
	unread  bool // it is not read back
}

func exportVerb() *cobra.Command {
	var e exporting
	verb := &cobra.Command{
		Use:   "export PROJECT --format NAME [--author NAME] [--split SETS] [-o FILE|FOLDER|-]",
		Short: "Write a project's articles and labels as a dataset",
		Long: "Export writes articles and labels as a dataset, whole or not at all, and ends with a ledger: what\n" +
			"went in, what came out, and what the format could not carry. What was written is read back before it\n" +
			"is kept, if the format is one that is read. Suggestions are never exported.",
		Args:                  takes(false, "a PROJECT"),
		DisableFlagsInUseLine: true,
	}
	verb.RunE = func(verb *cobra.Command, args []string) error { return e.run(verb, args[0]) }
	flags := verb.Flags()
	flags.StringVar(&e.format, "format", "", "the dataset's format by its `NAME`, see glossator formats")
	flags.StringVarP(&e.path, "output", "o", stdout, "the `FILE` or FOLDER to write; - is standard output")
	e.chosen.register(flags)
	flags.BoolVar(&e.choice.Done, "done", false, "only what is marked as done")
	flags.BoolVar(&e.replace, "replace", false, "replace the file or folder if it is there")
	flags.BoolVar(&e.strict, "strict", false, "write nothing when anything is lost or changed")
	flags.BoolVar(&e.unread, "no-verify", false, "don't read back what was written")
	flags.BoolVar(&e.json, "json", false, "write the ledger as JSON")
	return verb
}

func (e exporting) run(verb *cobra.Command, project string) error {
	format, err := e.written()
	if err != nil {
		return err
	}
	choices, err := e.chosen.choices()
	if err != nil {
		return err
	}
	sets, err := e.chosen.sets()
	if err == nil && e.path == stdout && (sets.asked || format.In(choices).Folder) {
		err = misuse("%s is a folder of files: name the folder with -o", format.Title)
	}
	if err != nil {
		return err
	}
	return with(verb, project, func(p *storage.Project) error {
		if err := e.checkTarget(p.Path()); err != nil {
			return err
		}
		out := bufio.NewWriter(verb.OutOrStdout())
		target := dataset.Target{Path: e.path, Writer: out, Replace: e.replace, Keep: storage.Files(p.Path()), Choices: choices, Strict: e.strict, Verify: !e.unread}
		if sets.asked {
			if target.Plan, err = sets.plan(verb.Context(), p); err != nil {
				return err
			}
		}
		docs, err := e.documents(verb.Context(), p)
		if err != nil {
			return err
		}
		ledger, err := dataset.Write(verb.Context(), format, target, docs)
		if unkept := (*dataset.Unkept)(nil); errors.As(err, &unkept) {
			return errors.Join(e.tell(verb, unkept.Ledger), err)
		}
		if err := errors.Join(err, out.Flush()); err != nil {
			return err
		}
		if sets.asked {
			if err := keepPlan(verb, p, target.Plan); err != nil {
				return fmt.Errorf("%s was written, but its sets were not kept in the project: %w", e.path, err)
			}
		}
		return e.tell(verb, ledger)
	})
}

// documents are those that are wanted. It fails when somebody is named who has
// labelled nothing, or a label that there is not.
func (e exporting) documents(ctx context.Context, p *storage.Project) (annotate.Documents, error) {
	for _, label := range e.chosen.labels {
		if _, known := p.Scheme().Label(label); !known {
			return nil, fmt.Errorf("there is no label %q in the project's scheme", label)
		}
	}
	if len(e.chosen.authors) == 1 {
		e.choice.Author = e.chosen.authors[0]
	}
	for _, name := range e.chosen.authors {
		for _, err := range p.Documents(ctx, storage.Choice{Author: name}) {
			if err != nil {
				return nil, err
			}
			break
		}
	}
	return dataset.Chosen{Labels: e.chosen.labels, Authors: e.chosen.authors, Adjudicated: e.chosen.adjudicated}.Of(p.Documents(ctx, e.choice)), nil
}

// written is the format to write, if the flags fit each other.
func (e exporting) written() (dataset.Format, error) {
	if e.format == "" {
		return dataset.Format{}, misuse("export needs --format NAME; the formats are %s", strings.Join(writable(), ", "))
	}
	format, err := dataset.Find(e.format)
	switch {
	case err != nil:
		return format, usageError{err}
	case !format.Writes():
		return format, misuse("%s files can be imported, but not exported", format.Title)
	case e.path == "":
		return format, misuse("-o needs the name of a file or a folder")
	}
	return format, nil
}

// checkTarget says why the dataset must not go where it is to go.
func (e exporting) checkTarget(project string) error {
	switch {
	case sameFile(project, e.path):
		return fmt.Errorf("%s is the project itself: give the dataset another name", e.path)
	case e.path != stdout && !e.replace && taken(e.path):
		return fmt.Errorf("%s is there already: choose another name, or replace it with --replace", e.path)
	}
	return nil
}

// taken reports whether there is a file or a folder with something in it.
func taken(path string) bool {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		entries, err := os.ReadDir(path)
		return err == nil && len(entries) > 0
	}
	return err == nil && info.Mode().IsRegular() && info.Size() > 0
}

func writable() []string {
	var names []string
	for _, f := range dataset.Formats() {
		if f.Writes() {
			names = append(names, f.Name)
		}
	}
	return names
}

// tell writes the ledger: to standard error when the dataset itself goes to
// standard output, under whatever name, or to another device or pipe.
func (e exporting) tell(verb *cobra.Command, ledger dataset.Ledger) error {
	var w io.Writer = verb.OutOrStdout()
	if e.path == stdout || isDevice(e.path) {
		w = verb.ErrOrStderr()
	}
	if e.json {
		return writeJSON(w, ledger)
	}
	_, err := fmt.Fprintln(w, strings.TrimRight(plain(ledger.String()), "\n"))
	return err
}

// isDevice reports whether a path is that of a device or a pipe.
func isDevice(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}
