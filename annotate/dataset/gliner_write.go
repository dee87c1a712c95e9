package dataset

import (
	"bufio"
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/glossator/glossator/annotate"
)

// A glinerWriter writes one list of windows.
type glinerWriter struct {
	*sink
	usage
	out  *bufio.Writer
	some bool // a window has been written
}

func writeGLiNER(s *sink, docs annotate.Documents) error {
	w := &glinerWriter{sink: s, out: bufio.NewWriter(s.w)}
	w.out.WriteString("[")
	for doc, err := range docs {
		if err != nil {
			return err
		}
		if err := w.document(doc); err != nil {
			return err
		}
	}
	w.out.WriteString("\n]\n")
	return w.out.Flush()
}

func (w *glinerWriter) document(doc annotate.Document) error {
	doc = withoutSuggestions(w.ledger, doc)
	n := tally(doc)
	for _, kind := range []Kind{Titles, Metadata, Authors, Statuses, ArticleNotes, Values, Attributes, Notes, LinkNotes} {
		w.ledger.never(kind, n[kind], "GLiNER has no place for them")
	}
	layers := w.begun(doc)
	for _, layer := range doc.Layers {
		w.accountGaps(doc.Article, layer, "GLiNER has no gaps: the span goes from its start to its end")
	}
	if len(layers) == 0 {
		w.ledger.lost(Loss{Kind: Articles, Article: doc.Article.Title, What: "the article", Why: "nobody has labelled it, and it would say that there is nothing to label", Count: 1})
		w.ledger.meant.instead()
		return nil
	}
	doc.Layers = layers
	w.saySeveral(doc)
	w.learn(doc)
	w.ledger.carried(Articles, 1)
	w.ledger.meant.instead()
	for _, layer := range layers {
		w.ledger.carried(Layers, 1)
		if err := w.layer(doc.Article, layer); err != nil {
			return err
		}
	}
	return nil
}

// layer writes the windows of a layer.
func (w *glinerWriter) layer(a annotate.Article, layer annotate.Layer) error {
	g := &grid{text: a.Text, tokens: glinerTokens(a.Text)}
	var spans []annotate.Span
	var places []stretch
	for _, s := range layer.Spans() {
		whole := s
		whole.Gaps = nil
		list, widened := g.stretches(whole)
		if len(list) == 0 {
			w.ledger.lost(spanLoss(a, s, "there is no token in it", 1))
			continue
		}
		if widened {
			w.ledger.lost(spanLoss(a, s, "it begins or ends inside a token and was widened to the whole", 0))
		}
		spans, places = append(spans, s), append(places, list[0])
	}
	written := map[annotate.ID]annotate.ID{} // the first span of a window, by spans in it
	for _, window := range windows(a.Text, g.tokens, places, cmp.Or(w.choices.Window, usualWindow)) {
		if err := w.window(a, layer, g.tokens, window, spans, places, written); err != nil {
			return err
		}
	}
	for i, s := range spans {
		if written[s.ID] == "" {
			w.ledger.lost(spanLoss(a, s, fmt.Sprintf("it has %d tokens and does not fit into a window", places[i].to-places[i].from), 1))
		}
	}
	for _, k := range layer.Links() {
		if from := written[k.From]; from == "" || from != written[k.To] {
			w.ledger.lost(Loss{Kind: Links, Article: a.Title, What: k.Kind, Why: "it joins spans of different windows", Count: 1})
		}
	}
	return nil
}

// window writes one window with the spans and links that lie in it.
func (w *glinerWriter) window(a annotate.Article, layer annotate.Layer, tokens []annotate.Range, window stretch, spans []annotate.Span, places []stretch, written map[annotate.ID]annotate.ID) error {
	record := glinerRecord{spans: []glinerSpan{}}
	for _, token := range tokens[window.from:window.to] {
		record.tokens = append(record.tokens, a.Text[token.Start:token.End])
	}
	at := map[annotate.ID]int{}
	var first annotate.ID
	for i, s := range spans {
		place := places[i]
		if place.from < window.from || place.to > window.to {
			continue
		}
		if wide := place.to - place.from; wide > mostWide {
			w.ledger.lost(spanLoss(a, s, fmt.Sprintf("it has %d tokens; GLiNER finds it only when it is trained with a max_width of that many, usual are %d", wide, mostWide), 0))
		}
		first = cmp.Or(first, s.ID)
		at[s.ID], written[s.ID] = len(record.spans), first
		record.spans = append(record.spans, glinerSpan{place.from - window.from, place.to - window.from - 1, s.Label})
		w.ledger.carried(Spans, 1)
	}
	for _, k := range layer.Links() {
		from, here := at[k.From]
		to, there := at[k.To]
		if here && there {
			record.relations = append(record.relations, glinerRelation{from, to, k.Kind})
			w.ledger.carried(Links, 1)
		}
	}
	w.ledger.meant.window(a, tokens[window.from:window.to], record)
	return w.record(record)
}

// window adds a window to what is meant: an article whose text is its tokens.
func (w *witness) window(a annotate.Article, tokens []annotate.Range, record glinerRecord) {
	if w == nil {
		return
	}
	r := row{labels: true}
	var starts, ends []int
	for _, token := range tokens {
		starts = append(starts, len(r.article.Text))
		r.article.Text += a.Text[token.Start:token.End]
		ends = append(ends, len(r.article.Text))
	}
	for i, s := range record.spans {
		r.spans = append(r.spans, annotate.Span{ID: annotate.ID(strconv.Itoa(i)), Range: annotate.Range{Start: starts[s.first], End: ends[s.last]}, Label: s.label})
	}
	for _, k := range record.relations {
		r.links = append(r.links, annotate.Link{Kind: k.kind, From: r.spans[k.from].ID, To: r.spans[k.to].ID})
	}
	w.rows = append(w.rows, r)
}

// record writes a window in a line.
func (w *glinerWriter) record(record glinerRecord) error {
	var o object
	o.put("tokenized_text", record.tokens)
	o.put("ner", record.spans)
	labels := []string{}
	for _, l := range w.scheme.Labels {
		labels = append(labels, l.Name)
	}
	o.put("ner_labels", labels)
	if len(record.relations) > 0 {
		var kinds []string
		for _, k := range w.scheme.Links {
			kinds = append(kinds, k.Name)
		}
		o.put("relations", record.relations)
		o.put("rel_labels", slices.Compact(kinds))
	}
	line, err := o.line()
	if err != nil {
		return err
	}
	between := ",\n"
	if !w.some {
		between, w.some = "\n", true
	}
	w.out.WriteString(between)
	_, err = w.out.Write(line[:len(line)-1])
	return err
}
