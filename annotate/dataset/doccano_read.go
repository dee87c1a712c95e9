package dataset

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// doccanoUnits are what doccano's offsets may count, what it shows first.
var doccanoUnits = []annotate.Unit{annotate.UTF16, annotate.CodePoints, annotate.Graphemes}

var doccanoRecords = placedFormat{
	units:    doccanoUnits,
	claims:   doccanoClaims,
	scheme:   func(path string) (*annotate.Scheme, []string) { return doccanoScheme(filepath.Dir(path)) },
	document: doccanoDocument,
}

func doccanoClaims(rec record) (raw, []claim) {
	item, err := doccanoRecord(rec.data)
	if err != nil {
		return raw{}, nil
	}
	return item.whole, item.claims()
}

// A doccanoReader reads one file.
type doccanoReader struct{ *placedReader }

func doccanoDocument(file *placedReader, rec record) (annotate.Document, error) {
	item, err := doccanoRecord(rec.data)
	if err != nil {
		return annotate.Document{}, err
	}
	doc := annotate.Document{Article: foreignArticle(item.whole, item.keys, doccanoKeys), Repairs: append(rec.repairs, inWords(item.repairs)...)}
	return doc, doccanoReader{file}.addLayers(&doc, item)
}

// addLayers makes a layer of what each user labelled. Comments are the note of
// the first one.
func (r doccanoReader) addLayers(doc *annotate.Document, item doccanoItem) error {
	for n, user := range item.users() {
		g := gather(doc.Article, r.authorOf(item, user), "doccano")
		ids, err := r.addSpans(g, item, user)
		if err != nil {
			return err
		}
		for _, relation := range item.relations {
			from, fromThere := ids[plain(relation.From)]
			to, toThere := ids[plain(relation.To)]
			switch {
			case relation.Kind == "":
				return fmt.Errorf("a relation has no type")
			case fromThere && toThere:
				g.addLink(annotate.Link{Kind: relation.Kind, From: from, To: to})
			case n == 0:
				doc.Repairs = append(doc.Repairs, fmt.Sprintf("a relation %s was left out: a span that it joins is not there", relation.Kind))
			}
		}
		if note := strings.Join(item.comments, "\n"); n == 0 && note != "" {
			g.setValue(annotate.NoteValue, note)
		}
		layer, err := g.done()
		if err != nil {
			return err
		}
		doc.Layers = append(doc.Layers, layer)
	}
	return nil
}

// addSpans adds a user's spans, and gives their IDs by those in the file.
func (r doccanoReader) addSpans(g *gathered, item doccanoItem, user string) (map[string]annotate.ID, error) {
	ids := map[string]annotate.ID{}
	at := r.way.in(item.whole)
	for n, s := range item.spans {
		if s.user() != user {
			continue
		}
		place, err := at.place(*s.Start, *s.End)
		span := annotate.Span{Range: place, Label: s.label(), Source: plain(s.ID)}
		if err == nil {
			err = span.Check(item.whole.clean)
		}
		if err != nil {
			return nil, fmt.Errorf("span %d (%s): %w", n+1, span.Label, err)
		}
		added := g.addSpan(span)
		if _, taken := ids[span.Source]; !taken && span.Source != "" {
			ids[span.Source] = added.ID
		}
	}
	return ids, nil
}

// authorOf is who labelled: the user that a span or the record names, or who was
// given, or whom the file is named after, as in doccano's exports by member.
func (r doccanoReader) authorOf(item doccanoItem, user string) annotate.Author {
	switch stem := stem(r.path); {
	case user != "":
		return foreignAuthor(user, doccanoSuffix)
	case item.username != "":
		return foreignAuthor(item.username, doccanoSuffix)
	case r.told || stem == "all" || stem == unlabelled:
		return r.author
	default:
		return foreignAuthor(stem, doccanoSuffix)
	}
}
