package dataset

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/glossator/glossator/annotate"
)

var gliner = Format{
	Name:  "gliner",
	Title: "GLiNER",
	About: "A JSON list of windows of tokens with spans and relations, for training GLiNER: nested spans are kept, windows of 384 tokens end where sentences do. " +
		"Spans widen to whole tokens; gaps, attributes, notes, links from one window to another and all about the article stay behind.",
	Extensions: []string{".json"},
	takes: func(f file) (string, bool) {
		return f.path, f.is(".json", ".jsonl", ".ndjson") && f.dialect() == "gliner"
	},
	offers: Offers{Window: true},
	read:   readGLiNER,
	write:  writeGLiNER,
	tokens: true,
	lacks:  []Kind{Titles, Metadata, Authors, Statuses, ArticleNotes, Values, Gaps, Attributes, Notes, LinkNotes},
}

// A glinerRecord is a window.
type glinerRecord struct {
	tokens    []string
	spans     []glinerSpan
	relations []glinerRelation
}

// A glinerSpan is a run of tokens, the last one in it.
type glinerSpan struct {
	first, last int
	label       string
}

// A glinerRelation joins two spans by their places in the list.
type glinerRelation struct {
	from, to int
	kind     string
}

// MarshalJSON is the span as a list of three.
func (s glinerSpan) MarshalJSON() ([]byte, error) { return triple(s.first, s.last, s.label) }

// MarshalJSON is the relation as a list of three.
func (r glinerRelation) MarshalJSON() ([]byte, error) { return triple(r.from, r.to, r.kind) }

// UnmarshalJSON reads a list of three.
func (s *glinerSpan) UnmarshalJSON(data []byte) (err error) {
	s.first, s.last, s.label, err = untriple(data)
	return err
}

// UnmarshalJSON reads a list of three.
func (r *glinerRelation) UnmarshalJSON(data []byte) (err error) {
	r.from, r.to, r.kind, err = untriple(data)
	return err
}

func triple(a, b int, name string) ([]byte, error) {
	quoted, err := json.Marshal(name)
	return fmt.Appendf(nil, "[%d,%d,%s]", a, b, quoted), err
}

var errTriple = errors.New("it must be a list of two numbers and a name")

func untriple(data []byte) (a, b int, name string, err error) {
	var parts []json.RawMessage
	if json.Unmarshal(data, &parts) != nil || len(parts) != 3 {
		return 0, 0, "", errTriple
	}
	if json.Unmarshal(parts[0], &a) != nil || json.Unmarshal(parts[1], &b) != nil || json.Unmarshal(parts[2], &name) != nil {
		return 0, 0, "", errTriple
	}
	return a, b, name, nil
}

func isGLiNER(keys map[string]json.RawMessage) bool { return keys["tokenized_text"] != nil }

func readGLiNER(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		for rec, err := range records(path) {
			var doc annotate.Document
			if err == nil {
				if doc, err = glinerDocument(rec, t.author); err != nil {
					doc, err = annotate.Document{}, refusal(path, rec.number, err.Error())
				}
				doc.Origin = annotate.Origin{File: path, Line: rec.number}
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

// glinerDocument is a window as an article. Its text is its tokens with a space
// between two.
func glinerDocument(rec record, author annotate.Author) (annotate.Document, error) {
	window, err := glinerRecordOf(rec.data)
	if err != nil {
		return annotate.Document{}, err
	}
	var text strings.Builder
	var at []annotate.Range
	for i, token := range window.tokens {
		if i > 0 {
			text.WriteByte(' ')
		}
		start := text.Len()
		text.WriteString(cleanToken(token))
		at = append(at, annotate.Range{Start: start, End: text.Len()})
	}
	a := annotate.Article{ID: articleID(text.String()), Title: title(text.String(), ""), Text: text.String()}
	g := gather(a, author, "gliner")
	for i, s := range window.spans {
		if s.first < 0 || s.last < s.first || s.last >= len(at) {
			return annotate.Document{}, fmt.Errorf("span %d (%s) goes from token %d to %d, of %d", i+1, s.label, s.first, s.last, len(at))
		}
		span := annotate.Span{Range: annotate.Range{Start: at[s.first].Start, End: at[s.last].End}, Label: s.label}
		if err := span.Check(a.Text); err != nil || s.label == "" {
			return annotate.Document{}, fmt.Errorf("span %d (%s) is of no label or of nothing", i+1, s.label)
		}
		g.addSpan(span)
	}
	for i, r := range window.relations {
		if min(r.from, r.to) < 0 || max(r.from, r.to) >= len(g.spans) {
			return annotate.Document{}, fmt.Errorf("relation %d (%s) joins the spans %d and %d, of %d", i+1, r.kind, r.from, r.to, len(g.spans))
		}
		if r.kind == "" {
			return annotate.Document{}, fmt.Errorf("relation %d has no name", i+1)
		}
		g.addLink(annotate.Link{Kind: r.kind, From: g.spans[r.from].ID, To: g.spans[r.to].ID})
	}
	if len(g.spans) == 0 {
		g.setValue(annotate.StatusValue, string(annotate.Done)) // somebody said that there is no span
	}
	layer, err := g.done()
	return annotate.Document{Article: a, Layers: []annotate.Layer{layer}, Repairs: rec.repairs}, err
}

func glinerRecordOf(data []byte) (window glinerRecord, err error) {
	keys, err := objectOf(data)
	if err != nil {
		return window, err
	}
	if keys["tokenized_text"] == nil {
		return window, errors.New(`there is no "tokenized_text"`)
	}
	if window.tokens, err = list[string](keys["tokenized_text"], "tokenized_text"); err != nil {
		return window, err
	}
	if window.spans, err = list[glinerSpan](keys["ner"], "ner"); err != nil {
		return window, err
	}
	window.relations, err = list[glinerRelation](keys["relations"], "relations")
	return window, err
}
