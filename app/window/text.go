package window

import (
	"image/color"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A line is one line of text without padding, cut with an ellipsis where there is no room.
type line struct {
	widget.BaseWidget
	text   string
	size   fyne.ThemeSizeName
	colour fyne.ThemeColorName
	style  fyne.TextStyle
	align  fyne.TextAlign
	whole  bool // never cut: as wide as its text
}

func newLine(text string, size fyne.ThemeSizeName, colour fyne.ThemeColorName) *line {
	l := &line{text: text, size: size, colour: colour}
	l.ExtendBaseWidget(l)
	return l
}

// wholeLine is a line that is never cut.
func wholeLine(text string, size fyne.ThemeSizeName, colour fyne.ThemeColorName) *line {
	l := newLine(text, size, colour)
	l.whole = true
	return l
}

// heading is the head of a section.
func heading(text string) *line {
	l := wholeLine(text, theme.SizeNameCaptionText, colourQuiet)
	l.style.Bold = true
	return l
}

func (l *line) set(text string) {
	if l.text != text {
		l.text = text
		l.Refresh()
	}
}

// CreateRenderer is Fyne's.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{line: l, text: canvas.NewText("", color.Black)}
	r.Refresh()
	return r
}

type lineRenderer struct {
	line *line
	text *canvas.Text
}

func (r *lineRenderer) Destroy()                     {}
func (r *lineRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text} }

func (r *lineRenderer) MinSize() fyne.Size {
	need := fyne.MeasureText(r.line.text, r.text.TextSize, r.text.TextStyle)
	if !r.line.whole {
		need.Width = 0
	}
	return need
}

func (r *lineRenderer) Layout(room fyne.Size) {
	r.text.Text = r.line.text
	if !r.line.whole {
		r.text.Text = cut(r.line.text, room.Width, r.text.TextSize, r.text.TextStyle)
	}
	height := r.text.MinSize().Height
	r.text.Move(fyne.NewPos(0, (room.Height-height)/2))
	r.text.Resize(fyne.NewSize(room.Width, height))
	canvas.Refresh(r.text)
}

func (r *lineRenderer) Refresh() {
	r.text.TextSize = size(r.line.size)
	r.text.TextStyle = r.line.style
	r.text.Alignment = r.line.align
	r.text.Color = colour(r.line.colour)
	r.Layout(r.line.Size())
}

// cut shortens a text with an ellipsis so that it fits a width.
func cut(text string, width, size float32, style fyne.TextStyle) string {
	fits := func(s string) bool { return fyne.MeasureText(s, size, style).Width <= width+0.5 }
	const most = 400
	runes := []rune(text)
	if len(runes) > most {
		runes = runes[:most]
	} else if width <= 0 || fits(text) {
		return text
	}
	n := sort.Search(len(runes), func(n int) bool { return !fits(string(runes[:n+1]) + "…") })
	return string(runes[:n]) + "…"
}
