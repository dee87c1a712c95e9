package dataset

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// lay makes the rows with what of the layer is written in each, and enters what
// cannot be.
func (w *tsvWriter) lay() {
	tokens := w.tokens()
	parts := map[int]map[annotate.Range][]annotate.Span{} // by place in tokens
	for _, s := range w.layer.Spans() {
		within := annotate.Trim(w.article.Text, s.Range)
		from, _ := slices.BinarySearchFunc(tokens, within.Start, func(t tsvRow, at int) int { return cmp.Compare(t.End, at+1) })
		if within.Empty() || from >= len(tokens) || tokens[from].Start >= within.End {
			w.lose(s, "there is no token in it")
			continue
		}
		kept := annotate.Range{Start: max(within.Start, tokens[from].Start)}
		for i := from; i < len(tokens) && tokens[i].Start < within.End; i++ {
			if parts[i] == nil {
				parts[i] = map[annotate.Range][]annotate.Span{}
			}
			at := tokens[i].Shared(within)
			parts[i][at] = append(parts[i][at], s)
			kept.End = at.End
		}
		if kept != s.Range {
			w.ledger.lost(spanLoss(w.article, s, "it begins or ends with white space, which WebAnno TSV leaves out", 0))
			w.ledger.meant.change(s, func(s *annotate.Span) { s.Range = kept })
		}
		w.carry(s)
	}
	for i, t := range tokens {
		w.addRow(t, parts[i][t.Range])
		delete(parts[i], t.Range)
		for n, at := range slices.SortedFunc(maps.Keys(parts[i]), annotate.Range.Compare) {
			w.addRow(tsvRow{Range: at, sentence: t.sentence, token: t.token, part: n + 1}, parts[i][at])
		}
	}
	w.number()
	w.layLinks()
}

func (w *tsvWriter) addRow(row tsvRow, spans []annotate.Span) {
	row.spans = spans
	for _, s := range spans {
		w.at[s.ID] = append(w.at[s.ID], len(w.rows))
	}
	w.rows = append(w.rows, row)
}

// number numbers the spans that are spread over rows or stacked in one.
func (w *tsvWriter) number() {
	for _, row := range w.rows {
		for _, s := range row.spans {
			if _, done := w.numbers[s.ID]; !done && (len(row.spans) > 1 || len(w.at[s.ID]) > 1) {
				w.numbers[s.ID] = len(w.numbers) + 1
			}
		}
	}
}

// carry enters what is written of a span.
func (w *tsvWriter) carry(s annotate.Span) {
	w.ledger.carried(Spans, 1)
	w.ledger.carried(Notes, present(s.Note))
	w.noted = w.noted || s.Note != ""
	for name, value := range sorted(s.Attrs) {
		if value == "" {
			w.ledger.lost(Loss{Kind: Attributes, Article: w.article.Title, What: quoted(s, w.article.Text), Why: "the attribute " + name + " is empty, which WebAnno TSV cannot tell from none", Count: 1})
			w.ledger.meant.change(s, func(s *annotate.Span) { delete(s.Attrs, name) })
			continue
		}
		w.ledger.carried(Attributes, 1)
	}
}

// lose enters a span that is not written, with what hangs on it but for gaps,
// which are entered anyway.
func (w *tsvWriter) lose(s annotate.Span, why string) {
	for kind, n := range map[Kind]int{Spans: 1, Attributes: len(s.Attrs), Notes: present(s.Note)} {
		if n > 0 {
			w.ledger.lost(Loss{Kind: kind, Article: w.article.Title, What: quoted(s, w.article.Text), Why: why, Count: n})
		}
	}
	w.ledger.meant.become(s)
}

// layLinks puts each link into the first row of the span at which it ends.
func (w *tsvWriter) layLinks() {
	for _, k := range w.layer.Links() {
		if len(w.at[k.From]) == 0 || len(w.at[k.To]) == 0 {
			w.ledger.meant.noLink(k)
			for kind, n := range map[Kind]int{Links: 1, LinkNotes: present(k.Note)} {
				if n > 0 {
					w.ledger.lost(Loss{Kind: kind, Article: w.article.Title, What: "link " + k.Kind, Why: "a span that it joins is not written", Count: n})
				}
			}
			continue
		}
		row := &w.rows[w.at[k.To][0]]
		row.links = append(row.links, k)
		w.linked, w.linkNote = true, w.linkNote || k.Note != ""
		w.ledger.carried(Links, 1)
		w.ledger.carried(LinkNotes, present(k.Note))
	}
}

// row writes a row with its fields, a TAB behind each.
func (w *tsvWriter) row(row tsvRow) {
	start, end := w.units.OfRange(row.Range)
	fmt.Fprintf(&w.out, "%s\t%d-%d\t%s\t", row.name(), start, end, w.article.Text[row.Start:row.End])
	if w.layer != nil && len(w.layer.Spans()) > 0 {
		w.field(row, func(s annotate.Span) string { return s.Label })
		if w.noted {
			w.field(row, func(s annotate.Span) string { return s.Note })
		}
		for _, feature := range w.attrs {
			w.field(row, func(s annotate.Span) string { return s.Attrs[w.names[feature]] })
		}
	}
	if w.linked {
		w.linkField(row, func(k annotate.Link) string { return tsvSaid(k.Kind) })
		if w.linkNote {
			w.linkField(row, func(k annotate.Link) string { return tsvSaid(k.Note) })
		}
		w.linkField(row, w.origin)
	}
	w.out.WriteByte('\n')
}

// field writes what the spans of a row say.
func (w *tsvWriter) field(row tsvRow, said func(annotate.Span) string) {
	var cells []string
	for _, s := range row.spans {
		cell := tsvSaid(said(s))
		if n := w.numbers[s.ID]; n > 0 {
			cell += fmt.Sprintf("[%d]", n)
		}
		cells = append(cells, cell)
	}
	w.out.WriteString(cmp.Or(strings.Join(cells, "|"), "_") + "\t")
}

func (w *tsvWriter) linkField(row tsvRow, said func(annotate.Link) string) {
	var cells []string
	for _, k := range row.links {
		cells = append(cells, said(k))
	}
	w.out.WriteString(cmp.Or(strings.Join(cells, "|"), "_") + "\t")
}

// origin says where a link begins, and which of the spans there and here it
// joins, where there are several.
func (w *tsvWriter) origin(k annotate.Link) string {
	name := w.rows[w.at[k.From][0]].name()
	from, to := w.numbers[k.From], w.numbers[k.To]
	if from+to == 0 {
		return name
	}
	return fmt.Sprintf("%s[%d_%d]", name, from, to)
}

// tsvSaid is a value as a cell has it.
func tsvSaid(value string) string {
	if value == "" {
		return "*"
	}
	return tsvEscapes.Replace(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(value))
}
