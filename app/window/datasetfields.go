package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Fields of the page: Escape leaves it, Page Up and Page Down read what would come, and the one that
// the keyboard comes to is brought into sight.

// key is a key that was pressed in a field. It reports whether that meant something to the page.
func (p *datasetPage) key(name fyne.KeyName) bool {
	room := p.report.Size().Height - 40
	switch name {
	case fyne.KeyEscape:
		p.w.leaveSheet()
	case fyne.KeyPageUp:
		p.report.ScrollToOffset(p.report.Offset.SubtractXY(0, room))
	case fyne.KeyPageDown:
		p.report.ScrollToOffset(p.report.Offset.AddXY(0, room))
	default:
		return p.w.plainKey(name)
	}
	return true
}

// reveal brings a field into sight.
func (p *datasetPage) reveal(o fyne.CanvasObject) { revealIn(p.scroll, o) }

// A pagePick is a list of which one is chosen.
type pagePick struct {
	widget.Select
	page *datasetPage
}

func newPagePick(p *datasetPage, options []string, changed func()) *pagePick {
	s := &pagePick{page: p}
	s.Options, s.OnChanged = options, func(string) { changed() }
	s.ExtendBaseWidget(s)
	return s
}

// offer changes what there is to choose of; what was chosen stays, if it is there.
func (s *pagePick) offer(options []string) {
	chosen := options[0]
	for _, o := range options {
		if o == s.Selected {
			chosen = o
		}
	}
	s.SetOptions(options)
	s.SetSelected(chosen)
}

// FocusGained is Fyne's.
func (s *pagePick) FocusGained() {
	s.Select.FocusGained()
	s.page.reveal(s)
}

// TypedKey is Fyne's.
func (s *pagePick) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		s.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case !s.page.key(e.Name):
		s.Select.TypedKey(e)
	}
}

// A pageTick is a box that is ticked or not.
type pageTick struct {
	widget.Check
	page *datasetPage
}

func newPageTick(p *datasetPage, title string) *pageTick {
	t := &pageTick{page: p}
	t.Text, t.OnChanged = title, func(bool) { p.form.changed() }
	t.ExtendBaseWidget(t)
	return t
}

// FocusGained is Fyne's.
func (t *pageTick) FocusGained() {
	t.Check.FocusGained()
	t.page.reveal(t)
}

// TypedKey is Fyne's.
func (t *pageTick) TypedKey(e *fyne.KeyEvent) {
	if !t.page.key(e.Name) {
		t.Check.TypedKey(e)
	}
}

// pageTicks are boxes for the things of a list.
type pageTicks struct {
	page   *datasetPage
	object *fyne.Container
	names  []string
	boxes  []*pageTick
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

// A pageButton is a button that Enter presses too.
type pageButton struct {
	widget.Button
	page *datasetPage
}

func newPageButton(p *datasetPage, title string, tapped func()) *pageButton {
	b := &pageButton{page: p}
	b.Text, b.OnTapped = title, tapped
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained is Fyne's.
func (b *pageButton) FocusGained() {
	b.Button.FocusGained()
	b.page.reveal(b)
}

// TypedKey is Fyne's.
func (b *pageButton) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		if !b.Disabled() {
			b.OnTapped()
		}
	case !b.page.key(e.Name):
		b.Button.TypedKey(e)
	}
}
