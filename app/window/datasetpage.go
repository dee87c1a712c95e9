package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate/dataset"
	"github.com/glossator/glossator/storage"
)

// A datasetPage asks what to export, and how, and shows what would come of it before anything is
// written: how much is in each set, what lies in two, what the format cannot carry.
type datasetPage struct {
	w       *Window
	sheet   *sheet
	form    *datasetForm
	scroll  *container.Scroll // of the form
	report  *container.Scroll
	columns *datasetColumns
	told    *fyne.Container
	why     *line
	write   *button

	asked latest
	plans planned
	seen  *outlook // what is shown; nil: it is not known yet
}

func newDatasetPage(w *Window) *datasetPage {
	p := &datasetPage{w: w, told: container.New(flowing{}), why: newLine("", theme.SizeNameCaptionText, theme.ColorNameError)}
	newDatasetForm(p)
	p.write = newButton(p.host(), "Export", p.export)
	p.write.Importance = widget.HighImportance
	foot := padded(8, 14, 24, 18, container.NewBorder(nil, nil, nil, p.write, container.New(layout.NewCustomPaddedVBoxLayout(0), layout.NewSpacer(), p.why, layout.NewSpacer())))
	p.sheet = w.newSheet("Export a dataset", newDatasetColumns(p, foot))
	p.sheet.focus = func() { w.win.Canvas().Focus(p.form.format) }
	p.sheet.main = func() {
		if !p.write.Disabled() {
			p.export()
		}
	}
	return p
}

// showDataset shows the page, with what is in the project now.
func (w *Window) showDataset() {
	if w.dataset == nil {
		w.dataset = newDatasetPage(w)
	}
	w.panel.save()
	w.dataset.plans = planned{}
	w.dataset.form.load()
	w.showSheet(w.dataset.sheet)
	w.dataset.change()
}

// forget lets go of the project, and of where it was exported to.
func (p *datasetPage) forget() {
	if p == nil {
		return
	}
	p.asked.drop()
	p.form.loading = true // until there is a project again
	p.form.path.put("")
	p.plans, p.seen = planned{}, nil
	p.told.RemoveAll()
}

// A planned is the sets that were made last, which stay as long as nothing else is asked for.
type planned struct {
	rule string
	plan *dataset.Plan
}

// An outlook is what would come of an export.
type outlook struct {
	wish datasetWish
	plan planned
	dataset.Rehearsal
}

// change shows what would come of what the form says now.
func (p *datasetPage) change() {
	wish, problem := p.form.wish()
	p.why.set(problem)
	enable(&p.write.Button, problem == "")
	p.seen = nil
	if problem != "" {
		p.asked.drop()
		return
	}
	p.say("Counting…")
	project, before := p.w.project, p.plans
	ask(p.w, &p.asked, typingPause, func(ctx context.Context) (outlook, error) {
		return wish.rehearse(ctx, project, before)
	}, func(o outlook, err error) {
		if err != nil {
			p.why.set(sentence(err.Error()))
			p.say("")
			enable(&p.write.Button, false)
			return
		}
		p.plans, p.seen = o.plan, &o
		p.show(o)
	})
}

// say shows words instead of what would come.
func (p *datasetPage) say(text string) {
	p.told.RemoveAll()
	p.told.Add(words(text).small())
	p.report.ScrollToTop()
}

// rehearse goes through all of an export, but for keeping any of it.
func (wish datasetWish) rehearse(ctx context.Context, project *storage.Project, before planned) (o outlook, err error) {
	o.wish, o.plan = wish, before
	to := wish.target
	if wish.parted {
		if o.plan, err = wish.plan(ctx, project, before); err != nil {
			return o, err
		}
		to.Plan = o.plan.plan
	}
	o.Rehearsal, err = dataset.Rehearse(ctx, wish.format, to, wish.documents(ctx, project))
	return o, err
}

// plan parts the articles, unless that was done.
func (wish datasetWish) plan(ctx context.Context, project *storage.Project, before planned) (planned, error) {
	sets, err := project.Sets(ctx)
	if err != nil {
		return planned{}, err
	}
	split := wish.split
	if len(sets.Of) > 0 {
		if split, err = dataset.ParseRule(sets.Rule); err != nil {
			return planned{}, err
		}
	}
	rule := split.Rule()
	if before.plan != nil && before.rule == rule {
		return before, nil
	}
	plan, err := dataset.NewPlan(split, sets.Of, project.Documents(ctx, storage.Choice{}))
	return planned{rule, plan}, err
}

// changedText is change for what was typed.
func (p *datasetPage) changedText() {
	if !p.form.loading {
		p.change()
	}
}
