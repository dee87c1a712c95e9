package window

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
)

// A field is where an attribute is filled in: a choice, a number, a text or a flag.
type field struct {
	annotate.Attribute
	object fyne.CanvasObject
	set    func(value string)              // shows a value
	entry  *entry                          // where it is typed; nil for choices and flags
	shown  string                          // the value as it was kept last, of what is typed
	keep   func(value string) error        // keeps what was typed
	refuse func(value string) (why string) // says what is wrong with what was typed; "" nothing
}

// unset stands for no value among choices.
const unset = "—"

// newField makes the field of an attribute; keep is called with each new value.
func (m *form) newField(a annotate.Attribute, keep func(string) error) *field {
	c := m.card
	f := &field{Attribute: a, keep: keep}
	kept := func(value string) {
		if err := keep(value); err != nil {
			c.w.failed(err)
			return
		}
		c.w.sayKept(a.Shown() + " is saved")
	}
	switch a.Kind {
	case annotate.Choice:
		f.choose(m, kept)
	case annotate.Flag:
		f.check(m, kept)
	default:
		f.enter(m)
	}
	return f
}

func (f *field) choose(m *form, keep func(string)) {
	s := newChoice(m.card, append([]string{unset}, f.Choices...))
	m.stop(s)
	s.OnChanged = func(value string) {
		keep(strings.TrimPrefix(value, unset))
		m.card.w.focusText()
	}
	f.set = func(value string) {
		s.Options = s.Options[:len(f.Choices)+1] // what another span had beside them is none of this one
		if value != "" && !slices.Contains(s.Options, value) {
			s.Options = append(s.Options, value)
		}
		if s.Selected != value {
			s.Selected = value
			s.Refresh()
		}
	}
	f.object = beside(f.Shown(), s)
}

// captionWidth is the room for a caption beside its field.
const captionWidth = 92

// beside sets a caption before its field, or above it where it is too long for that.
func beside(caption string, o fyne.CanvasObject) fyne.CanvasObject {
	if fyne.MeasureText(caption, size(theme.SizeNameCaptionText), fyne.TextStyle{}).Width > captionWidth-8 {
		return captioned(caption, o)
	}
	return container.New(&pairLayout{caption: captionWidth}, newLine(caption, theme.SizeNameCaptionText, colourQuiet), o)
}

func (f *field) check(m *form, keep func(string)) {
	quiet := false
	t := newTick(m.card, f.Shown())
	m.stop(t)
	t.OnChanged = func(on bool) {
		switch {
		case quiet:
		case on:
			keep("true")
		default:
			keep("")
		}
	}
	f.set = func(value string) {
		quiet = true
		t.SetChecked(value == "true")
		quiet = false
	}
	f.object = t
}

func (f *field) enter(m *form) {
	c, e := m.card, m.newEntry()
	f.entry = e
	f.refuse = func(value string) string { return c.refuses(f, value) }
	f.set = func(value string) {
		if f.typed() == f.shown || value != f.shown {
			f.shown = value
			if f.typed() != value {
				e.SetText(value)
			}
		}
	}
	e.OnSubmitted = func(string) { c.w.focusText() }
	f.object = captioned(f.Shown(), e)
	if f.Kind == annotate.Text {
		f.object = beside(f.Shown(), e)
	}
}

// typed is what stands in the field.
func (f *field) typed() string { return strings.TrimSpace(f.entry.Text) }

// save keeps what was typed and not kept yet. What is wrong with it is said, and stays in the field.
func (f *field) save() (why string, err error) {
	if f.entry == nil || f.typed() == f.shown {
		return "", nil
	}
	value, was := f.typed(), f.shown
	if why := f.refuse(value); why != "" {
		return why, nil
	}
	f.shown = value
	if err := f.keep(value); err != nil {
		f.shown = was
		return "", err
	}
	return "", nil
}

// setAttribute changes an attribute of a span; "" takes it away.
func (w *Window) setAttribute(id annotate.ID, a annotate.Attribute, value string) error {
	span, there := w.session.State().Layer.Span(id)
	if !there {
		return annotate.ErrNoSpan
	}
	attrs := maps.Clone(span.Attrs)
	if attrs == nil {
		attrs = annotate.Attrs{}
	}
	attrs[a.Name] = value
	if value == "" {
		delete(attrs, a.Name)
	}
	span.Attrs = attrs
	return w.session.Change("Change "+a.Shown(), span)
}

// setSpanNote changes a span's note.
func (w *Window) setSpanNote(id annotate.ID, note string) error {
	span, there := w.session.State().Layer.Span(id)
	if !there {
		return annotate.ErrNoSpan
	}
	span.Note = note
	return w.session.Change("Change the note", span)
}

// A choice is a drop-down list of the card.
type choice struct {
	widget.Select
	card *card
}

func newChoice(c *card, options []string) *choice {
	s := &choice{card: c}
	s.Options, s.PlaceHolder = options, unset
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained is Fyne's.
func (s *choice) FocusGained() {
	s.Select.FocusGained()
	s.card.reveal(s)
}

// A tick is a check box of the card.
type tick struct {
	widget.Check
	card *card
}

func newTick(c *card, title string) *tick {
	t := &tick{card: c}
	t.Text = title
	t.ExtendBaseWidget(t)
	return t
}

// FocusGained is Fyne's.
func (t *tick) FocusGained() {
	t.Check.FocusGained()
	t.card.reveal(t)
}
