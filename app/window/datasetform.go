package window

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/dataset"
	"github.com/glossator/glossator/storage"
)

// What can be chosen of a list that is no name.
const (
	everyone      = "Everyone"
	adjudicated   = "The adjudicated labels"
	severalPeople = "Several people"
	allLabels     = "All labels"
	someLabels    = "Some labels"
	noSets        = "No sets"
	setsByShare   = "By share"
	setsByDate    = "By date"
	setsAsKept    = "Those of this project"
	asUsual       = "As usual"
)

// A datasetForm is the fields of the page.
type datasetForm struct {
	p       *datasetPage
	object  *fyne.Container
	formats []dataset.Format

	format  *picker
	about   *prose
	author  *picker
	people  *pageTicks
	labels  *picker
	which   *pageTicks
	done    *box
	ways    formatWays // what is to be chosen of the format
	sets    *picker
	shares  *entry
	seed    *entry
	group   *entry
	kept    *prose
	letGo   *button
	licence *entry
	path    *entry
	to      fyne.CanvasObject
	strict  *box
	verify  *box
	loading bool
}

// newDatasetForm gives a page its form.
func newDatasetForm(p *datasetPage) {
	f := &datasetForm{p: p, loading: true, about: words("").small(), kept: words("").small(), object: container.New(flowing{})}
	p.form = f
	var titles []string
	for _, format := range dataset.Formats() {
		if format.Writes() {
			f.formats, titles = append(f.formats, format), append(titles, format.Title)
		}
	}
	f.format = newPagePick(p, titles, f.showFormat)
	f.author = newPagePick(p, nil, f.changed)
	f.labels = newPagePick(p, nil, f.changed)
	f.people, f.which = newPageTicks(p), newPageTicks(p)
	f.done = newPageTick(p, "Only articles that are done")
	f.sets = newPagePick(p, nil, f.changed)
	f.shares, f.seed, f.group = newPageEntry(p, "80/10/10"), newPageEntry(p, "0"), newPageEntry(p, "event")
	f.letGo = newButton(p.host(), "Let go of these sets…", p.askLetGo)
	f.licence = newPageEntry(p, "such as CC-BY-4.0")
	f.path = newPageEntry(p, "Path of a file or a folder")
	browse := newButton(p.host(), "Browse…", f.browse)
	f.strict = newPageTick(p, "Write nothing if anything would be lost")
	f.verify = newPageTick(p, "Read back what was written, before it is kept")
	f.to = container.NewBorder(nil, nil, nil, browse, f.path)
	f.verify.Checked = true
}

// load fills the lists with what is in the project.
func (f *datasetForm) load() {
	f.loading = true
	w := f.p.w
	authors, err := w.project.Authors(context.Background())
	if err != nil {
		w.say(sentence(err.Error()))
	}
	var names []string
	choices, curated := []string{everyone}, false
	for _, a := range authors {
		curated = curated || a.Kind == annotate.Curator
		if a.Kind != annotate.Suggester {
			names = append(names, a.Name)
		}
	}
	choices = append(choices, names...)
	if len(names) > 2 {
		choices = append(choices, severalPeople)
	}
	if curated {
		choices = append(choices, adjudicated)
	}
	f.author.offer(choices)
	f.people.offer(names, names)
	f.labels.offer([]string{allLabels, someLabels})
	var labels, shown []string
	for _, l := range w.scheme().Labels {
		labels, shown = append(labels, l.Name), append(shown, l.Shown())
	}
	f.which.offer(labels, shown)
	f.loadSets()
	if f.format.Selected == "" {
		f.format.SetSelectedIndex(0)
	}
	if f.path.Text == "" {
		f.path.put(filepath.Join(documents(), strings.TrimSuffix(filepath.Base(w.project.Path()), storage.Extension)))
	}
	f.loading = false
	f.showFormat()
}

// loadSets offers the sets that the project keeps, or to make some.
func (f *datasetForm) loadSets() {
	kept, err := f.p.w.project.Sets(context.Background())
	if err != nil {
		f.p.w.say(sentence(err.Error()))
	}
	if len(kept.Of) == 0 {
		f.sets.offer([]string{noSets, setsByShare, setsByDate})
		return
	}
	f.sets.offer([]string{noSets, setsAsKept})
	said := "Made on " + moment(kept.At)
	if split, err := dataset.ParseRule(kept.Rule); err == nil {
		said += ": " + strings.Join(splitWords(split), "; ")
	}
	f.kept.set(said + ". An article stays in its set; new ones join.")
}

// splitWords says how sets were made.
func splitWords(s dataset.Split) []string {
	var said []string
	for _, set := range s.Sets {
		if _, err := time.Parse(time.DateOnly, set.Until); err == nil {
			said = append(said, set.Name+" up to "+set.Until)
			continue
		}
		if set.Until != "" {
			said = append(said, set.Name+" the rest")
			continue
		}
		said = append(said, set.Name+" "+percent(set.Share))
	}
	return said
}

// showFormat says what the chosen format is for, and what of it can be chosen.
func (f *datasetForm) showFormat() {
	format := f.chosen()
	f.about.set(format.About)
	f.ways = newFormatWays(f.p, format.Offers())
	f.changed()
}

// changed shows what can be said now, and what would come of it.
func (f *datasetForm) changed() {
	if f.loading {
		return
	}
	f.arrange()
	f.namePath()
	f.p.change()
}

// arrange sets the fields below each other that mean something now.
func (f *datasetForm) arrange() {
	f.object.Objects = nil
	add := func(objects ...fyne.CanvasObject) {
		for _, o := range objects {
			f.object.Objects = append(f.object.Objects, padded(2, 2, 0, 0, o))
		}
	}
	indented := func(o fyne.CanvasObject) fyne.CanvasObject { return padded(0, 2, captionWidth, 0, o) }
	add(beside("Format", f.format), indented(f.about))
	add(f.ways.objects...)
	add(beside("Labels of", f.author))
	if f.author.Selected == severalPeople {
		add(indented(f.people.object))
	}
	add(beside("Labels", f.labels))
	if f.labels.Selected == someLabels {
		add(indented(f.which.object))
	}
	add(beside("Articles", f.done), beside("Sets", f.sets))
	switch f.sets.Selected {
	case setsByShare:
		add(beside("Shares", f.shares), beside("Seed", f.seed), beside("Grouped by", f.group))
	case setsByDate:
		add(beside("Shares, days", f.shares), beside("Grouped by", f.group))
	case setsAsKept:
		add(indented(f.kept), beside("", container.NewHBox(f.letGo)))
	}
	add(beside("Licence", f.licence), beside("To", f.to), f.strict, f.verify)
	f.object.Refresh()
}

func (f *datasetForm) chosen() dataset.Format { return f.formats[max(0, f.format.SelectedIndex())] }

// namePath gives the target the ending of the format, or none where it is a folder.
func (f *datasetForm) namePath() {
	format := f.chosen().In(f.ways.choices())
	path := f.path.Text
	for _, other := range f.formats {
		for _, ending := range other.Extensions {
			path = strings.TrimSuffix(path, ending)
		}
	}
	if f.path.Text != "" && len(format.Extensions) > 0 && !format.Folder && !f.parted() {
		path += format.Extensions[0]
	}
	if path != f.path.Text {
		f.path.put(path)
	}
}

func (f *datasetForm) parted() bool { return f.sets.Selected != noSets && f.sets.Selected != "" }

func (f *datasetForm) browse() {
	q := pathQuestion{title: "Export to", save: true}
	f.p.w.browse(q, f.path.Text, func(paths []string) {
		if len(paths) > 0 {
			f.path.put(paths[0])
		}
	})
}
