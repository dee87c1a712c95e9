package window

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
)

// A field is where an attribute is filled in: a choice, a number, a text or a flag.
type field struct {
	name   string
	kind   annotate.AttributeKind
	object fyne.CanvasObject
	set    func(value string) // shows a value
	save   func()             // keeps what was typed
}

// unset stands for no value among choices.
const unset = "—"

// newField makes the field of an attribute; keep is called with each new value.
func (w *Window) newField(a annotate.Attribute, keep func(string) error) *field {
	f := &field{name: a.Name, kind: a.Kind, save: func() {}}
	kept := func(value string) {
		if err := keep(value); err != nil {
			w.failed(err)
		}
	}
	switch a.Kind {
	case annotate.Choice:
		f.choose(w, a, kept)
	case annotate.Flag:
		f.check(a, kept)
	default:
		f.enter(w, a, kept)
	}
	return f
}

func (f *field) choose(w *Window, a annotate.Attribute, keep func(string)) {
	quiet := false
	s := widget.NewSelect(append([]string{unset}, a.Choices...), nil)
	s.PlaceHolder = unset
	s.OnChanged = func(value string) {
		if quiet {
			return
		}
		keep(strings.TrimPrefix(value, unset))
		w.focusText()
	}
	f.set = func(value string) {
		quiet = true
		defer func() { quiet = false }()
		if value == "" {
			s.ClearSelected()
			return
		}
		if !slices.Contains(s.Options, value) {
			s.Options = append(s.Options, value)
		}
		s.SetSelected(value)
	}
	f.object = beside(a.Shown(), s)
}

// captionWidth is the room for a caption beside its field.
const captionWidth = 92

// beside sets a caption before its field, or above it where it is too long for that.
func beside(caption string, o fyne.CanvasObject) fyne.CanvasObject {
	if fyne.MeasureText(caption, size(theme.SizeNameCaptionText), fyne.TextStyle{}).Width > captionWidth-8 {
		return captioned(caption, o)
	}
	return container.New(&pairLayout{captionWidth}, newLine(caption, theme.SizeNameCaptionText, colourQuiet), o)
}

func (f *field) check(a annotate.Attribute, keep func(string)) {
	quiet := false
	c := widget.NewCheck(a.Shown(), func(on bool) {
		switch {
		case quiet:
		case on:
			keep("true")
		default:
			keep("")
		}
	})
	f.set = func(value string) {
		quiet = true
		c.SetChecked(value == "true")
		quiet = false
	}
	f.object = c
}

func (f *field) enter(w *Window, a annotate.Attribute, keep func(string)) {
	e := newEntry(w)
	shown := ""
	f.set = func(value string) {
		if e.Text == shown || value != shown {
			shown = value
			e.SetText(value)
		}
	}
	f.save = func() {
		text := strings.TrimSpace(e.Text)
		if text == shown {
			return
		}
		if !fits(a.Kind, text) {
			w.say(fmt.Sprintf("%s must be a number; “%s” was not kept", a.Shown(), oneLine(text, 40)))
			e.SetText(shown)
			return
		}
		shown = text
		keep(text)
	}
	e.onLeave = f.save
	e.OnSubmitted = func(string) { w.focusText() }
	f.object = captioned(a.Shown(), e)
	if a.Kind == annotate.Text {
		f.object = beside(a.Shown(), e)
	}
}

// fits reports whether a text can be the value of an attribute of a kind.
func fits(kind annotate.AttributeKind, text string) bool {
	if kind != annotate.Number || text == "" {
		return true
	}
	_, err := strconv.ParseFloat(text, 64)
	return err == nil
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
	span.Note = strings.TrimSpace(note)
	return w.session.Change("Change the note", span)
}

// A pairLayout sets a caption of a fixed width before a field.
type pairLayout struct{ caption float32 }

// Layout is Fyne's.
func (l *pairLayout) Layout(o []fyne.CanvasObject, room fyne.Size) {
	height := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(0, (room.Height-height)/2))
	o[0].Resize(fyne.NewSize(l.caption-8, height))
	o[1].Move(fyne.NewPos(l.caption, 0))
	o[1].Resize(fyne.NewSize(room.Width-l.caption, room.Height))
}

// MinSize is Fyne's.
func (l *pairLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	field := o[1].MinSize()
	return fyne.NewSize(l.caption+field.Width, field.Height)
}
