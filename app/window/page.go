package window

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/app/textview"
)

// A page is the article: its header and its text, or a word on why there is none.
type page struct {
	w       *Window
	object  fyne.CanvasObject
	header  *header
	reading *fyne.Container
	empty   *emptyState
}

func newPage(w *Window) *page {
	p := &page{w: w, empty: newEmptyState()}
	w.view = w.newView()
	p.header = newHeader(w)
	w.finder, w.tagging = newFinder(w), newTagging(w)
	foot := container.NewStack(w.finder.object, w.tagging.object)
	p.reading = container.NewBorder(container.NewVBox(p.header.object, hairline()), foot, nil, nil, w.view)
	p.reading.Hide()
	p.object = container.NewStack(p.reading, p.empty.object)
	return p
}

// newView makes the widget of the article's text and hears what the user does in it.
func (w *Window) newView() *textview.View {
	v := textview.New()
	v.Snap = func(r textview.Range) textview.Range {
		return textview.Range(annotate.Snap(v.Text(), annotate.Range(r)))
	}
	v.OnSelect = func(r textview.Range) { w.selected(annotate.Range(r)) }
	v.OnMark = w.pointed
	v.OnAdjust = w.adjusted
	v.OnHover = w.hovered
	v.OnMenu = w.showMenuAt
	v.OnKey = w.textKey
	v.OnShortcut = func(s fyne.Shortcut) { w.shortcut(s) }
	v.OnZoom = func(steps int) { zoomBy(w, steps) }
	v.OnInput = w.attention.hurry
	v.OnTurn = w.wheeled
	v.ShowQuotation = w.prefs.Bool(keyQuotation)
	v.SetTypography(w.prefs.typography())
	return v
}

// show shows the open article, or why there is none.
func (p *page) show() {
	if p.w.session == nil {
		p.reading.Hide()
		p.empty.show(p.w)
		return
	}
	p.empty.object.Hide()
	p.header.show(p.w.session.State())
	p.reading.Show()
	p.reading.Refresh()
}

func titleOfArticle(a annotate.Article) string {
	if strings.TrimSpace(a.Title) == "" {
		return "Untitled"
	}
	return a.Title
}

// about is the line below the title: what is known about an article, and how many words it has.
func about(a annotate.Article, words int) string {
	var parts []string
	first := []string{"source", "author", "place", "date", "language"}
	for _, name := range first {
		if a.Meta[name] != "" {
			parts = append(parts, a.Meta[name])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(a.Meta)) {
		if !slices.Contains(first, name) && len(a.Meta[name]) < 60 && a.Meta[name] != "" {
			parts = append(parts, name+" "+a.Meta[name])
		}
	}
	parts = append(parts, fmt.Sprintf("%s words", grouped(words)))
	for i, part := range parts {
		parts[i] = isolated(part)
	}
	return strings.Join(parts, "  ·  ")
}

// countWords is how many words strings.Fields would find, without making a list of millions of them.
func countWords(text string) int {
	n, space := 0, uint8(1)
	for i := 0; i < len(text); i++ {
		now := spaces[text[i]]
		if now == unsure {
			r, size := utf8.DecodeRuneInString(text[i:])
			i += size - 1
			now = uint8(ones(unicode.IsSpace(r)))
		}
		n += int(space &^ now)
		space = now
	}
	return n
}

// spaces tells of a byte of a text whether it is white space: 1, 0, or unsure where more bytes must be
// looked at. Beyond ASCII there is white space behind four of the first bytes alone.
var spaces = func() (table [256]uint8) {
	for _, b := range " \t\n\v\f\r" {
		table[b] = 1
	}
	for _, b := range []byte{0xC2, 0xE1, 0xE2, 0xE3} {
		table[b] = unsure
	}
	return table
}()

const unsure = 2

// isolated keeps words that read from right to left from changing the order of what is around them.
func isolated(text string) string {
	if strings.ContainsFunc(text, func(r rune) bool { return r >= 0x0590 && r < 0x0900 || r >= 0xFB1D && r < 0xFF00 }) {
		return "\u2068" + text + "\u2069"
	}
	return text
}
