package dataset

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

// document writes an article as a source, with all that its authors say of it.
func (w *qdaWriter) document(doc annotate.Document) error {
	w.account(doc)
	guid := doc.Article.ID
	if w.sources[guid]++; w.sources[guid] > 1 {
		guid = annotate.DerivedID("source", string(guid), fmt.Sprint(w.sources[guid]))
	}
	source := qdaSource{GUID: string(guid), Name: w.text(doc.Article, doc.Article.Title), Path: qdaInternal + string(guid) + ".txt"}
	for name, value := range sorted(doc.Article.Meta) {
		if w.vars[name].GUID == "" {
			w.vars[name] = qdaVariable{string(annotate.DerivedID("variable", name)), w.text(doc.Article, name), "Text"}
		}
		source.Variables = append(source.Variables, qdaValue{qdaRef{w.vars[name].GUID}, w.text(doc.Article, value)})
	}
	for _, layer := range doc.Layers {
		if err := w.layer(&source, doc.Article, layer); err != nil {
			return err
		}
	}
	out, err := w.archive.Create(qdaSources + string(guid) + ".txt")
	if err != nil {
		return err
	}
	if _, err := io.WriteString(out, doc.Article.Text); err != nil {
		return err
	}
	return w.put(qdaSourcePart, "TextSource", source)
}

// account enters what is carried of an article, and what is not.
func (w *qdaWriter) account(doc annotate.Document) {
	l, n := w.ledger, tally(doc)
	for _, kind := range []Kind{Articles, Titles, Metadata, Statuses, ArticleNotes, Values, Spans, Attributes, Notes, Links, LinkNotes} {
		l.carried(kind, n[kind])
	}
	var kept []annotate.Layer
	for _, layer := range doc.Layers {
		if len(layer.Spans())+len(layer.Values()) > 0 {
			kept = append(kept, layer)
			l.carried(Layers, 1)
			l.carried(Authors, tallyLayer(layer)[Authors])
		} else {
			const why = "nothing is marked in it, and a project does not say who looked at a source"
			l.never(Layers, 1, why)
			l.never(Authors, tallyLayer(layer)[Authors], why)
		}
		for _, s := range layer.Spans() {
			if len(s.Gaps) > 0 {
				l.lost(Loss{Kind: Gaps, Article: doc.Article.Title, What: quoted(s, doc.Article.Text), Why: "a selection has no gaps: the span goes from its start to its end", Count: len(s.Gaps)})
			}
		}
	}
	l.meant.only(kept)
}

// text is a text as XML can hold it, entered as a change where it is another.
func (w *qdaWriter) text(a annotate.Article, text string) string {
	spaced, n := xmlSpaced(text)
	if n > 0 {
		w.ledger.lost(Loss{Kind: Articles, Article: a.Title, What: "“" + shorten(squeezed(spaced), 40) + "”", Why: fmt.Sprintf("%s for which XML has no place became spaces", counted(n, "character"))})
	}
	return spaced
}

// user is who an author is in the project.
func (w *qdaWriter) user(a annotate.Author) string {
	if known, ok := w.users[a]; ok {
		return known.GUID
	}
	name := w.names.next(strings.TrimSuffix(a.Name, qdaSuffix))
	w.users[a] = qdaUser{string(annotate.DerivedID("user", name)), name}
	return w.users[a].GUID
}

// note writes a note and gives the reference to it.
func (w *qdaWriter) note(a annotate.Article, user, name, content string, of ...string) (qdaRef, error) {
	guid := string(annotate.DerivedID(append(of, "note", name)...))
	content = w.text(a, content)
	return qdaRef{guid}, w.put(qdaNotePart, "Note", qdaNote{GUID: guid, Name: w.text(a, name), User: user, Content: &content})
}

func (w *qdaWriter) layer(source *qdaSource, a annotate.Article, layer annotate.Layer) error {
	if len(layer.Spans())+len(layer.Values()) == 0 {
		return nil
	}
	user := w.user(layer.Author)
	for _, v := range layer.Values() {
		ref, err := w.note(a, user, v.Name, v.Text, source.GUID, string(layer.ID))
		if err != nil {
			return err
		}
		source.NoteRefs = append(source.NoteRefs, ref)
	}
	units := annotate.In(annotate.CodePoints, a.Text)
	for _, s := range layer.Spans() {
		selection, err := w.selection(a, units, user, s)
		if err != nil {
			return err
		}
		source.Selections = append(source.Selections, selection)
	}
	for _, k := range layer.Links() {
		link := qdaLink{GUID: string(k.ID), Name: k.Kind, Direction: "OneWay", Origin: string(k.From), Target: string(k.To)}
		if k.Note != "" {
			ref, err := w.note(a, user, "Link", k.Note, string(k.ID))
			if err != nil {
				return err
			}
			link.NoteRefs = []qdaRef{ref}
		}
		if err := w.put(qdaLinkPart, "Link", link); err != nil {
			return err
		}
	}
	return nil
}

// longestQuote is the length in code points of a quote that a selection is
// named after.
const longestQuote = 250

func (w *qdaWriter) selection(a annotate.Article, units annotate.Units, user string, s annotate.Span) (qdaSelection, error) {
	start, end := units.OfRange(s.Range)
	selection := qdaSelection{GUID: string(s.ID), Start: fmt.Sprint(start), End: fmt.Sprint(end), User: user, About: w.text(a, s.Note)}
	if quote, n := xmlSpaced(s.Quote(a.Text)); n == 0 && utf8.RuneCountInString(quote) <= longestQuote {
		selection.Name = quote
	}
	coding := qdaCoding{GUID: string(annotate.DerivedID("coding", string(s.ID))), User: user, Code: qdaRef{qdaCodeID(s.Label)}}
	if len(s.Attrs) > 0 {
		ref, err := w.note(a, user, qdaAttrs, attrLines(s.Attrs), string(s.ID))
		if err != nil {
			return selection, err
		}
		coding.NoteRefs = []qdaRef{ref}
	}
	selection.Codings = []qdaCoding{coding}
	return selection, nil
}

// attrLines are attributes for people and for reading again: a name, a colon
// and the value on each line. What does not fit a line goes on behind a TAB.
func attrLines(attrs annotate.Attrs) string {
	var lines []string
	for name, value := range sorted(attrs) {
		lines = append(lines, strings.ReplaceAll(name, ":", "\\:")+": "+strings.ReplaceAll(value, "\n", "\n\t"))
	}
	return strings.Join(lines, "\n")
}

// attrsOf are the attributes of such lines.
func attrsOf(lines string) annotate.Attrs {
	attrs := annotate.Attrs{}
	name := ""
	for line := range strings.SplitSeq(lines, "\n") {
		if more, on := strings.CutPrefix(line, "\t"); on && name != "" {
			attrs[name] += "\n" + more
			continue
		}
		before, value, found := strings.Cut(strings.ReplaceAll(line, "\\:", "\x00"), ":")
		if found {
			name = strings.ReplaceAll(before, "\x00", ":")
			attrs[name] = strings.ReplaceAll(strings.TrimPrefix(value, " "), "\x00", "\\:")
		}
	}
	return attrs
}
