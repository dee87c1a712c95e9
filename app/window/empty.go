package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// An emptyState fills the page while no article is open: what is missing, and the way on.
type emptyState struct {
	object  *fyne.Container
	row     *fyne.Container
	title   *line
	hint    *line
	buttons *fyne.Container
}

func newEmptyState() *emptyState {
	e := &emptyState{
		title:   wholeLine("", theme.SizeNameSubHeadingText, theme.ColorNameForeground),
		hint:    wholeLine("", theme.SizeNameText, colourQuiet),
		buttons: container.NewHBox(),
	}
	e.title.style.Bold, e.title.align, e.hint.align = true, fyne.TextAlignCenter, fyne.TextAlignCenter
	e.row = container.NewCenter(e.buttons)
	e.object = centred(container.NewVBox(e.title, padded(4, 16, 0, 0, e.hint), e.row))
	return e
}

// show says what is missing in a window.
func (e *emptyState) show(w *Window) {
	button := func(title, command string) fyne.CanvasObject {
		return widget.NewButton(title, func() { w.do(command) })
	}
	switch {
	case w.project == nil:
		e.title.set("No project is open")
		e.hint.set("A project is one file: the articles that you import, and every label you make.")
		e.buttons.Objects = []fyne.CanvasObject{button("New project…", "new"), button("Open…", "open"), button("Open the sample", "sample")}
	case w.list.filtered():
		e.title.set("No article is open")
		e.hint.set("Choose one from the list, or clear its filter.")
		e.buttons.Objects = []fyne.CanvasObject{widget.NewButton("Clear the filter", w.list.clearFilter)}
	default:
		e.title.set("No articles yet")
		e.hint.set("Drop text files here, or choose Project → Import.")
		e.buttons.Objects = []fyne.CanvasObject{button("Import files…", "import"), button("Import a folder…", "import-folder")}
	}
	e.object.Show()
	e.row.Refresh()
	e.object.Refresh()
}
