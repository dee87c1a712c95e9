package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"github.com/glossator/glossator/annotate"
)

// A card is the chosen span with all that can be said of it; without one, the article as a whole.
// The form that is shown lies in the window alone: at others Fyne does not look.
type card struct {
	w       *Window
	object  *container.Scroll
	body    *fyne.Container // holds the form that is shown
	*form                   // is shown; an empty one where no article is open
	forms   map[formOf]*form
	under   circumstances     // the forms were made
	of      string            // what the form is pointed at
	filling bool              // what is put into the fields was not typed
	busy    bool              // what was typed is being kept
	drafts  map[string]string // what was refused, by field
}

// Circumstances are what all forms depend on beside the scheme, the theme and the keys, of whose
// changes the panel is told.
type circumstances struct {
	scale  float32
	locked bool // the project can only be read
}

// mostForms are kept.
const mostForms = 24

func newCard(w *Window) *card {
	c := &card{w: w, form: &form{}, forms: map[formOf]*form{}, body: container.New(layout.NewCustomPaddedLayout(9, 14, 22, 18)), drafts: map[string]string{}}
	c.object = container.NewVScroll(c.body)
	return c
}

// clear forgets all forms: the card is empty, and what is shown next is made anew.
func (c *card) clear() {
	c.form, c.of = &form{}, ""
	clear(c.forms)
	c.body.Objects = nil
	c.body.Refresh()
}

// show shows the chosen span, or the article. Where the card is of the same thing already, only
// what has changed is put into its fields, so that the keyboard stays where it is.
func (c *card) show(state annotate.State) {
	before, was := c.form, c.of
	if now := (circumstances{c.w.win.Canvas().Scale(), c.locked()}); now != c.under {
		c.clear()
		c.under = now
	}
	span, chosen := state.Layer.Span(state.Selection.Span)
	of := "article " + string(state.Article.ID)
	if chosen {
		of = "span " + string(span.ID) + " " + span.Label
	}
	other := of != c.of
	if other {
		c.of = of
		c.use(formOf{chosen, span.Label})
	}
	c.fill(state, span, other)
	c.layOut()
	if other {
		c.leave(before, was)
		if c.object.Offset.Y != 0 {
			c.object.ScrollToTop() // Fyne makes all textures of the card anew
		}
	}
}

// fill puts the values of a state into the fields; other tells that they are another thing's.
func (c *card) fill(state annotate.State, span annotate.Span, other bool) {
	c.filling = true
	if other {
		c.say("")
		c.forget()
	}
	c.point(state, span)
	if other {
		c.restore()
	}
	c.filling = false
}

// use puts a form into the window, which is made if there is none yet.
func (c *card) use(of formOf) {
	f, made := c.forms[of]
	if !made {
		if len(c.forms) >= mostForms {
			clear(c.forms)
		}
		f = newForm(c, of)
		c.forms[of] = f
	}
	if f == c.form {
		return
	}
	c.form = f
	c.body.Hide() // and so has it drawn anew
	c.body.Objects = []fyne.CanvasObject{f.column}
	c.body.Show()
}

// leave takes the keyboard, and lists that hang open, out of a form that was pointed at something else, or
// that was made anew: then the keyboard is in the same field as before.
func (c *card) leave(before *form, was string) {
	canvas := c.w.win.Canvas()
	if canvas.Overlays().Top() != nil {
		before.shut()
	}
	k := slices.Index(before.stops, canvas.Focused())
	switch {
	case k < 0:
	case was == c.of && len(before.stops) == len(c.form.stops):
		canvas.Focus(c.form.stops[k])
	default:
		c.w.focusText()
	}
}

// layOut gives what has grown or shrunk its room. To refresh the card would do so too, and would make
// the textures of all of it anew.
func (c *card) layOut() {
	room := c.object.Size()
	for need := c.body.MinSize().Max(room); ; {
		c.body.Resize(need)
		layOut(c.body)
		before := need
		if need = c.body.MinSize().Max(room); need == before { // else lines have wrapped in the room that they have now
			break
		}
	}
	if end := c.body.Size().Height - room.Height; c.object.Offset.Y > end {
		c.object.ScrollToOffset(fyne.NewPos(0, end))
	}
}

// layOut lays a container out, with those within it.
func layOut(o fyne.CanvasObject) {
	c, is := o.(*fyne.Container)
	if !is || !c.Visible() {
		return
	}
	c.Layout.Layout(c.Objects, c.Size())
	for _, inner := range c.Objects {
		layOut(inner)
	}
}

// locked tells whether the project can only be read.
func (c *card) locked() bool { return c.w.project != nil && c.w.project.ReadOnly() }

// lock keeps a field from being changed in a project that can only be read.
func (c *card) lock(o fyne.Disableable) {
	if c.locked() {
		o.Disable()
	}
}

// reveal scrolls a field into sight.
func (c *card) reveal(o fyne.CanvasObject) { revealIn(c.object, o) }

// revealIn scrolls what lies in a scroll into sight, with its caption.
func revealIn(scroll *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll.Content).Y
	bottom := top + o.Size().Height
	const caption = 24 // above the field
	at, room := scroll.Offset.Y, scroll.Size().Height
	switch {
	case top-caption < at:
		at = max(0, top-caption)
	case bottom+8 > at+room:
		at = bottom + 8 - room
	default:
		return
	}
	scroll.ScrollToOffset(fyne.NewPos(0, at))
}
