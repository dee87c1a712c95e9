package window

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"github.com/glossator/glossator/annotate"
)

// A card is the chosen span with all that can be said of it; without one, the article as a whole.
type card struct {
	w      *Window
	object *container.Scroll
	body   *fyne.Container
	fields []*field
	wrong  *line // what is wrong with a field
	note   *entry
	kept   string               // the note as it was kept last
	keep   func(string) error   // keeps the note
	of     string               // what the card was built for
	filled func(annotate.State) // puts a state's values into the fields
	remove *quietButton         // nil when no span is chosen
	busy   bool                 // what was typed is being kept
	drafts map[string]string    // what was refused, by field
}

func newCard(w *Window) *card {
	c := &card{w: w, body: container.New(layout.NewCustomPaddedVBoxLayout(7)), drafts: map[string]string{}}
	c.object = container.NewVScroll(padded(9, 14, 22, 18, c.body))
	return c
}

func (c *card) clear() {
	c.of, c.note, c.kept, c.remove, c.fields, c.filled, c.keep = "", nil, "", nil, nil, nil, nil
	c.body.Objects = nil
	c.body.Refresh()
}

// show shows the chosen span, or the article. Where the card is of the same thing already, only
// what has changed is put into its fields, so that the keyboard stays where it is.
func (c *card) show(state annotate.State) {
	span, chosen := state.Layer.Span(state.Selection.Span)
	of := "article " + string(state.Article.ID)
	if chosen {
		of = fmt.Sprint(span.ID, span.Label, span.Range, span.Gaps, state.Layer.LinksOf(span.ID))
	}
	if of != c.of {
		c.clear()
		c.of = of
		if chosen {
			c.buildSpan(state, span)
		} else {
			c.buildArticle(state)
		}
		c.filled(state)
		c.restore()
		c.body.Refresh()
		c.object.ScrollToTop()
		return
	}
	c.filled(state)
}

// newEntry is a field of the card for text in one line.
func (c *card) newEntry() *entry {
	e := newEntry(c.w)
	c.watch(e)
	return e
}

// watch keeps what is typed into a field, soon and when the field is left.
func (c *card) watch(e *entry) {
	e.OnChanged = func(string) { c.w.keepSoon() }
	e.onLeave = c.save
	e.onFocus = func() { c.reveal(e) }
	c.lock(e)
}

// lock keeps a field from being changed in a project that can only be read.
func (c *card) lock(o fyne.Disableable) {
	if c.w.project != nil && c.w.project.ReadOnly() {
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

// save keeps what was typed and not kept yet, and says what is wrong with what cannot be kept.
func (c *card) save() { c.say(c.keepAll()) }

// keepTyping does so while somebody is typing, who may not be done with what is wrong yet.
func (c *card) keepTyping() {
	if why := c.keepAll(); why == "" {
		c.say("")
	}
}

// keepAll keeps what was typed and not kept yet, and returns what is wrong with the first that
// cannot be kept.
func (c *card) keepAll() (wrong string) {
	if c.busy {
		return ""
	}
	c.busy = true
	defer func() { c.busy = false }()
	for _, f := range c.fields {
		was := f.shown
		why, err := f.save()
		if err != nil {
			c.w.failed(err)
			return ""
		}
		if f.shown != was {
			c.w.sayKept(f.Attribute.Shown() + " is saved")
		}
		if why != "" && wrong == "" {
			wrong = why
		}
		c.draft(f, why)
	}
	if err := c.saveNote(); err != nil {
		c.w.failed(err)
	}
	return wrong
}

// draft remembers what was refused of a field until it is mended, though other spans are looked at
// in between.
func (c *card) draft(f *field, why string) {
	if f.entry == nil {
		return
	}
	key := c.of + " " + f.Name
	delete(c.drafts, key)
	if why != "" {
		c.drafts[key] = f.entry.Text
	}
}

// restore puts back what was refused before, and says why again.
func (c *card) restore() {
	again := false
	for _, f := range c.fields {
		if text, was := c.drafts[c.of+" "+f.Name]; was && f.entry != nil {
			f.entry.SetText(text)
			again = true
		}
	}
	if again {
		c.save()
	}
}

// say says what is wrong with a field, below the fields and in the status line.
func (c *card) say(why string) {
	if c.wrong == nil || c.wrong.text == why {
		return
	}
	c.wrong.text = why
	c.wrong.Hidden = why == ""
	c.wrong.Refresh()
	c.body.Refresh()
	if why != "" {
		c.w.say(why + ". It is not kept yet.")
	}
}

func (c *card) saveNote() error {
	if c.note == nil {
		return nil
	}
	text, was := c.typedNote(), c.kept
	if text == was {
		return nil
	}
	c.kept = text
	if err := c.keep(text); err != nil {
		c.kept = was
		return err
	}
	c.w.sayKept(map[bool]string{true: "The note is saved", false: "The note was taken away"}[text != ""])
	return nil
}

// typedNote is what stands in the note.
func (c *card) typedNote() string { return strings.TrimSpace(c.note.Text) }
