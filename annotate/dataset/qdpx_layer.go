package dataset

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// place is where a selection lies.
func (s qdaSelection) place() (start, end int, err error) {
	start, first := strconv.Atoi(s.Start)
	end, second := strconv.Atoi(s.End)
	if first != nil || second != nil {
		return 0, 0, errors.New("its positions are no numbers")
	}
	return start, end, nil
}

// document is a source with a layer of each user who coded it.
func (r *qdaReader) document(s qdaSource) (annotate.Document, error) {
	content, repairs, err := r.text(s)
	if err != nil {
		return annotate.Document{}, err
	}
	whole, cleaned := newRaw(content)
	doc := annotate.Document{Origin: annotate.Origin{File: r.path, Line: r.line}, Scheme: r.scheme, Repairs: append(repairs, inWords(cleaned)...)}
	doc.Article = annotate.Article{ID: articleID(whole.clean), Title: s.Name, Text: whole.clean}
	if s.Name == "" && !r.ours {
		doc.Article.Title = title(whole.clean, "")
	}
	for _, v := range s.Variables {
		if doc.Article.Meta == nil {
			doc.Article.Meta = annotate.Meta{}
		}
		if name := r.vars[v.Variable.GUID]; name != "" {
			doc.Article.Meta[name] = v.Text
		}
	}
	l := &qdaLayers{qdaReader: r, doc: &doc, whole: whole, at: r.way.in(whole), byUser: map[string]*gathered{}, spans: map[string]qdaPlaced{}}
	if err := l.read(s); err != nil {
		return annotate.Document{}, err
	}
	doc.Repairs, r.repairs = append(doc.Repairs, r.repairs...), nil
	return doc, nil
}

// qdaLayers are the layers of one source while they are read.
type qdaLayers struct {
	*qdaReader
	doc    *annotate.Document
	whole  raw
	at     placing
	byUser map[string]*gathered
	order  []*gathered
	spans  map[string]qdaPlaced // by selection
	plain  int                  // selections without a code
}

// A qdaPlaced is the first span of a selection, and in whose layer it is.
type qdaPlaced struct {
	*gathered
	id annotate.ID
}

func (l *qdaLayers) read(s qdaSource) error {
	slices.SortStableFunc(s.Selections, func(a, b qdaSelection) int { return strings.Compare(l.saidOf(a), l.saidOf(b)) })
	for _, selection := range s.Selections {
		if err := l.selection(selection); err != nil {
			return fmt.Errorf("selection %s of the source “%s”: %w", selection.GUID, shorten(s.Name, 60), err)
		}
	}
	for _, c := range s.Codings {
		g := l.of(c.User)
		g.setValue("codes", cmp.Or(l.codes[c.Code.GUID], "code"))
	}
	for _, ref := range s.NoteRefs {
		l.note(l.notes[ref.GUID])
	}
	l.addLinks(s)
	if l.plain > 0 {
		l.doc.Repairs = append(l.doc.Repairs, "left out: "+counted(l.plain, "selection")+" without a code")
	}
	for _, g := range l.order {
		layer, err := g.done()
		if err != nil {
			return err
		}
		l.doc.Layers = append(l.doc.Layers, layer)
	}
	return nil
}

// saidOf is what is noted on a selection, so that of two which are alike the
// same one comes first whatever their order.
func (l *qdaLayers) saidOf(s qdaSelection) string {
	said := s.About
	for _, c := range s.Codings {
		for _, ref := range c.NoteRefs {
			said += "\x00" + l.notes[ref.GUID].said()
		}
	}
	return said
}

// of is the layer of a user, made when it is first asked for.
func (l *qdaLayers) of(user string) *gathered {
	author := l.author
	if name := l.users[user]; name != "" && !l.told {
		author = foreignAuthor(name, qdaSuffix)
	}
	g := l.byUser[author.Name]
	if g == nil {
		g = gather(l.doc.Article, author, "qdpx")
		l.byUser[author.Name], l.order = g, append(l.order, g)
	}
	return g
}

// selection adds a span for each code of a selection. What is noted on the
// selection is noted on the first.
func (l *qdaLayers) selection(s qdaSelection) error {
	start, end, err := s.place()
	if err != nil {
		return err
	}
	place, err := l.at.place(start, end)
	if err == nil {
		err = annotate.Span{Range: place}.Check(l.whole.clean)
	}
	if err != nil {
		return err
	}
	if len(s.Codings) == 0 {
		l.plain++
	}
	note := s.About
	for _, ref := range s.NoteRefs {
		note = joinLines(note, l.notes[ref.GUID].said())
	}
	for i, c := range s.Codings {
		g := l.of(cmp.Or(c.User, s.User))
		span := annotate.Span{Range: place, Label: l.codes[c.Code.GUID]}
		if span.Label == "" {
			return fmt.Errorf("its code %s is not in the code book", c.Code.GUID)
		}
		if i == 0 {
			span.Note = note
		}
		for _, ref := range c.NoteRefs {
			n := l.notes[ref.GUID]
			if n.Name == qdaAttrs && l.ours {
				span.Attrs = attrsOf(n.said())
				continue
			}
			span.Note = joinLines(span.Note, n.said())
		}
		added := g.addSpan(span)
		if _, there := l.spans[s.GUID]; !there {
			l.spans[s.GUID] = qdaPlaced{g, added.ID}
		}
	}
	return nil
}

func (n qdaNote) said() string {
	if n.Content != nil {
		return *n.Content
	}
	return n.About
}

// note keeps a note on a source: in our own projects as the value that it was.
func (l *qdaLayers) note(n qdaNote) {
	name := annotate.NoteValue
	if l.ours && n.Name != "" {
		name = n.Name
	}
	if name == annotate.StatusValue && !slices.Contains(annotate.Statuses, annotate.Status(n.said())) {
		name = annotate.NoteValue
	}
	if text := n.said(); text != "" || l.ours && n.GUID != "" {
		l.of(n.User).setValue(name, text)
	}
}

// addLinks adds the links that begin at a selection of the source.
func (l *qdaLayers) addLinks(s qdaSource) {
	for _, selection := range s.Selections {
		for _, k := range l.links[selection.GUID] {
			from, to := l.spans[k.Origin], l.spans[k.Target]
			if from.gathered == nil || from.gathered != to.gathered {
				l.doc.Repairs = append(l.doc.Repairs, fmt.Sprintf("left out: a link %s, which does not join two codings of one user in one source", k.Name))
				continue
			}
			var notes []string
			for _, ref := range k.NoteRefs {
				notes = append(notes, l.notes[ref.GUID].said())
			}
			from.addLink(annotate.Link{Kind: k.Name, From: from.id, To: to.id, Note: strings.Join(notes, "\n")})
		}
		delete(l.links, selection.GUID)
	}
}
