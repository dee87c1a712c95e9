package dataset

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A conllSheet is one file of columns.
type conllSheet struct {
	out     *bufio.Writer
	file    *os.File // that is ours to close; nil if it is not
	columns int
	parted  bool     // each label has a column of its own
	labels  []string // of the columns, if they are parted
}

func (s *conllSheet) close() error {
	err := s.out.Flush()
	if s.file != nil {
		err = errors.Join(err, s.file.Close())
	}
	return err
}

// makeSheets makes the files, and says how to read them.
func (w *conllWriter) makeSheets() error {
	for _, label := range w.labels {
		w.names.of(label)
	}
	if w.choices.Overlap == Files {
		return w.makeFiles()
	}
	sheet := &conllSheet{out: bufio.NewWriter(w.w), columns: 1}
	said := "one tag"
	switch w.choices.Overlap {
	case "":
		sheet.columns, sheet.parted, sheet.labels = max(1, len(w.labels)), true, w.labels
		said = strings.Join(w.shownNames(), ", ")
	case Levels:
		sheet.columns = mostLevels
		said = fmt.Sprintf("%d tags, the outermost spans first", mostLevels)
	}
	w.sheets = []*conllSheet{sheet}
	by := "TABs"
	if w.choices.Layout != "" {
		by = "spaces"
	}
	w.ledger.Notes = []string{fmt.Sprintf("columns, parted by %s: token, %s", by, said)}
	return nil
}

func (w *conllWriter) makeFiles() error {
	files := newNaming(fileForm)
	for _, label := range w.labels {
		name, _ := files.of(label)
		file, err := os.Create(w.sheetName(name))
		if err != nil {
			return cannotWrite(err)
		}
		w.sheets = append(w.sheets, &conllSheet{out: bufio.NewWriter(file), file: file, labels: []string{label}, columns: 1, parted: true})
	}
	return nil
}

// shownNames are the labels as tags have them.
func (w *conllWriter) shownNames() []string {
	var names []string
	for _, label := range w.labels {
		name, _ := w.names.of(label)
		names = append(names, name)
	}
	return names
}

func (w *conllWriter) layer(a annotate.Article, layer annotate.Layer) error {
	parted := w.sheets[0].parted
	for _, s := range layer.Spans() {
		if parted && !slices.Contains(w.labels, s.Label) {
			w.ledger.lost(spanLoss(a, s, "its label is not one of the columns, which are the labels of the first article's scheme", 1))
			w.ledger.meant.become(s)
		}
	}
	for _, sheet := range w.sheets {
		g := newGrid(a.Text, sheet.columns)
		for _, s := range w.choices.Overlap.order(layer.Spans()) {
			if !parted || slices.Contains(sheet.labels, s.Label) {
				if err := w.place(sheet, g, a, s); err != nil {
					return err
				}
			}
		}
		w.rows(sheet, g)
		w.tokens = g.tokens
	}
	return nil
}

// place marks a span in its column, or enters why not.
func (w *conllWriter) place(sheet *conllSheet, g *grid, a annotate.Article, s annotate.Span) error {
	stretches, widened := g.stretches(s)
	if len(stretches) == 0 {
		w.ledger.lost(spanLoss(a, s, "there is no token in it", 1))
		w.ledger.meant.become(s)
		return nil
	}
	from, to := 0, sheet.columns
	why := w.choices.Overlap.why()
	if sheet.parted {
		from = slices.Index(sheet.labels, s.Label)
		to, why = from+1, "it overlaps a longer span of its label, and a column holds one tag a token"
	}
	for from < to && !g.free(from, stretches) {
		from++
	}
	switch {
	case from == to && w.choices.Overlap == Refuse:
		return w.choices.Overlap.refused(a, s)
	case from == to:
		w.ledger.lost(spanLoss(a, s, why, 1))
		w.ledger.meant.become(s)
		return nil
	case widened:
		w.ledger.lost(spanLoss(a, s, "it begins or ends inside a token and was widened to the whole", 0))
	}
	if len(stretches) > 1 {
		w.ledger.lost(spanLoss(a, s, fmt.Sprintf("its %d pieces stand as spans of their own", len(stretches)), 0))
	}
	name, _ := w.names.of(s.Label)
	g.mark(from, stretches, name)
	w.ledger.meant.become(s, g.spans(stretches, name)...)
	w.ledger.carried(Spans, 1)
	return nil
}

// spans are a span's stretches of tokens as spans of a label.
func (g *grid) spans(list []stretch, label string) []annotate.Span {
	var spans []annotate.Span
	for _, s := range list {
		spans = append(spans, annotate.Span{Range: annotate.Range{Start: g.tokens[s.from].Start, End: g.tokens[s.to-1].End}, Label: label})
	}
	return spans
}

// columns says that only tokens come back, for each file of one label apart.
func (w *witness) columns(tokens []annotate.Range, sheets []*conllSheet) {
	if w == nil {
		return
	}
	for i := range w.rows {
		w.rows[i].inTokens(tokens)
	}
	var rows []row
	for _, r := range w.rows {
		if len(sheets) == 1 {
			rows = append(rows, r)
			continue
		}
		for _, sheet := range sheets {
			one := r
			one.spans = slices.DeleteFunc(slices.Clone(r.spans), func(s annotate.Span) bool { return columnForm(s.Label) != columnForm(sheet.labels[0]) })
			rows = append(rows, one)
		}
	}
	w.rows = rows
}

func spanLoss(a annotate.Article, s annotate.Span, why string, n int) Loss {
	return Loss{Kind: Spans, Article: a.Title, What: quoted(s, a.Text), Why: why, Count: n}
}

// rows writes the tokens with their tags, a blank line behind each sentence.
func (w *conllWriter) rows(sheet *conllSheet, g *grid) {
	start, by, fill := docStart, "\t", ""
	switch w.choices.Layout {
	case CoNLL2002:
		start, by = docStart2002, " "
	case CoNLL2003:
		by, fill = " ", " -X- O"
	}
	out := sheet.out
	out.WriteString(start)
	for i, token := range g.tokens {
		if i > 0 && g.breaks(i) {
			out.WriteByte('\n')
		}
		out.WriteString(g.text[token.Start:token.End] + fill)
		for column := range sheet.columns {
			out.WriteString(by + g.written(column, i, w.choices.Tags))
		}
		out.WriteByte('\n')
	}
	if len(g.tokens) > 0 {
		out.WriteByte('\n')
	}
}
