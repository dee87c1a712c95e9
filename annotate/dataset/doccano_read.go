package dataset

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// doccanoUnits are what doccano's offsets may count, what it shows first.
var doccanoUnits = []annotate.Unit{annotate.UTF16, annotate.CodePoints, annotate.Graphemes}

// A doccanoReader reads one file.
type doccanoReader struct {
	*tour
	path    string
	way     way
	scheme  *annotate.Scheme
	repairs []string // to be said with the next document
}

func readDoccano(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		r := &doccanoReader{tour: t, path: path}
		var err error
		if r.way, err = t.wayOf(path, doccanoUnits, r.claims); err != nil {
			yield(annotate.Document{}, refusal(path, 0, err.Error()))
			return
		}
		if r.way.unit != annotate.UTF16 || r.way.clean {
			r.repairs = []string{fmt.Sprintf("the offsets count %v", r.way)}
		}
		var repairs []string
		r.scheme, repairs = doccanoScheme(filepath.Dir(path))
		r.repairs = append(r.repairs, repairs...)
		for rec, err := range records(path) {
			var doc annotate.Document
			if err == nil {
				doc, err = r.document(rec)
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

func (r *doccanoReader) claims(rec record) (raw, []claim) {
	item, err := doccanoRecord(rec.data)
	if err != nil {
		return raw{}, nil
	}
	return item.whole, item.claims()
}

func (r *doccanoReader) document(rec record) (annotate.Document, error) {
	doc := annotate.Document{Origin: annotate.Origin{File: r.path, Line: rec.number}, Scheme: r.scheme}
	item, err := doccanoRecord(rec.data)
	if err == nil {
		doc.Repairs = append(rec.repairs, inWords(item.repairs)...)
		doc.Article = foreignArticle(item.whole, item.keys, doccanoKeys)
		err = r.addLayers(&doc, item)
	}
	if err != nil {
		return annotate.Document{}, refusal(r.path, rec.number, err.Error())
	}
	doc.Repairs, r.repairs = append(doc.Repairs, r.repairs...), nil
	return doc, nil
}

// addLayers makes a layer of what each user labelled. Comments are the note of
// the first one.
func (r *doccanoReader) addLayers(doc *annotate.Document, item doccanoItem) error {
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
func (r *doccanoReader) addSpans(g *gathered, item doccanoItem, user string) (map[string]annotate.ID, error) {
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
func (r *doccanoReader) authorOf(item doccanoItem, user string) annotate.Author {
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
