package cli

import (
	"errors"
	"fmt"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/dataset"
	"github.com/glossator/glossator/storage"
	"github.com/spf13/cobra"
)

// An importing is what the flags of import say.
type importing struct {
	reading dataset.Reading
	options storage.ImportOptions
	units   string
	columns string
	json    bool
}

func importVerb() *cobra.Command {
	var i importing
	verb := &cobra.Command{
		Use:   "import PROJECT FILE|FOLDER… [--format NAME] [--author NAME] [--units UNIT] [--columns COLUMNS]",
		Short: "Bring articles and labels into a project",
		Long: "Import brings articles, and the labels that come with them, into a project. The project is made\n" +
			"if it is not there. All files are imported or, if one is refused, none. Importing a file again\n" +
			"adds nothing.",
		Args:                  takes(true, "a PROJECT", "a FILE or FOLDER"),
		DisableFlagsInUseLine: true,
	}
	verb.RunE = func(verb *cobra.Command, args []string) error { return i.run(verb, args[0], args[1:]) }
	flags := verb.Flags()
	flags.StringVar(&i.reading.Format, "format", "", "the files' format by its `NAME`, see glossator formats (without it each file is recognised)")
	flags.StringVar(&i.reading.Author, "author", "", "the `NAME` of whoever made the labels, for files that do not say (without it: import)")
	flags.StringVar(&i.units, "units", "", "what offsets count, for files that do not tell: code-points, utf16 or graphemes, a `UNIT` (without it, it is found out)")
	flags.StringVar(&i.columns, "columns", "", "which `COLUMNS` of tables, or keys of records, hold what: text=Body,title=Headline, of text, title, date, source, url, author, language (those not named are found out)")
	flags.BoolVar(&i.options.AddLabels, "add-labels", false, "add labels that neither the project's scheme nor the file's own defines to the scheme, instead of refusing them")
	flags.BoolVar(&i.options.Restore, "restore", false, "bring back what was removed in the project since it was imported")
	flags.BoolVar(&i.options.SkipRefused, "skip-refused", false, "leave out what is refused, and import the rest")
	flags.BoolVar(&i.json, "json", false, "write the report as JSON")
	return verb
}

func (i importing) run(verb *cobra.Command, project string, paths []string) error {
	if err := i.checkFormat(); err != nil {
		return err
	}
	if err := i.setUnits(); err != nil {
		return err
	}
	if i.columns != "" {
		columns, err := dataset.ParseColumns(i.columns)
		if err != nil {
			return misuse("--columns: %v", err)
		}
		i.reading.Columns = columns
	}
	var report storage.Report
	progress := newProgress(verb.ErrOrStderr())
	err := withOrNew(verb, project, func(p *storage.Project) (err error) {
		i.options.Progress, i.reading.Skip = progress.show, storage.Files(p.Path())
		report, err = p.Import(verb.Context(), dataset.Read(verb.Context(), paths, i.reading), i.options)
		progress.clear()
		if err == nil && report.Added+report.Known+len(report.Refused) == 0 {
			return errors.New("there is nothing to import: no file that a format takes, and no article in those there are")
		}
		return err
	})
	return i.tell(verb, project, report, err)
}

func (i importing) checkFormat() error {
	if i.reading.Format == "" {
		return nil
	}
	format, err := dataset.Find(i.reading.Format)
	switch {
	case err != nil:
		return usageError{err}
	case !format.Reads():
		return misuse("%s files can be exported, but not imported", format.Title)
	}
	return nil
}

// setUnits reads the name of the unit. Bytes are no choice: no format counts them.
func (i *importing) setUnits() error {
	if i.units == "" {
		return nil
	}
	unit, err := annotate.ParseUnit(i.units)
	if err != nil || unit == annotate.Bytes {
		return misuse("--units must be code-points, utf16 or graphemes, not %q", i.units)
	}
	i.reading.Units = unit
	return nil
}

// tell writes the report of an import, or lists what was refused.
func (i importing) tell(verb *cobra.Command, project string, report storage.Report, err error) error {
	var refused *storage.RefusedError
	switch {
	case errors.As(err, &refused) && i.json:
		err = errors.Join(writeJSON(verb.OutOrStdout(), reportJSON(project, storage.Report{Refused: refused.Refused, MoreRefused: refused.More})), refusal(project, refused))
	case errors.As(err, &refused):
		err = refusal(project, refused)
	case err != nil:
	case i.json:
		err = writeJSON(verb.OutOrStdout(), reportJSON(project, report))
	default:
		_, err = fmt.Fprint(verb.OutOrStdout(), reportText(project, report))
	}
	return err
}
