package window

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/dataset"
	"github.com/glossator/glossator/storage"
)

func (w *Window) askImportFiles() {
	w.askPaths(pathQuestion{title: "Import files", button: "Import", path: documents() + "/", many: true, either: true,
		about: "The path of a file or of a folder. Files can also be dropped on the window."}, w.importPaths)
}

func (w *Window) askImportFolder() {
	w.askPaths(pathQuestion{title: "Import a folder", button: "Import", path: documents(), folder: true,
		about: "All files in the folder and its subfolders that hold articles."}, w.importPaths)
}

// drop imports the files and folders that were dropped on the window; a project is opened.
func (w *Window) drop(dropped []fyne.URI) {
	var paths []string
	for _, uri := range dropped {
		if uri.Scheme() == "file" {
			paths = append(paths, uri.Path())
		}
	}
	switch {
	case w.dialog != nil || len(paths) == 0:
	case len(paths) == 1 && strings.HasSuffix(paths[0], storage.Extension):
		w.open(paths[0])
	case readOnlyOrNone(w) != "":
		w.say(readOnlyOrNone(w))
	default:
		w.importPaths(paths)
	}
}

func (w *Window) importPaths(paths []string) { w.take(intake{paths: paths}) }

// An intake is files and folders to be imported, and how.
type intake struct {
	paths   []string
	options storage.ImportOptions
	units   annotate.Unit // what offsets count, where the files don't tell; the zero value: find out
	columns dataset.Columns
	looked  bool // it was asked which column holds what, or there is none
}

// reading is how the files are read.
func (in intake) reading(project *storage.Project) dataset.Reading {
	return dataset.Reading{Skip: storage.Files(project.Path()), Units: in.units, Columns: in.columns}
}

// A brought is what came of an import, or of looking at the files before it.
type brought struct {
	storage.Report
	table *dataset.Preview // of which it is to be said which column holds what; nil: it was imported
}

// take imports files and folders, and reports what came of it. Where there are tables among them, it
// is asked first which column holds what.
func (w *Window) take(in intake) {
	w.panel.save()
	project, own, read := w.project, w.asOwn(), 0
	work(w, "Importing", func(ctx context.Context, say func(string)) (came brought, err error) {
		if !in.looked {
			found, is, err := dataset.Tabular(ctx, in.paths, in.reading(project))
			if is || err != nil {
				return brought{table: &found}, err
			}
		}
		in.options.Progress = func(read int) { say(counted(read, "article") + " read") }
		docs := dataset.Read(ctx, in.paths, in.reading(project))
		came.Report, err = project.Import(ctx, counting(&read, own(docs)), in.options)
		return came, err
	}, func(came brought, err error) {
		if err == nil && came.table != nil {
			w.askColumns(in, *came.table)
			return
		}
		w.imported(in, read, came.Report, err)
	})
}

// counting counts documents and refusals as they pass.
func counting(n *int, docs annotate.Documents) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		for doc, err := range docs {
			*n++
			if !yield(doc, err) {
				return
			}
		}
	}
}

// imported tells what came of an import that read so many documents.
func (w *Window) imported(in intake, read int, report storage.Report, err error) {
	var refused *storage.RefusedError
	switch {
	case errors.As(err, &refused):
		w.showRefused(in, read, refused)
		return
	case err != nil:
		w.showError("Nothing was imported", err, "")
		return
	}
	w.showScheme()
	w.renew()
	w.say(fmt.Sprintf("Imported: %s added, %d already there", counted(report.Added, "article"), report.Known))
	w.tell("Imported", newReport(report), fyne.NewSize(520, 0))
}

// renew reads the list and the open article anew, which an import may have changed.
func (w *Window) renew() {
	w.leaveArticle()
	w.list.reload()
	w.resume()
	w.showArticle()
}

// newReport is what an import did, in words.
func newReport(r storage.Report) fyne.CanvasObject {
	said := []string{fmt.Sprintf("%s added, %d already there.", counted(r.Added, "article"), r.Known)}
	if r.Spans+r.KnownSpans+r.Links > 0 {
		said = append(said, fmt.Sprintf("%s and %s added, %s already there.", counted(r.Spans, "span"), counted(r.Links, "link"), counted(r.KnownSpans, "span")))
	}
	if r.Restored > 0 {
		said = append(said, fmt.Sprintf("Brought back what had been undone here: %s.", counted(r.Restored, "label")))
	}
	if r.Removed > 0 {
		said = append(said, fmt.Sprintf("Removed here since, and left so: %s.", counted(r.Removed, "label")))
	}
	body := container.NewVBox(words(strings.Join(said, "\n")))
	addListing(body, "Added to the scheme", r.Scheme)
	addListing(body, "Repaired", told(r.Repaired, 0))
	addListing(body, "Otherwise in this project, and kept", told(r.Differing, r.MoreDiffering))
	addListing(body, "To know", told(r.Noticed, 0))
	var refused []string
	for _, refusal := range r.Refused {
		refused = append(refused, refusal.Error())
	}
	addListing(body, "Refused", refused)
	return body
}

// told is what notices say, with how many more there are.
func told(notices []storage.Notice, more int) []string {
	var lines []string
	for _, n := range notices {
		lines = append(lines, n.Origin.String()+": "+n.What)
	}
	if more > 0 {
		lines = append(lines, fmt.Sprintf("… and %d more", more))
	}
	return lines
}

// mostLines are as many as a dialog lists.
const mostLines = 200

// addListing adds a titled list of lines, which scrolls when there are many.
func addListing(body *fyne.Container, title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	scroll := container.NewVScroll(padded(2, 6, 0, 14, words(strings.Join(lines[:min(len(lines), mostLines)], "\n"))))
	scroll.SetMinSize(fyne.NewSize(0, min(180, wrappedHeight(lines, 480))))
	body.Add(padded(6, 0, 0, 0, heading(fmt.Sprintf("%s (%d)", title, len(lines)))))
	body.Add(scroll)
}

// wrappedHeight is about how high lines are when they are wrapped to a width.
func wrappedHeight(lines []string, width float32) float32 {
	rows := 0
	for _, l := range lines {
		rows += 1 + int(textWidth(l)/width)
	}
	return float32(rows)*fyne.MeasureText("x", size(theme.SizeNameText), fyne.TextStyle{}).Height*leading + 10
}
