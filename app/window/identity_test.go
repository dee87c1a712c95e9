package window

import (
	"path/filepath"
	"testing"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/dataset"
	"github.com/glossator/glossator/assets"
	"github.com/glossator/glossator/storage"
)

// madeBy makes a project in which somebody labelled, as a version before there were identities did.
func (d *driver) madeBy(name string) (path string, author annotate.Author) {
	d.Helper()
	path = filepath.Join(d.TempDir(), name+storage.Extension)
	scheme, err := annotate.ParseScheme(assets.SchemeJSON)
	if err != nil {
		d.Fatal(err)
	}
	project, err := storage.Create(path, scheme)
	if err != nil {
		d.Fatal(err)
	}
	if author, err = project.Author(name, annotate.Person); err != nil {
		d.Fatal(err)
	}
	if err := project.Close(); err != nil {
		d.Fatal(err)
	}
	return path, author
}

// export writes the open project to a file of JSON Lines.
func (d *driver) export() (path string) {
	d.Helper()
	path = filepath.Join(d.TempDir(), "export.jsonl")
	format, err := dataset.Find("jsonl")
	if err == nil {
		_, err = dataset.Write(d.Context(), format, dataset.Target{Path: path}, d.project.Documents(d.Context(), storage.Choice{}))
	}
	if err != nil {
		d.Fatal(err)
	}
	return path
}

func TestTheUserIsTheSameInEveryProject(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	me, file := d.author, d.export()
	d.makeProject(filepath.Join(t.TempDir(), "other.gloss"))
	if d.author != me {
		t.Errorf("the user is %v in another project, not %v", d.author, me)
	}
	d.importPaths([]string{file})
	d.wait()
	d.press("Return").open("Mill fire").expectSpans("place: Vessmark")
	if len(d.others) > 0 {
		t.Errorf("the user's own labels are those of %v", d.others[0].Author)
	}
}

func TestAnotherNameIsTheSamePerson(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	me := d.author
	d.rename("Ida Moor")
	d.open("Mill fire").expectSpans("place: Vessmark")
	if d.author.ID != me.ID || d.author.Name != "Ida Moor" || len(d.others) > 0 {
		t.Errorf("the user is %v, not %v", d.author, me)
	}
	d = d.again()
	if authors, err := d.project.Authors(t.Context()); err != nil || len(authors) != 1 || authors[0] != d.author || d.author.ID != me.ID {
		t.Errorf("the authors are %v: %v", authors, err)
	}
}

func TestSomebodyElseMayGoOnAndComeBack(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	me := d.author
	d.become("Ben")
	d.makeProject(filepath.Join(t.TempDir(), "other.gloss"))
	if d.author.ID == me.ID || d.author.Name != "Ben" {
		t.Errorf("the user is %v", d.author)
	}
	d.become(me.Name)
	if d.author != me {
		t.Errorf("the user is %v, not %v", d.author, me)
	}
}

func TestAnOlderProjectGoesOnUnderItsOwnID(t *testing.T) {
	d := drive(t)
	me := d.author
	path, before := d.madeBy(me.Name)
	d.prefs.SetString(keyArticle+path, "seen here before")
	d.Window.open(path)
	d.expectDialog("")
	if d.author.ID != before.ID {
		t.Errorf("the user is %v, not %v", d.author, before)
	}
	d.importText("1.txt", "Mill fire\n\nIt burnt in Vessmark.\n")
	d.open("Mill fire").drag("Vessmark").press("2")
	file := d.export()
	d.makeProject(filepath.Join(t.TempDir(), "new.gloss"))
	d.importPaths([]string{file})
	d.wait()
	d.press("Return").open("Mill fire").expectSpans("place: Vessmark")
	if d.author.ID != me.ID || len(d.others) > 0 {
		t.Errorf("the user is %v, and others are %v", d.author, d.others)
	}
}

func TestAStrangerOfTheSameNameIsAskedAbout(t *testing.T) {
	d := drive(t)
	me := d.author
	path, _ := d.madeBy(me.Name)
	d.Window.open(path)
	d.expectDialog("Are these labels yours?").button("I am somebody else").expectDialog("")
	if d.author.ID != me.ID || d.project.Path() != path {
		t.Errorf("the user is %v, not %v", d.author, me)
	}
	d = d.again()
	d.expectDialog("")
	other, stranger := d.madeBy(me.Name)
	d.Window.open(other)
	d.press("Return").expectDialog("")
	if d.author.ID != stranger.ID {
		t.Errorf("the user is %v, not %v", d.author, stranger)
	}
}

func TestAnotherPersonsProjectIsNotTakenOver(t *testing.T) {
	d := drive(t)
	me := d.author
	path, _ := d.madeBy("Somebody Else")
	d.Window.open(path)
	d.expectDialog("")
	authors, err := d.project.Authors(t.Context())
	if err != nil || d.author.ID != me.ID || len(authors) != 2 {
		t.Errorf("the user is %v; the authors are %v: %v", d.author, authors, err)
	}
}

func TestAFormerNameIsFreeForSomebodyElse(t *testing.T) {
	d := drive(t)
	me := d.author
	d.rename("Ida Moor")
	d.become(me.Name)
	if d.author.ID == me.ID {
		t.Error("somebody else goes on as the one who had that name")
	}
	d.become("Ida Moor")
	if d.author.ID != me.ID || d.author.Name != "Ida Moor" {
		t.Errorf("the user is %v, not %v", d.author, me)
	}
}
