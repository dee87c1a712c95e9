package window

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate"
)

// A linkList is the links of a span, each to be followed or removed, and the way to add one.
type linkList struct {
	w      *Window
	column *fyne.Container
	head   fyne.CanvasObject
	open   bool // links may begin here
	shown  []linkShown
}

// A linkShown is all that a link's row shows and does.
type linkShown struct {
	annotate.Link
	to    annotate.ID // the other end
	at    annotate.Range
	words string
	hue   color.NRGBA
}

func newLinkList(w *Window, label string) *linkList {
	l := &linkList{w: w, column: container.New(layout.NewCustomPaddedVBoxLayout(2)), open: len(w.linkKinds(label)) > 0}
	add := newQuietButton(w, nil, "Add…", func() { w.do("link") })
	add.hint = "Link this span to another  ·  " + w.keyOf("link")
	seen(l.open, add)
	l.head = between(newBackdrop(""), newLine("Links", theme.SizeNameCaptionText, colourQuiet), add, 0)
	l.lay(nil)
	return l
}

// show shows the links of a span. Those that are shown already cost nothing.
func (l *linkList) show(state annotate.State, span annotate.Span) {
	var links []linkShown
	for _, link := range state.Layer.LinksOf(span.ID) {
		links = append(links, l.shows(state, span, link))
	}
	if !slices.Equal(links, l.shown) {
		l.shown = links
		l.lay(links)
	}
}

// lay sets rows of links below the head, which is there where there are any or may be.
func (l *linkList) lay(links []linkShown) {
	l.column.Hide() // and so has it drawn anew
	l.column.Objects = nil
	if l.open || len(links) > 0 {
		l.column.Objects = append(l.column.Objects, l.head)
	}
	for _, link := range links {
		l.column.Objects = append(l.column.Objects, l.row(link))
	}
	l.column.Show()
}

// shows is what the row of a span's link shows: its kind and its other end.
func (l *linkList) shows(state annotate.State, span annotate.Span, link annotate.Link) linkShown {
	kind, _ := l.w.scheme().Link(link.Kind)
	if kind.Name == "" {
		kind.Name = link.Kind
	}
	other, words := link.To, kind.Shown()+" "
	if link.To == span.ID && link.From != span.ID {
		other, words = link.From, "← "+kind.Shown()+" "
	}
	end, _ := state.Layer.Span(other)
	words += quoted(isolated(l.w.quote(end, 120)))
	return linkShown{link, end.ID, end.Range, words, l.w.hue(l.w.label(end.Label))}
}

// row shows the other end of a link and goes there, or removes the link.
func (l *linkList) row(link linkShown) fyne.CanvasObject {
	text := newLine(link.words, theme.SizeNameText, theme.ColorNameForeground)
	follow := newTappable(padded(5, 5, 0, 0, text), func() {
		l.w.panel.save()
		l.w.chooseSpan(annotate.Span{ID: link.to, Range: link.at})
	})
	drop := newQuietButton(l.w, iconRemove, "", func() { l.w.unlink(link.Link) })
	drop.hint = "Remove this link"
	return between(newSwatch(link.hue, 8), follow, drop, 8)
}
