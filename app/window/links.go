package window

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
)

// linkKinds are the kinds of link that may begin at the spans of a label.
func (w *Window) linkKinds(label string) []annotate.LinkKind {
	var kinds []annotate.LinkKind
	for _, k := range w.scheme().Links {
		if len(k.From) == 0 || slices.Contains(k.From, label) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// linkTargets are the spans that a link may go to and does not go to yet.
func (w *Window) linkTargets(span annotate.Span, kind annotate.LinkKind) []annotate.Span {
	layer := w.session.State().Layer
	var targets []annotate.Span
	links := layer.Links()
	for _, other := range layer.EachSpan() {
		linked := slices.ContainsFunc(links, func(l annotate.Link) bool {
			return l.From == span.ID && l.To == other.ID && l.Kind == kind.Name
		})
		if other.ID != span.ID && kind.Joins(span.Label, other.Label) && !linked {
			targets = append(targets, *other)
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
