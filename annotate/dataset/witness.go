package dataset

import (
	"cmp"
	"maps"
	"slices"

	"github.com/glossator/glossator/annotate"
)

// A witness remembers what was meant to be written: what every document says,
// without what the ledger names as lost and with what it names as changed. It
// keeps sums alone, see [facts]. A nil witness remembers nothing.
type witness struct {
	*facts
	format  Format
	choices Choices
	rows    []row                      // of the document that is being written
	names   map[Kind]map[string]string // that labels (of spans), kinds of links, attributes and values have in the files, if others
}

// A row is what comes back of one layer of an article: the layer, with what is
// said of the article. An article that nobody has labelled is a row too.
type row struct {
	article annotate.Article
	labels  bool // there is a layer
	layer   annotate.ID
	whose   annotate.Author // of whom the layer is
	author  annotate.Author // the same, as the files say it
	values  map[string]string
	spans   []annotate.Span
	links   []annotate.Link
}

// rowsOf are the rows of a document.
func rowsOf(doc annotate.Document) []row {
	var rows []row
	for _, layer := range doc.Layers {
		rows = append(rows, rowOf(doc.Article, layer))
	}
	if len(rows) == 0 {
		rows = []row{{article: doc.Article}}
	}
	return rows
}

func rowOf(a annotate.Article, layer annotate.Layer) row {
	r := row{article: a, labels: true, layer: layer.ID, whose: layer.Author, author: layer.Author, values: map[string]string{}, spans: slices.Clone(layer.Spans()), links: slices.Clone(layer.Links())}
	for _, v := range layer.Values() {
		r.values[v.Name] = v.Text
	}
	return r
}

// begin takes a document that is to be written now.
func (w *witness) begin(doc annotate.Document) {
	if w != nil {
		w.rows = rowsOf(doc)
	}
}

// end adds what is meant of the document.
func (w *witness) end() {
	if w == nil {
		return
	}
	for _, r := range w.rows {
		r.rename(w.names)
		w.add(w.format.seen(r, w.choices), meant)
	}
	w.rows = nil
}

// rename says that from now on a name is another one in the files: of a label
// (of spans), of a kind of links, of an attribute or a value.
func (w *witness) rename(kind Kind, name, other string) {
	if w == nil || name == other {
		return
	}
	if w.names == nil {
		w.names = map[Kind]map[string]string{}
	}
	if w.names[kind] == nil {
		w.names[kind] = map[string]string{}
	}
	w.names[kind][name] = other
}

func (r *row) rename(names map[Kind]map[string]string) {
	for i := range r.spans {
		r.spans[i].Label = cmp.Or(names[Spans][r.spans[i].Label], r.spans[i].Label)
		r.spans[i].Attrs = renamed(r.spans[i].Attrs, names[Attributes])
	}
	for i := range r.links {
		r.links[i].Kind = cmp.Or(names[Links][r.links[i].Kind], r.links[i].Kind)
	}
	r.values = renamed(r.values, names[Values])
}

func renamed[M ~map[string]string](pairs M, names map[string]string) M {
	if len(names) == 0 || len(pairs) == 0 {
		return pairs
	}
	other := M{}
	for name, value := range pairs {
		other[cmp.Or(names[name], name)] = value
	}
	return other
}

// instead says what comes back in place of the whole document.
func (w *witness) instead(rows ...row) {
	if w != nil {
		w.rows = rows
	}
}

// only keeps what is meant of these layers. The article comes back even if
// there are none.
func (w *witness) only(layers []annotate.Layer) {
	if w == nil || len(w.rows) == 0 {
		return
	}
	bare := row{article: w.rows[0].article}
	w.rows = slices.DeleteFunc(w.rows, func(r row) bool {
		return r.labels && !slices.ContainsFunc(layers, func(l annotate.Layer) bool { return l.ID == r.layer && l.Author == r.whose })
	})
	if len(w.rows) == 0 {
		w.rows = []row{bare}
	}
}

// bare says that of a layer nothing comes back but the article.
func (w *witness) bare(layer annotate.Layer) {
	if w == nil {
		return
	}
	for i, r := range w.rows {
		if r.labels && r.layer == layer.ID && r.whose == layer.Author {
			w.rows[i] = row{article: r.article}
			return
		}
	}
}

// author says that the author of a layer is called otherwise in the files.
func (w *witness) author(layer annotate.Layer, name string) {
	if w == nil {
		return
	}
	for i, r := range w.rows {
		if r.labels && r.layer == layer.ID && r.whose == layer.Author {
			w.rows[i].author.Name = name
			return
		}
	}
}

// become puts spans in place of one, or none. The first of them has its links.
func (w *witness) become(s annotate.Span, spans ...annotate.Span) {
	if w == nil {
		return
	}
	for i := range w.rows {
		at := slices.IndexFunc(w.rows[i].spans, func(other annotate.Span) bool { return other.ID == s.ID })
		if at >= 0 {
			w.rows[i].spans = slices.Replace(w.rows[i].spans, at, at+1, spans...)
			return
		}
	}
}

// change changes a span. It is as the entries of the ledger before left it.
func (w *witness) change(s annotate.Span, to func(*annotate.Span)) {
	if w == nil {
		return
	}
	for _, r := range w.rows {
		at := slices.IndexFunc(r.spans, func(other annotate.Span) bool { return other.ID == s.ID })
		if at >= 0 {
			r.spans[at].Attrs = maps.Clone(r.spans[at].Attrs)
			to(&r.spans[at])
			return
		}
	}
}

// changeLink changes a link, or takes it away when it ends up without a kind.
func (w *witness) changeLink(k annotate.Link, to func(*annotate.Link)) {
	if w == nil {
		return
	}
	for i, r := range w.rows {
		at := slices.IndexFunc(r.links, func(other annotate.Link) bool { return other.ID == k.ID })
		if at >= 0 {
			if to(&r.links[at]); r.links[at].Kind == "" {
				w.rows[i].links = slices.Delete(r.links, at, at+1)
			}
			return
		}
	}
}

// noLink takes a link away.
func (w *witness) noLink(k annotate.Link) {
	w.changeLink(k, func(k *annotate.Link) { k.Kind = "" })
}

// drop takes away all of a kind.
func (r *row) drop(kind Kind) {
	switch kind {
	case Titles:
		r.article.Title = ""
	case Metadata:
		r.article.Meta = nil
	case Authors:
		r.author = annotate.Author{}
	case Statuses, ArticleNotes, Values:
		maps.DeleteFunc(r.values, func(name, _ string) bool { return valueKind(annotate.Value{Name: name}) == kind })
	case Links:
		r.links = nil
	case LinkNotes:
		for i := range r.links {
			r.links[i].Note = ""
		}
	case Spans:
		r.spans = nil
	}
	for i := range r.spans {
		switch kind {
		case Gaps:
			r.spans[i].Gaps = nil
		case Attributes:
			r.spans[i].Attrs = nil
		case Notes:
			r.spans[i].Note = ""
		}
	}
}

// noValue takes a value of a layer away.
func (w *witness) noValue(layer annotate.Layer, name string) {
	if w == nil {
		return
	}
	for _, r := range w.rows {
		if r.labels && r.layer == layer.ID && r.whose == layer.Author {
			delete(r.values, name)
			return
		}
	}
}
