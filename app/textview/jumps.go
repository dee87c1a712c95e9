package textview

// maxJumps bounds how many places are remembered.
const maxJumps = 200

// A spot is where a reader is: the selection and what is in sight.
type spot struct{ anchor, caret, top int }

// jumps are the places that were left by jumping, the latest last.
type jumps struct{ back, forward []spot }

func (v *View) spot() spot { return spot{v.anchor, v.caret, v.Top()} }

// leave remembers the place that a jump leaves, unless nothing was done since the last jump came
// to it.
func (v *View) leave() {
	j, at := &v.jumps, v.spot()
	j.forward = nil
	if n := len(j.back); n > 0 && j.back[n-1] == at {
		return
	}
	j.back = append(j.back, at)
	if len(j.back) > maxJumps {
		j.back = j.back[1:]
	}
}

// GoTo puts the caret at an offset and the offset into the middle of the view, unless it is in
// sight already. The place that is left can be gone back to. It tells OnSelect.
func (v *View) GoTo(offset int) {
	v.leave()
	v.choose(offset, offset)
	if _, _, visible := v.Place(offset); !visible {
		v.Center(offset)
	}
}

// Center scrolls so that the line with an offset is in the middle of the view, or as near as the
// text's ends allow. No place is remembered.
func (v *View) Center(offset int) {
	v.whenReady(func() {
		middle := v.lineTop(v.layout.lineAt(v.within(offset))) + v.pitch()/2
		v.scrollTo(middle - float64(v.Size().Height)/2)
	})
}

// Back returns to the place before the last jump: its selection, which OnSelect is told, and what
// was in sight. It returns whether there was such a place.
func (v *View) Back() bool { return v.jump(&v.jumps.back, &v.jumps.forward) }

// Forward undoes Back.
func (v *View) Forward() bool { return v.jump(&v.jumps.forward, &v.jumps.back) }

// CanGoBack tells whether Back has a place to go to.
func (v *View) CanGoBack() bool { return len(v.jumps.back) > 0 }

// CanGoForward tells whether Forward has a place to go to.
func (v *View) CanGoForward() bool { return len(v.jumps.forward) > 0 }

func (v *View) jump(from, to *[]spot) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	s := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, v.spot())
	v.choose(s.anchor, s.caret)
	v.SetTop(s.top)
	return true
}
