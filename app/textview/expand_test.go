package textview

import (
	"slices"
	"strings"
	"testing"
)

const spoken = "First line.\nThe mayor said: “We had ‘no boats’ left. None came.” Then she sat down. All rose.\nLast line."

// wantGrowth grows the selection as far as it goes, and back again.
func (d *desk) wantGrowth(want ...string) {
	d.t.Helper()
	anchor, caret := d.Selection()
	var seen []string
	for d.Expand() {
		seen = append(seen, d.selected())
	}
	if !slices.Equal(seen, want) {
		d.t.Errorf("the selection grew to\n%q, want\n%q", seen, want)
	}
	for n := len(want) - 1; n > 0; n-- {
		if !d.Shrink() {
			d.t.Fatal("the selection does not shrink")
		}
		d.wantSelected("shrinking", want[n-1])
	}
	if !d.Shrink() || d.Shrink() {
		d.t.Error("the selection shrinks as many times as it grew")
	}
	if a, c := d.Selection(); a != anchor || c != caret {
		d.t.Errorf("shrunk to %d and %d, was %d and %d", a, c, anchor, caret)
	}
}

func (d *desk) caretBefore(what string) {
	d.t.Helper()
	at := strings.Index(d.text, what)
	d.Select(at, at)
}

func TestTheSelectionGrowsByTheTextsOwnParts(t *testing.T) {
	d := newDesk(t, spoken)
	d.caretBefore("oats")
	d.wantGrowth("boats", "no boats", "‘no boats’", "We had ‘no boats’ left.",
		"We had ‘no boats’ left. None came.", "“We had ‘no boats’ left. None came.”",
		"The mayor said: “We had ‘no boats’ left. None came.”",
		strings.Split(spoken, "\n")[1], spoken)
}

func TestASelectionOfSeveralSentencesGrowsToWholeOnes(t *testing.T) {
	d := newDesk(t, spoken)
	at := strings.Index(d.text, "hen she")
	d.Select(at, strings.Index(d.text, "ll rose")+2)
	d.wantGrowth("Then she sat down. All", "Then she sat down. All rose.", strings.Split(spoken, "\n")[1], spoken)
}

func TestGrowingTellsTheSelection(t *testing.T) {
	d := newDesk(t, spoken)
	d.Expand()
	d.Shrink()
	if want := []Range{{0, 5}, {0, 0}}; !slices.Equal(d.told, want) {
		t.Errorf("told %v, want %v", d.told, want)
	}
}

func TestShrinkingForgetsTheWayOnceTheSelectionIsAnother(t *testing.T) {
	d := newDesk(t, spoken)
	d.Expand()
	d.Expand()
	d.Select(3, 7)
	if d.Shrink() {
		t.Errorf("shrunk to %q", d.selected())
	}
	d.Select(0, 5)
	if d.Shrink() {
		t.Error("a way once forgotten was gone back")
	}
}

func TestAnEmptyTextDoesNotGrow(t *testing.T) {
	d := newDesk(t, "")
	if d.Expand() || d.Shrink() {
		t.Error("there was something to select")
	}
	if _, ok := d.QuotationAt(5); ok {
		t.Error("there was a quotation")
	}
}

// Brackets show the quotations that are found.
func TestQuotationMarksOfManyLanguagesArePaired(t *testing.T) {
	for _, want := range []string{
		`he said [“one two”] and [“three”]`,
		`er sagte [„eins zwei“] und [„drei”]`,
		`il dit [« un »] puis [‹ deux ›]`,
		`sie rief [»drei [›vier‹]«] laut`,
		`hon sade [”fem”] och [”sex”]`,
		`[“a [‘b’] c”]`,
		`we said ["it's here"], she ['no']`,
		`[“the boats’ crews don’t know”]`,
		`[「一[『二』]三」]と[《四》]`,
		`הוא אמר ["צה"ל כאן"] וגם [״דו״ח״]`,
		`قال [«نعم»] ثم [“لا”]`,
		`a 6" pipe and ["two"]`,
		`an open “one is none`,
		`no ” no ’ no »`,
		`["two"] words`,
		`“a [„b c”] d`,
		``,
	} {
		text := strings.NewReplacer("[", "", "]", "").Replace(want)
		if got := bracketed(text); got != want {
			t.Errorf("found %s, want %s", got, want)
		}
	}
}

func bracketed(text string) string {
	marks := map[int]string{}
	for _, q := range quotations(text, Range{0, len(text)}) {
		marks[q.outer.Start] += "["
		marks[q.outer.End] += "]"
	}
	var b strings.Builder
	for i := range len(text) + 1 {
		b.WriteString(marks[i])
		if i < len(text) {
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

func TestTheInnermostQuotationIsFound(t *testing.T) {
	d := newDesk(t, spoken)
	for what, want := range map[string]string{
		"boats": "‘no boats’", "None": "“We had ‘no boats’ left. None came.”", "Then": "", "Last": "", "“We": "“We had ‘no boats’ left. None came.”",
	} {
		r, ok := d.QuotationAt(strings.Index(d.text, what))
		if got := d.text[r.Start:r.End]; got != want || ok != (want != "") {
			t.Errorf("at %q the quotation is %q, want %q", what, got, want)
		}
	}
}
