package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
)

// A spanList is the spans of the article in reading order, those inside others set in.
type spanList struct {
	w      *Window
	object fyne.CanvasObject
	head   *line
	list   *rows
	none   *fyne.Container
	hint   [2]*line // what it says
	text   string   // of the article
	layer  annotate.Layer
	depth  []int
	linked map[annotate.ID]bool // the spans that links join
	chosen annotate.ID
}

func newSpanList(w *Window) *spanList {
	s := &spanList{w: w, head: heading("Spans")}
	s.list = newRows(w)
	s.list.Length = func() int { return s.layer.SpanCount() }
	s.list.CreateItem = func() fyne.CanvasObject { return newSpanRow(w) }
	s.list.fill(func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < s.layer.SpanCount() {
			row, span := o.(*spanRow), s.layer.SpanAt(i)
			row.depth, row.linked, row.at = s.depth[i], s.linked[span.ID], span.ID == s.chosen
			row.show(span, s.text)
		}
	})
	s.list.OnSelected = s.tapped
	s.none, s.hint = newHint("", "")
	s.object = container.NewBorder(padded(10, 4, 22, 16, s.head), nil, nil, nil, container.NewStack(padded(0, 0, 8, 8, s.list), s.none))
	return s
}

// newHint is a quiet word where something could be.
func newHint(title, words string) (*fyne.Container, [2]*line) {
	t := newLine(title, theme.SizeNameText, colourQuiet)
	h := newLine(words, theme.SizeNameCaptionText, colourFaint)
	t.align, h.align = fyne.TextAlignCenter, fyne.TextAlignCenter
	h.lines = 3
	return centred(padded(0, 0, 8, 8, container.New(layout.NewCustomPaddedVBoxLayout(3), t, h))), [2]*line{t, h}
}

// load shows the spans of a state, one of them perhaps as the chosen one.
func (s *spanList) load(state annotate.State) {
	s.chosen = state.Selection.Span
	s.text, s.layer = state.Article.Text, state.Layer
	s.depth = depths(s.depth, s.layer)
	s.linked = map[annotate.ID]bool{}
	for _, link := range state.Layer.Links() {
		s.linked[link.From], s.linked[link.To] = true, true
	}
	s.head.set("Spans")
	if n := s.layer.SpanCount(); n > 0 {
		s.head.set(counted(n, "span"))
	}
	title, words := s.w.whyNoSpans()
	s.hint[0].set(title)
	s.hint[1].set(words)
	if hide := s.layer.SpanCount() > 0; hide != s.none.Hidden {
		s.none.Hidden = hide
		s.none.Refresh()
	}
	s.list.renew()
	s.reveal()
}

func (s *spanList) clear() {
	s.layer, s.depth, s.chosen = annotate.Layer{}, nil, ""
	s.head.set("")
	s.none.Hide()
	s.list.Refresh()
}

// deepest is how far a row is set in at most.
const deepest = 4

// depths are how many spans each span lies in, as far as rows are set in. Of spans in reading order,
// those before a span that reach as far as it does are around it. They are written over those given.
func depths(depth []int, layer annotate.Layer) []int {
	n := layer.SpanCount()
	depth = slices.Grow(depth[:0], n)[:n]
	clear(depth)
	var furthest [deepest]int // where the spans end that reach furthest of those before, the furthest first
	for i, span := range layer.EachSpan() {
		for depth[i] < deepest && furthest[depth[i]] >= span.End {
			depth[i]++
		}
		at := 0
		for at < deepest && furthest[at] > span.End {
			at++
		}
		if at < deepest {
			copy(furthest[at+1:], furthest[at:])
			furthest[at] = span.End
		}
	}
	return depth
}

// choose marks the row of a span; "" none.
func (s *spanList) choose(id annotate.ID) {
	if id == s.chosen {
		return
	}
	before := s.place(s.chosen)
	s.chosen = id
	s.list.again(before)
	s.list.again(s.place(id))
	s.reveal()
}

// reveal brings the chosen row into sight.
func (s *spanList) reveal() {
	if i := s.place(s.chosen); i >= 0 {
		s.list.reveal(i)
	}
}

// place is the row of a span; -1 when there is none.
func (s *spanList) place(id annotate.ID) int {
	return s.layer.PlaceOf(id)
}

// tapped chooses the span of a row. Which row is chosen the list shows by itself: Fyne would make all
// of its rows anew at each choice.
func (s *spanList) tapped(i widget.ListItemID) {
	s.list.UnselectAll()
	if i < s.layer.SpanCount() {
		s.w.panel.save()
		s.w.chooseSpan(s.layer.SpanAt(i))
	}
}
