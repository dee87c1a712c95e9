package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
)

// A linking is the dialog that asks where a link of a span goes: Up and Down choose a span, Left and
// Right a kind of link, Enter takes it.
type linking struct {
	widget.List
	w       *Window
	dialog  *dialog
	span    annotate.Span
	kinds   []annotate.LinkKind
	kind    annotate.LinkKind
	choice  *widget.RadioGroup
	none    *fyne.Container
	targets []annotate.Span
	at      int
}

// askLink asks where a link of the chosen span goes.
func (w *Window) askLink() {
	span, _ := w.session.Selected()
	l := &linking{w: w, span: span, kinds: w.linkKinds(span.Label)}
	l.Length = func() int { return len(l.targets) }
	l.CreateItem = func() fyne.CanvasObject { return newSpanRow(w) }
	l.UpdateItem = l.showRow
	l.OnSelected = l.take
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	l.none, _ = newHint("No span fits", "Label one first")
	l.choice = widget.NewRadioGroup(nil, l.choose)
	l.choice.Horizontal, l.choice.Required = true, true
	for _, k := range l.kinds {
		l.choice.Options = append(l.choice.Options, k.Shown())
	}
	keys := newLine("↑ ↓ choose a span, ← → a kind of link, Enter links", theme.SizeNameCaptionText, colourFaint)
	body := container.NewBorder(container.NewVBox(newQuote(w.quote(span, 120)), l.choice), keys, nil, nil, container.NewStack(l, l.none))
	l.dialog = w.newDialog("Link this "+w.label(span.Label).Shown(), body)
	l.dialog.first = l
	l.dialog.button("Cancel", l.dialog.close)
	l.choice.SetSelected(l.choice.Options[0])
	l.dialog.show(fyne.NewSize(480, 420))
}

// choose shows the spans to which a kind of link may go.
func (l *linking) choose(title string) {
	l.kind = l.kinds[slices.Index(l.choice.Options, title)]
	l.targets, l.at = l.w.linkTargets(l.span, l.kind), 0
	l.none.Hidden = len(l.targets) > 0
	l.Refresh()
	l.ScrollToTop()
}

func (l *linking) showRow(i widget.ListItemID, o fyne.CanvasObject) {
	if i < len(l.targets) {
		row := o.(*spanRow)
		row.at = i == l.at
		row.show(l.targets[i], l.w.view.Text())
	}
}

// take links the span to another.
func (l *linking) take(i widget.ListItemID) {
	if i < len(l.targets) {
		l.dialog.close()
		l.w.link(l.kind, l.span, l.targets[i])
	}
}

// FocusGained is Fyne's: the row that Enter takes is marked without it.
func (l *linking) FocusGained() {}

// FocusLost is Fyne's.
func (l *linking) FocusLost() {}

// TypedKey is Fyne's.
func (l *linking) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown:
		l.step(map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: +1}[e.Name])
	case fyne.KeyLeft, fyne.KeyRight:
		by := map[fyne.KeyName]int{fyne.KeyLeft: len(l.kinds) - 1, fyne.KeyRight: 1}[e.Name]
		at := slices.Index(l.choice.Options, l.choice.Selected)
		l.choice.SetSelected(l.choice.Options[(at+by)%len(l.kinds)])
	case fyne.KeyReturn, fyne.KeyEnter:
		l.take(l.at)
	case fyne.KeyEscape:
		l.dialog.escape()
	}
}

// step goes up or down the list.
func (l *linking) step(by int) {
	if n := len(l.targets); n > 0 {
		l.at = min(n-1, max(0, l.at+by))
		l.Refresh()
		l.ScrollTo(l.at)
	}
}
