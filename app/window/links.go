package window

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
)

// newLinks are the links of a span, each to be followed or removed, and the way to add one.
func (w *Window) newLinks(state annotate.State, span annotate.Span) fyne.CanvasObject {
	column := container.New(layout.NewCustomPaddedVBoxLayout(2))
	links := state.Layer.LinksOf(span.ID)
	kinds := w.linkKinds(span)
	if len(links)+len(kinds) == 0 {
		return column
	}
	add := newQuietButton(w, nil, "Add…", func() { w.do("link") })
	add.hint = "Link this span to another  ·  " + w.keyOf("link")
	if len(kinds) == 0 {
		add.Hide()
	}
	column.Add(between(newBackdrop(""), newLine("Links", theme.SizeNameCaptionText, colourQuiet), add, 0))
	for _, link := range links {
		column.Add(w.newLinkRow(state, span, link))
	}
	return column
}

func (w *Window) newLinkRow(state annotate.State, span annotate.Span, link annotate.Link) fyne.CanvasObject {
	kind, _ := w.scheme().Link(link.Kind)
	if kind.Name == "" {
		kind.Name = link.Kind
	}
	other, words := link.To, kind.Shown()+" "
	if link.To == span.ID && link.From != span.ID {
		other, words = link.From, "← "+kind.Shown()+" "
	}
	target, _ := state.Layer.Span(other)
	follow := newLinkButton(w, target, words)
	drop := newQuietButton(w, iconRemove, "", func() { w.unlink(link) })
	drop.hint = "Remove this link"
	return between(newSwatch(w.hue(w.label(target.Label)), 8), follow, drop, 8)
}

// newLinkButton shows the other end of a link and goes there.
func newLinkButton(w *Window, target annotate.Span, words string) fyne.CanvasObject {
	text := newLine(words+"“"+isolated(w.quote(target, 120))+"”", theme.SizeNameText, theme.ColorNameForeground)
	return newTappable(padded(5, 5, 0, 0, text), func() {
		w.panel.save()
		w.chooseSpan(target)
	})
}

// linkKinds are the kinds of link that may begin at a span.
func (w *Window) linkKinds(span annotate.Span) []annotate.LinkKind {
	var kinds []annotate.LinkKind
	for _, k := range w.scheme().Links {
		if len(k.From) == 0 || slices.Contains(k.From, span.Label) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// linkTargets are the spans that a link may go to and does not go to yet.
func (w *Window) linkTargets(span annotate.Span, kind annotate.LinkKind) []annotate.Span {
	layer := w.session.State().Layer
	var targets []annotate.Span
	for _, other := range layer.Spans() {
		linked := slices.ContainsFunc(layer.Links(), func(l annotate.Link) bool {
			return l.From == span.ID && l.To == other.ID && l.Kind == kind.Name
		})
		if other.ID != span.ID && kind.Joins(span.Label, other.Label) && !linked {
			targets = append(targets, other)
		}
	}
	return targets
}

func (w *Window) link(kind annotate.LinkKind, from, to annotate.Span) {
	link := annotate.Link{ID: annotate.NewID(), Kind: kind.Name, From: from.ID, To: to.ID}
	if err := w.session.Do(annotate.Edit{Name: "Link: " + kind.Shown(), Links: annotate.Change[annotate.Link]{Add: []annotate.Link{link}}}); err != nil {
		w.failed(err)
		return
	}
	w.say(fmt.Sprintf("%s: “%s”", kind.Shown(), w.quote(to, 80)))
	w.focusText()
}

func (w *Window) unlink(link annotate.Link) {
	w.panel.save()
	if err := w.session.Do(annotate.Edit{Name: "Remove a link", Links: annotate.Change[annotate.Link]{Remove: []annotate.Link{link}}}); err != nil {
		w.failed(err)
		return
	}
	w.say("The link is removed. " + w.keyOf("undo") + " brings it back.")
	w.focusText()
}

// linksHere are the links of the chosen span, as its card lists them.
func (w *Window) linksHere() []annotate.Link {
	span, _ := w.session.Selected()
	return w.session.State().Layer.LinksOf(span.ID)
}

// unlinkLast removes the link of the chosen span that its card lists last.
func (w *Window) unlinkLast() {
	links := w.linksHere()
	w.unlink(links[len(links)-1])
}

// goAlongLink goes to the other end of the link of the chosen span that its card lists first.
func (w *Window) goAlongLink() {
	here, _ := w.session.Selected()
	link := w.linksHere()[0]
	other := link.To
	if other == here.ID {
		other = link.From
	}
	if span, there := w.session.State().Layer.Span(other); there {
		w.chooseSpan(span)
	}
}

func noLinks(w *Window) string {
	if why := noSpan(w); why != "" || len(w.linksHere()) > 0 {
		return why
	}
	return "No link joins this span to another"
}

// A tappable is something that can be clicked.
type tappable struct {
	widget.BaseWidget
	content fyne.CanvasObject
	tapped  func()
}

func newTappable(content fyne.CanvasObject, tapped func()) *tappable {
	t := &tappable{content: content, tapped: tapped}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped is Fyne's.
func (t *tappable) Tapped(*fyne.PointEvent) { t.tapped() }

// CreateRenderer is Fyne's.
func (t *tappable) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(t.content)
}
