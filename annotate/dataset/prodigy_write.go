package dataset

import (
	"bufio"
	"strconv"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A prodigyWriter writes one file: a task for each layer.
type prodigyWriter struct {
	*sink
	out *bufio.Writer
}

func writeProdigy(s *sink, docs annotate.Documents) error {
	w := &prodigyWriter{sink: s, out: bufio.NewWriter(s.w)}
	for doc, err := range docs {
		if err != nil {
			return err
		}
		doc = withoutSuggestions(w.ledger, doc)
		w.account(doc)
		if err := w.document(doc); err != nil {
			return err
		}
	}
	return w.out.Flush()
}

// account enters what of an article is written and what is not, but for values.
func (w *prodigyWriter) account(doc annotate.Document) {
	n := tally(doc)
	for _, kind := range []Kind{Articles, Titles, Metadata, Layers, Authors, Spans, Attributes, Notes, Links, LinkNotes} {
		w.ledger.carried(kind, n[kind])
	}
	for _, layer := range doc.Layers {
		for _, s := range layer.Spans() {
			if len(s.Gaps) > 0 {
				w.ledger.lost(Loss{Kind: Gaps, Article: doc.Article.Title, What: quoted(s, doc.Article.Text), Why: "Prodigy has no gaps: the span goes from its start to its end", Count: len(s.Gaps)})
			}
		}
	}
}

func (w *prodigyWriter) document(doc annotate.Document) error {
	if len(doc.Layers) == 0 {
		o := w.task(doc.Article, annotate.Layer{})
		return w.line(o)
	}
	for _, layer := range doc.Layers {
		o := w.task(doc.Article, layer)
		w.putValues(o, layer)
		if name := homeName(layer.Author, prodigySuffix); name != "" {
			o.put("_session_id", name)
			o.put("_annotator_id", name)
		}
		if err := w.line(o); err != nil {
			return err
		}
	}
	return nil
}

func (w *prodigyWriter) line(o *object) error {
	line, err := o.line()
	if err == nil {
		_, err = w.out.Write(line)
	}
	return err
}

// task is an article with a layer's spans and links, on tokens at whose edges
// all spans begin and end.
func (w *prodigyWriter) task(a annotate.Article, layer annotate.Layer) *object {
	var o, meta object
	for name, value := range sorted(a.Meta) {
		meta.put(name, value)
	}
	hash := prodigyHash("text=" + pythonJSON(a.Text))
	o.put("text", a.Text)
	o.put("title", a.Title)
	o.put("meta", &meta)
	o.put("_input_hash", hash)
	o.put("_task_hash", prodigyHash(strconv.Itoa(int(hash))+"spans=[]"))
	tokens := prodigyTokens(a.Text, layer.Spans())
	o.put("tokens", tokens.list)
	spans, byID := []prodigySpan{}, map[annotate.ID]prodigySpan{}
	for _, s := range layer.Spans() {
		span := tokens.span(s)
		spans, byID[s.ID] = append(spans, span), span
	}
	o.put("spans", spans)
	view := "spans_manual"
	if len(layer.Links()) > 0 {
		view = "relations"
		var relations []prodigyRelation
		for _, k := range layer.Links() {
			head, child := bareSpan(byID[k.From]), bareSpan(byID[k.To])
			relations = append(relations, prodigyRelation{Head: *head.TokenEnd, Child: *child.TokenEnd, HeadSpan: &head, ChildSpan: &child, Label: k.Kind, Note: k.Note})
		}
		o.put("relations", relations)
	}
	o.put("_view_id", view)
	return &o
}

// bareSpan is a span as a relation repeats it.
func bareSpan(s prodigySpan) prodigySpan {
	s.Attributes, s.Note = nil, ""
	return s
}

// putValues adds the answer and what else is said of the article, and enters
// what cannot be said.
func (w *prodigyWriter) putValues(o *object, layer annotate.Layer) {
	skipped := layer.Status() == annotate.Skipped && len(layer.Values()) == 1 && len(layer.Spans()) == 0
	if skipped {
		o.put("answer", ignored)
		w.ledger.carried(Statuses, 1)
		return
	}
	o.put("answer", accepted)
	for _, v := range layer.Values() {
		switch {
		case v.Name == annotate.StatusValue && v.Text == string(annotate.Flagged):
			o.put("flagged", true)
		case v.Name == annotate.StatusValue:
			w.ledger.never(Statuses, 1, "of statuses Prodigy has only ignored, for what has no labels, and flagged")
			w.ledger.meant.noValue(layer, v.Name)
			continue
		case v.Name == annotate.NoteValue && v.Text != "":
			o.put("user_input", v.Text)
		case v.Name == prodigyLabel:
			o.put("label", v.Text)
		case v.Name == prodigyAccept:
			o.put("accept", strings.Split(v.Text, "\n"))
		case v.Name == annotate.NoteValue:
			w.ledger.never(ArticleNotes, 1, "an empty note is none")
			continue
		default:
			w.ledger.never(Values, 1, "of article values Prodigy has only “label” and “accept”")
			w.ledger.meant.noValue(layer, v.Name)
			continue
		}
		w.ledger.carried(valueKind(v), 1)
	}
}
