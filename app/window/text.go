package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/app/textview"
)

// A line is one line of text without padding, cut with an ellipsis where there is no room. It is
// drawn as the article is: in any script, with the fonts that we bring along.
type line struct {
	textview.Line
	text   string
	size   fyne.ThemeSizeName
	colour fyne.ThemeColorName
	style  fyne.TextStyle
	align  fyne.TextAlign
	whole  bool             // never cut: as wide as its text
	lines  int              // wrapped on as many lines at most; 0 means 1
	found  []textview.Range // what of it a search found
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
	l.give()
	return l.Line.CreateRenderer()
}

// MinSize is Fyne's.
func (l *line) MinSize() fyne.Size {
	l.give()
	return l.Line.MinSize()
}

// Refresh shows what the line holds now.
func (l *line) Refresh() {
	l.give()
	l.Line.Refresh()
}

// give hands on what the line is to show.
func (l *line) give() {
	t := &l.Line
	t.Text, t.TextSize, t.Colour = l.text, size(l.size), l.colour
	t.Bold, t.Align, t.Lines, t.Whole, t.Found = l.style.Bold, l.align, l.lines, l.whole, l.found
}
