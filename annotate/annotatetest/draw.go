// Package annotatetest draws labelled text in one line, for tests:
//
//	[claim [actor The legion] said it took <Kursk>]
//
// Square brackets are spans and begin with the label, angle brackets are what is
// selected. Spans that cross carry a digit at both ends:
//
//	[1:claim We [2:actor the 1]legion 2]
package annotatetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// A Drawing is a text with its spans and what is selected in it.
type Drawing struct {
	Text      string
	Spans     []annotate.Span // in reading order; their IDs follow from the text, label and place
	Selection annotate.Range
}

// Draw reads a drawing, and fails the test when its brackets don't match.
func Draw(t testing.TB, drawing string) Drawing {
	t.Helper()
	p := pen{rest: drawing}
	if err := p.draw(); err != nil {
		t.Fatalf("drawing %q: %v", drawing, err)
	}
	d := Drawing{p.text.String(), p.spans, p.selection}
	for i, s := range d.Spans {
		d.Spans[i].ID = annotate.DerivedID(d.Text, s.Label, s.Range.String())
	}
	slices.SortFunc(d.Spans, annotate.Span.Compare)
	return d
}

// Document makes an article of the drawing, with one layer by an author.
func (d Drawing) Document(t testing.TB, title, author string) annotate.Document {
	t.Helper()
	article := annotate.Article{ID: annotate.ArticleID(annotate.HashText(d.Text)), Title: title, Text: d.Text}
	by := annotate.Author{ID: annotate.DerivedID("author", author), Name: author, Kind: annotate.Person}
	layer, err := annotate.NewLayer(article.ID, by).With(d.Spans, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return annotate.Document{Article: article, Layers: []annotate.Layer{layer}}
}

type pen struct {
	rest      string
	text      strings.Builder
	open      []opened
	spans     []annotate.Span
	selection annotate.Range
}

type opened struct {
	name, label string
	start       int
}

func (p *pen) draw() error {
	for p.rest != "" {
		c := p.rest[0]
		p.rest = p.rest[1:]
		switch c {
		case '[':
			p.begin()
		case ']':
			if err := p.end(); err != nil {
				return err
			}
		case '<':
			p.selection.Start = p.text.Len()
		case '>':
			p.selection.End = p.text.Len()
		default:
			p.text.WriteByte(c)
		}
	}
	if len(p.open) > 0 {
		return fmt.Errorf("the span %q is not closed", p.open[0].label)
	}
	return nil
}

func (p *pen) begin() {
	label, rest, _ := strings.Cut(p.rest, " ")
	p.rest = rest
	name := ""
	if before, after, numbered := strings.Cut(label, ":"); numbered {
		name, label = before, after
	}
	p.open = append(p.open, opened{name, label, p.text.Len()})
}

func (p *pen) end() error {
	name := ""
	text := p.text.String()
	if n := len(text); n > 0 && '0' <= text[n-1] && text[n-1] <= '9' {
		name = text[n-1:]
	}
	i := len(p.open) - 1
	if j := slices.IndexFunc(p.open, func(o opened) bool { return o.name == name }); name != "" && j >= 0 {
		i = j
		p.text.Reset()
		p.text.WriteString(text[:len(text)-1])
	}
	if i < 0 {
		return fmt.Errorf("a bracket closes nothing")
	}
	o := p.open[i]
	p.open = slices.Delete(p.open, i, i+1)
	p.spans = append(p.spans, annotate.Span{Range: annotate.Range{Start: o.start, End: p.text.Len()}, Label: o.label})
	return nil
}

// Picture draws a text with its spans and what is selected, the innermost: the
// inverse of Draw.
func Picture(text string, spans []annotate.Span, selection annotate.Range) string {
	spans = slices.SortedFunc(slices.Values(spans), annotate.Span.Compare)
	names := crossing(spans)
	var b strings.Builder
	for at := range len(text) + 1 {
		if !selection.Empty() && selection.End == at {
			b.WriteString(">")
		}
		for i := len(spans) - 1; i >= 0; i-- {
			if spans[i].End == at {
				b.WriteString(names[i] + "]")
			}
		}
		for i, s := range spans {
			if s.Start == at {
				b.WriteString("[" + numbered(names[i]) + s.Label + " ")
			}
		}
		if !selection.Empty() && selection.Start == at {
			b.WriteString("<")
		}
		if at < len(text) {
			b.WriteByte(text[at])
		}
	}
	return b.String()
}

func numbered(name string) string {
	if name == "" {
		return ""
	}
	return name + ":"
}

// crossing numbers the spans that cross another.
func crossing(spans []annotate.Span) []string {
	names := make([]string, len(spans))
	n := 0
	for i, s := range spans {
		crosses := slices.ContainsFunc(spans, func(o annotate.Span) bool {
			return s.Overlaps(o.Range) && !s.Contains(o.Range) && !o.Contains(s.Range)
		})
		if crosses {
			n++
			names[i] = fmt.Sprint(n)
		}
	}
	return names
}
