package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// sheets are pages that cover the article and its panel: the search, the history, the snapshots.
type sheets struct {
	object  *fyne.Container
	covered []fyne.CanvasObject // what is not shown while a sheet is; a pane below the list is
	open    *sheet              // nil: none
}

func newSheets() *sheets {
	s := &sheets{object: container.NewStack()}
	s.object.Hide()
	return s
}

// A sheet is one of them. Escape leaves it.
type sheet struct {
	object fyne.CanvasObject
	title  *line
	focus  func() // gives the keyboard to what it is for
	main   func() // what Ctrl+Enter does; nil: what it does without a sheet
}

// newSheet makes a sheet with tools at the right of its title.
func (w *Window) newSheet(title string, body fyne.CanvasObject, tools ...fyne.CanvasObject) *sheet {
	s := &sheet{title: newLine(title, sizeTitle, theme.ColorNameForeground)}
	s.title.style.Bold = true
	leave := newQuietButton(w, iconRemove, "", w.leaveSheet)
	leave.hint = "Close  ·  Esc"
	row := container.New(layout.NewCustomPaddedHBoxLayout(6))
	for _, tool := range append(tools, leave) {
		row.Add(centred(tool))
	}
	head := padded(14, 8, 24, 18, between(newBackdrop(""), s.title, row, 0))
	s.object = container.NewBorder(head, nil, nil, nil, body)
	return s
}

// showSheet covers the article with a sheet.
func (w *Window) showSheet(s *sheet) {
	w.leaveStrips()
	w.panel.save()
	w.sheets.open = s
	w.sheets.object.Objects = []fyne.CanvasObject{s.object}
	for _, o := range w.sheets.covered {
		if o != w.guide.object || !w.guide.low {
			o.Hide()
		}
	}
	w.sheets.object.Show()
	w.sheets.object.Refresh()
	w.list.unmark() // so that a click on the open article's row shows it
	s.focus()
	w.say("")
	w.trace.sheet(s.title.text)
}

// leaveSheet shows the article again.
func (w *Window) leaveSheet() {
	if w.sheets.open == nil {
		return
	}
	w.sheets.open = nil
	w.sheets.object.Hide()
	for _, o := range w.sheets.covered {
		o.Show()
	}
	w.list.mark()
	w.trace.sheet("")
	w.focusText()
}

// ofArticle reports whether a command is about the article, so that a sheet must not cover it.
func (c command) ofArticle() bool {
	switch c.Menu {
	case "Edit", "Label", "Span", "Go", "Article":
		return !c.Sheet
	}
	return false
}

// halves are two objects side by side, the left one with a part of the width, and a line between.
type halves struct{ part float32 }

func newHalves(part float32, left, right fyne.CanvasObject) *fyne.Container {
	return container.New(halves{part}, left, hairline(), right)
}

// Layout is Fyne's.
func (h halves) Layout(o []fyne.CanvasObject, room fyne.Size) {
	at := float32(int(room.Width * h.part))
	o[0].Resize(fyne.NewSize(at, room.Height))
	o[1].Move(fyne.NewPos(at, 0))
	o[1].Resize(fyne.NewSize(1, room.Height))
	o[2].Move(fyne.NewPos(at+1, 0))
	o[2].Resize(fyne.NewSize(room.Width-at-1, room.Height))
}

// MinSize is Fyne's.
func (h halves) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(2*leastColumn, max(o[0].MinSize().Height, o[2].MinSize().Height))
}
