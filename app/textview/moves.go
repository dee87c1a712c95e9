package textview

import (
	"fyne.io/fyne/v2"
)

// A target is a place for the caret. An offset at which the text changes direction, or at which a
// line was wrapped, has two: before the character that follows, and behind the one that precedes.
type target struct {
	offset int
	behind bool
}

// after returns the caret stop behind an offset.
func (v *View) after(offset int) int {
	n := v.layout.lineAt(offset)
	l := v.shape(n)
	if c := l.cellOf(offset); c < len(l.cells) {
		return l.cells[c].end
	}
	if n+1 < len(v.layout.lines) {
		return v.layout.lines[n+1].start
	}
	return len(v.text)
}

// before returns the caret stop before an offset.
func (v *View) before(offset int) int {
	n := v.layout.lineAt(offset)
	if offset == v.layout.lines[n].start {
		if n == 0 {
			return 0
		}
		n--
		if !v.layout.lines[n].wrapped {
			return v.layout.lines[n].end
		}
	}
	l := v.shape(n)
	if c := l.cellOf(max(l.start, offset-1)); c < len(l.cells) {
		return l.cells[c].start
	}
	return l.start
}

// vertically returns the stop some lines further down, below where the caret wants to be.
func (v *View) vertically(lines int) target {
	n := v.caretLine()
	if !v.hasGoal {
		pos, _, _ := v.caretAt(target{v.caret, v.behind}, n)
		v.goal, v.hasGoal = pos.X, true
	}
	to := n + lines
	switch {
	case to < 0:
		return target{offset: 0}
	case to >= len(v.layout.lines):
		return target{offset: len(v.text)}
	}
	l := v.shape(to)
	return l.near(v.goal - v.lineLeft(l))
}

// pages moves the caret, and the view with it, by pages.
func (v *View) pages(n int) target {
	t := v.vertically(n * int(v.page()/v.pitch()+0.5))
	v.scrolled += float64(n) * v.page()
	v.clampScroll()
	return t
}

// lineEdge returns the beginning or the end of the caret's line.
func (v *View) lineEdge(end bool) target {
	ln := v.layout.lines[v.caretLine()]
	if end {
		return target{ln.end, true}
	}
	return target{offset: ln.start}
}

// sideways returns the stop to the left or the right: in a paragraph that reads from right to
// left, what is to the left comes later.
func (v *View) sideways(right, byWord bool) target {
	p := v.layout.paragraphs[v.layout.paragraphIndex(v.caret)]
	forward := right != p.rtl
	switch {
	case byWord && forward:
		return target{offset: v.wordEnd(v.caret)}
	case byWord:
		return target{offset: v.wordStart(v.caret)}
	case forward:
		return target{offset: v.after(v.caret)}
	}
	return target{offset: v.before(v.caret)}
}

// move returns where a key takes the caret, and whether it is a key that moves it.
func (v *View) move(key fyne.KeyName, held fyne.KeyModifier) (target, bool) {
	ctrl := held&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0
	keepGoal := false
	defer func() { v.hasGoal = v.hasGoal && keepGoal }()
	switch key {
	case fyne.KeyLeft, fyne.KeyRight:
		return v.sideways(key == fyne.KeyRight, ctrl), true
	case fyne.KeyUp, fyne.KeyDown:
		keepGoal = true
		if key == fyne.KeyUp {
			return v.vertically(-1), true
		}
		return v.vertically(1), true
	case fyne.KeyPageUp, fyne.KeyPageDown:
		keepGoal = true
		if key == fyne.KeyPageUp {
			return v.pages(-1), true
		}
		return v.pages(1), true
	case fyne.KeyHome, fyne.KeyEnd:
		switch {
		case ctrl && key == fyne.KeyHome:
			return target{offset: 0}, true
		case ctrl:
			return target{offset: len(v.text)}, true
		}
		return v.lineEdge(key == fyne.KeyEnd), true
	}
	return target{}, false
}

// anchorOver returns the anchor of a selection of whole words, from an anchor to a caret, whose caret
// goes on to a place. Where a key for more than a word takes it to the anchor or over it, the word
// that was selected first stays selected.
func (v *View) anchorOver(key fyne.KeyName, was Range, to int) (anchor int) {
	switch {
	case key == fyne.KeyLeft || key == fyne.KeyRight:
	case was.Start < was.End && to <= was.Start:
		return min(v.wordEnd(was.Start), was.End)
	case was.End < was.Start && was.Start <= to:
		return max(v.wordStart(was.Start), was.End)
	}
	return was.Start
}
