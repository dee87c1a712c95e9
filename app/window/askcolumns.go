package window

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/dataset"
)

// A columnForm asks which column of a table holds what, and shows the first articles as they would be.
type columnForm struct {
	w       *Window
	in      intake
	table   dataset.Preview
	columns dataset.Columns
	dialog  *dialog
	fields  []columnField
	shown   *fyne.Container
	take    *widget.Button
}

// A columnField is where the column of a thing is chosen.
type columnField struct {
	title string
	of    func(*dataset.Columns) *string
	pick  *picker
}

// columnFields are the things that are asked for.
var columnFields = []columnField{
	{title: "Text", of: func(c *dataset.Columns) *string { return &c.Text }}, {title: "Title", of: func(c *dataset.Columns) *string { return &c.Title }},
	{title: "Date", of: func(c *dataset.Columns) *string { return &c.Date }}, {title: "Source", of: func(c *dataset.Columns) *string { return &c.Source }},
	{title: "Author", of: func(c *dataset.Columns) *string { return &c.Author }}, {title: "Address", of: func(c *dataset.Columns) *string { return &c.URL }},
	{title: "Language", of: func(c *dataset.Columns) *string { return &c.Language }},
}

// notThere stands for no column.
const notThere = "— none —"

// previewed is how many articles are shown.
const previewed = 3

// askColumns asks which column holds what, before files are imported.
func (w *Window) askColumns(in intake, table dataset.Preview) {
	f := &columnForm{w: w, in: in, table: table, columns: table.Columns, shown: container.New(flowing{}), fields: slices.Clone(columnFields)}
	f.columns.Exact = true
	about := words("Which column of " + filepath.Base(table.Path) + " holds what? All others become metadata. The same holds for other tables that are imported with it.")
	picks := container.NewGridWithColumns(2)
	head := container.NewVBox(padded(0, 6, 0, 0, container.New(flowing{}, about)), picks, padded(8, 4, 0, 0, heading("The first articles would be")))
	f.dialog = w.newDialog("Import a table", container.NewBorder(head, nil, nil, nil, container.NewVScroll(padded(0, 0, 0, 14, f.shown))))
	for i := range f.fields {
		picks.Add(f.pick(&f.fields[i]))
	}
	f.dialog.first = f.fields[0].pick
	f.dialog.button("Cancel", f.dialog.close)
	f.take = f.dialog.primary("Import", func() {
		f.dialog.close()
		f.in.columns, f.in.looked = f.columns, true
		w.take(f.in)
	})
	f.show()
	f.dialog.show(fyne.NewSize(760, 580))
}

// pick makes the list of one field.
func (f *columnForm) pick(field *columnField) fyne.CanvasObject {
	field.pick = newPicker(f.w.inDialogs(), append([]string{notThere}, f.table.Names...), nil)
	field.pick.Selected = notThere
	if name := *field.of(&f.columns); name != "" {
		field.pick.Selected = name
	}
	field.pick.OnChanged = func(name string) {
		if name == notThere {
			name = ""
		}
		*field.of(&f.columns) = name
		f.show()
	}
	return beside(field.title, field.pick)
}

// show shows the first articles as they would be with the columns as they are chosen.
func (f *columnForm) show() {
	f.shown.RemoveAll()
	var articles []annotate.Article
	if f.columns.Text != "" {
		articles = f.table.Articles(f.columns)
	}
	for _, a := range articles[:min(len(articles), previewed)] {
		title := newLine(a.Title, theme.SizeNameText, theme.ColorNameForeground)
		title.style.Bold = true
		text := newLine(oneLine(a.Text, 400), theme.SizeNameCaptionText, theme.ColorNameForeground)
		text.lines = 2
		f.shown.Add(padded(4, 0, 0, 0, title))
		f.shown.Add(newLine(metaLine(a.Meta), theme.SizeNameCaptionText, colourQuiet))
		f.shown.Add(text)
	}
	if len(articles) == 0 {
		f.shown.Add(words("No article: choose the column that holds the texts."))
	}
	f.shown.Refresh()
	enable(f.take, len(articles) > 0)
}

// metaLine is an article's metadata in one line, what most articles have first.
func metaLine(meta annotate.Meta) string {
	first := []string{"date", "source", "author", "language", "url"}
	var parts []string
	for _, name := range append(first, slices.Sorted(maps.Keys(meta))...) {
		if part := name + ": " + oneLine(meta[name], 40); meta[name] != "" && !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "  ·  ")
}
