package window

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/glossator/glossator/storage"
)

// tellDamage names the damage of a project and offers what can be done about it: to go back to a
// snapshot, or to save what can still be read. What can be read is shown meanwhile.
func (w *Window) tellDamage(path string, damage error) {
	said := sentence(damage.Error())
	about, look := "Nothing in the damaged file is changed, whatever you choose.", "Close"
	if w.project != nil && w.project.Path() == path {
		about, look = "What can be read is open, for reading only. "+about, "Look only"
	}
	d := w.newDialog("This project is damaged", container.NewVBox(words(said), padded(8, 0, 0, 0, words(about))))
	w.offerRepair(d, path)
	d.primary(look, d.close)
	w.say("This project is damaged. " + said)
	d.show(fyne.NewSize(600, 0))
}

// offerRepair offers in a dialog what can be done about a damaged project.
func (w *Window) offerRepair(d *dialog, path string) {
	d.button("Save what can be read…", func() {
		d.close()
		w.askSalvage(path)
	})
	if all, err := storage.Snapshots(path); err == nil && len(all) > 0 {
		d.button("Restore a snapshot…", func() {
			d.close()
			w.showSnapshotsOf(path)
		})
	}
}

// tellMissing says that edits which were made are not in the project any more, and what to do.
func (w *Window) tellMissing(missing error) {
	d := w.newDialog("The last edits are missing in this project", container.NewVBox(words(sentence(missing.Error())),
		padded(8, 0, 0, 0, words("A newer copy of the file may lie elsewhere: on another computer, in the trash, in a folder that is synchronised. If you go on here, what is missing stays missing."))))
	d.button("Look at the snapshots…", func() {
		d.close()
		w.do("snapshots")
	})
	d.primary("Go on here", d.close)
	w.say("The last edits are missing in this project. " + sentence(missing.Error()))
	d.show(fyne.NewSize(560, 0))
}

// askSalvage asks for the file that is to hold what can be read of a damaged project.
func (w *Window) askSalvage(path string) {
	to := strings.TrimSuffix(path, storage.Extension) + " salvaged" + storage.Extension
	w.askPath(pathQuestion{title: "Save what can be read", button: "Save it", path: to, save: true,
		about: "A new project is made of the articles and labels that can be read. The damaged file stays as it is."},
		func(to string) { w.salvage(path, to) })
}

// salvage saves what can be read of a damaged project, opens it and tells what was lost.
func (w *Window) salvage(from, to string) {
	if w.project != nil && w.project.Path() == from && w.project.Damage() == nil {
		w.closeProject() // so that nothing is written meanwhile
		w.showArticle()
	}
	work(w, "Reading "+filepath.Base(from), func(ctx context.Context, say func(string)) (storage.Rescue, error) {
		say("Reading what can be read…")
		return storage.Salvage(ctx, from, to)
	}, func(rescue storage.Rescue, err error) {
		if err != nil {
			w.showError("Nothing could be saved", err, "")
			return
		}
		w.open(to)
		w.tell("Saved what could be read", newRescue(rescue), fyne.NewSize(600, 0))
	})
}

// newRescue is what was saved of a damaged project, and what was lost, in words.
func newRescue(r storage.Rescue) fyne.CanvasObject {
	body := container.NewVBox(words(fmt.Sprintf("%s with %s and %s came into the new project.",
		counted(r.Added, "article"), counted(r.Spans, "span"), counted(r.Links, "link"))))
	var lost []string
	for _, l := range r.Lost {
		lost = append(lost, l.Where+": "+l.What)
	}
	if r.More > 0 {
		lost = append(lost, fmt.Sprintf("… and %s more", grouped(r.More)))
	}
	if len(lost) == 0 {
		body.Add(words("Nothing was lost, but for the history of what was undone."))
	}
	addListing(body, "Lost or doubtful", lost)
	return body
}
