package storage

import (
	"fmt"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

// check says why a document cannot be imported, as a *annotate.Refusal. What
// it brings is added to the scheme.
func (i *importer) check(doc annotate.Document) error {
	scheme, added := i.schemeWith(doc)
	if err := checkDocument(doc, scheme); err != nil {
		return &annotate.Refusal{Origin: doc.Origin, Reason: err.Error()}
	}
	i.scheme, i.merged = scheme, doc.Scheme
	i.report.Scheme = append(i.report.Scheme, added...)
	return nil
}

// schemeWith is the scheme with what a document adds to it, by name.
func (i *importer) schemeWith(doc annotate.Document) (scheme annotate.Scheme, added []string) {
	scheme = i.scheme
	if doc.Scheme != nil && doc.Scheme != i.merged {
		scheme, added = scheme.Merge(*doc.Scheme)
	}
	if !i.options.AddLabels {
		return scheme, added
	}
	scheme, more := scheme.Merge(schemeOf(doc, scheme))
	return scheme, append(added, more...)
}

// schemeOf is what a document uses and a scheme lacks.
func schemeOf(doc annotate.Document, have annotate.Scheme) annotate.Scheme {
	var s annotate.Scheme
	for _, layer := range doc.Layers {
		for _, span := range layer.Spans() {
			if !knows(have.Label(span.Label)) && !knows(s.Label(span.Label)) {
				s.Labels = append(s.Labels, annotate.Label{Name: span.Label})
			}
		}
		for _, link := range layer.Links() {
			if !knows(have.Link(link.Kind)) && !knows(s.Link(link.Kind)) {
				s.Links = append(s.Links, annotate.LinkKind{Name: link.Kind})
			}
		}
	}
	return s
}

func knows[T any](_ T, known bool) bool { return known }

func checkDocument(doc annotate.Document, scheme annotate.Scheme) error {
	switch {
	case doc.Article.Text == "":
		return fmt.Errorf("there is no text in it")
	case !utf8.ValidString(doc.Article.Text):
		return fmt.Errorf("its text is not UTF-8; save it as UTF-8 and import it again")
	case doc.Article.ID != "" && doc.Article.ID.Check() != nil:
		return fmt.Errorf("article: %w", doc.Article.ID.Check())
	}
	if err := scheme.Check(); err != nil {
		return fmt.Errorf("its labels do not fit this project's: %w", err)
	}
	for _, layer := range doc.Layers {
		if err := checkLayer(layer, doc.Article.Text, scheme); err != nil {
			return err
		}
	}
	return nil
}

func checkLayer(layer annotate.Layer, text string, scheme annotate.Scheme) error {
	if _, err := newAuthor(asImported(layer.Author)); err != nil {
		return err
	}
	for _, span := range layer.Spans() {
		if err := checkSpan(span, text, scheme); err != nil {
			return err
		}
	}
	for _, link := range layer.Links() {
		if !knows(scheme.Link(link.Kind)) {
			return unknown("link kind", link.Kind)
		}
		if err := link.ID.Check(); err != nil {
			return fmt.Errorf("link: %w", err)
		}
	}
	return checkStatus(layer.Values())
}

func checkSpan(span annotate.Span, text string, scheme annotate.Scheme) error {
	if !knows(scheme.Label(span.Label)) {
		return unknown("label", span.Label)
	}
	if err := span.ID.Check(); err != nil {
		return fmt.Errorf("span: %w", err)
	}
	if err := span.Check(text); err != nil {
		return fmt.Errorf("a span labelled %q does not fit the text: %w", span.Label, err)
	}
	return nil
}

func unknown(what, name string) error {
	return fmt.Errorf("%s %q is not in the project's scheme: have unknown labels added (--add-labels on the command line), or mend the file", what, name)
}
