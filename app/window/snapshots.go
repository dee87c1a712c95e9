package window

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/storage"
)

// A snapshotPage lists the snapshots of a project, says what going back to one would change, and
// goes back. The project may be one that cannot be opened.
type snapshotPage struct {
	w       *Window
	sheet   *sheet
	path    string // of the project
	list    *chooser
	none    *hint
	all     []storage.Snapshot
	preview *fyne.Container
	asked   latest
	take    *widget.Button
	restore *widget.Button
}

func newSnapshotPage(w *Window) *snapshotPage {
	p := &snapshotPage{w: w, none: newHintOf("No snapshots yet", "One is kept while you work, when you close the project, and before each import.")}
	p.list = newChooser(w, func() int { return len(p.all) }, func() fyne.CanvasObject { return newPlainRow() })
	p.list.show = func(i int, o fyne.CanvasObject, chosen bool) {
		s := p.all[i]
		o.(*plainRow).show(moment(s.At), fmt.Sprintf("%s  ·  after edit %s", megabytes(s.Size), grouped(int(s.Last))), chosen, false)
	}
	p.list.chosen = func(int) { p.show() }
	p.list.tapped, p.list.taken = func(int) {}, func(int) { p.askRestore() }
	p.preview = container.NewVBox()
	p.take = widget.NewButton("Take a snapshot now", p.snapshot)
	p.restore = widget.NewButton("Go back to this one…", p.askRestore)
	right := container.NewBorder(nil, padded(10, 16, 0, 0, container.NewHBox(p.restore)), nil, nil, container.NewVScroll(padded(6, 0, 0, 14, p.preview)))
	lists := container.NewStack(padded(0, 6, 12, 8, p.list), p.none.object)
	p.sheet = w.newSheet("Snapshots", newHalves(0.4, lists, padded(0, 0, 12, 24, right)), p.take)
	p.sheet.focus = func() { w.win.Canvas().Focus(p.list) }
	return p
}

// moment is when something was, for people here.
func moment(at time.Time) string { return at.Local().Format("2 January 2006, 15:04:05") }

// megabytes is a size for people.
func megabytes(bytes int64) string {
	if bytes < 100_000 {
		return fmt.Sprintf("%s KB", grouped(int(bytes+999)/1000))
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}

func (w *Window) showSnapshots() { w.showSnapshotsOf(w.project.Path()) }

// showSnapshotsOf lists the snapshots of a project file.
func (w *Window) showSnapshotsOf(path string) {
	if w.snapshots == nil {
		w.snapshots = newSnapshotPage(w)
	}
	w.snapshots.path = path
	w.snapshots.load()
	w.showSheet(w.snapshots.sheet)
}

// forget hears no answer any more.
func (p *snapshotPage) forget() {
	if p != nil {
		p.asked.drop()
	}
}

// open reports whether the page's project is the one that is open.
func (p *snapshotPage) open() bool { return p.w.project != nil && p.w.project.Path() == p.path }

// load lists the snapshots anew.
func (p *snapshotPage) load() {
	var err error
	if p.all, err = storage.Snapshots(p.path); err != nil {
		p.w.showError("The snapshots cannot be listed", err, "")
	}
	p.none.object.Hidden = len(p.all) > 0
	p.none.object.Refresh()
	enable(p.take, p.open() && p.w.project.Damage() == nil)
	enable(p.restore, len(p.all) > 0)
	p.list.begin()
	p.show()
}

func enable(b *widget.Button, can bool) {
	if can {
		b.Enable()
	} else {
		b.Disable()
	}
}

// show says what going back to the chosen snapshot would change.
func (p *snapshotPage) show() {
	p.preview.RemoveAll()
	if p.list.at >= len(p.all) {
		p.asked.drop()
		return
	}
	s, project := p.all[p.list.at], p.w.project
	p.preview.Add(heading(moment(s.At)))
	if !p.open() {
		p.preview.Add(words("The project cannot be opened, so that it cannot be said what is different now."))
		return
	}
	p.preview.Add(words("Comparing…").small())
	ask(p.w, &p.asked, typingPause, func(ctx context.Context) (storage.Preview, error) { return project.Preview(ctx, s.Path) },
		func(found storage.Preview, err error) {
			p.preview.Objects = p.preview.Objects[:1]
			if err != nil {
				p.preview.Add(words(sentence(err.Error())))
				return
			}
			for _, o := range newPreview(found) {
				p.preview.Add(o)
			}
		})
}

// newPreview is what going back would change, in words.
func newPreview(f storage.Preview) []fyne.CanvasObject {
	line := func(noun string, now, then int) string {
		if now == then {
			return fmt.Sprintf("%s, as now", counted(then, noun))
		}
		return fmt.Sprintf("%s; now there are %s", counted(then, noun), grouped(now))
	}
	n, t := f.Now, f.Then
	said := []fyne.CanvasObject{words(line("article", n.Articles, t.Articles) + "\n" + line("span", n.Spans, t.Spans) + "\n" +
		line("link", n.Links, t.Links) + "\n" + line("edit", n.Edits, t.Edits))}
	if len(f.Changed) == 0 {
		return append(said, padded(8, 0, 0, 0, words("No label is different.")))
	}
	said = append(said, padded(10, 0, 0, 0, heading(counted(len(f.Changed)+f.More, "article")+" would change")))
	for _, c := range f.Changed {
		said = append(said, words(fmt.Sprintf("%s  ·  %s: %s, now %s", oneLine(c.Title, 90), c.Author, counted(c.Then, "span"), grouped(c.Now))))
	}
	if f.More > 0 {
		said = append(said, words(fmt.Sprintf("… and %s more", grouped(f.More))))
	}
	return said
}

// snapshot keeps a snapshot now.
func (p *snapshotPage) snapshot() {
	project := p.w.project
	work(p.w, "Keeping a snapshot", func(ctx context.Context, _ func(string)) (storage.Snapshot, error) { return project.Snapshot(ctx) },
		func(s storage.Snapshot, err error) {
			if err != nil {
				p.w.showError("No snapshot was kept", err, "")
				return
			}
			p.load()
			p.w.say("A snapshot was kept: " + shortPath(s.Path))
		})
}

// askRestore asks whether to go back to the chosen snapshot.
func (p *snapshotPage) askRestore() {
	if p.list.at >= len(p.all) {
		return
	}
	s := p.all[p.list.at]
	d := p.w.newDialog("Go back to this snapshot?", words(fmt.Sprintf("%s will be as it was on %s. The file as it is now is not thrown away: it is kept beside it under another name.",
		filepath.Base(p.path), moment(s.At))))
	d.button("Cancel", d.close)
	d.primary("Go back", func() {
		d.close()
		p.w.restoreSnapshot(p.path, s)
	})
	d.show(fyne.NewSize(480, 0))
}

// restoreSnapshot puts a snapshot into its project's place and opens it.
func (w *Window) restoreSnapshot(path string, s storage.Snapshot) {
	w.closeProject()
	w.leaveSheet()
	w.showArticle()
	work(w, "Going back", func(ctx context.Context, say func(string)) (aside string, err error) {
		say("Putting the snapshot into its place…")
		aside, err = storage.Restore(ctx, path, s.Path)
		if folder, failed := storage.Marks(); err == nil && failed == nil {
			err = storage.Forget(folder, path)
		}
		return aside, err
	}, func(aside string, err error) {
		w.open(path)
		if err != nil {
			w.showError("The snapshot was not restored", err, "")
			return
		}
		said := "The project is as it was on " + moment(s.At) + "."
		if aside != "" {
			said += " As it was before it is kept as " + shortPath(aside)
		}
		w.say(said)
	})
}
