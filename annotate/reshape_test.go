package annotate_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/glossator/glossator/annotate"
)

// pick chooses the span of a label and quote.
func (d desk) pick(label, quote string) annotate.Span {
	d.t.Helper()
	s := d.State()
	for _, span := range s.Layer.Spans() {
		if span.Label == label && span.Quote(s.Article.Text) == quote {
			d.SelectSpan(span.ID)
			return span
		}
	}
	d.t.Fatalf("there is no %s %q", label, quote)
	return annotate.Span{}
}

// words is what belongs to the chosen span.
func (d desk) words() string {
	span, _ := d.Selected()
	said := ""
	for _, piece := range span.Pieces() {
		said += "[" + d.State().Article.Text[piece.Start:piece.End] + "]"
	}
	return said
}

// back undoes the one edit that was made and compares.
func (d desk) back(want string) {
	d.t.Helper()
	if n := len(d.memory.entries); n != 1 {
		d.t.Errorf("%d entries were saved, not one", n)
	}
	d.do(d.Undo())
	d.Select(annotate.Range{})
	d.shows(want)
}

func TestEdgesAreMoved(t *testing.T) {
	d := sit(t, "The [actor legion] took Kursk")
	span := d.pick("actor", "legion")
	d.do(d.Adjust(span.ID, annotate.Range{Start: 0, End: span.End}))
	d.shows("[actor <The legion>] took Kursk")
	if err := d.Adjust(span.ID, annotate.Range{Start: 4, End: 4}); !errors.Is(err, annotate.ErrNothingLeft) {
		t.Errorf("an empty span: %v", err)
	}
	d.back("The [actor legion] took Kursk")
}

func TestASpanHasAnotherLabelToo(t *testing.T) {
	d := sit(t, "The [actor legion] took Kursk")
	d.pick("actor", "legion")
	d.do(d.Duplicate("place"))
	if got := d.words(); got != "[legion]" || len(d.State().Layer.Spans()) != 2 {
		t.Errorf("the twin is %s", got)
	}
	d.back("The [actor legion] took Kursk")
}

func TestASpanIsSplit(t *testing.T) {
	d := sit(t, "At [place Kursk and Orel] today")
	span := d.pick("place", "Kursk and Orel")
	d.do(d.Split(span.ID, len("At Kursk and ")))
	d.shows("At [place Kursk and] [place <Orel>] today")
	if err := d.Split(span.ID, span.Start); !errors.Is(err, annotate.ErrNotInside) {
		t.Errorf("at its beginning: %v", err)
	}
	d.back("At [place Kursk and Orel] today")
}

func TestSpansAreJoined(t *testing.T) {
	for was, is := range map[string]string{
		"The [actor third] [actor legion] left":      "The [actor <third legion>] left",
		"The [actor third] grey [actor legion] left": "The [actor <third grey legion>] left",
		"[1:actor The [2:actor third 1]legion2]":     "[actor <The third legion>]",
		"[actor The third [actor legion]] left":      "[actor <The third legion>] left",
	} {
		d := sit(t, was)
		d.SelectSpan(d.State().Layer.Spans()[1].ID)
		d.do(d.Join())
		d.shows(is)
		d.back(was)
	}
	d := sit(t, "[actor Ada]\n[actor Bea] and [place Orel]")
	d.pick("actor", "Ada")
	if err := d.Join(); !errors.Is(err, annotate.ErrNoNeighbour) {
		t.Errorf("over a line's end: %v", err)
	}
}

func TestLinksGoWithTheJoined(t *testing.T) {
	d := sit(t, "[claim We] won, said [actor Ada] [actor Bea]")
	spans := d.State().Layer.Spans()
	link := func(to annotate.Span) annotate.Link {
		return annotate.Link{ID: annotate.NewID(), Kind: "said_by", From: spans[0].ID, To: to.ID}
	}
	d.do(d.Do(annotate.Edit{Name: "Link", Links: annotate.Change[annotate.Link]{Add: []annotate.Link{link(spans[2])}}}))
	d.pick("actor", "Ada")
	d.do(d.Join())
	links := d.State().Layer.Links()
	if len(links) != 1 || links[0].To != spans[1].ID {
		t.Errorf("the links are %v", links)
	}
	d.do(d.Undo())
	if links := d.State().Layer.Links(); len(links) != 1 || links[0].To != spans[2].ID {
		t.Errorf("after undoing the links are %v", links)
	}
}

func TestAGapIsTakenOutAndFilled(t *testing.T) {
	d := sit(t, "[casualty twelve people were killed] there")
	span := d.pick("casualty", "twelve people were killed")
	d.do(d.CutOut(span.ID, annotate.Range{Start: len("twelve "), End: len("twelve people were")}))
	if got := d.words(); got != "[twelve][killed]" {
		t.Errorf("the span is %s", got)
	}
	d.do(d.Adjust(span.ID, annotate.Range{Start: 0, End: len("twelve pe")}))
	if got := d.words(); got != "[twelve]" {
		t.Errorf("shortened into its gap, the span is %s", got)
	}
	d.do(d.Undo())
	d.do(d.FillGaps())
	if got := d.words(); got != "[twelve people were killed]" {
		t.Errorf("filled, the span is %s", got)
	}
	if err := d.CutOut(span.ID, span.Range); !errors.Is(err, annotate.ErrNothingLeft) {
		t.Errorf("all of it: %v", err)
	}
	d.do(d.CutOut(span.ID, annotate.Range{Start: 0, End: len("twelve")}))
	if got := d.words(); got != "[people were killed]" {
		t.Errorf("without its beginning, the span is %s", got)
	}
}

func TestStepsByWordAndCharacter(t *testing.T) {
	const text = "Ada, né\u0301e\nBea"
	forward := func(step func(string, int) int) (stops []int) {
		for at := 0; at < len(text); {
			at = step(text, at)
			stops = append(stops, at)
		}
		return stops
	}
	backward := func(step func(string, int) int) (stops []int) {
		for at := len(text); at > 0; {
			at = step(text, at)
			stops = append(stops, at)
		}
		return stops
	}
	for _, c := range []struct {
		what      string
		got, want []int
	}{
		{"words on", forward(annotate.NextWord), []int{3, 4, 11, 15}},
		{"words back", backward(annotate.PreviousWord), []int{12, 5, 3, 0}},
		{"characters on", forward(annotate.NextCharacter), []int{1, 2, 3, 4, 5, 6, 10, 11, 12, 13, 14, 15}},
		{"characters back", backward(annotate.PreviousCharacter), []int{14, 13, 12, 11, 10, 6, 5, 4, 3, 2, 1, 0}},
	} {
		if len(c.got) != len(c.want) {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
			continue
		}
		for i := range c.got {
			if c.got[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
				break
			}
		}
	}
}

// Unicode's rules part Thai words within what a reader takes for one character, and a space can carry
// an accent of its own.
func TestStepsDoNotCutCharacters(t *testing.T) {
	const text = "ตำรวจ \u0301x จำ\u0e33\nถ้ำ 🇺🇦🇺🇦 👩\u200d🚒"
	stops := map[int]bool{len(text): true}
	for g := graphemes.FromString(text); g.Next(); {
		stops[g.Start()] = true
	}
	for name, step := range map[string]func(string, int) int{
		"next word": annotate.NextWord, "previous word": annotate.PreviousWord,
		"next character": annotate.NextCharacter, "previous character": annotate.PreviousCharacter,
	} {
		forward := strings.HasPrefix(name, "next")
		for from := range stops {
			to := step(text, from)
			if !stops[to] || forward && to <= from && from < len(text) || !forward && to >= from && from > 0 {
				t.Errorf("%s leads from %d to %d", name, from, to)
			}
		}
	}
}
