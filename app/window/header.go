package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
)

// A header is above the article's text, in the same column: the title, what is known about the
// article, how far the author is with it, and the way to the next.
type header struct {
	w      *Window
	object *fyne.Container
	title  *line
	meta   *line
	status *quietButton
	done   *quietButton
	badge  *badge
	row    *fyne.Container
	tools  *fyne.Container
	turns  []*quietButton // to the articles before and after
}

func newHeader(w *Window) *header {
	h := &header{w: w, title: newLine("", sizeTitle, theme.ColorNameForeground), meta: newLine("", theme.SizeNameCaptionText, colourQuiet)}
	h.title.style.Bold, h.title.lines = true, 3
	h.status = newQuietButton(w, statusIcon(annotate.New), "New", h.chooseStatus).opensMenu()
	h.done = w.commandButton(nil, "Done & next", "done-next")
	h.done.filled = true
	h.turns = []*quietButton{w.commandButton(iconPrevious, "", "previous-article"), w.commandButton(iconNext, "", "next-article")}
	h.badge = newBadge(w)
	h.tools = container.New(layout.NewCustomPaddedHBoxLayout(2), h.status, h.done, h.turns[0], h.turns[1])
	h.row = container.New(&headRow{header: h}, h.badge, h.meta, h.tools)
	h.object = container.New(&headLayout{columnLayout{w}}, padded(14, 8, 0, 0,
		container.New(layout.NewCustomPaddedVBoxLayout(0), padded(0, 3, 0, 0, h.title), h.row)))
	return h
}

// commandButton is a quiet button of a command.
func (w *Window) commandButton(icon fyne.Resource, text, id string) *quietButton {
	b := newQuietButton(w, icon, text, func() {
		w.do(id)
		w.focusText()
	})
	for _, c := range w.commands {
		if c.ID == id && len(c.Keys) > 0 {
			b.hint = c.Title + "  ·  " + c.Keys[0].String()
		}
	}
	return b
}

// show shows what an article is headed by.
func (h *header) show(state annotate.State) {
	h.badge.show("Read-only", h.w.readOnly())
	h.title.set(titleOfArticle(state.Article))
	h.meta.set(about(state.Article, h.w.words))
	h.showStatus(state.Layer.Status())
	h.object.Refresh() // the column depends on how many paragraphs there are to be numbered
}

func (h *header) showStatus(status annotate.Status) {
	if h.status.show(statusIcon(status), titleOf(status)) {
		h.status.hint = "Status: " + titleOf(status)
		h.row.Refresh()
	}
}

// chooseStatus offers the statuses below their button.
func (h *header) chooseStatus() {
	menu := fyne.NewMenu("")
	for _, status := range annotate.Statuses {
		menu.Items = append(menu.Items, fyne.NewMenuItemWithIcon(titleOf(status), statusIcon(status), func() {
			h.w.do("status:" + string(status))
			h.w.focusText()
		}))
	}
	widget.ShowPopUpMenuAtRelativePosition(menu, h.w.win.Canvas(), fyne.NewPos(0, h.status.Size().Height+2), h.status)
}

// A columnLayout sets its object in the column in which the view sets the text.
type columnLayout struct{ w *Window }

// Layout is Fyne's.
func (l *columnLayout) Layout(o []fyne.CanvasObject, room fyne.Size) {
	left, column := l.w.view.Column(room.Width)
	o[0].Move(fyne.NewPos(left, 0))
	o[0].Resize(fyne.NewSize(column, room.Height))
}

// MinSize is Fyne's.
func (l *columnLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastSqueezed-20, o[0].MinSize().Height)
}

// A headLayout is a columnLayout that takes what there is beside a narrow column too.
type headLayout struct{ columnLayout }

// Layout is Fyne's.
func (l *headLayout) Layout(o []fyne.CanvasObject, room fyne.Size) {
	left, column := l.w.view.Column(room.Width)
	o[0].Move(fyne.NewPos(left, 0))
	o[0].Resize(fyne.NewSize(max(column, min(narrowHead, room.Width-left-headEdge)), room.Height))
}

const (
	narrowHead = 250 // a header is no narrower than this, if it can be
	headEdge   = 8   // between a narrow header and the panel
	leastMeta  = 110 // what is known about an article has room of its own where there is less beside the buttons
)

// A headRow sets what is known about an article, and before it the badge, beside the buttons; where there
// is no room, above them. Where even then there is too little, the status is no more than its picture.
type headRow struct {
	header  *header
	stacked bool
}

// Layout is Fyne's.
func (l *headRow) Layout(o []fyne.CanvasObject, room fyne.Size) {
	h := l.header
	need := h.tools.MinSize().Width
	if h.status.text.Hidden {
		need += h.status.text.MinSize().Width
	}
	l.stack(room.Width-need < leastMeta)
	h.status.wordless(need > room.Width+quietInset)
	if !l.stacked {
		betweenLayout{headGap}.Layout(o, room)
		return
	}
	above := l.above(o)
	betweenLayout{headGap}.Layout([]fyne.CanvasObject{o[0], o[1], nil}, fyne.NewSize(room.Width, above))
	o[2].Move(fyne.NewPos(-quietInset, above)) // its picture stands below the words
	o[2].Resize(h.tools.MinSize())
}

const headGap = 8

// stack makes the title small too where all stands below each other.
func (l *headRow) stack(yes bool) {
	if l.stacked == yes {
		return
	}
	l.stacked = yes
	l.header.title.size = sizeTitle
	if yes {
		l.header.title.size = theme.SizeNameSubHeadingText
	}
	l.header.title.Refresh()
}

// above is how high what stands above the buttons is.
func (l *headRow) above(o []fyne.CanvasObject) float32 {
	return betweenLayout{headGap}.MinSize([]fyne.CanvasObject{o[0], o[1], nil}).Height
}

// MinSize is Fyne's.
func (l *headRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	if !l.stacked {
		return betweenLayout{headGap}.MinSize(o)
	}
	tools := o[2].MinSize()
	return fyne.NewSize(tools.Width, l.above(o)+tools.Height)
}

// A narrowLayout is a columnLayout that leaves out buttons, which have keys, where the column is narrow.
type narrowLayout struct {
	columnLayout
	least   float32 // how wide the column must be for all
	buttons []*quietButton
}

// Layout is Fyne's.
func (l *narrowLayout) Layout(o []fyne.CanvasObject, room fyne.Size) {
	_, column := l.w.view.Column(room.Width)
	if wide := column >= l.least; wide != l.buttons[0].Visible() {
		seen(wide, l.buttons...)
	}
	l.columnLayout.Layout(o, room)
}
