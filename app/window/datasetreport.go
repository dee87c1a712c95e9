package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate/dataset"
)

// show shows what would come of an export.
func (p *datasetPage) show(o outlook) {
	p.told.RemoveAll()
	add := func(objects ...fyne.CanvasObject) { p.told.Objects = append(p.told.Objects, objects...) }
	add(words(outlookSaid(o.Ledger)))
	add(section("What would be in it"), p.setTable(o))
	if o.plan.plan != nil && o.wish.parted {
		add(leakReport(o.plan.plan)...)
	}
	for _, note := range o.Ledger.Notes {
		add(words(sentence(note)))
	}
	add(section("Kept and lost"), keptTable(o.Ledger))
	if len(o.Ledger.Losses) > 0 {
		add(section(fmt.Sprintf("Lost or changed (%s)", grouped(len(o.Ledger.Losses)))))
		for i, loss := range o.Ledger.Losses {
			if i == mostLines {
				add(words(fmt.Sprintf("… and %s more like these", grouped(len(o.Ledger.Losses)-i))).small())
				break
			}
			add(words(lossLine(loss)).small())
		}
	}
	p.told.Refresh()
	p.report.ScrollToTop()
	if o.wish.target.Strict && len(o.Ledger.Losses) > 0 {
		p.why.set("Something would be lost, so nothing would be written")
		enable(&p.write.Button, false)
	}
}

// outlookSaid is an export in a sentence.
func outlookSaid(l dataset.Ledger) string {
	said := fmt.Sprintf("%s with %s and %s would be written.", counted(l.Articles, "article"), counted(l.Out[dataset.Spans], "span"), counted(l.Out[dataset.Links], "link"))
	if len(l.Losses) == 0 {
		return said + " Nothing would be lost."
	}
	return said + " The format cannot carry all of it: see below."
}

func section(title string) fyne.CanvasObject { return padded(12, 3, 0, 0, heading(title)) }

// leakReport says what lies in two sets though it should not.
func leakReport(plan *dataset.Plan) []fyne.CanvasObject {
	said := plan.Said()[1:]
	objects := []fyne.CanvasObject{section("Leaks from set to set")}
	for _, s := range said {
		objects = append(objects, words(sentence(s)))
	}
	for _, leak := range plan.Leaks {
		objects = append(objects, words(leak).small())
	}
	if plan.MoreLeaks > 0 {
		objects = append(objects, words(fmt.Sprintf("… and %s more", grouped(plan.MoreLeaks))).small())
	}
	return objects
}

// A cellTable is rows of cells, the first of each at the left.
type cellTable struct{ rows [][]string }

func (t *cellTable) add(cells ...string) { t.rows = append(t.rows, cells) }

// object is the table; the first row heads the columns.
func (t *cellTable) object() fyne.CanvasObject {
	rows := container.New(layout.NewCustomPaddedVBoxLayout(1))
	for i, cells := range t.rows {
		ink := theme.ColorNameForeground
		if i == 0 {
			ink = colourQuiet
		}
		row := container.NewGridWithColumns(len(cells) - 1)
		for _, cell := range cells[1:] {
			l := newLine(cell, theme.SizeNameCaptionText, ink)
			l.align = fyne.TextAlignTrailing
			row.Add(l)
		}
		rows.Add(container.New(&pairLayout{caption: 140}, newLine(cells[0], theme.SizeNameCaptionText, ink), row))
	}
	return rows
}

// setTable is how much is in each set.
func (p *datasetPage) setTable(o outlook) fyne.CanvasObject {
	var t cellTable
	row := func(first string, cell func(dataset.SetCount) string) {
		cells := []string{first}
		for _, set := range o.Sets {
			cells = append(cells, cell(set))
		}
		t.add(cells...)
	}
	row("", func(s dataset.SetCount) string {
		if s.Name == "" {
			return "all"
		}
		return s.Name
	})
	row("articles", func(s dataset.SetCount) string { return grouped(s.Articles) })
	row("of these labelled", func(s dataset.SetCount) string { return grouped(s.Labelled) })
	for _, label := range o.Labels {
		all := 0
		for _, set := range o.Sets {
			all += set.Spans[label]
		}
		row(p.w.label(label).Shown(), func(s dataset.SetCount) string {
			if len(o.Sets) == 1 || all == 0 {
				return grouped(s.Spans[label])
			}
			return grouped(s.Spans[label]) + " · " + percent(float64(s.Spans[label])/float64(all))
		})
	}
	return t.object()
}

// percent is a share for people.
func percent(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }

// keptTable is what the ledger says of each kind of thing.
func keptTable(l dataset.Ledger) fyne.CanvasObject {
	t := cellTable{[][]string{{"", "in", "out", "lost"}}}
	for _, kind := range dataset.Kinds() {
		if in := l.In[kind]; in > 0 {
			t.add(kind, grouped(in), grouped(l.Out[kind]), grouped(in-l.Out[kind]))
		}
	}
	return t.object()
}
