package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate"
)

// A guide is the pane beside the text with the guidelines of a label: of the one that the pointer is
// on, of the chosen span, of the span at the caret, or of the painting one; of all where there is none.
type guide struct {
	w       *Window
	object  *fyne.Container // stays, so that a sheet can cover it
	inside  fyne.CanvasObject
	scroll  *container.Scroll
	body    *fyne.Container
	open    bool
	low     bool              // it stands below the list of articles
	side    fyne.CanvasObject // the line between it and the text
	top     fyne.CanvasObject // the line between it and the list
	pointed string            // the label whose button the pointer is on
	shows   string            // the label
}

func newGuide(w *Window) *guide {
	g := &guide{w: w, body: container.New(flowing{})}
	g.scroll = container.NewVScroll(padded(4, 14, 18, 18, g.body))
	leave := newQuietButton(w, iconRemove, "", g.toggle)
	leave.hint = "Close  ·  " + w.keyOf("guidelines")
	head := padded(10, 2, 18, 8, between(heading("Guidelines"), newBackdrop(""), leave, 0))
	g.side, g.top = upright(), hairline()
	g.top.Hide()
	g.inside = container.NewBorder(g.top, nil, g.side, nil, container.NewBorder(head, nil, nil, nil, g.scroll))
	g.object = container.NewStack(g.inside)
	g.inside.Hide()
	return g
}

// upright is a hairline from top to bottom.
func upright() fyne.CanvasObject {
	hair := newBackdrop(theme.ColorNameSeparator)
	hair.least = fyne.NewSize(1, 1)
	return hair
}

// set opens the pane or closes it.
func (g *guide) set(open bool) {
	g.open = open
	if open {
		g.inside.Show()
		g.build(g.label())
	} else {
		g.inside.Hide()
	}
	g.w.page.reading.Refresh()
	g.w.prefs.SetBool(keyGuide, open)
}

func (g *guide) toggle() {
	g.set(!g.open)
	g.w.body.Refresh()
	g.w.list.reveal()
	g.w.refreshMenu()
	g.w.focusText()
}

// lower tells it whether it stands below the list of articles.
func (g *guide) lower(low bool) {
	if g.low == low {
		return
	}
	g.low = low
	hide, show := g.top, g.side
	if low {
		hide, show = show, hide
	}
	hide.Hide()
	show.Show()
	g.inside.Refresh()
}

// point follows the pointer onto the button of a label; "" none.
func (g *guide) point(label string) {
	g.pointed = label
	g.follow()
}

// follow shows the guidelines of the label that is in hand now.
func (g *guide) follow() {
	if !g.open {
		return
	}
	if label := g.label(); label != g.shows {
		g.build(label)
	}
}

// label is the label in hand; "" none.
func (g *guide) label() string {
	if g.pointed != "" || g.w.session == nil {
		return g.pointed
	}
	if span, chosen := g.w.session.Selected(); chosen {
		return span.Label
	}
	_, caret := g.w.view.Selection()
	for _, id := range slices.Concat(g.w.view.MarksAt(caret), g.w.view.MarksAt(caret-1)) {
		if l := g.w.labelOf(id); l.Name != "" {
			return l.Name
		}
	}
	return g.w.painting
}

// build shows the guidelines of a label, or of all.
func (g *guide) build(label string) {
	g.shows, g.body.Objects = label, nil
	for _, l := range g.w.scheme().Labels {
		if label == "" || l.Name == label {
			g.add(l, label != "")
		}
	}
	g.body.Refresh()
	g.scroll.ScrollToTop()
	g.scroll.Refresh()
}

// add adds a label's guidelines: what it is for, an example, its attributes, and, if it is the only
// one that is shown, what has it in the article.
func (g *guide) add(l annotate.Label, alone bool) {
	title := wholeLine(l.Shown(), theme.SizeNameText, theme.ColorNameForeground)
	title.style.Bold = true
	g.body.Add(padded(8, 2, 0, 0, container.New(layout.NewCustomPaddedHBoxLayout(8), centred(newSwatch(g.w.hue(l), 12)), title)))
	rule, example, _ := strings.Cut(l.Guideline, "Example:")
	for _, text := range []string{strings.TrimSpace(rule), capital(strings.TrimSpace(example))} {
		if text != "" {
			g.body.Add(padded(2, 4, 0, 0, words(text)))
		}
	}
	for _, a := range l.Attributes {
		g.addAttribute(a)
	}
	if alone {
		g.addSpans(l)
	}
}

// addAttribute tells what an attribute is for and what it may be.
func (g *guide) addAttribute(a annotate.Attribute) {
	g.body.Add(padded(6, 0, 0, 0, heading(a.Shown())))
	if len(a.Choices) > 0 {
		g.body.Add(words(strings.Join(a.Choices, ", ")).small())
	}
	if a.Guideline != "" {
		g.body.Add(words(a.Guideline).small())
	}
}

// fewSpans is how many spans of a label are shown as what has it.
const fewSpans = 5

// addSpans shows some of the author's spans of a label.
func (g *guide) addSpans(l annotate.Label) {
	if g.w.session == nil {
		return
	}
	var quotes []string
	for _, span := range g.w.session.State().Layer.EachSpan() {
		if span.Label == l.Name && len(quotes) < fewSpans {
			quotes = append(quotes, "“"+isolated(g.w.quote(*span, 80))+"”")
		}
	}
	if len(quotes) == 0 {
		return
	}
	g.body.Add(padded(8, 0, 0, 0, heading("Yours in this article")))
	for _, q := range quotes {
		quote := newLine(q, theme.SizeNameCaptionText, colourQuiet)
		quote.lines = 3
		g.body.Add(quote)
	}
}

// capital begins a text with a capital letter.
func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// flowing sets objects below each other. Wrapped text knows its height when it knows its width.
type flowing struct{}

// Layout is Fyne's.
func (flowing) Layout(o []fyne.CanvasObject, room fyne.Size) {
	y := float32(0)
	for _, object := range o {
		object.Resize(fyne.NewSize(room.Width, object.MinSize().Height))
		height := object.MinSize().Height
		object.Resize(fyne.NewSize(room.Width, height))
		object.Move(fyne.NewPos(0, y))
		y += height + 3
	}
}

// MinSize is Fyne's.
func (flowing) MinSize(o []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, object := range o {
		height += object.MinSize().Height + 3
	}
	return fyne.NewSize(60, height)
}
