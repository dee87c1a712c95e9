//go:build display

package main

import (
	"errors"
	"image/color"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"github.com/glossator/glossator/app/textview"
)

// inRichText has our view and Fyne's RichText show a text with spans in windows without a screen,
// and one more coloured word after another. It gives up after a while.
func inRichText(t *testing.T, l load) (ours, theirs series, err error) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		defer close(done)
		text := reportOf(l.bytes, uint64(l.bytes))
		spans, words := spansOf(text, l.spans), wordsOf(text)[:10]
		app := test.NewApp()
		defer app.Quit()
		ours = viewed(app, text, spans, words)
		theirs = enriched(app, text, spans, words)
	}()
	select {
	case <-done:
		return ours, theirs, nil
	case <-time.After(45 * time.Second):
		return nil, nil, errors.New("not done in 45 s")
	}
}

// viewed measures our view.
func viewed(app fyne.App, text string, spans []labelled, words []wordPlace) series {
	view := textview.New()
	w := app.NewWindow("")
	w.SetContent(view)
	w.Resize(fyne.NewSize(1000, 760))
	var marks []textview.Mark
	add := func(start, end int) {
		marks = append(marks, textview.Mark{ID: string(rune(len(marks))), Name: "place", Colour: color.NRGBA{200, 80, 0, 255}, Range: textview.Range{Start: start, End: end}})
	}
	places := bytesOf(text)
	for _, s := range spans {
		add(places[s.Start], places[s.End])
	}
	view.SetText(text)
	view.SetMarks(marks)
	w.Canvas().Capture()
	return timesOf(words, func(word wordPlace) {
		add(word.at, word.until)
		view.SetMarks(slices.Clone(marks))
		w.Canvas().Capture()
	})
}

// enriched measures Fyne's RichText, which can colour letters but not what is behind them.
func enriched(app fyne.App, text string, spans []labelled, words []wordPlace) series {
	places := bytesOf(text)
	marked := make([]bool, len(text))
	for _, s := range spans {
		for i := places[s.Start]; i < places[s.End]; i++ {
			marked[i] = true
		}
	}
	rich := widget.NewRichText(segments(text, marked)...)
	rich.Wrapping = fyne.TextWrapWord
	rich.Resize(fyne.NewSize(980, 740))
	scroll := container.NewVScroll(rich)
	scroll.SetMinSize(fyne.NewSize(980, 740))
	w := app.NewWindow("")
	w.SetContent(scroll)
	w.Resize(fyne.NewSize(1000, 760))
	w.Canvas().Capture()
	return timesOf(words, func(word wordPlace) {
		for i := word.at; i < word.until; i++ {
			marked[i] = true
		}
		rich.Segments = segments(text, marked)
		rich.Refresh()
		w.Canvas().Capture()
	})
}

// segments are a text in pieces of one colour.
func segments(text string, marked []bool) []widget.RichTextSegment {
	var all []widget.RichTextSegment
	for from := 0; from < len(text); {
		to := from + 1
		for to < len(text) && marked[to] == marked[from] {
			to++
		}
		style := widget.RichTextStyleInline
		if marked[from] {
			style.ColorName = theme.ColorNamePrimary
		}
		all = append(all, &widget.TextSegment{Text: text[from:to], Style: style})
		from = to
	}
	return all
}

// bytesOf is the byte of each code point of a text, and of its end.
func bytesOf(text string) []int {
	var all []int
	for i := range text {
		all = append(all, i)
	}
	return append(all, len(text))
}

func timesOf(words []wordPlace, step func(wordPlace)) series {
	var took series
	for _, word := range words {
		begun := time.Now()
		step(word)
		took = append(took, time.Since(begun))
	}
	return took
}
