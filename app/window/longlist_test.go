package window

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
)

// TestTheNextArticleToLabelIsFoundFarAway leaves one article to do, many pages from the open one.
func TestTheNextArticleToLabelIsFoundFarAway(t *testing.T) {
	d := drive(t)
	folder := t.TempDir()
	for i := range 5 * pageOfRows {
		write(t, filepath.Join(folder, fmt.Sprintf("%04d.txt", i)), fmt.Sprintf("Note %d\n\nThe %dth note.\n", i, i))
	}
	d.importPaths([]string{folder})
	d.wait()
	d.press("Escape")
	last, _ := d.list.row(d.list.matches - 1)
	for i := 1; i < d.list.matches-1; i++ {
		row, _ := d.list.row(i)
		finish(t, d, row.ID)
	}
	d.list.reload()
	d.expectArticle("Mill fire").press("Ctrl+Return").wait()
	d.expectArticle(last.Title).expectSaid("this is the next")
	d.press("Ctrl+Return").wait()
	d.expectSaid("No article of the list is left").expectArticle(last.Title)
	d.press("Alt+Home").expectArticle("Mill fire").press("Alt+End").expectArticle(last.Title)
	if d.list.done != d.list.total {
		t.Errorf("%d of %d are said to be done", d.list.done, d.list.total)
	}
}

// finish marks an article as done in the file.
func finish(t *testing.T, d *driver, id annotate.ID) {
	t.Helper()
	work, err := d.project.Work(t.Context(), id, d.author)
	if err != nil {
		t.Fatal(err)
	}
	s, err := annotate.NewSession(work.Article, work.Layer, work.Past, d.scheme(), work.Saver)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.SetValue("Done", annotate.StatusValue, string(annotate.Done)); err != nil {
		t.Fatal(err)
	}
}

// TestEnterInTheFilterWaitsForTheAnswer presses Enter before the list is filtered.
func TestEnterInTheFilterWaitsForTheAnswer(t *testing.T) {
	d := drive(t).open("Mill fire").press("Ctrl+Shift+L").write("dockers").press("Return")
	if d.list.found.text != filtering {
		t.Errorf("the list says %q", d.list.found.text)
	}
	d.wait()
	d.expectArticle("Strike ends")
	if row, there := d.list.row(0); !there || row.Title != "Strike ends" || d.list.place(row.ID) != 0 || row == (storage.Row{}) {
		t.Errorf("the first row is %v", row)
	}
}

// The row of the open article stands out, and no other, wherever the article was opened from.
func TestOneRowStandsOut(t *testing.T) {
	d := drive(t)
	standing := func() (titles []string) {
		for o := range d.list.list.at {
			if row := o.(*articleRow); row.back.fill != "" {
				titles = append(titles, row.shows.title)
			}
		}
		return titles
	}
	expect := func(when string, want ...string) {
		t.Helper()
		if got := standing(); !slices.Equal(got, want) {
			t.Errorf("%s %q stand out, want %q", when, got, want)
		}
	}
	d.open("Bridge closed")
	expect("after a click", "Bridge closed")
	d.press("Ctrl+Next")
	expect("after a key", d.session.State().Article.Title)
	d.list.list.Select(0)
	d.list.list.Select(0)
	expect("after two clicks", d.session.State().Article.Title)
	d.press("Ctrl+Shift+F")
	expect("beside a page")
	d.press("Escape")
	expect("after the page", d.session.State().Article.Title)
}
