package window

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate"
)

// A form is the card's widgets for the spans of a label, or for articles. It is made once and pointed
// at one after another, because to make widgets, and their textures, takes longer than all else that
// comes of a label's key.
type form struct {
	card   *card
	column *fyne.Container
	span   annotate.ID  // that it is pointed at; "" an article
	place  *line        // of a span; nil for articles
	quote  *line        // likewise
	remove *quietButton // likewise
	links  *linkList    // likewise
	fields []*field
	wrong  *line // what is wrong with a field
	note   *entry
	kept   string             // the note as it was kept last
	keep   func(string) error // keeps the note
	stops  []fyne.Focusable   // where the keyboard can be
	used   []*entry           // where it was since the form was pointed at its span
}

// A formOf is what a form is for: the spans of a label, or articles.
type formOf struct {
	spans bool
	label string
}

func newForm(c *card, of formOf) *form {
	m := &form{card: c, column: container.New(layout.NewCustomPaddedVBoxLayout(7))}
	if of.spans {
		m.buildSpan(c.w.label(of.label))
	} else {
		m.buildArticle()
	}
	return m
}

// buildSpan makes the parts for spans of a label.
func (m *form) buildSpan(l annotate.Label) {
	w := m.card.w
	m.addHead(l)
	m.quote = newQuote("")
	m.column.Add(m.quote)
	for _, a := range l.Attributes {
		m.fields = append(m.fields, m.newField(a, func(value string) error { return w.setAttribute(m.span, a, value) }))
	}
	m.addFields()
	m.addNote("Note", func(note string) error { return w.setSpanNote(m.span, note) })
	m.links = newLinkList(w, l.Name)
	m.column.Add(m.links.column)
}

// addHead adds a span's label, its place, and what can be done with it.
func (m *form) addHead(l annotate.Label) {
	w := m.card.w
	title := wholeLine(l.Shown(), theme.SizeNameText, theme.ColorNameForeground)
	title.style.Bold = true
	m.place = wholeLine("", sizeSmall, colourFaint)
	m.remove = w.commandButton(nil, "Remove", "remove")
	tools := container.New(layout.NewCustomPaddedHBoxLayout(2), w.commandButton(nil, "Tag all", "tag-all"), m.remove)
	m.column.Add(container.New(&cardHeadLayout{}, newSwatch(w.hue(l), 12), title, m.place, tools))
}

// buildArticle makes the parts for articles as a whole.
func (m *form) buildArticle() {
	w := m.card.w
	m.column.Add(heading("Article"))
	for _, a := range w.scheme().Values {
		m.fields = append(m.fields, m.newField(a, func(value string) error {
			return w.session.SetValue("Change "+a.Shown(), a.Name, value)
		}))
	}
	m.addFields()
	m.addNote("Note on the article", func(note string) error {
		return w.session.SetValue("Change the note", annotate.NoteValue, note)
	})
}

// addFields adds the fields, those of numbers that follow each other side by side.
func (m *form) addFields() {
	var numbers *fyne.Container
	for _, f := range m.fields {
		if f.Kind != annotate.Number {
			numbers = nil
			m.column.Add(f.object)
			continue
		}
		if numbers == nil || len(numbers.Objects) == 3 {
			numbers = container.New(layout.NewGridLayoutWithColumns(3))
			m.column.Add(numbers)
		}
		numbers.Add(f.object)
	}
	m.wrong = newLine("", theme.SizeNameCaptionText, theme.ColorNameError)
	m.wrong.lines = 4
	m.wrong.Hide()
	m.column.Add(m.wrong)
}

func (m *form) addNote(title string, keep func(string) error) {
	m.note, m.keep = newNote(m.card.w, 2), keep
	m.watch(m.note)
	m.note.onEscape = m.card.w.focusText
	m.column.Add(captioned(title, m.note))
}

// newEntry is a field of the form for text in one line.
func (m *form) newEntry() *entry {
	e := newEntry(m.card.w)
	m.watch(e)
	return e
}

// watch keeps what is typed into a field, soon and when the field is left.
func (m *form) watch(e *entry) {
	c := m.card
	e.OnChanged = func(string) {
		if !c.filling {
			c.w.keepSoon()
		}
	}
	e.onLeave = c.save
	e.onFocus = func() {
		if !slices.Contains(m.used, e) {
			m.used = append(m.used, e)
		}
		c.reveal(e)
	}
	m.stop(e)
}

// stop adds a place where the keyboard can be.
func (m *form) stop(o interface {
	fyne.Focusable
	fyne.Disableable
}) {
	m.card.lock(o)
	m.stops = append(m.stops, o)
}

// point shows a span, or the article of a state. What is shown already costs nothing, and what was
// typed and is not kept yet stays.
func (m *form) point(state annotate.State, span annotate.Span) {
	value, note := state.Layer.Value, state.Layer.Note()
	if m.place != nil {
		m.pointAt(state, span)
		value, note = func(name string) (string, bool) { v, is := span.Attrs[name]; return v, is }, span.Note
	}
	for _, f := range m.fields {
		v, _ := value(f.Name)
		f.set(v)
	}
	m.setNote(note)
}

// pointAt shows where a span stands and what it is linked with.
func (m *form) pointAt(state annotate.State, span annotate.Span) {
	w := m.card.w
	m.span = span.ID
	start, end := w.units.OfRange(span.Range)
	m.place.set(fmt.Sprintf("%s–%s", grouped(start), grouped(end)))
	m.quote.set(quoted(w.quote(span, 240)))
	m.links.show(state, span)
}

// forget forgets what was typed and what can be undone of it: it was another span's.
func (m *form) forget() {
	for _, e := range m.used {
		renew(e)
	}
	m.used = nil
	for _, f := range m.fields {
		if f.entry != nil {
			f.shown = f.typed()
		}
	}
	m.kept = m.typedNote()
}

// renew makes an entry as a new one is: empty, nothing selected, no typing to be undone.
func renew(e *entry) {
	if e.SelectedText() != "" {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	}
	e.SetText("")
}

// shut shuts the lists that hang open.
func (m *form) shut() {
	for _, o := range m.stops {
		if list, is := o.(*choice); is {
			list.Hide()
			list.Show()
		}
	}
}

// typedNote is what stands in the note.
func (m *form) typedNote() string { return strings.TrimSpace(m.note.Text) }

func (m *form) setNote(text string) {
	if m.typedNote() == m.kept || text != m.kept {
		m.kept = text
		if m.typedNote() != text {
			m.note.SetText(text)
		}
	}
}

// captionGap is how far a caption is above its field.
const captionGap = 3

// captioned puts a caption above a field.
func captioned(caption string, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedVBoxLayout(captionGap), newLine(caption, theme.SizeNameCaptionText, colourQuiet), o)
}

// newQuote is a span's text, wrapped.
func newQuote(text string) *line {
	quote := newLine(quoted(text), theme.SizeNameText, theme.ColorNameForeground)
	quote.lines = 12
	return quote
}

func quoted(text string) string { return "“" + text + "”" }
