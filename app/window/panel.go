package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/glossator/glossator/annotate"
)

// A panel is what is beside the article: the labels, its spans in reading order, and the card of the
// chosen span or of the article.
type panel struct {
	w      *Window
	object fyne.CanvasObject
	labels *labelButtons
	spans  *spanList
	card   *card
}

func newPanel(w *Window) *panel {
	p := &panel{w: w, labels: newLabelButtons(w), spans: newSpanList(w), card: newCard(w)}
	parts := &panelLayout{part: w.prefs.size(keySpans, 0.5)}
	body := container.New(parts)
	pull := newDivider(false, func(by float32) {
		parts.pull(by, body)
		w.prefs.SetFloat(keySpans, float64(parts.part))
	})
	body.Objects = []fyne.CanvasObject{p.labels.object, p.spans.object, p.card.object, pull}
	p.object = body
	p.clear()
	return p
}

// show shows a state; edited tells whether more than the selection is new.
func (p *panel) show(state annotate.State, edited bool) {
	if edited {
		p.labels.count(state.Layer)
		p.spans.load(state)
	}
	p.spans.choose(state.Selection.Span)
	p.card.show(state)
}

// clear shows that no article is open.
func (p *panel) clear() {
	p.labels.count(annotate.Layer{})
	p.spans.clear()
	p.card.clear()
}

// rebuild makes the panel anew, for a changed scheme or theme.
func (p *panel) rebuild() {
	p.labels.build()
	if p.w.guide != nil && p.w.guide.open {
		p.w.guide.build(p.w.guide.label())
	}
	p.object.Refresh()
	before, was := p.card.form, p.card.of
	p.card.clear()
	if p.w.session == nil {
		p.clear()
		return
	}
	p.show(p.w.session.State(), true)
	p.card.leave(before, was)
	p.spans.list.Refresh()
}

func (p *panel) showPainting() { p.labels.press(p.w.painting) }

// save keeps what was typed into the card and not kept yet.
func (p *panel) save() { p.card.save() }

func (p *panel) noteFocused() bool { return p.card.note != nil && p.card.note.focused }

func (p *panel) focusNote() {
	if p.card.note != nil {
		p.w.win.Canvas().Focus(p.card.note)
	}
}

// A panelLayout sets the labels above, and below them the spans and the card, which share the rest.
type panelLayout struct{ part float32 }

// Layout is Fyne's.
func (l *panelLayout) Layout(o []fyne.CanvasObject, room fyne.Size) {
	labels := o[0].MinSize().Height
	rest := max(0, room.Height-labels)
	spans := float32(int(rest * min(0.85, max(0.15, l.part))))
	put := func(o fyne.CanvasObject, y, height float32) {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(room.Width, height))
	}
	put(o[0], 0, labels)
	put(o[1], labels, spans)
	put(o[2], labels+spans, rest-spans)
	put(o[3], labels+spans-grip/2, grip)
}

// MinSize is Fyne's.
func (l *panelLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastColumn, o[0].MinSize().Height+120)
}

// pull moves the divider between spans and card.
func (l *panelLayout) pull(by float32, body *fyne.Container) {
	rest := body.Size().Height - body.Objects[0].MinSize().Height
	if rest > 0 {
		l.part = min(0.85, max(0.15, l.part+by/rest))
		body.Refresh()
	}
}
