package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A dialog asks or tells something in front of the window. Enter does what its main button does,
// Escape closes it.
type dialog struct {
	w       *Window
	title   string
	body    fyne.CanvasObject
	popup   *widget.PopUp
	buttons []fyne.CanvasObject
	main    func()    // what Enter does
	escape  func()    // what Escape does
	pressed func(key) // hears the keys of commands too, where set
	first   fyne.Focusable
	under   *dialog // the one below
}

func (w *Window) newDialog(title string, body fyne.CanvasObject) *dialog {
	d := &dialog{w: w, title: title, body: body}
	d.escape = d.close
	return d
}

// button adds a button, from left to right.
func (d *dialog) button(title string, tapped func()) *widget.Button {
	b := d.newButton(title, tapped)
	d.buttons = append(d.buttons, b)
	return &b.Button
}

// newButton is a button that stands in the dialog.
func (d *dialog) newButton(title string, tapped func()) *button {
	b := newButton(host{key: d.key}, title, tapped)
	b.least = 88
	return b
}

// primary adds the main button, which Enter presses too.
func (d *dialog) primary(title string, tapped func()) *widget.Button {
	b := d.button(title, tapped)
	b.Importance = widget.HighImportance
	d.main = func() {
		if !b.Disabled() {
			tapped()
		}
	}
	return b
}

// show shows the dialog, at least as large as asked for.
func (d *dialog) show(least fyne.Size) {
	title := wholeLine(d.title, theme.SizeNameSubHeadingText, theme.ColorNameForeground)
	title.style.Bold = true
	row := container.NewHBox(append([]fyne.CanvasObject{layout.NewSpacer()}, d.buttons...)...)
	content := padded(16, 14, 20, 20, container.NewBorder(padded(0, 10, 0, 0, title), padded(12, 0, 0, 0, row), nil, nil, d.body))
	d.under, d.w.dialog = d.w.dialog, d
	room := d.w.win.Canvas().Size()
	content.Resize(fyne.NewSize(least.Width, room.Height)) // wrapped text knows its height by its width
	width := min(max(content.MinSize().Width, least.Width), room.Width-40)
	content.Resize(fyne.NewSize(width, room.Height))
	height := max(content.MinSize().Height, least.Height)
	d.popup = widget.NewModalPopUp(container.NewStack(newDialogEdge(), content), d.w.win.Canvas())
	d.popup.Resize(fyne.NewSize(width, min(height, room.Height-40)))
	d.popup.Show()
	d.focus()
	d.w.trace.dialog(d.title)
}

// focus gives the keyboard to the first field, or to the main button. A dialog that only offers to
// stop leaves it to nobody, so that an Enter meant for the dialog before does not stop anything.
func (d *dialog) focus() {
	first := d.first
	if first == nil && d.main == nil {
		d.w.win.Canvas().Unfocus()
		return
	}
	if first == nil && len(d.buttons) > 0 {
		first = d.buttons[len(d.buttons)-1].(*button)
	}
	if first != nil {
		d.w.win.Canvas().Focus(first)
	}
}

// close takes the dialog away and gives the keyboard back to what is below. Dialogs above it stay, as
// one that came while work went on does when the work has ended.
func (d *dialog) close() {
	var above []*dialog
	link := &d.w.dialog
	for ; *link != nil && *link != d; link = &(*link).under {
		above = append(above, *link)
	}
	if *link == nil {
		return // it is closed already
	}
	*link = d.under
	d.popup.Hide()
	if len(above) > 0 {
		raise(above)
		return
	}
	d.w.trace.dialog("")
	if d.w.dialog == nil {
		d.w.focusText()
	}
}

// raise shows dialogs again, the top one first in the list. Fyne takes all away that lies above what is
// taken away.
func raise(dialogs []*dialog) {
	for _, d := range slices.Backward(dialogs) {
		d.popup.Hide()
		d.popup.Show()
	}
	dialogs[0].focus()
}

// key is a key that was pressed in the dialog. It reports whether that meant something.
func (d *dialog) key(name fyne.KeyName) bool {
	switch {
	case name == fyne.KeyEscape:
		d.escape()
	case (name == fyne.KeyReturn || name == fyne.KeyEnter) && d.main != nil:
		d.main()
	default:
		return d.scroll(name)
	}
	return true
}

// scroll moves what the dialog shows, if it is more than there is room for.
func (d *dialog) scroll(name fyne.KeyName) bool {
	body, scrolls := d.body.(*container.Scroll)
	if !scrolls {
		return false
	}
	page := body.Size().Height - 40
	by, moves := map[fyne.KeyName]float32{
		fyne.KeyUp: -40, fyne.KeyDown: 40, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -body.Content.Size().Height, fyne.KeyEnd: body.Content.Size().Height,
	}[name]
	if moves {
		body.ScrollToOffset(fyne.NewPos(0, body.Offset.Y+by))
	}
	return moves
}

// paragraph is wrapped text for a dialog.
func paragraph(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// flush takes away the room that Fyne leaves beside the text of a label.
func flush(label *widget.Label) fyne.CanvasObject {
	room := size(theme.SizeNameInnerPadding)
	return padded(0, 0, -room, -room, label)
}

// tell shows a text with one button.
func (w *Window) tell(title string, body fyne.CanvasObject, least fyne.Size) {
	d := w.newDialog(title, body)
	d.primary("Close", d.close)
	d.show(least)
}

// A progress is the dialog of work that goes on beside the window.
type progress struct {
	dialog *dialog
	words  *line
	bar    *widget.ProgressBarInfinite // nil where nothing is to move
	stop   func()                      // as its Cancel button does
	asked  *dialog                     // whether to stop it and quit; nil: nobody asks
}

// showProgress shows that something is going on, and lets it be cancelled.
func (w *Window) showProgress(title string, cancel func()) *progress {
	p := &progress{words: newLine("Beginning…", theme.SizeNameText, colourQuiet)}
	body := container.NewVBox(p.words)
	if !w.still() {
		p.bar = widget.NewProgressBarInfinite()
		body.Add(p.bar)
	}
	p.dialog = w.newDialog(title, body)
	p.stop = func() {
		p.words.set("Cancelling…")
		cancel()
	}
	p.dialog.escape = p.stop
	p.dialog.button("Cancel", p.stop)
	p.dialog.show(fyne.NewSize(420, 150))
	w.running = append(w.running, p)
	return p
}

func (p *progress) say(words string) { p.words.set(words) }

// close takes the dialog away, as the work has ended. Its bar would go on, unseen, and with it the
// whole window would be painted sixty times in a second.
func (p *progress) close() {
	if p.bar != nil {
		p.bar.Stop()
	}
	if p.asked != nil {
		p.asked.close()
	}
	p.dialog.close()
	p.dialog.w.ended(p)
}

// newDialogEdge is the edge of a dialog, for themes in which its shadow does not part it from the window.
// It is four lines: one rectangle would have each pixel within it shaded.
func newDialogEdge() *fyne.Container {
	return container.New(dialogEdge{}, newBackdrop(colourEdge), newBackdrop(colourEdge), newBackdrop(colourEdge), newBackdrop(colourEdge))
}

// A dialogEdge lies around the content of a dialog, as far from it as Fyne's ground of the dialog goes.
type dialogEdge struct{}

// Layout is Fyne's.
func (dialogEdge) Layout(o []fyne.CanvasObject, room fyne.Size) {
	const wide = 2
	off := size(theme.SizeNameInnerPadding) / 2
	put := func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	across, down := room.Width+2*off, room.Height+2*off
	put(o[0], -off, -off, across, wide)
	put(o[1], -off, room.Height+off-wide, across, wide)
	put(o[2], -off, -off, wide, down)
	put(o[3], room.Width+off-wide, -off, wide, down)
}

// MinSize is Fyne's.
func (dialogEdge) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
