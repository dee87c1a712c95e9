package dataset

import (
	"fmt"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A conllReader reads one file of columns.
type conllReader struct {
	*tour
	conllSurvey
	path    string
	tags    []int // columns
	repairs []string
	doc     *conllDoc // that is being read; nil between two
}

func readCoNLL(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		found, err := survey(path)
		if err != nil {
			yield(annotate.Document{}, refusal(path, found.first, err.Error()))
			return
		}
		r := &conllReader{tour: t, conllSurvey: found, path: path, tags: found.tagged(), repairs: []string{found.said()}}
		for l, err := range conllLines(path) {
			if err != nil {
				yield(annotate.Document{}, refusal(path, l.number, err.Error()))
				return
			}
			if !r.line(l.number, string(l.text), yield) {
				return
			}
		}
		r.flush(yield)
	}
}

// line takes a line, and yields the article that ends before it.
func (r *conllReader) line(number int, text string, yield func(annotate.Document, error) bool) bool {
	fields := r.fields(text)
	blank := strings.TrimSpace(text) == ""
	switch {
	case strings.HasPrefix(text, docMark), startsArticle(text):
		ok := r.flush(yield)
		r.comment(number, text)
		return ok
	case blank && !r.starts:
		return r.flush(yield)
	case blank:
		r.open(number).endSentence()
	case !isRow(text):
		r.comment(number, text)
	case isHeader(number, r.first, fields):
	default:
		r.row(number, fields)
	}
	return true
}

// open is the article that is being read.
func (r *conllReader) open(number int) *conllDoc {
	if r.doc == nil {
		r.doc = &conllDoc{line: number, meta: annotate.Meta{}, open: make([]int, len(r.columns))}
	}
	return r.doc
}

// comment keeps what a comment says of the article.
func (r *conllReader) comment(number int, text string) {
	name, value, found := strings.Cut(strings.TrimLeft(text, "# "), "=")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	if found && name != "" && isComment(text) && !strings.ContainsAny(name, "\t") {
		r.open(number).meta[strings.ToValidUTF8(name, "\ufffd")] = strings.ToValidUTF8(value, "\ufffd")
	}
}

func (r *conllReader) row(number int, fields []string) {
	doc := r.open(number)
	switch {
	case doc.why != "":
		return
	case len(fields) != len(r.columns):
		doc.refuse(number, fmt.Sprintf("the line has %s, others have %d", counted(len(fields), "column"), len(r.columns)))
		return
	case doc.text.Len() > FileLimit:
		doc.refuse(number, fmt.Sprintf("the article has more than %d MB; begin a new one with a line %s", FileLimit>>20, strings.TrimSpace(docStart)))
		return
	}
	at := doc.token(fields)
	for _, column := range r.tags {
		prefix, label, is := parseTag(fields[column])
		if !is {
			doc.refuse(number, fmt.Sprintf("“%s” is no tag: they are O, or begin with B- or I-", shorten(fields[column], 40)))
			return
		}
		doc.tag(column, at, prefix, strings.ToValidUTF8(label, "\ufffd"))
	}
	if len(doc.spans) > SpanLimit {
		doc.refuse(number, fmt.Sprintf("the article has more than %d spans; split it", SpanLimit))
	}
}

// flush yields the article so far.
func (r *conllReader) flush(yield func(annotate.Document, error) bool) bool {
	if r.doc == nil {
		return true
	}
	doc := r.doc
	r.doc = nil
	if doc.why != "" {
		return yield(annotate.Document{}, refusal(r.path, doc.line, doc.why))
	}
	if doc.text.Len() == 0 {
		return true
	}
	full, err := doc.document(r.author)
	if err != nil {
		return yield(annotate.Document{}, refusal(r.path, doc.line, err.Error()))
	}
	full.Origin.File = r.path
	full.Repairs, r.repairs = append(full.Repairs, r.repairs...), nil
	return yield(full, nil)
}

// A conllDoc is an article of a file of columns. Its text is its tokens, with a
// space between two and a line end between two sentences.
type conllDoc struct {
	line  int
	text  strings.Builder
	meta  annotate.Meta
	next  string // what stands before the next token
	spans []annotate.Span
	open  []int  // by column, which of spans goes on, counted from 1
	why   string // it is refused
}

func (d *conllDoc) refuse(number int, why string) { d.line, d.why = number, why }

func (d *conllDoc) endSentence() {
	clear(d.open)
	if d.text.Len() > 0 {
		d.next = "\n"
	}
}

// token adds a token, and gives its place.
func (d *conllDoc) token(fields []string) annotate.Range {
	d.text.WriteString(d.next)
	start := d.text.Len()
	d.text.WriteString(cleanToken(fields[0]))
	d.next = " "
	for _, field := range fields[1:] {
		if strings.Contains(field, "NoSpaceAfter") || strings.Contains(field, "SpaceAfter=No") {
			d.next = ""
		}
	}
	return annotate.Range{Start: start, End: d.text.Len()}
}

// cleanToken is a token as a text may hold it. A mark of byte order is none of
// its characters.
func cleanToken(token string) string {
	clean, _ := annotate.Clean(strings.ReplaceAll(token, byteOrderMark, ""))
	return clean
}

const byteOrderMark = "\ufeff"

// tag goes on with a span, or begins one.
func (d *conllDoc) tag(column int, at annotate.Range, prefix byte, label string) {
	if label == "" || at.Empty() {
		d.open[column] = 0
		return
	}
	goes := d.open[column]
	if goes > 0 && d.spans[goes-1].Label == label && strings.IndexByte("IEL", prefix) >= 0 {
		d.spans[goes-1].End = at.End
	} else {
		d.spans = append(d.spans, annotate.Span{Range: at, Label: label})
		d.open[column] = len(d.spans)
	}
	if strings.IndexByte("ESLU", prefix) >= 0 {
		d.open[column] = 0
	}
}

// document is the article with the layer of an author. Where there is no span,
// somebody said that there is none.
func (d *conllDoc) document(author annotate.Author) (annotate.Document, error) {
	text := d.text.String()
	a := annotate.Article{ID: articleID(text), Title: title(text, ""), Text: text, Meta: d.meta}
	if len(a.Meta) == 0 {
		a.Meta = nil
	}
	g := gather(a, author, "conll")
	for _, s := range d.spans {
		g.addSpan(s)
	}
	if len(d.spans) == 0 {
		g.setValue(annotate.StatusValue, string(annotate.Done))
	}
	layer, err := g.done()
	return annotate.Document{Article: a, Layers: []annotate.Layer{layer}, Origin: annotate.Origin{Line: d.line}}, err
}
