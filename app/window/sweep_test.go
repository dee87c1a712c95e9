package window

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/glossator/glossator/annotate"
)

// orel opens the window on the reports and three more, in which one name stands often, and tags it
// once.
func orel(t *testing.T) *driver {
	t.Helper()
	d := drive(t)
	for _, text := range []string{
		"Harbour\n\nOrel has a harbour. The harbour of Orel is old.\n",
		"Market\n\nThe market of Orel opens at dawn, and orel bread is sold.\n",
		"Bridge\n\nOrelburg is not Orel, whoever says so in Orel.\n",
	} {
		d.bring(text)
	}
	return d.open("Harbour").drag("Orel").press("2")
}

// spansOf is how many spans the author has in an article, as the project file holds them.
func (d *driver) spansOf(title string) int {
	d.Helper()
	for i := range d.list.matches {
		if row, _ := d.list.row(i); row.Title == title {
			now, err := d.project.Row(context.Background(), row.ID, d.author.ID)
			if err != nil {
				d.Fatal(err)
			}
			return now.Spans
		}
	}
	d.Fatalf("there is no article %q", title)
	return 0
}

func (d *driver) expectCounts(harbour, market, bridge int) *driver {
	d.Helper()
	if a, b, c := d.spansOf("Harbour"), d.spansOf("Market"), d.spansOf("Bridge"); a != harbour || b != market || c != bridge {
		d.Errorf("the articles have %d, %d and %d spans, not %d, %d and %d", a, b, c, harbour, market, bridge)
	}
	return d
}

// sweepNow asks for the words of the chosen span in all articles.
func (d *driver) sweepNow() *driver {
	d.Helper()
	d.press("Ctrl+Shift+T").wait()
	if !d.sweep.shown() {
		d.Fatal("the page of all occurrences is not there")
	}
	return d
}

func TestAllIsTaggedInTheProjectAndTakenBackAtOnce(t *testing.T) {
	d := orel(t).sweepNow()
	if got := d.sweep.counts(); !strings.HasPrefix(got, "4 occurrences in 3 articles") || !strings.Contains(got, "1 more labelled already") {
		t.Errorf("the page says %q", got)
	}
	d.capture("sweep").press("Shift+Return").expectCounts(1, 0, 0).press("Ctrl+Shift+Return").wait()
	d.expectSaid("Tagged 4 as Place in 3 articles").expectArticle("Harbour").expectCounts(2, 1, 2)
	d.open("Bridge").expectSpans("place: Orel", "place: Orel").expectStatus(annotate.Started).open("Harbour")
	d.press("Ctrl+Z").expectSpans("place: Orel").expectCounts(1, 1, 2)
	d.press("Ctrl+Y").expectCounts(2, 1, 2)
	d.do("take-back")
	d.wait()
	d.expectSaid("Took back 4 spans as Place in 3 articles").expectCounts(1, 0, 0).open("Bridge").expectStatus(annotate.New)
}

func TestOneUndoTakesBackTheWholeProject(t *testing.T) {
	d := orel(t).sweepNow().press("Shift+Return", "Ctrl+Shift+Return")
	d.wait()
	if title := undoTitle(d.Window); title != "Undo “Label 4 as Place in 3 articles”" {
		t.Errorf("the menu says %q", title)
	}
	d.press("Ctrl+Z").wait()
	d.expectSaid("Took back 4 spans").expectCounts(1, 0, 0)
	d.press("Ctrl+Y").wait()
	d.expectSaid("Tagged 4 as Place again").expectCounts(2, 1, 2)
	d.press("Ctrl+Z").wait()
	d.expectCounts(1, 0, 0).again().expectCounts(1, 0, 0)
}

func TestEachOccurrenceOfTheProjectIsAnswered(t *testing.T) {
	d := orel(t).sweepNow().press("Return", "Delete", "Tab", "Return")
	if got := d.sweep.counts(); !strings.Contains(got, "2 taken, 1 left out, 1 to answer") {
		t.Errorf("the page says %q", got)
	}
	d.press("Ctrl+Z").expectSaid("Took back the last answer").press("Shift+BackSpace")
	if got := d.sweep.counts(); !strings.Contains(got, "1 taken, 3 left out, 0 to answer") {
		t.Errorf("the page says %q", got)
	}
	d.press("Escape").expectSaid("1 that you took are not tagged yet").expectArticle("Harbour").expectCounts(1, 0, 0)
	d.press("Ctrl+Shift+T", "Ctrl+Shift+Return").wait()
	d.expectSaid("Tagged 1 as Place in 1 article").expectCounts(2, 0, 0)
}

func TestTheProjectIsSearchedInOtherWays(t *testing.T) {
	d := orel(t).sweepNow().press("Return")
	test.Tap(d.sweep.anyCase)
	d.wait()
	if got := d.sweep.counts(); !strings.HasPrefix(got, "5 occurrences in 3 articles") || !strings.Contains(got, "1 taken") {
		t.Errorf("in any case there are %q", got)
	}
	test.Tap(d.sweep.within)
	d.wait()
	if got := d.sweep.counts(); !strings.HasPrefix(got, "6 occurrences") {
		t.Errorf("with parts of words there are %q", got)
	}
}

func TestWhatWasChangedSinceStaysWhenABatchIsTakenBack(t *testing.T) {
	d := orel(t).sweepNow().press("Shift+Return", "Ctrl+Shift+Return")
	d.wait()
	d.open("Bridge").press("Tab", "1").expectSpans("actor: Orel", "place: Orel")
	d.do("take-back")
	d.wait()
	d.expectSaid("Took back 3 spans as Place in 3 articles; 1 were changed or linked since, and stay").expectCounts(1, 0, 1)
	d.press("Ctrl+Y").wait()
	d.expectSaid("Tagged 2 as Place again in 2 articles; not 2, in articles where something else was done since").expectCounts(2, 1, 1)
	d.press("Ctrl+Z").wait()
	d.expectCounts(1, 0, 1)
	d.open("Bridge").expectSpans("actor: Orel").press("Ctrl+Z").expectSpans("actor: Orel", "place: Orel")
}

func TestABatchThatIsStoppedSaysHowFarItCame(t *testing.T) {
	d := orel(t).sweepNow().press("Shift+Return")
	b := &batch{project: d.project, author: d.author, scheme: d.scheme(), label: d.sweep.label, parts: d.sweep.found.parts()}
	d.leaveSheet()
	ctx, cancel := context.WithCancel(t.Context())
	o := b.do(ctx, func(said string) {
		if said == "2 of 3 articles" {
			cancel()
		}
	})
	if o.spans != 2 || o.articles != 2 || o.left != 1 || len(o.failed) > 0 {
		t.Errorf("the outcome is %+v", o)
	}
	if said := o.stopped("Tagged 2"); said != "Stopped: tagged 2; 1 article not come to." {
		t.Errorf("it says %q", said)
	}
	d.renew()
	d.expectCounts(2, 1, 0)
	if again := b.do(t.Context(), func(string) {}); again.there != 2 || again.spans != 2 {
		t.Errorf("the second time the outcome is %+v", again)
	}
	d.renew()
	d.expectCounts(2, 1, 2)
}

func TestAnArticleThatFailsDoesNotKeepTheOthers(t *testing.T) {
	d := orel(t).sweepNow().press("Shift+Return")
	parts := d.sweep.found.parts()
	d.leaveSheet()
	parts[1].article = "nowhere"
	b := &batch{project: d.project, author: d.author, scheme: d.scheme(), label: d.sweep.label, parts: parts}
	d.tagBatch(b)
	d.wait()
	d.expectDialog("Some articles could not be changed").press("Return").expectCounts(2, 0, 2)
}

func TestTheAnswerBeforeComesBack(t *testing.T) {
	d := orel(t).sweepNow().press("Return")
	d.sweep.tapped(0)
	d.press("Ctrl+Z")
	if got := d.sweep.counts(); !strings.Contains(got, "1 taken, 0 left out") {
		t.Errorf("the page says %q", got)
	}
}

func TestContextsAreAsInTheText(t *testing.T) {
	for _, c := range []struct{ text, words, want string }{
		{"voil\u00e0Orel\u00e0 dit", "Orel", "voil\u00e0Orel\u00e0 dit"},
		{"the  Orel\n\tsea", "Orel", "the Orel sea"},
		{"Orel", "Orel", "Orel"},
	} {
		at := strings.Index(c.text, c.words)
		got, place := contextOf(c.text, annotate.Range{Start: at, End: at + len(c.words)})
		if got != c.want || got[place.Start:place.End] != c.words {
			t.Errorf("the context of %q is %q, the words are %v", c.words, got, place)
		}
	}
}

func TestAnswersAreOfferedOnlyWhereThereIsAnOccurrence(t *testing.T) {
	d := orel(t).press("Ctrl+T")
	d.expectSeen(true, d.tagging.answers).press("Escape").sweepNow()
	d.expectSeen(true, d.sweep.answers).press("Escape")
	d.open("Bridge").drag("whoever").press("2", "Ctrl+T")
	d.expectSeen(false, d.tagging.answers).press("Escape").sweepNow()
	d.expectSeen(false, d.sweep.answers)
	if d.sweep.keys.text != "" {
		t.Errorf("the page with nothing to answer names keys: %q", d.sweep.keys.text)
	}
}

func (d *driver) expectSeen(yes bool, buttons []*quietButton) *driver {
	d.Helper()
	for _, b := range buttons {
		if b.Visible() != yes {
			d.Errorf("the button %q is seen: %t", b.text.text, b.Visible())
		}
	}
	return d
}
