package dataset

import (
	"fmt"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A spacyWriter writes one DocBin.
type spacyWriter struct {
	*sink
	bin docBin
}

func writeSpacy(s *sink, docs annotate.Documents) (err error) {
	w := &spacyWriter{sink: s}
	if err := w.bin.open(); err != nil {
		return err
	}
	defer func() { err = w.bin.close(err) }()
	for doc, err := range docs {
		if err != nil {
			return err
		}
		if err := w.document(doc); err != nil {
			return err
		}
	}
	return w.bin.writeTo(s.w)
}

// document adds a doc for each layer; one without labels, of which spaCy knows
// that they are missing, if nobody has labelled the article.
func (w *spacyWriter) document(doc annotate.Document) error {
	doc = w.withoutUnbegun(doc)
	n := tally(doc)
	w.ledger.carried(Articles, 1)
	for _, kind := range []Kind{Titles, Metadata, Authors, Statuses, ArticleNotes, Values} {
		w.carriedUnlessPlain(kind, n[kind])
	}
	for _, kind := range []Kind{Attributes, Notes, Links, LinkNotes} {
		w.ledger.never(kind, n[kind], "spaCy has no place for them")
	}
	if len(doc.Layers) == 0 {
		return w.doc(doc.Article, nil)
	}
	w.saySeveral(doc)
	for _, layer := range doc.Layers {
		w.ledger.carried(Layers, 1)
		w.accountGaps(doc.Article, layer, "spaCy has no gaps: the span goes from its start to its end")
		if err := w.doc(doc.Article, &layer); err != nil {
			return err
		}
	}
	return nil
}

// doc adds one doc; no layer is labels that are missing.
func (w *spacyWriter) doc(a annotate.Article, layer *annotate.Layer) error {
	var spans []annotate.Span
	if layer != nil {
		spans = w.trimmed(a, layer.Spans())
	}
	tokens := spacyTokens(a.Text, spans)
	row := docRow{tokens: tokens.list, iob: make([]byte, len(tokens.list)), types: make([]string, len(tokens.list))}
	if layer != nil {
		for i := range row.iob {
			row.iob[i] = iobOutside
		}
		if err := w.entities(a, &row, tokens, spans); err != nil {
			return err
		}
	}
	if w.choices.Overlap == "" {
		row.group = spacySpans(tokens, spans)
	}
	if !w.choices.Plain {
		row.user = userData(a, layer)
	}
	return w.bin.add(row)
}

// trimmed are the spans of which something is left without the white space at
// their edges, and enters what was cut.
func (w *spacyWriter) trimmed(a annotate.Article, spans []annotate.Span) []annotate.Span {
	for _, s := range spans {
		switch cut := annotate.Trim(a.Text, s.Range); {
		case cut.Empty():
			w.ledger.lost(spanLoss(a, s, "there is nothing but white space in it", 1))
			w.ledger.meant.become(s)
		case cut != s.Range:
			w.ledger.lost(spanLoss(a, s, "the white space at its edges was left out", 0))
			w.ledger.meant.change(s, func(s *annotate.Span) { s.Range = cut })
		}
	}
	return trimmedSpans(a.Text, spans)
}

// entities marks the spans that become entities, and enters those that don't
// where there is nothing else to hold them.
func (w *spacyWriter) entities(a annotate.Article, row *docRow, tokens *prodigyTokenized, spans []annotate.Span) error {
	alone := w.choices.Overlap != ""
	for _, s := range w.choices.Overlap.order(spans) {
		from, to := tokens.starts[s.Start], tokens.ends[s.End]+1
		if slices.ContainsFunc(row.iob[from:to], func(iob byte) bool { return iob != iobOutside }) {
			if w.choices.Overlap == Refuse {
				return w.choices.Overlap.refused(a, s)
			}
			if alone {
				w.ledger.lost(spanLoss(a, s, w.choices.Overlap.why(), 1))
				w.ledger.meant.become(s)
				continue
			}
			w.ledger.carried(Spans, 1)
			continue
		}
		for i := from; i < to; i++ {
			row.iob[i], row.types[i] = iobInside, s.Label
		}
		row.iob[from] = iobBegins
		w.ledger.carried(Spans, 1)
	}
	return nil
}

// spacySpans are the spans of a doc's group.
func spacySpans(tokens *prodigyTokenized, spans []annotate.Span) []groupSpan {
	var group []groupSpan
	for _, s := range spans {
		start, end := tokens.units.OfRange(s.Range)
		group = append(group, groupSpan{s.Label, tokens.starts[s.Start], tokens.ends[s.End] + 1, start, end})
	}
	return group
}

// The keys of what is kept in a doc's user_data.
const (
	userOurs   = "glossator"
	userTitle  = "title"
	userAuthor = "author"
	userMeta   = "meta"
	userValues = "values"
)

// userData is what is said of an article beside its spans.
func userData(a annotate.Article, layer *annotate.Layer) map[string]any {
	ours := map[string]any{userTitle: a.Title, userMeta: map[string]string(a.Meta)}
	if layer != nil {
		values := map[string]string{}
		for _, v := range layer.Values() {
			values[v.Name] = v.Text
		}
		ours[userAuthor], ours[userValues] = homeName(layer.Author, spacySuffix), values
	}
	return map[string]any{userOurs: ours}
}

// withoutUnbegun is a document without the layers that say nothing, and those of
// suggesters; both are entered.
func (s *sink) withoutUnbegun(doc annotate.Document) annotate.Document {
	doc = withoutSuggestions(s.ledger, doc)
	var begun []annotate.Layer
	for _, layer := range doc.Layers {
		if !unbegun(layer) {
			begun = append(begun, layer)
			continue
		}
		s.ledger.never(Layers, 1, neverBegun)
		for _, kind := range kinds {
			s.ledger.never(kind, tallyLayer(layer)[kind], neverBegun)
		}
	}
	doc.Layers = begun
	s.ledger.meant.only(begun)
	return doc
}

// carriedUnlessPlain enters what is written for an import alone.
func (s *sink) carriedUnlessPlain(kind Kind, n int) {
	if s.choices.Plain {
		s.ledger.never(kind, n, "it was asked for a plain file, without what only an import reads")
		return
	}
	s.ledger.carried(kind, n)
}

// saySeveral enters that an article is there several times.
func (s *sink) saySeveral(doc annotate.Document) {
	if n := len(doc.Layers); n > 1 {
		s.ledger.lost(Loss{Kind: Layers, Article: doc.Article.Title, What: "the article", Why: fmt.Sprintf("it is there %d times, once for each author; export one author, or the adjudicated layer, to train with", n)})
	}
}

// accountGaps enters the gaps of a layer's spans as lost.
func (s *sink) accountGaps(a annotate.Article, layer annotate.Layer, why string) {
	for _, span := range layer.Spans() {
		if len(span.Gaps) > 0 {
			s.ledger.lost(Loss{Kind: Gaps, Article: a.Title, What: quoted(span, a.Text), Why: why, Count: len(span.Gaps)})
		}
	}
}

// norm is a token's text as spaCy normalises it.
func norm(text string) string { return strings.ToLower(text) }
