package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate"
)

// buildSpan fills the card with a span.
func (c *card) buildSpan(state annotate.State, span annotate.Span) {
	l := c.w.label(span.Label)
	title := wholeLine(l.Shown(), theme.SizeNameText, theme.ColorNameForeground)
	title.style.Bold = true
	start, end := c.w.units.OfRange(span.Range)
	place := wholeLine(fmt.Sprintf("%s–%s", grouped(start), grouped(end)), sizeSmall, colourFaint)
	c.remove = c.w.commandButton(nil, "Remove", "remove")
	head := container.New(layout.NewCustomPaddedHBoxLayout(8), centred(newSwatch(c.w.hue(l), 12)), title, centred(place))
	tools := container.New(layout.NewCustomPaddedHBoxLayout(2), c.w.commandButton(nil, "Tag all", "tag-all"), c.remove)
	c.body.Add(between(newBackdrop(""), head, tools, 0))
	c.body.Add(newQuote(c.w.quote(span, 240)))
	for _, a := range l.Attributes {
		c.fields = append(c.fields, c.newField(a, func(value string) error { return c.w.setAttribute(span.ID, a, value) }))
	}
	c.addFields()
	c.addNote("Note", func(note string) error { return c.w.setSpanNote(span.ID, note) })
	c.body.Add(c.w.newLinks(state, span))
	c.filled = func(state annotate.State) {
		now, _ := state.Layer.Span(span.ID)
		for _, f := range c.fields {
			f.set(now.Attrs[f.Name])
		}
		c.setNote(now.Note)
	}
}

// buildArticle fills the card with the article as a whole.
func (c *card) buildArticle(annotate.State) {
	c.body.Add(heading("Article"))
	for _, a := range c.w.scheme().Values {
		c.fields = append(c.fields, c.newField(a, func(value string) error {
			return c.w.session.SetValue("Change "+a.Shown(), a.Name, value)
		}))
	}
	c.addFields()
	c.addNote("Note on the article", func(note string) error {
		return c.w.session.SetValue("Change the note", annotate.NoteValue, note)
	})
	c.filled = func(state annotate.State) {
		for _, f := range c.fields {
			value, _ := state.Layer.Value(f.Name)
			f.set(value)
		}
		c.setNote(state.Layer.Note())
	}
}

// addFields adds the fields, those of numbers that follow each other side by side.
func (c *card) addFields() {
	var numbers *fyne.Container
	for _, f := range c.fields {
		if f.Kind != annotate.Number {
			numbers = nil
			c.body.Add(f.object)
			continue
		}
		if numbers == nil || len(numbers.Objects) == 3 {
			numbers = container.New(layout.NewGridLayoutWithColumns(3))
			c.body.Add(numbers)
		}
		numbers.Add(f.object)
	}
	c.wrong = newLine("", theme.SizeNameCaptionText, theme.ColorNameError)
	c.wrong.lines = 4
	c.wrong.Hide()
	c.body.Add(c.wrong)
}

func (c *card) addNote(title string, keep func(string) error) {
	c.note, c.keep = newNote(c.w, 2), keep
	c.watch(c.note)
	c.note.onEscape = c.w.focusText
	c.body.Add(captioned(title, c.note))
}

func (c *card) setNote(text string) {
	if c.typedNote() == c.kept || text != c.kept {
		c.kept = text
		if c.typedNote() != text {
			c.note.SetText(text)
		}
	}
}

// captioned puts a caption above a field.
func captioned(caption string, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedVBoxLayout(3), newLine(caption, theme.SizeNameCaptionText, colourQuiet), o)
}

// newQuote is a span's text, wrapped.
func newQuote(text string) fyne.CanvasObject {
	quote := newLine("“"+text+"”", theme.SizeNameText, theme.ColorNameForeground)
	quote.lines = 12
	return quote
}
