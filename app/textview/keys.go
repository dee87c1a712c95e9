package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedRune is Fyne's. The text cannot be typed into.
func (v *View) TypedRune(rune) {}

// TypedKey is Fyne's. Every key goes to OnKey first; then
//
//   - arrows, Home, End, PageUp and PageDown move the caret, with Ctrl by words, or to the text's
//     beginning and end;
//   - with Shift they extend the selection. Where Snap is set, Shift+Left and Shift+Right go by
//     words and the selection stays whole words; with Alt held too, or where Snap is not set, they
//     go by characters.
//
// Before all that, Escape gives up the drag of a mark's edge.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	v.hear()
	v.key(e.Name, v.modifiers())
}

// key returns whether a key was of use.
func (v *View) key(name fyne.KeyName, held fyne.KeyModifier) bool {
	if name == fyne.KeyEscape && v.adjusting.active() {
		v.giveUpAdjusting()
		return true
	}
	if v.OnKey != nil && v.OnKey(name, held) {
		return true
	}
	if !v.ready() {
		return false
	}
	if held&fyne.KeyModifierShift != 0 {
		return v.extendBy(name, held)
	}
	sel := v.selection()
	to, ok := v.move(name, held)
	if !ok {
		return false
	}
	if !sel.Empty() && held == 0 && (name == fyne.KeyLeft || name == fyne.KeyRight) {
		to = v.collapsed(sel, name == fyne.KeyRight)
	}
	v.anchor, v.caret, v.behind = to.offset, to.offset, to.behind
	v.afterKey()
	return true
}

// collapsed returns the end of a selection to which an arrow goes.
func (v *View) collapsed(sel Range, right bool) target {
	p := v.layout.paragraphs[v.layout.paragraphIndex(v.caret)]
	if right != p.rtl {
		return target{offset: sel.End}
	}
	return target{offset: sel.Start}
}

// extendBy moves the caret's end of the selection. Snapping can undo a step, so that steps are
// taken until one shows.
func (v *View) extendBy(name fyne.KeyName, held fyne.KeyModifier) bool {
	whole := v.Snap != nil && held&fyne.KeyModifierAlt == 0
	if whole && (name == fyne.KeyLeft || name == fyne.KeyRight) {
		held |= fyne.KeyModifierControl
	}
	if whole && v.anchor == v.caret {
		v.skipGap(name)
	}
	anchor, caret := v.anchor, v.caret
	for range 64 {
		from := v.caret
		to, ok := v.move(name, held)
		if !ok {
			return false
		}
		v.caret, v.behind = to.offset, to.behind
		if v.caret == from {
			break
		}
		raw := v.caret
		start := v.anchorOver(name, Range{anchor, caret}, raw)
		if !whole || start == raw {
			break
		}
		v.anchor, v.caret = v.snapTowards(start, raw)
		if v.caret != caret || v.anchor != anchor {
			break
		}
		v.caret = raw
	}
	if whole && v.anchor != v.caret {
		v.anchor, v.caret = v.snapTowards(v.anchorOver(name, Range{anchor, caret}, v.caret), v.caret)
	}
	if l := v.shape(v.caretLine()); v.anchor != v.caret && l.turnsAt(v.caret) {
		v.behind = l.besideItsOwn(v.caret)
	}
	v.afterKey()
	return true
}

// skipGap takes the caret over what stands before the next word in the direction of an arrow, so
// that a selection of words does not begin with a full stop or a line's end.
func (v *View) skipGap(name fyne.KeyName) {
	forward := name == fyne.KeyRight
	if v.layout.paragraphs[v.layout.paragraphIndex(v.caret)].rtl {
		forward = name == fyne.KeyLeft
	}
	switch {
	case name != fyne.KeyLeft && name != fyne.KeyRight:
		return
	case forward:
		if end := v.wordEnd(v.caret); v.wordStart(end) > v.caret {
			v.anchor, v.caret = v.wordStart(end), v.wordStart(end)
		}
	default:
		if start := v.wordStart(v.caret); v.wordEnd(start) < v.caret {
			v.anchor, v.caret = v.wordEnd(start), v.wordEnd(start)
		}
	}
}

// snapTowards snaps a selection and keeps its direction.
func (v *View) snapTowards(anchor, caret int) (int, int) {
	r := v.snap(Range{min(anchor, caret), max(anchor, caret)})
	if caret < anchor {
		return r.End, r.Start
	}
	return r.Start, r.End
}

// afterKey shows the caret and says what is selected.
func (v *View) afterKey() {
	n := v.caretLine()
	v.revealLines(n, n, 0.3*v.pitch())
	v.tellSelection()
}

// TypedShortcut is Fyne's. Select all and copy are the view's own; what is left goes to OnShortcut.
func (v *View) TypedShortcut(s fyne.Shortcut) {
	v.hear()
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		v.anchor, v.caret, v.behind, v.hasGoal = 0, len(v.text), false, false
		v.update()
		v.tellSelection()
		return
	case *fyne.ShortcutCopy:
		v.copy(s.Clipboard)
		return
	case *desktop.CustomShortcut:
		if v.key(s.KeyName, s.Modifier) {
			return
		}
	}
	if v.OnShortcut != nil {
		v.OnShortcut(s)
	}
}

// copy puts the selected text on the clipboard; without a selection it leaves that as it is.
func (v *View) copy(to fyne.Clipboard) {
	if to == nil {
		to = fyne.CurrentApp().Clipboard()
	}
	if r := v.selection(); !r.Empty() {
		to.SetContent(v.text[r.Start:r.End])
	}
}
