package dataset

import (
	"fmt"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

func writeWebAnno(s *sink, docs annotate.Documents) error {
	f := &casFolder{sink: s, ext: ".tsv", what: "WebAnno TSV"}
	return f.each(docs, func(a annotate.Article, layer *annotate.Layer, name string) error {
		w := newTSV(s.ledger, a, layer)
		w.plain = s.choices.Plain
		f.renamed(a, w.names)
		content, err := w.write()
		if err != nil {
			return err
		}
		f.unseen(layer, len(w.at))
		return writeText(f.path(name), content)
	})
}

// A tsvWriter writes one file.
type tsvWriter struct {
	ledger   *Ledger
	article  annotate.Article
	layer    *annotate.Layer
	grid     *grid
	units    annotate.Units
	attrs    []string          // in the order of their columns
	names    map[string]string // attributes by feature
	rows     []tsvRow
	at       map[annotate.ID][]int // the rows of each span, by place in rows
	numbers  map[annotate.ID]int   // of spans that are spread or stacked
	linked   bool
	noted    bool // a span has a note
	linkNote bool
	plain    bool // without what only an import reads
	out      strings.Builder
}

// A tsvRow is a token or a part of one, with the spans that go over all of it.
type tsvRow struct {
	annotate.Range
	token, part int // numbers; part is 0 for the token itself
	sentence    int
	spans       []annotate.Span
	links       []annotate.Link // that end here
}

func newTSV(l *Ledger, a annotate.Article, layer *annotate.Layer) *tsvWriter {
	w := &tsvWriter{ledger: l, article: a, layer: layer, grid: newGrid(a.Text, 0), units: annotate.In(annotate.UTF16, a.Text), at: map[annotate.ID][]int{}, numbers: map[annotate.ID]int{}}
	w.names, _ = features(layer)
	for feature := range sorted(w.names) {
		w.attrs = append(w.attrs, feature)
	}
	return w
}

func (w *tsvWriter) write() (string, error) {
	said := say(w.article, w.layer, w.names)
	if len(w.grid.tokens) == 0 {
		said.Before = w.article.Text
	} else {
		said.Before = w.article.Text[:w.grid.tokens[0].Start]
	}
	if strings.Trim(said.Before, " ") == "" && len(w.grid.tokens) > 0 {
		said.Before = ""
	}
	if w.layer != nil {
		w.lay()
	}
	w.header()
	if w.plain {
		said = casSaid{Before: said.Before} // or the text would be another
	}
	line, err := said.line()
	if !w.plain || said.Before != "" {
		fmt.Fprintf(&w.out, "#glossator=%s\n", line)
	}
	w.body()
	return w.out.String(), err
}

// header declares the columns.
func (w *tsvWriter) header() {
	w.out.WriteString(tsvFormat + ".3\n")
	if w.layer != nil && len(w.layer.Spans()) > 0 {
		w.out.WriteString("#T_SP=" + casSpan + "|" + casLabel)
		if w.noted {
			w.out.WriteString("|" + casNote)
		}
		for _, feature := range w.attrs {
			w.out.WriteString("|" + feature)
		}
		w.out.WriteByte('\n')
	}
	if w.linked {
		w.out.WriteString("#T_RL=" + casRelation + "|" + casLabel)
		if w.linkNote {
			w.out.WriteString("|" + casNote)
		}
		w.out.WriteString("|BT_" + casSpan + "\n")
	}
	w.out.WriteString("\n\n")
}

// body writes the sentences, each with the white space behind it, but for one
// line break that stands there without being said.
func (w *tsvWriter) body() {
	rows := w.rows
	if rows == nil {
		rows = w.tokens()
	}
	for i, row := range rows {
		if i == 0 || row.sentence != rows[i-1].sentence {
			if i > 0 {
				w.out.WriteByte('\n')
			}
			w.text(row.Start, rows[i+1:], row.sentence)
		}
		w.row(row)
	}
}

// text writes the text of the sentence that begins at a byte.
func (w *tsvWriter) text(start int, following []tsvRow, sentence int) {
	end := len(w.article.Text)
	if next := slices.IndexFunc(following, func(r tsvRow) bool { return r.sentence != sentence }); next >= 0 {
		end = following[next].Start
	}
	text := w.article.Text[start:end]
	if end < len(w.article.Text) {
		text = strings.TrimSuffix(text, "\n")
	}
	for line := range strings.SplitSeq(text, "\n") {
		fmt.Fprintf(&w.out, "#Text=%s\n", tsvText(line))
	}
}

// tokens are the rows of the tokens themselves.
func (w *tsvWriter) tokens() []tsvRow {
	rows := make([]tsvRow, 0, len(w.grid.tokens))
	sentence, number := 0, 0
	for i, t := range w.grid.tokens {
		number++
		if i == 0 || w.grid.sentences[i] != w.grid.sentences[i-1] {
			sentence, number = sentence+1, 1
		}
		rows = append(rows, tsvRow{Range: t, sentence: sentence, token: number})
	}
	return rows
}

func (r tsvRow) name() string {
	if r.part > 0 {
		return fmt.Sprintf("%d-%d.%d", r.sentence, r.token, r.part)
	}
	return fmt.Sprintf("%d-%d", r.sentence, r.token)
}
