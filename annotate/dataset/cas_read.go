package dataset

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A casReader makes a document of a cas.
type casReader struct {
	*cas
	*gathered
	whole raw
	at    placing
	spans map[*casStruct]annotate.ID
	names map[string]string // attributes by their features, where they differ
}

// casDocument is the document of a cas from a file: its annotations are the
// spans, its relations, slots and chains the links of one layer.
func (t *tour) casDocument(c *cas, path string) (annotate.Document, error) {
	whole, cleaned := newRaw(c.text)
	document, user, exported := inceptionDocument(path)
	doc := annotate.Document{Article: newArticle(whole.clean, cmp.Or(document, path)), Origin: annotate.Origin{File: path}, Repairs: inWords(cleaned)}
	if strings.TrimSpace(whole.clean) == "" && c.said == nil {
		return doc, refusal(path, 0, "there is no text in it")
	}
	author := t.author
	c.describe(&doc.Article, &author, t.told)
	if exported && user != "" {
		author = foreignAuthor(user, uimaSuffix)
	}
	way := way{unit: cmp.Or(t.units, annotate.UTF16)}
	r := &casReader{cas: c, gathered: gather(doc.Article, author, "uima"), whole: whole, at: way.in(whole), spans: map[*casStruct]annotate.ID{}}
	if c.said != nil {
		r.names = c.said.Names
		for _, v := range c.said.Values {
			r.setValue(v.Name, v.Text)
		}
	}
	if err := r.read(); err != nil {
		return doc, refusal(path, err.line, err.reason)
	}
	doc.Repairs = append(doc.Repairs, c.repairs...)
	if len(r.gathered.spans)+len(r.values) == 0 && (c.said == nil || c.said.Author == nil) {
		return doc, nil
	}
	layer, err := r.done()
	if err != nil {
		return doc, refusal(path, 0, err.Error())
	}
	doc.Layers = []annotate.Layer{layer}
	return doc, nil
}

// describe says of an article and of its author what the file says of them.
func (c *cas) describe(a *annotate.Article, author *annotate.Author, told bool) {
	if c.language != "" && c.language != "x-unspecified" {
		a.Meta["language"] = c.language
	}
	for _, s := range c.structs {
		if title := s.values["documentTitle"]; shortKind(s.kind) == "DocumentMetaData" && title != "" && filepath.Ext(title) == "" {
			a.Title = title
		}
	}
	if c.said == nil {
		return
	}
	a.Title, a.Meta = c.said.Title, c.said.Meta
	if name := c.said.Author; name != nil && *name != "" && !told {
		*author = foreignAuthor(*name, uimaSuffix)
	}
}

// A casTrouble is what makes a file unusable, and in which line it stands.
type casTrouble struct {
	line   int
	reason string
}

func (r *casReader) read() *casTrouble {
	if r.declared == nil {
		r.declareUsed()
	}
	var found []casFound
	for _, s := range r.structs {
		if !s.placed || casFrame(s.kind) || s.isRelation() {
			continue
		}
		span, err := r.span(s)
		if err != nil {
			return &casTrouble{s.line, fmt.Sprintf("%s: %v", r.called(s), err)}
		}
		if !span.Empty() {
			found = append(found, casFound{s, span})
		}
	}
	if len(found) > SpanLimit {
		return &casTrouble{0, fmt.Sprintf("it has more than %d annotations; split the article", SpanLimit)}
	}
	slices.SortStableFunc(found, casFound.compare)
	for len(found) > 0 {
		n := slices.IndexFunc(found, func(f casFound) bool { return f.compare(found[0]) != 0 })
		if n < 0 {
			n = len(found)
		}
		r.addAlike(found[:n])
		found = found[n:]
	}
	r.addLinks()
	return nil
}

// addAlike adds spans that say the same. Their IDs have the order of the file,
// in which they are written: the links of each stay its own.
func (r *casReader) addAlike(alike []casFound) {
	var ids []annotate.ID
	for _, f := range alike {
		ids = append(ids, r.gathered.addSpan(f.Span).ID)
	}
	slices.Sort(ids)
	for i, f := range alike {
		r.spans[f.casStruct] = ids[i]
	}
}

// A casFound is a span with the annotation that it came from.
type casFound struct {
	*casStruct
	annotate.Span
}

// compare orders spans by all that they say, so that IDs do not hang on the
// order of a file.
func (f casFound) compare(g casFound) int {
	return cmp.Or(f.Span.Compare(g.Span), strings.Compare(f.Note, g.Note), strings.Compare(fmt.Sprint(f.Attrs), fmt.Sprint(g.Attrs)))
}

// called is how messages name a structure.
func (r *casReader) called(s *casStruct) string {
	if s.id == "" {
		return "annotation " + shortKind(s.kind)
	}
	return "annotation " + s.id + " (" + shortKind(s.kind) + ")"
}

// span is the span of an annotation. One that holds no character is left out,
// and empty.
func (r *casReader) span(s *casStruct) (annotate.Span, error) {
	place, err := r.at.place(s.begin, s.end)
	if err != nil {
		return annotate.Span{}, err
	}
	label := r.labelFeature(s.kind)
	span := annotate.Span{Range: place, Label: named(cmp.Or(s.values[label], shortKind(s.kind))), Note: s.values[casNote]}
	if span.Empty() {
		r.repairs = append(r.repairs, fmt.Sprintf("left out: an annotation %s that holds no character, at %d", span.Label, s.begin))
		return annotate.Span{}, nil
	}
	for name, value := range s.values {
		if name == label || name == casNote {
			continue
		}
		if span.Attrs == nil {
			span.Attrs = annotate.Attrs{}
		}
		span.Attrs[cmp.Or(r.names[name], name)] = value
	}
	return span, span.Check(r.whole.clean)
}
