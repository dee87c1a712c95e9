package window

import (
	"cmp"
	"fmt"
	"time"

	"github.com/glossator/glossator/app/textview"
)

// normalText is the view's own text size.
const normalText = 16.5

// usualMeasure is the view's own width of a line, in letters' heights.
const usualMeasure = 36

// typography is how the text was set last.
func (p preferences) typography() textview.Typography {
	return textview.Typography{Size: p.size(keySize, 0), Family: p.String(keyFamily), Measure: p.size(keyMeasure, 0), Numbers: p.Bool(keyNumbers)}
}

func (w *Window) setTypography(t textview.Typography) {
	w.view.SetTypography(t)
	w.prefs.SetFloat(keySize, float64(t.Size))
	w.prefs.SetString(keyFamily, t.Family)
	w.prefs.SetFloat(keyMeasure, float64(t.Measure))
	w.prefs.SetBool(keyNumbers, t.Numbers)
	w.page.reading.Refresh()
	w.page.header.object.Refresh()
	w.finder.object.Refresh()
	w.tagging.object.Refresh()
}

// zoom makes the article's text larger or smaller, or as it was (0). A line holds as much as before.
func zoom(by int) func(*Window) {
	return func(w *Window) {
		t := w.view.Typography()
		was := cmp.Or(t.Size, normalText)
		t.Size = min(48, max(9, was+1.5*float32(by)))
		if by == 0 {
			t.Size = normalText
		}
		t.Measure *= t.Size / was
		w.setTypography(t)
		w.say(fmt.Sprintf("Text size %.0f %%", 100*t.Size/normalText))
	}
}

// zoomBy follows the wheel.
func zoomBy(w *Window, steps int) {
	if steps != 0 {
		zoom(steps)(w)
	}
}

// widen makes the lines of the text longer or shorter, or as they were (0).
func widen(by int) func(*Window) {
	return func(w *Window) {
		t := w.view.Typography()
		usual := usualMeasure * cmp.Or(t.Size, normalText)
		t.Measure = min(2.5*usual, max(usual/2, cmp.Or(t.Measure, usual)+usual/10*float32(by)))
		if by == 0 {
			t.Measure = 0
		}
		w.setTypography(t)
		w.say(fmt.Sprintf("Width of lines %.0f %%", 100*cmp.Or(t.Measure, usual)/usual))
	}
}

// setFont sets the text in an added font, or in the window's own ("").
func (w *Window) setFont(family string) {
	t := w.view.Typography()
	t.Family = family
	w.setTypography(t)
}

func (w *Window) toggleNumbers() {
	t := w.view.Typography()
	t.Numbers = !t.Numbers
	w.setTypography(t)
}

// toggleQuotation shows softly how far the quotation reaches in which the caret stands, or does not.
func (w *Window) toggleQuotation() {
	w.view.ShowQuotation = !w.view.ShowQuotation
	w.prefs.SetBool(keyQuotation, w.view.ShowQuotation)
	w.view.Refresh()
}

// wheeled is told that the wheel brings other text under the pointer. What is there is named when the
// wheel has rested for a moment.
func (w *Window) wheeled() {
	w.turns++
	turn := w.turns
	w.later(wheelRests, func() {
		if turn == w.turns {
			w.view.Point()
		}
	})
}

// wheelRests is when a wheel that says nothing has come to rest.
const wheelRests = 120 * time.Millisecond

// hovered tells what the pointer is over in the text, and what its label is for.
func (w *Window) hovered(id string) {
	words := w.nameOf(id)
	if opinions := w.opinions(id); opinions != "" {
		w.hint(words + "  ·  " + opinions)
		return
	}
	if label := w.labelOf(id); words != "" && label.Guideline != "" {
		words += "  ·  " + oneLine(label.Guideline, 120)
	}
	w.hint(words)
}
