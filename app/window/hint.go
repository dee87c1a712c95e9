package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// A hint is a quiet word in the middle of a place where something could be.
type hint struct {
	object       *fyne.Container
	title, words *line
}

func newHintOf(title, words string) *hint {
	h := &hint{title: newLine(title, theme.SizeNameSubHeadingText, colourQuiet), words: newLine(words, theme.SizeNameText, colourFaint)}
	h.title.align, h.words.align, h.words.lines = fyne.TextAlignCenter, fyne.TextAlignCenter, 2
	h.object = centred(padded(0, 60, 40, 40, container.New(layout.NewCustomPaddedVBoxLayout(4), h.title, h.words)))
	return h
}

// say shows other words.
func (h *hint) say(title, words string) {
	h.title.set(title)
	h.words.set(words)
	h.object.Show()
	h.object.Refresh()
}

func (h *hint) hide() { h.object.Hide() }
