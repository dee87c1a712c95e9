package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
)

func TestTheFirstStartOpensTheSample(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	d := begin(t, Options{})
	d.expectDialog("")
	if d.list.total != 8 || d.list.done != 3 {
		t.Errorf("the sample has %d articles, %d of them done", d.list.total, d.list.done)
	}
	if len(d.session.State().Layer.Spans()) == 0 {
		t.Error("the first article of the sample has no spans")
	}
	if d.author.Name == "" || d.author.Kind != annotate.Person {
		t.Errorf("the author is %v", d.author)
	}
}

func TestImportingTwiceAddsNothing(t *testing.T) {
	d := drive(t)
	folder := t.TempDir()
	write(t, filepath.Join(folder, "again.txt"), reports["1-mill.txt"])
	write(t, filepath.Join(folder, "new.txt"), "Fog\n\nFlights were late.\n")
	d.importPaths([]string{folder})
	d.wait()
	d.expectDialog("Imported")
	if text := d.dialogText(); !strings.Contains(text, "1 article added, 1 already there") {
		t.Errorf("the report says %q", text)
	}
	d.press("Return").expectDialog("").open("Fog")
}

func TestWhatCannotBeImportedIsNamed(t *testing.T) {
	d := drive(t)
	folder := t.TempDir()
	write(t, filepath.Join(folder, "bad.jsonl"), "{\"id\": \"x\", \"te\n")
	write(t, filepath.Join(folder, "good.txt"), "Fog\n\nFlights were late.\n")
	d.importPaths([]string{folder})
	d.wait()
	d.expectDialog("Some of this cannot be imported")
	if text := d.dialogText(); !strings.Contains(text, "bad.jsonl: line 1") {
		t.Errorf("the dialog says %q", text)
	}
	d.button("Cancel").expectDialog("").expectSaid("Nothing was imported")
	if d.list.total != 3 {
		t.Errorf("%d articles are there after cancelling", d.list.total)
	}
	d.importPaths([]string{folder})
	d.wait()
	d.button("Import the rest").wait()
	d.expectDialog("Imported")
	if d.list.total != 4 {
		t.Errorf("%d articles are there", d.list.total)
	}
}

func TestProjectsAreMadeAndOpened(t *testing.T) {
	d := drive(t)
	first := d.project.Path()
	path := filepath.Join(t.TempDir(), "Reports.gloss")
	d.press("Ctrl+N").expectDialog("New project")
	d.dialog.first.(*entry).SetText(path)
	d.press("Return").expectDialog("")
	if d.project.Path() != path || d.session != nil || d.page.empty.title.text != "No articles yet" {
		t.Errorf("%s is open and says %q", d.project.Path(), d.page.empty.title.text)
	}
	d.press("Ctrl+O")
	d.dialog.first.(*entry).SetText(filepath.Join(t.TempDir(), "nowhere"))
	d.press("Return").expectDialog("Open project").press("Escape").expectDialog("")
	d.Window.open(first)
	if got := d.prefs.recent(); len(got) != 2 || got[0] != first {
		t.Errorf("the recent projects are %q", got)
	}
}

func TestAProjectThatIsNoneIsExplained(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	path := filepath.Join(t.TempDir(), "broken.gloss")
	write(t, path, "this is no database, it is a text that pretends to be one, and long enough to have a header of its own")
	d := begin(t, Options{Project: path})
	d.expectDialog("The project cannot be opened").press("Return")
	if d.project != nil || d.page.empty.title.text != "No project is open" {
		t.Errorf("the page says %q", d.page.empty.title.text)
	}
	d.press("1", "Ctrl+Z", "Ctrl+E").expectSaid("Open a project first")
}

func TestTheAuthorCanChange(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	d.become("Ida Moor")
	d.expectArticle("Mill fire").expectSpans().expectStatus(annotate.New)
	if marks := len(d.others); marks != 1 {
		t.Errorf("%d others are shown", marks)
	}
	d.click("Vessmark").press("2").expectSpans("place: Vessmark")
}

func TestTheThemeIsKept(t *testing.T) {
	d := drive(t)
	d.do("theme:dark")
	if !d.look.dark() || colour(theme.ColorNameBackground) != inks[theme.ColorNameBackground].dark {
		t.Error("the window is not dark")
	}
	d.do("theme:light")
	if d.look.dark() || d.prefs.String(keyTheme) != "light" {
		t.Error("the window is not light")
	}
}

func TestTheTextSizeChanges(t *testing.T) {
	d := drive(t).open("Mill fire").press("Ctrl++", "Ctrl+=", "Ctrl+-")
	if got := d.view.Typography().Size; got != normalText+1.5 {
		t.Errorf("the text size is %v", got)
	}
	d.press("Ctrl+0").expectSaid("100 %")
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestASingleFileThatIsRefusedLeavesNoRest(t *testing.T) {
	d := drive(t)
	path := filepath.Join(t.TempDir(), "bad.jsonl")
	write(t, path, "{\"id\": \"x\", \"te\n")
	d.importPaths([]string{path})
	d.wait()
	d.expectDialog("This cannot be imported")
	if n := len(d.dialog.buttons); n != 1 {
		t.Errorf("the dialog has %d buttons", n)
	}
	d.press("Return").expectDialog("").expectSaid("Nothing was imported")
}

func TestLabelsThatAreMissingCanBeAddedToImportAgain(t *testing.T) {
	d := drive(t)
	path := filepath.Join(t.TempDir(), "weapon.jsonl")
	write(t, path, `{"text": "A drone fell on Vessmark.", "label": [[2, 7, "weapon"]]}`+"\n")
	d.importPaths([]string{path})
	d.wait()
	d.expectDialog("Some of this cannot be imported").button("Import again").expectDialog("Some of this cannot be imported")
	d.check("Add labels").button("Import again").wait()
	d.expectDialog("Imported")
	if _, has := d.scheme().Label("weapon"); !has {
		t.Error("the scheme has no label weapon")
	}
}

func TestUnitsAreAskedForWhereTheFileLeavesThemOpen(t *testing.T) {
	d := drive(t)
	path := filepath.Join(t.TempDir(), "emoji.jsonl")
	write(t, path, `{"text": "😀😀 a b c d", "label": [[5, 6, "place"]]}`+"\n")
	d.importPaths([]string{path})
	d.wait()
	d.expectDialog("Some of this cannot be imported")
	if text := d.dialogText(); strings.Contains(text, "--units") || !strings.Contains(text, "What do the offsets") {
		t.Errorf("the dialog says %q", text)
	}
	d.button("Import again").expectDialog("Some of this cannot be imported")
	d.check("Python").button("Import again").wait()
	d.expectDialog("Imported").press("Return").open("😀😀 a b c d")
	if spans := d.others[0].Spans(); len(spans) != 1 || spans[0].Quote(d.view.Text()) != "b" {
		t.Errorf("the spans are %v", spans)
	}
}

func TestAFolderCanBeImportedAsFilesCan(t *testing.T) {
	d := drive(t).press("Ctrl+I").expectDialog("Import files")
	folder := t.TempDir()
	write(t, filepath.Join(folder, "new.txt"), "Fog\n\nFlights were late.\n")
	d.win.Canvas().Focused().(*entry).SetText(folder)
	d.press("Return").wait()
	d.expectDialog("Imported").press("Return").open("Fog")
}

// check ticks a box, or chooses one of several, in the dialog on top.
func (d *driver) check(words string) *driver {
	d.Helper()
	for _, o := range test.LaidOutObjects(d.dialog.body) {
		switch o := o.(type) {
		case *box:
			if strings.Contains(o.Text, words) {
				o.SetChecked(true)
				return d
			}
		case *widget.RadioGroup:
			for _, option := range o.Options {
				if strings.Contains(option, words) {
					o.SetSelected(option)
					return d
				}
			}
		}
	}
	d.Fatalf("the dialog offers no %q", words)
	return d
}
