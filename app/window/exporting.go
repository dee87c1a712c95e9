package window

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate/dataset"
	"github.com/glossator/glossator/storage"
)

// everyone is the choice of all authors.
const everyone = "Everyone"

// An exportForm asks what to export, and how.
type exportForm struct {
	w       *Window
	dialog  *dialog
	formats []dataset.Format
	format  *picker
	about   *prose
	author  *picker
	done    *box
	path    *entry
	why     *line
}

// askExport asks what to export.
func (w *Window) askExport() {
	f := &exportForm{w: w, path: newEntry(w), about: words("").small(), why: newLine("", theme.SizeNameCaptionText, theme.ColorNameError)}
	f.format = newPicker(w, nil, func(string) { f.showFormat() })
	for _, format := range dataset.Formats() {
		if format.Writes() {
			f.formats = append(f.formats, format)
			f.format.Options = append(f.format.Options, format.Title)
		}
	}
	f.author = newPicker(w, w.authorChoices(), nil)
	f.author.SetSelected(everyone)
	f.done = newBox(w, "Only articles that are done", nil)
	browse := widget.NewButton("Browse…", func() {
		q := pathQuestion{title: "Export to", save: true}
		w.browse(q, f.path.Text, func(paths []string) {
			if len(paths) > 0 {
				f.path.put(paths[0])
			}
		})
	})
	body := container.NewVBox(beside("Format", f.format), padded(0, 4, 92, 0, f.about), beside("Labels of", f.author), beside("", f.done),
		beside("To", container.NewBorder(nil, nil, nil, browse, f.path)), f.why)
	f.dialog = w.newDialog("Export", body)
	f.dialog.first = f.path
	f.format.SetSelected(f.format.Options[0])
	f.dialog.button("Cancel", f.dialog.close)
	f.dialog.primary("Export", f.export)
	f.dialog.show(fyne.NewSize(580, 0))
}

func (w *Window) authorChoices() []string {
	choices := []string{everyone}
	authors, err := w.project.Authors(context.Background())
	if err != nil {
		w.say(sentence(err.Error()))
	}
	for _, a := range authors {
		if !slices.Contains(choices, a.Name) {
			choices = append(choices, a.Name)
		}
	}
	return choices
}

func (f *exportForm) chosen() dataset.Format { return f.formats[f.format.SelectedIndex()] }

// showFormat says what the chosen format is for, and names the target after it.
func (f *exportForm) showFormat() {
	format := f.chosen()
	f.about.set(format.About)
	path := f.path.Text
	if path == "" {
		path = filepath.Join(documents(), filepath.Base(f.w.project.Path()))
	}
	path = strings.TrimSuffix(path, filepath.Ext(path))
	if len(format.Extensions) > 0 && !format.Folder {
		path += format.Extensions[0]
	}
	f.path.put(path)
}

// export exports as the form says; what is there already is replaced only when that is meant.
func (f *exportForm) export() {
	if strings.TrimSpace(f.path.Text) == "" {
		f.why.set("Type where to export to, or browse for it")
		return
	}
	choice := storage.Choice{Done: f.done.Checked}
	if f.author.Selected != everyone {
		choice.Author = f.author.Selected
	}
	to := dataset.Target{Path: expand(strings.TrimSpace(f.path.Text)), Keep: storage.Files(f.w.project.Path())}
	f.dialog.close()
	if !taken(to.Path) {
		f.w.export(f.chosen(), to, choice)
		return
	}
	d := f.w.newDialog("Replace what is there?", words(shortPath(to.Path)+" is there already."))
	d.button("Cancel", d.close)
	d.primary("Replace it", func() {
		d.close()
		to.Replace = true
		f.w.export(f.chosen(), to, choice)
	})
	d.show(fyne.NewSize(440, 0))
}

// taken reports whether there is a file at a path, or a folder with something in it.
func taken(path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return err == nil
	}
	inside, err := os.ReadDir(path)
	return err != nil || len(inside) > 0
}

func (w *Window) export(format dataset.Format, to dataset.Target, choice storage.Choice) {
	w.panel.save()
	project := w.project
	work(w, "Exporting", func(ctx context.Context, _ func(string)) (dataset.Ledger, error) {
		return dataset.Write(ctx, format, to, project.Documents(ctx, choice))
	}, w.exported)
}

// exported shows the ledger: what went in, what came out, and by name what did not.
func (w *Window) exported(ledger dataset.Ledger, err error) {
	if err != nil {
		w.showError("Nothing was exported", err, "")
		return
	}
	said := fmt.Sprintf("%s with %s of %s, to %s", counted(ledger.Articles, "article"), grouped(ledger.Out[dataset.Spans]),
		counted(ledger.In[dataset.Spans], "span"), shortPath(ledger.Path))
	body := container.NewVBox(words(said + "."))
	title := "Exported"
	if len(ledger.Losses) > 0 {
		title = "Exported, with losses"
		warning := paragraph("The format could not carry all of it:")
		warning.Importance = widget.WarningImportance
		body.Add(flush(warning))
	}
	var losses []string
	for _, l := range ledger.Losses {
		losses = append(losses, lossLine(l))
	}
	addListing(body, "Not carried", losses)
	addListing(body, "Good to know", ledger.Notes)
	w.say("Exported " + said)
	w.tell(title, body, fyne.NewSize(560, 0))
}

// lossLine is a loss in one line.
func lossLine(l dataset.Loss) string {
	said := l.What
	if l.Count > 1 {
		said = fmt.Sprintf("%s (%s)", said, grouped(l.Count))
	}
	if l.Article != "" {
		said = l.Article + ": " + said
	}
	return said + ": " + l.Why
}
