package window

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/glossator/glossator/storage"
)

func TestAnOlderCopyInTheProjectsPlaceIsNoticed(t *testing.T) {
	d := drive(t)
	path, older := d.project.Path(), t.TempDir()+"/older.gloss"
	d = d.again()
	d.closeProject()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(older, data, 0o600); err != nil {
		t.Fatal(err)
	}
	d.Window.open(path)
	d.open("Mill fire").drag("Vessmark").press("2").expectSpans("place: Vessmark")
	d.closeProject()
	if err := os.Rename(older, path); err != nil {
		t.Fatal(err)
	}
	d.Window.open(path)
	d.expectDialog("The last edits are missing in this project")
}

func TestAProjectFileThatIsGoneIsTold(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	path := d.project.Path()
	elsewhere := t.TempDir() + "/elsewhere.gloss"
	move(t, path, elsewhere)
	d.lookForFile()
	d.wait()
	d.expectDialog("The project file is gone").expectSaid("moved or removed")
	kept := d.project.Kept()
	d.button("Look only").drag("the fire brigade").press("1").expectDialog("").expectSaid("The project file is gone").expectSpans("place: Vessmark")
	move(t, elsewhere, path)
	d.lookForFile()
	d.wait()
	d.expectSaid("is back").drag("Monday").press("4").expectSpans("place: Vessmark", "claim: Monday")
	move(t, path, elsewhere)
	d.press("3").expectDialog("The project file is gone").expectSpans("place: Vessmark", "claim: Monday")
	if d.project.Kept() == kept {
		t.Error("what was saved since is not kept")
	}
	kept = d.project.Kept()
	d.press("Return").expectDialog("").open("Mill fire").expectSpans("place: Vessmark", "claim: Monday")
	if d.project.Path() != kept {
		t.Errorf("%s is open, not %s", d.project.Path(), kept)
	}
}

func move(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

func TestASynchronisedFolderIsTold(t *testing.T) {
	d := drive(t)
	folder := t.TempDir() + "/Dropbox/work"
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	path := folder + "/news.gloss"
	d.makeProject(path)
	d.expectDialog("This folder is synchronised").expectSaid("Dropbox synchronises").press("Return").expectDialog("")
	first := d.again()
	first.expectDialog("").expectSaid("Dropbox synchronises")
	first.prefs.RemoveValue(keyFolder + path)
	first = first.again()
	first.expectDialog("This folder is synchronised").button("Copy it to another folder…").expectDialog("Copy the project").press("Return").wait()
	first.expectDialog("")
	if first.project.Path() != documents()+"/news.gloss" {
		t.Errorf("%s is open", first.project.Path())
	}
}

func TestASecondWindowIsRefused(t *testing.T) {
	d := drive(t)
	here, path := d.project.Path(), t.TempDir()+"/other.gloss"
	d.makeProject(path)
	d.Window.open(here)
	other, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	d.Window.open(path)
	d.expectDialog("The project cannot be opened")
	if said := d.dialogText(); !strings.Contains(said, "is open") {
		t.Errorf("the dialog says %q", said)
	}
	d.press("Return")
	if d.project.Path() != here {
		t.Errorf("%s is open", d.project.Path())
	}
}

// patched has the first of such words in the project's file changed for others of the same length.
func (d *driver) patched(changes ...string) *driver {
	d.Helper()
	return d.rewritten(func(data []byte) {
		for i := 0; i < len(changes); i += 2 {
			at := bytes.Index(data, []byte(changes[i]))
			if at < 0 || len(changes[i]) != len(changes[i+1]) {
				d.Fatalf("the file does not hold %q", changes[i])
			}
			copy(data[at:], changes[i+1])
		}
	})
}

// longAgo makes a project be made a year before.
func longAgo() []string {
	now, made := time.Now().UnixMilli(), time.Now().AddDate(-1, 0, 0).UnixMilli()
	return []string{fmt.Sprintf("created_ms%d", now)[:len("created_ms")+6], fmt.Sprintf("created_ms%d", made)[:len("created_ms")+6]}
}

func TestAProjectIsCheckedOnceAWeek(t *testing.T) {
	d := drive(t)
	d.say("")
	d.pass().wait()
	if strings.Contains(d.status.said.text, "checked") {
		t.Errorf("a new project was checked: %q", d.status.said.text)
	}
	d = d.patched(longAgo()...)
	d.pass().wait()
	d.expectSaid("checked, as it is once a week").expectDialog("")
	d = d.again()
	d.do("check")
	d.wait()
	d.expectDialog("This project is sound").press("Return")
	d.say("")
	d.pass().wait()
	if strings.Contains(d.status.said.text, "checked") {
		t.Errorf("the project was checked again: %q", d.status.said.text)
	}
}

func TestATextThatHasChangedIsFoundAndSaved(t *testing.T) {
	d := drive(t).open("Strike ends").drag("dockers").press("1").open("Bridge closed")
	d = d.patched(append(longAgo(), "the Orvane bridge", "the Orvune bridge")...)
	for d.dialog != nil { // the article that was open last is the one
		d.press("Escape")
	}
	d.pass().wait()
	d.expectDialog("Something is wrong with this project")
	if said := d.dialogText(); !strings.Contains(said, "Bridge closed") || !strings.Contains(said, "not what was imported") {
		t.Errorf("the dialog says %q", said)
	}
	d.button("Save what can be read…").expectDialog("Save what can be read").press("Return").wait()
	d.expectDialog("Saved what could be read").press("Return").open("Strike ends").expectSpans("actor: dockers")
}
