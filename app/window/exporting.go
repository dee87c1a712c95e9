package window

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate/dataset"
	"github.com/glossator/glossator/storage"
)

// export exports as the form says; what is there already is replaced only when that is meant.
func (p *datasetPage) export() {
	wish, problem := p.form.wish()
	p.why.set(problem)
	if problem != "" {
		return
	}
	if !taken(wish.target.Path) {
		p.writeOut(wish)
		return
	}
	d := p.w.newDialog("Replace what is there?", words(shortPath(wish.target.Path)+" is there already."))
	d.button("Cancel", d.close)
	d.primary("Replace it", func() {
		d.close()
		wish.target.Replace = true
		p.writeOut(wish)
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

// An export is what came of writing a dataset.
type export struct {
	ledger dataset.Ledger
	unkept error // why the project does not keep its sets
}

// writeOut writes the dataset, and keeps its sets in the project when it is written.
func (p *datasetPage) writeOut(wish datasetWish) {
	project := p.w.project
	work(p.w, "Exporting", func(ctx context.Context, say func(string)) (made export, err error) {
		var sets planned
		if wish.parted {
			say("Parting the articles into sets…")
			if sets, err = wish.plan(ctx, project, planned{}); err != nil {
				return made, err
			}
			wish.target.Plan = sets.plan
		}
		say("Writing…")
		made.ledger, err = dataset.Write(ctx, wish.format, wish.target, wish.documents(ctx, project))
		if err == nil && sets.plan != nil && sets.plan.Fresh > 0 {
			made.keep(context.WithoutCancel(ctx), project, sets.plan)
		}
		return made, err
	}, func(made export, err error) { p.written(wish, made, err) })
}

// keep keeps the sets of what was written.
func (e *export) keep(ctx context.Context, project *storage.Project, plan *dataset.Plan) {
	if project.ReadOnly() {
		e.ledger.Notes = append(e.ledger.Notes, "the project cannot be written, so it does not keep the sets: articles may be in others when more arrive")
		return
	}
	e.unkept = project.KeepSets(ctx, plan.Split.Rule(), plan.Members())
}

// written shows the ledger: what went in, what came out, and by name what did not.
func (p *datasetPage) written(wish datasetWish, made export, err error) {
	if unkept := (*dataset.Unkept)(nil); errors.As(err, &unkept) {
		p.w.showError("Nothing was exported", errors.New("not all of it can be kept in this format, and nothing was to be lost"), "The page lists what would be lost.")
		return
	}
	if err != nil {
		p.w.showError("Nothing was exported", err, "")
		return
	}
	if made.unkept != nil {
		p.w.showError("Exported, but its sets are not kept", made.unkept, "The dataset is whole. The project does not know its sets, so articles may come into others when it is exported again.")
		return
	}
	ledger := made.ledger
	said := fmt.Sprintf("%s with %s of %s, to %s", counted(ledger.Articles, "article"), grouped(ledger.Out[dataset.Spans]),
		counted(ledger.In[dataset.Spans], "span"), shortPath(ledger.Path))
	body := container.NewVBox(words(said+"."), words(readBack(wish)))
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
	p.w.say("Exported " + said)
	if wish.parted {
		p.form.loading = true
		p.form.loadSets()
		if slices.Contains(p.form.sets.Options, setsAsKept) {
			p.form.sets.SetSelected(setsAsKept)
		}
		p.form.loading = false
		p.form.changed()
	}
	p.w.tell(title, body, fyne.NewSize(560, 0))
}

// readBack says whether what was written was read again.
func readBack(wish datasetWish) string {
	switch {
	case !wish.target.Verify:
		return "It was not read back."
	case !wish.format.Reads():
		return "It was not read back: the program writes this format, but does not read it."
	}
	return "It was read back, and all of it is there."
}

// askLetGo asks whether the sets of the project are to go.
func (p *datasetPage) askLetGo() {
	if why := p.w.readOnly(); why != "" {
		p.w.say(why)
		return
	}
	d := p.w.newDialog("Let go of the sets?", words("The next sets part all articles anew: what a model was tried on may come into what the next one learns from. Datasets that were exported stay as they are."))
	d.button("Cancel", d.close)
	d.primary("Let go of them", func() {
		d.close()
		p.letGo()
	})
	d.show(fyne.NewSize(460, 0))
}

func (p *datasetPage) letGo() {
	if err := p.w.project.DropSets(context.Background()); err != nil {
		p.w.showError("The sets are still there", err, "")
		return
	}
	p.plans = planned{}
	p.form.loading = true
	p.form.loadSets()
	p.form.loading = false
	p.form.changed()
	p.w.say("The project has no sets any more")
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
