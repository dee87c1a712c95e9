package dataset

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A bratAnn is the .ann file of one layer that is being written.
type bratAnn struct {
	*bratUse
	article annotate.Article
	layer   annotate.Layer
	units   annotate.Units
	out     strings.Builder
	next    map[byte]int                    // the next free number of each kind of id
	taken   map[string]string               // ids in use, and what has them
	ids     map[annotate.ID]string          // the id to refer to, by span
	roles   map[annotate.ID][]annotate.Link // the roles of events, by span
}

func newBratAnn(u *bratUse, a annotate.Article, layer annotate.Layer) *bratAnn {
	w := &bratAnn{bratUse: u, article: a, layer: layer, units: annotate.In(annotate.CodePoints, a.Text),
		next: map[byte]int{}, taken: map[string]string{}, ids: map[annotate.ID]string{}, roles: map[annotate.ID][]annotate.Link{}}
	w.reserve()
	return w
}

// reserve keeps the numbers that spans and links came with.
func (w *bratAnn) reserve() {
	var sources []string
	for _, s := range w.layer.Spans() {
		sources = append(sources, textID(s.Source), eventID(s.Source))
	}
	for _, k := range w.layer.Links() {
		if relationSource.MatchString(k.Source) {
			sources = append(sources, k.Source)
		}
	}
	for _, id := range sources {
		if id != "" {
			n, _ := strconv.Atoi(id[1:])
			w.next[id[0]] = max(w.next[id[0]], n)
		}
	}
}

// id is the id that was asked for, if nothing else has it, or a new one.
func (w *bratAnn) id(kind byte, wanted, content string) (id string, first bool) {
	if has, taken := w.taken[wanted]; wanted != "" && (!taken || has == content && kind == 'T') {
		w.taken[wanted] = content
		return wanted, !taken
	}
	w.next[kind]++
	id = fmt.Sprintf("%c%d", kind, w.next[kind])
	w.taken[id] = content
	return id, true
}

// fresh is a new id.
func (w *bratAnn) fresh(kind byte) string {
	id, _ := w.id(kind, "", "")
	return id
}

// write writes the layer, and enters into the ledger what of it is written and
// what is not.
func (w *bratAnn) write() string {
	for _, k := range w.layer.Links() {
		if w.isRole(k) {
			w.roles[k.From] = append(w.roles[k.From], k)
		}
	}
	events := w.writeTexts()
	n := len(w.ids)
	w.ledger.carried(Spans, n)
	w.accountLayer(n)
	for _, s := range events {
		w.writeEvent(s)
	}
	w.writeLinks()
	for _, s := range w.layer.Spans() {
		if id, written := w.ids[s.ID]; written {
			w.writeAttributes(s, id)
			w.ledger.carried(Notes, w.writeNote(Notes, w.quoted(s), usualNote, id, s.Note, func(text string) {
				w.ledger.meant.change(s, func(s *annotate.Span) { s.Note = text })
			}))
		}
	}
	return w.out.String()
}

// accountLayer enters the layer itself: without a span nothing says that
// somebody looked at the article.
func (w *bratAnn) accountLayer(spans int) {
	authors := present(w.layer.Author.Name)
	if spans > 0 {
		w.ledger.carried(Layers, 1)
		w.ledger.carried(Authors, authors)
		w.ledger.fold(Loss{Kind: Authors, What: "the authors", Why: "brat keeps what they are called, not their ids nor whether they are people, files or curators; read again they are called “NAME (brat)”"})
		return
	}
	why := "an .ann file with nothing in it does not say that somebody looked at the article"
	w.ledger.never(Layers, 1, why)
	w.ledger.meant.bare(w.layer)
	w.ledger.never(Authors, authors, why)
}

// writeTexts writes the T lines, and gives the spans that are events.
func (w *bratAnn) writeTexts() []annotate.Span {
	var events []annotate.Span
	for _, s := range w.layer.Spans() {
		label := w.label(s)
		parts := fragments(s, w.article.Text)
		if len(parts) == 0 {
			w.lose(s, "there is nothing in it but line breaks, which brat cannot mark")
			continue
		}
		w.accountEdges(s, parts)
		event := w.isEvent(s, len(w.roles[s.ID]))
		content := s.ID
		if event {
			content = annotate.ID(label + fmt.Sprint(parts))
		}
		id, first := w.id('T', textID(s.Source), string(content))
		if first {
			w.writeText(id, label, parts)
		}
		w.ids[s.ID] = id
		if event {
			w.ids[s.ID], _ = w.id('E', eventID(s.Source), "")
			events = append(events, withSource(s, w.ids[s.ID]+" "+id))
		}
	}
	return events
}

func withSource(s annotate.Span, source string) annotate.Span {
	s.Source = source
	return s
}

func (w *bratAnn) writeText(id, label string, parts []annotate.Range) {
	var offsets, texts []string
	for _, p := range parts {
		start, end := w.units.OfRange(p)
		offsets = append(offsets, fmt.Sprintf("%d %d", start, end))
		texts = append(texts, w.article.Text[p.Start:p.End])
	}
	fmt.Fprintf(&w.out, "%s\t%s %s\t%s\n", id, label, strings.Join(offsets, ";"), strings.Join(texts, " "))
}

// accountEdges enters what becomes of a span's gaps and edges.
func (w *bratAnn) accountEdges(s annotate.Span, parts []annotate.Range) {
	var kept []annotate.Range
	for i := range parts[1:] {
		if gap := (annotate.Range{Start: parts[i].End, End: parts[i+1].Start}); !onlyBreaks(w.article.Text[gap.Start:gap.End]) {
			kept = append(kept, gap)
		}
	}
	w.ledger.carried(Gaps, min(len(kept), len(s.Gaps)))
	if gone := len(s.Gaps) - len(kept); gone > 0 {
		w.ledger.meant.change(s, func(s *annotate.Span) { s.Gaps = kept })
		w.ledger.lost(w.loss(Gaps, s, "a gap of line breaks alone is not told from the line breaks in a span", gone))
	}
	if len(kept) == len(s.Gaps) && !slices.Equal(kept, s.Gaps) {
		w.ledger.meant.change(s, func(s *annotate.Span) { s.Gaps = kept })
		w.ledger.lost(w.loss(Gaps, s, "a gap beside a line break takes it in", 0))
	}
	if first, last := parts[0], parts[len(parts)-1]; first.Start != s.Start || last.End != s.End {
		w.ledger.lost(w.loss(Spans, s, "it begins or ends with a line break, which brat leaves out", 0))
		w.ledger.meant.change(s, func(s *annotate.Span) { s.Start, s.End = first.Start, last.End })
	}
}

// loss is one of a span's.
func (w *bratAnn) loss(kind Kind, s annotate.Span, why string, n int) Loss {
	return Loss{Kind: kind, Article: w.article.Title, What: w.quoted(s), Why: why, Count: n}
}

// quoted names a span for people.
func (w *bratAnn) quoted(s annotate.Span) string { return quoted(s, w.article.Text) }

func quoted(s annotate.Span, text string) string {
	words := strings.Join(strings.FieldsFunc(s.Quote(text), notShown), " ")
	if words == "" {
		return s.Label + " of white space"
	}
	return fmt.Sprintf("%s “%s”", s.Label, shorten(words, 60))
}

// lose enters a span that is not written, with all that hangs on it.
func (w *bratAnn) lose(s annotate.Span, why string) {
	for kind, n := range map[Kind]int{Spans: 1, Gaps: len(s.Gaps), Attributes: len(s.Attrs), Notes: present(s.Note)} {
		if n > 0 {
			w.ledger.lost(w.loss(kind, s, why, n))
		}
	}
	w.ledger.meant.become(s)
}
