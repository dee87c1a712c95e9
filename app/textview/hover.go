package textview

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// MouseIn is Fyne's.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved is Fyne's.
func (v *View) MouseMoved(e *desktop.MouseEvent) {
	before := v.setting
	if !v.ready() {
		return
	}
	if v.setting != before {
		v.update() // the window came to a screen of another scale
	}
	if over := v.onBar(e.Position); over != v.bar.over {
		v.bar.over = over
		v.update()
	}
	v.overStrip = v.onStrip(e.Position)
	v.overEdge = v.handleAt(e.Position) != noEdge
	v.pointed = e.Position
	v.Point()
}

// MouseOut is Fyne's.
func (v *View) MouseOut() {
	v.bar.over, v.overEdge, v.overStrip = false, false, false
	v.pointed = fyne.NewPos(-1, -1)
	v.hoverOver("")
	v.update()
}

// Cursor is Fyne's.
func (v *View) Cursor() desktop.Cursor {
	switch {
	case v.adjusting.active(), v.overEdge && !v.gesture.active:
		return desktop.HResizeCursor
	case v.bar.over || v.bar.dragged || v.overStrip:
		return desktop.DefaultCursor
	}
	return desktop.TextCursor
}

// pointAt notes which mark is under the pointer.
func (v *View) pointAt(p fyne.Position) { v.hoverOver(first(v.marksAt(p))) }

func (v *View) hoverOver(id string) {
	if id == v.hover {
		return
	}
	v.hover = id
	v.update()
	if v.OnHover != nil {
		v.OnHover(id)
	}
}

// MarksAt returns the marks that hold the byte at an offset, the shortest first. A mark does not
// hold its gaps.
func (v *View) MarksAt(offset int) []string { return v.index.under(v.within(offset)) }

// marksAt returns the marks at a place of the view: those that hold the character there, the
// shortest first. Upon tags these are the marks that are named there, the topmost tag first, then
// those that hold the first letter of the topmost.
func (v *View) marksAt(p fyne.Position) []string {
	if p.X < 0 || p.Y < 0 || p.X > v.Size().Width || p.Y > v.Size().Height || v.beside(p) {
		return nil
	}
	if named := v.tagsAt(p); len(named) > 0 {
		return v.withOthers(named)
	}
	if at := v.under(p); at.ink >= 0 {
		return v.index.under(at.ink)
	}
	return nil
}

// beside tells whether a place is on the scroll bar or on the overview.
func (v *View) beside(p fyne.Position) bool { return v.onBar(p) || v.onStrip(p) }

// withOthers appends to the marks of tags those which hold the letter that the first tag is for.
func (v *View) withOthers(named []band) []string {
	ids := make([]string, len(named))
	for i, b := range named {
		ids[i] = b.id
	}
	for _, id := range v.index.under(named[0].start) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// tagsAt returns the marks whose tags are at a place of the view, the topmost first.
func (v *View) tagsAt(p fyne.Position) []band {
	var found []band
	n := v.lineUnder(p.Y)
	for _, r := range v.surface.rows {
		if !r.raster.Visible() || !r.shows.used || r.shows.line != n {
			continue
		}
		at := p.Subtract(r.at)
		place := image.Pt(int(at.X*v.setting.scale), int(at.Y*v.setting.scale))
		for _, t := range r.sheet.placeTags(r.shows.bands, r.shows.width) {
			if place.In(t.r) {
				found = append(found, t.band)
			}
		}
	}
	slices.Reverse(found)
	return found
}

func first(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}
