package window

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// lookFor types words into the search and waits for what is found.
func (d *driver) lookFor(words string) *driver {
	d.Helper()
	d.press("Ctrl+Shift+F", "Ctrl+A").write(words).wait()
	return d
}

// expectHits compares the titles of what was found.
func (d *driver) expectHits(want ...string) *driver {
	d.Helper()
	var got []string
	for _, hit := range d.search.hits {
		got = append(got, hit.Title)
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		d.Errorf("found %q, not %q", got, want)
	}
	return d
}

func (d *driver) expectHint(title string) *driver {
	d.Helper()
	got := ""
	if d.search.none.object.Visible() {
		got = d.search.none.title.text
	}
	if got != title {
		d.Errorf("the search says %q, not %q", got, title)
	}
	return d
}

func TestWordsAreFoundInAllArticles(t *testing.T) {
	d := drive(t).open("Mill fire").press("Ctrl+Shift+F").expectHint("What do you look for?")
	if d.page.object.Visible() || d.panel.object.Visible() {
		t.Error("the article shows through the search")
	}
	d.lookFor("killed").expectHits("Mill fire").expectHint("")
	hit := d.search.hits[0]
	if len(hit.Marks) != 1 || d.search.count.text != "1 article" {
		t.Errorf("%v is marked in %q, and %q said", hit.Marks, hit.Snippet, d.search.count.text)
	}
	d.lookFor("bri*").expectHits("Bridge closed", "Mill fire")
	d.lookFor(`"the mayor"`).expectHits("Bridge closed")
	d.lookFor("-mayor").expectHits().expectHint("What is to be found?")
	d.lookFor("volcano").expectHits().expectHint("Nothing found")
	d.press("Escape").expectArticle("Mill fire")
	if !d.page.object.Visible() || d.sheets.object.Visible() || d.win.Canvas().Focused() != fyne.Focusable(d.view) {
		t.Error("Escape does not lead back to the article")
	}
}

func TestAHitIsOpenedAndOneComesBackToTheResults(t *testing.T) {
	d := drive(t).open("Strike ends").lookFor("the").press("Down", "Return")
	opened := d.search.hits[1].Title
	d.expectArticle(opened).expectSaid("Alt+←")
	if n := len(d.finder.hits); n == 0 || !strings.EqualFold(d.view.Text()[d.finder.hits[0].Start:d.finder.hits[0].End], "the") {
		t.Errorf("%v are marked in the article", d.finder.hits)
	}
	_, caret := d.view.Selection()
	if caret != d.finder.hits[0].Start {
		t.Errorf("the caret is at %d", caret)
	}
	d.press("Alt+Left")
	if d.sheets.open != d.search.sheet || d.search.list.at != 1 {
		t.Errorf("going back shows row %d", d.search.list.at)
	}
	d.press("Return").expectArticle(opened).press("Escape")
	if d.finder.object.Visible() {
		t.Error("Escape leaves the bar")
	}
	d.open("Mill fire").press("Alt+Left").expectSaid("no place").expectArticle("Mill fire")
	d.press("Ctrl+Shift+F")
	if len(d.search.hits) != 3 {
		t.Errorf("the search has forgotten what it found: %d are left", len(d.search.hits))
	}
	d.open("Mill fire")
	if d.sheets.open != nil {
		t.Error("the search covers the article that was opened")
	}
}

func TestTheSelectedWordsAreLookedFor(t *testing.T) {
	d := drive(t).open("Mill fire").drag("fire brigade").press("Ctrl+Shift+F")
	d.wait()
	if d.search.entry.Text != `"fire brigade"` {
		t.Errorf("%q is looked for", d.search.entry.Text)
	}
	d.expectHits("Mill fire").press("Ctrl+Next").expectArticle("Bridge closed")
	if d.sheets.open != nil {
		t.Error("the search covers the next article")
	}
}

// TestResultsComeInPages scrolls through more hits than a page has, and types on before an answer
// has come.
func TestResultsComeInPages(t *testing.T) {
	d := drive(t)
	folder := t.TempDir()
	for i := range 3*pageOfHits + 7 {
		write(t, filepath.Join(folder, fmt.Sprintf("%03d.txt", i)), fmt.Sprintf("Gale %d\n\nA gale came over Amrel for the %dth time.\n", i, i))
	}
	d.importPaths([]string{folder})
	d.wait()
	d.press("Escape").press("Ctrl+Shift+F").write("gal").write("e").wait()
	if len(d.search.hits) < pageOfHits || d.search.text != "gale" || !strings.HasPrefix(d.search.count.text, "157 articles") {
		t.Errorf("%d hits for %q: %s", len(d.search.hits), d.search.text, d.search.count.text)
	}
	for range 6 {
		d.search.list.choose(len(d.search.hits) - 1)
		d.wait()
	}
	seen := map[string]bool{}
	for _, hit := range d.search.hits {
		seen[string(hit.ID)] = true
	}
	if len(d.search.hits) != 157 || len(seen) != 157 {
		t.Errorf("%d hits were read, %d of them different", len(d.search.hits), len(seen))
	}
	path := filepath.Join(t.TempDir(), "other.gloss")
	d.press("Escape").makeProject(path)
	d.press("Ctrl+Shift+F").expectHits().expectHint("What do you look for?")
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

func TestEnterOpensWhatIsTypedNotWhatWasFoundBefore(t *testing.T) {
	d := drive(t).open("Strike ends").lookFor("killed").expectHits("Mill fire")
	d.press("Ctrl+Shift+F").write("Orvane").press("Return").wait()
	d.expectArticle("Bridge closed")
}
