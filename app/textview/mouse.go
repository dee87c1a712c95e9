package textview

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	doubleClick = 400 * time.Millisecond
	steady      = 4 // Fyne units within which the pointer counts as not having moved
)

// A gesture is what the mouse is doing between its button's going down and up.
type gesture struct {
	active  bool
	moved   bool
	exact   bool          // Alt is held: no snapping
	extend  bool          // Shift was held at its beginning
	clicks  int           // 1 for characters, 2 for words, 3 for paragraphs
	base    Range         // what was selected by the press itself
	at      fyne.Position // of the press
	time    time.Time
	pointer fyne.Position // of the drag
	pulling *fyne.Animation
	marked  []string // the marks under the last click, and which of them was said
	said    string
	place   fyne.Position
}

// MouseDown is Fyne's. Clicks are counted here, since Fyne would hold back every single click to
// wait for a second.
func (v *View) MouseDown(e *desktop.MouseEvent) {
	v.hear()
	if !v.ready() {
		return
	}
	v.takeFocus()
	switch {
	case e.Button == desktop.MouseButtonSecondary:
		v.pressSecondary(e.Position)
	case e.Button != desktop.MouseButtonPrimary:
	case v.onBar(e.Position):
		v.pressBar(e.Position.Y)
	case v.onStrip(e.Position):
		v.strip.dragged = true
		v.leave()
		v.pressStrip(e.Position.Y)
	default:
		v.pressText(e.Position, e.Modifier|v.modifiers())
	}
}

func (v *View) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil && !v.focused {
		c.Focus(v)
	}
}

// pressText takes a handle, or begins a selection: so does the second of two clicks, and a click with Shift.
func (v *View) pressText(p fyne.Position, held fyne.KeyModifier) {
	e := v.handleAt(p)
	if e == noEdge || held&fyne.KeyModifierShift != 0 || v.soonAgain(p) {
		v.press(p, held)
		return
	}
	v.takeHandle(e, p, held)
}

// soonAgain tells whether a press follows another so soon that it belongs to it.
func (v *View) soonAgain(p fyne.Position) bool {
	g := &v.gesture
	return near(p, g.at) && v.clock().Sub(g.time) < doubleClick && g.clicks < 3
}

// press begins a selection.
func (v *View) press(p fyne.Position, held fyne.KeyModifier) {
	g := &v.gesture
	if v.soonAgain(p) {
		g.clicks++
	} else {
		g.clicks = 1
	}
	g.active, g.moved, g.at, g.time = true, false, p, v.clock()
	g.exact = held&fyne.KeyModifierAlt != 0
	g.extend = held&fyne.KeyModifierShift != 0 && g.clicks == 1
	at := v.under(p)
	v.hasGoal = false
	if g.extend {
		g.base = Range{v.anchor, v.anchor}
	} else {
		g.base = v.unitAt(at)
	}
	v.extendTo(at)
}

func near(a, b fyne.Position) bool {
	dx, dy := a.X-b.X, a.Y-b.Y
	return dx*dx+dy*dy <= steady*steady
}

// unitAt returns what a press at a point selects: nothing, a word or a paragraph.
func (v *View) unitAt(at point) Range {
	offset := at.offset
	switch v.gesture.clicks {
	case 2:
		if at.ink >= 0 {
			offset = at.ink
		}
		return v.wordAt(offset)
	case 3:
		return v.paragraphAt(offset)
	}
	return Range{offset, offset}
}

// extendTo selects from what was pressed to a point.
func (v *View) extendTo(at point) {
	base, to := v.gesture.base, v.unitAt(at)
	if v.gesture.extend {
		to = Range{at.offset, at.offset}
	}
	r := Range{min(base.Start, to.Start), max(base.End, to.End)}
	backward := to.Start < base.Start
	if v.Snap != nil && !v.gesture.exact && !r.Empty() {
		r = v.snap(r)
	}
	v.anchor, v.caret = r.Start, r.End
	if backward {
		v.anchor, v.caret = r.End, r.Start
	}
	v.behind = !backward && (at.behind || !r.Empty()) // beside what is selected
	if !r.Empty() && v.shape(at.line).turnsAt(v.caret) {
		v.behind = v.shape(at.line).nearer(v.caret, at.x)
	}
	v.update()
}

// snap asks for whole words, and keeps the answer within the text.
func (v *View) snap(r Range) Range {
	if s := v.Snap(r); !s.Empty() {
		return Range{v.stop(s.Start), v.stopAfter(s.End)}
	}
	return r
}

// Dragged is Fyne's. Past the upper and lower edges the text scrolls.
func (v *View) Dragged(e *fyne.DragEvent) {
	if v.bar.dragged {
		v.dragBar(e.Position.Y)
		return
	}
	if v.strip.dragged {
		v.pressStrip(e.Position.Y)
		return
	}
	g := &v.gesture
	if !g.active || !g.moved && near(e.Position, g.at) {
		return
	}
	g.moved = true
	g.exact = v.modifiers()&fyne.KeyModifierAlt != 0
	g.pointer = e.Position
	v.followPointer()
	v.pull()
}

// followPointer extends the selection to the pointer, and scrolls towards it where it is past an
// edge: the further, the faster.
func (v *View) followPointer() {
	p, height := v.gesture.pointer, v.Size().Height
	if past := v.pastEdge(); past != 0 {
		fastest := v.pitch()
		v.scrollTo(v.scrolled + min(max(float64(past)/4, -fastest), fastest))
	}
	p.Y = min(max(0, p.Y), height-1)
	if v.adjusting.active() {
		v.adjustTo(v.under(p))
		return
	}
	v.extendTo(v.under(p))
}

// pastEdge returns how far the pointer is above (less than 0) or below the view.
func (v *View) pastEdge() float32 {
	y, height := v.gesture.pointer.Y, v.Size().Height
	return min(0, y) + max(0, y-height)
}

// pull keeps on scrolling while the pointer rests past an edge.
func (v *View) pull() {
	g := &v.gesture
	switch {
	case !g.active || v.pastEdge() == 0:
		if g.pulling != nil {
			g.pulling.Stop()
			g.pulling = nil
		}
	case g.pulling == nil:
		g.pulling = &fyne.Animation{
			Duration: time.Second, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear,
			Tick: func(float32) {
				if v.gesture.active {
					v.followPointer()
				}
			},
		}
		g.pulling.Start()
	}
}

// MouseUp is Fyne's.
func (v *View) MouseUp(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonSecondary {
		if v.OnMenu != nil && v.ready() {
			v.OnMenu(e.AbsolutePosition, first(v.marksAt(e.Position)))
		}
		return
	}
	v.finish()
}

// DragEnd is Fyne's, and comes after MouseUp, if that comes at all.
func (v *View) DragEnd() { v.finish() }

// finish ends a gesture and says what came of it.
func (v *View) finish() {
	if v.bar.dragged {
		v.bar.dragged = false
		v.update()
	}
	v.strip.dragged = false
	g := &v.gesture
	if !g.active {
		return
	}
	g.active = false
	v.pull()
	if v.adjusting.active() {
		if v.endAdjusting() {
			return
		}
		v.clickHandle()
	}
	v.tellSelection()
	if g.clicks == 1 && !g.moved && !g.extend {
		v.sayMark()
	}
}

// clickHandle does what a click does that is not upon a handle.
func (v *View) clickHandle() {
	at := v.under(v.gesture.at)
	v.gesture.base, v.hasGoal = Range{at.offset, at.offset}, false
	v.extendTo(at)
}

// sayMark tells which mark was clicked: the shortest first, then outward with each further click
// at that place.
func (v *View) sayMark() {
	g := &v.gesture
	ids := v.marksAt(g.at)
	next := 0
	if near(g.at, g.place) && slices.Equal(ids, g.marked) && len(ids) > 0 {
		next = (slices.Index(ids, g.said) + 1) % len(ids)
	}
	g.marked, g.place, g.said = ids, g.at, ""
	if len(ids) > 0 {
		g.said = ids[next]
	}
	if v.OnMark != nil {
		v.OnMark(g.said)
	}
}

func (v *View) tellSelection() {
	if v.OnSelect != nil {
		v.OnSelect(v.selection())
	}
}

// pressSecondary puts the caret where the menu is asked for, unless that is within the selection.
func (v *View) pressSecondary(p fyne.Position) {
	at, sel := v.under(p), v.selection()
	if at.offset >= sel.Start && at.offset <= sel.End || v.beside(p) {
		return
	}
	v.anchor, v.caret, v.behind, v.hasGoal = at.offset, at.offset, at.behind, false
	v.update()
	v.tellSelection()
}
