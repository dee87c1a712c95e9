package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A prose is text wrapped at words. Fyne's label would do, but takes seconds for a page: it shapes
// each beginning of each line anew.
type prose struct {
	widget.BaseWidget
	text   string
	size   fyne.ThemeSizeName
	colour fyne.ThemeColorName
}

// words is text for people, wrapped at words.
func words(text string) *prose {
	p := &prose{text: text, size: theme.SizeNameText, colour: theme.ColorNameForeground}
	p.ExtendBaseWidget(p)
	return p
}

// small is the same in small letters.
func (p *prose) small() *prose {
	p.size, p.colour = theme.SizeNameCaptionText, colourQuiet
	return p
}

func (p *prose) set(text string) {
	p.text = text
	p.Refresh()
}

// CreateRenderer is Fyne's.
func (p *prose) CreateRenderer() fyne.WidgetRenderer {
	r := &proseRenderer{prose: p}
	r.Refresh()
	return r
}

type proseRenderer struct {
	prose *prose
	lines []fyne.CanvasObject
	width float32
}

func (r *proseRenderer) Destroy()                     {}
func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.lines }

// leading is the height of a line by that of its letters.
const leading = 1.12

func (r *proseRenderer) pitch() float32 {
	return fyne.MeasureText("x", size(r.prose.size), fyne.TextStyle{}).Height * leading
}

func (r *proseRenderer) MinSize() fyne.Size {
	return fyne.NewSize(60, float32(len(r.lines))*r.pitch())
}

func (r *proseRenderer) Layout(room fyne.Size) {
	if room.Width != r.width {
		r.width = room.Width
		r.wrap()
	}
}

func (r *proseRenderer) Refresh() {
	r.wrap()
	canvas.Refresh(r.prose)
}

// wrap sets the text in lines of the width that there is.
func (r *proseRenderer) wrap() {
	r.lines = nil
	letters, ink := size(r.prose.size), colour(r.prose.colour)
	for _, paragraph := range strings.Split(r.prose.text, "\n") {
		for _, l := range wrapped(paragraph, letters, max(60, r.width)) {
			text := canvas.NewText(l, ink)
			text.TextSize = letters
			text.Move(fyne.NewPos(0, float32(len(r.lines))*r.pitch()))
			text.Resize(text.MinSize())
			r.lines = append(r.lines, text)
		}
	}
}

// wrapped parts a paragraph into lines of at most a width. A word that is longer has its own line.
func wrapped(paragraph string, letters, width float32) []string {
	measure := func(s string) float32 { return fyne.MeasureText(s, letters, fyne.TextStyle{}).Width }
	space := measure(" ")
	var lines []string
	begin, end, used := 0, 0, float32(0) // of the line so far
	at := 0
	for word := range strings.SplitSeq(paragraph, " ") {
		wide := measure(word)
		if at > begin && used+space+wide > width {
			lines = append(lines, paragraph[begin:end])
			begin, used = at, 0
		}
		if at > begin {
			used += space
		}
		used += wide
		end = at + len(word)
		at = end + 1
	}
	return append(lines, paragraph[begin:end])
}
