package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Fields of the page: Escape leaves it, Page Up and Page Down read what would come, and the one that
// the keyboard comes to is brought into sight.

// key is a key that was pressed in a field. It reports whether that meant something to the page.
func (p *datasetPage) key(name fyne.KeyName) bool {
	read := p.columns.read()
	room := read.Size().Height - 40
	switch name {
	case fyne.KeyEscape:
		p.w.leaveSheet()
	case fyne.KeyPageUp:
		read.ScrollToOffset(read.Offset.SubtractXY(0, room))
	case fyne.KeyPageDown:
		read.ScrollToOffset(read.Offset.AddXY(0, room))
	default:
		return p.w.plainKey(name)
	}
	return true
}

// reveal brings a field into sight.
func (p *datasetPage) reveal(o fyne.CanvasObject) { revealIn(p.scroll, o) }

// host is the page as that of its fields.
func (p *datasetPage) host() host { return host{key: p.key, reveal: p.reveal} }

// newPagePick is a list of which one is chosen. Enter opens it.
func newPagePick(p *datasetPage, options []string, changed func()) *picker {
	s := newPicker(p.host(), options, func(string) { changed() })
	s.key = func(name fyne.KeyName) bool {
		if name == fyne.KeyReturn || name == fyne.KeyEnter {
			s.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			return true
		}
		return p.key(name)
	}
	return s
}

// newPageTick is a box that is ticked or not.
func newPageTick(p *datasetPage, title string) *box {
	return newBox(p.host(), title, func(bool) { p.form.changed() })
}

// pageTicks are boxes for the things of a list.
type pageTicks struct {
	page   *datasetPage
	object *fyne.Container
	names  []string
	boxes  []*box
}

func newPageTicks(p *datasetPage) *pageTicks {
	return &pageTicks{page: p, object: container.NewGridWithColumns(2)}
}

// offer changes the things, which have names and are shown otherwise. Those that were ticked stay so;
// new ones are.
func (t *pageTicks) offer(names, shown []string) {
	unticked := map[string]bool{}
	for i, box := range t.boxes {
		unticked[t.names[i]] = !box.Checked
	}
	t.names, t.boxes, t.object.Objects = names, nil, nil
	for i, name := range names {
		box := newPageTick(t.page, shown[i])
		box.Checked = !unticked[name]
		t.boxes = append(t.boxes, box)
		t.object.Objects = append(t.object.Objects, box)
	}
	t.object.Refresh()
}

// ticked are the names of those that are ticked.
func (t *pageTicks) ticked() []string {
	var names []string
	for i, box := range t.boxes {
		if box.Checked {
			names = append(names, t.names[i])
		}
	}
	return names
}

// newPageEntry is a field for text. Enter exports.
func newPageEntry(p *datasetPage, placeholder string) *entry {
	e := newEntry(p.w)
	e.SetPlaceHolder(placeholder)
	e.OnChanged = func(string) { p.changedText() }
	e.onEscape = p.w.leaveSheet
	e.onEnter = func(bool) { p.export() }
	e.onFocus = func() { p.reveal(e) }
	return e
}
