package window

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/annotatetest"
)

// drawnLayer is an author's layer as it is drawn.
func drawnLayer(t testing.TB, drawing, author string) annotate.Layer {
	t.Helper()
	layer := annotatetest.Draw(t, drawing).Document(t, "A report", author).Layers[0]
	layer.Author.ID = annotate.ID(author)
	return layer
}

func TestDisagreementsAreFound(t *testing.T) {
	const ada, bela = "Ada", "Bela"
	for _, c := range []struct {
		what, a, b string
		want       []string
	}{
		{"the same", "[place Orel] and [actor Vess]", "[place Orel] and [actor Vess]", nil},
		{"another label", "[place Orel] is old", "[actor Orel] is old", []string{"[0,4) place actor"}},
		{"other edges", "[place Port Orel] is old", "Port [place Orel] is old", []string{"[0,9) place place"}},
		{"one alone", "[place Orel] is old", "Orel is [actor old]", nil},
		{"a like one inside", "[actor mayor of [place Orel]]", "mayor of [place Orel]", nil},
		{"both", "[place a] b [place c d] e", "[actor a] b c [actor d] e", []string{"[0,1) place actor", "[4,7) place actor"}},
		{"two in one", "[place a b c]", "[place a] b [place c]", []string{"[0,5) place place", "[0,5) place place"}},
	} {
		var got []string
		for _, d := range disagreements([]annotate.Layer{drawnLayer(t, c.a, ada), drawnLayer(t, c.b, bela)}, ada) {
			if d.a.who != "" || d.b.who != bela {
				t.Errorf("%s: it is between %q and %q", c.what, d.a.who, d.b.who)
			}
			got = append(got, fmt.Sprint(d.Range, " ", d.a.span.Label, " ", d.b.span.Label))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestDisagreementsAreShownAndGoneTo(t *testing.T) {
	d := drive(t).open("Mill fire").press("F8").expectSaid("Nobody else has marked anything")
	d.drag("Vessmark").press("2").drag("fire brigade").press("1").drag("Monday").press("2")
	d.become("Ida Moor")
	d.press("F8").expectSaid("There is no disagreement")
	d.drag("Vessmark").press("1").drag("the fire brigade").press("1").drag("Monday").press("2")
	me := d.others[0].Author.Name
	d.press("Ctrl+Home", "F8").expectSaid(me + ": Place, you: Actor")
	d.press("F8").expectSaid(me + ": Actor “fire brigade”, you: Actor “the fire brigade”")
	d.press("F8").expectSaid("you: Actor").press("Shift+F8").expectSaid("the fire brigade")
	d.hovered(string(d.others[0].Spans()[0].ID))
	d.expectSaid(me + ": Place, you: Actor")
	d.expectWavy("Place Vessmark", "Actor fire brigade", "Actor Vessmark", "Actor the fire brigade")
	d.do("others")
	d.expectWavy()
	d.press("F8").expectSaid("The labels of others are hidden")
	d.do("others")
	d.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "F8").expectSaid("There is no disagreement")
}

// expectWavy compares the marks that are drawn as disagreed about.
func (d *driver) expectWavy(want ...string) {
	d.Helper()
	var got []string
	for _, m := range d.marks() {
		if m.Wavy {
			got = append(got, m.Name+" "+d.view.Text()[m.Range.Start:m.Range.End])
		}
	}
	if !slices.Equal(got, want) {
		d.Errorf("disagreed about are %q, want %q", got, want)
	}
}

// manySpans is a layer of spans one beside the other, some with others over them.
func manySpans(t testing.TB, n int, label string) annotate.Layer {
	var spans []annotate.Span
	for i := range n {
		spans = append(spans, annotate.Span{ID: annotate.NewID(), Range: annotate.Range{Start: 8 * i, End: 8*i + 6 + 300*ones(i%100 == 0)}, Label: label})
	}
	layer, err := annotate.NewLayer("article", annotate.Author{ID: annotate.ID(label), Name: label}).With(spans, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return layer
}

func BenchmarkDisagreements(b *testing.B) {
	layers := []annotate.Layer{manySpans(b, 10_000, "place"), manySpans(b, 10_000, "actor")}
	for b.Loop() {
		if n := len(disagreements(layers, "place")); n < 10_000 {
			b.Fatalf("only %d are found", n)
		}
	}
}

func TestFlaggedArticlesAndSpansWithNotesAreGoneTo(t *testing.T) {
	d := drive(t).open("Mill fire").press("F7").expectSaid("No article is flagged")
	d.press("Ctrl+Shift+M", "F7").expectSaid("the only flagged article")
	d.open("Strike ends").press("Ctrl+Shift+M").open("Bridge closed")
	d.press("F7").expectArticle("Strike ends").expectSaid("Flagged: 2 of 2 articles")
	d.press("F7").expectArticle("Mill fire").press("Shift+F7").expectArticle("Strike ends").press("Shift+F7").expectArticle("Mill fire")
	d.press("F6").expectSaid("no spans yet").drag("Vessmark").press("2", "F6").expectSaid("No span of the article has a note")
	d.press("Return").write("which one?").press("Escape", "F6").expectSaid("the only span with a note")
	d.drag("Two people").press("3", "Return").write("who?").press("Escape").drag("Monday").press("Escape")
	d.press("F6").expectSaid("Two people").press("F6").expectSaid("Vessmark").press("Shift+F6").expectSaid("Two people")
	d.press("Ctrl+Home", "Shift+F6").expectSaid("Vessmark")
	if !strings.Contains(d.status.said.text, "which one?") {
		t.Errorf("the note is not said: %q", d.status.said.text)
	}
}
