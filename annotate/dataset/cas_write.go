package dataset

import (
	"strconv"

	"github.com/glossator/glossator/annotate"
)

// A casType is a type of ours: its features, and what they hold.
type casType struct {
	name, super string
	features    [][2]string
}

// casTypes are the types that a file with such attributes needs.
func casTypes(attrs []string) []casType {
	const text = "uima.cas.String"
	span := casType{casSpan, "uima.tcas.Annotation", [][2]string{{casLabel, text}, {casNote, text}}}
	for _, feature := range attrs {
		span.features = append(span.features, [2]string{feature, text})
	}
	return []casType{
		span,
		{casRelation, "uima.tcas.Annotation", [][2]string{{casLabel, text}, {casNote, text}, {casSource, casSpan}, {casTarget, casSpan}}},
		{casMetaData, casDocument, [][2]string{{"documentTitle", text}, {"documentId", text}}},
		{casExtra, "uima.cas.AnnotationBase", [][2]string{{casData, text}}},
	}
}

// A casOutput is a cas that is being written: the structures, of which the
// first is the text, in the order of their ids from 1.
type casOutput struct {
	text    string
	length  int // in UTF-16 units
	types   []casType
	structs []*casStruct
}

// casOf is the cas of a layer of an article, with the ledger's entries. A plain
// one does not hold what only an import reads.
func (f *casFolder) casOf(a annotate.Article, layer *annotate.Layer) (*casOutput, error) {
	l := f.ledger
	units := annotate.In(annotate.UTF16, a.Text)
	names, of := features(layer)
	said, err := say(a, layer, names).line()
	if err != nil {
		return nil, err
	}
	var attrs []string
	for feature := range sorted(names) {
		attrs = append(attrs, feature)
	}
	out := &casOutput{text: a.Text, length: units.Total(), types: casTypes(attrs)}
	out.add(casSofa)
	meta := out.add(casMetaData)
	meta.placed, meta.end = true, out.length
	meta.values = map[string]string{"documentTitle": a.Title, "documentId": string(a.ID)}
	if !f.choices.Plain {
		out.add(casExtra).values[casData] = said
	}
	f.renamed(a, names)
	if language := a.Meta["language"]; language != "" {
		meta.values["language"] = language
	}
	if layer != nil {
		f.unseen(layer, len(layer.Spans()))
		out.addLayer(l, units, of, *layer)
	}
	return out, nil
}

func (o *casOutput) add(kind string) *casStruct {
	s := newStruct(strconv.Itoa(len(o.structs)+1), kind)
	o.structs = append(o.structs, s)
	return s
}

func (o *casOutput) addLayer(l *Ledger, units annotate.Units, of map[string]string, layer annotate.Layer) {
	spans := map[annotate.ID]*casStruct{}
	for _, s := range layer.Spans() {
		span := o.add(casSpan)
		span.placed = true
		span.begin, span.end = units.OfRange(s.Range)
		span.values[casLabel] = s.Label
		if s.Note != "" {
			span.values[casNote] = s.Note
		}
		for name, value := range s.Attrs {
			span.values[of[name]] = value
		}
		spans[s.ID] = span
		l.carried(Spans, 1)
		l.carried(Notes, present(s.Note))
		l.carried(Attributes, len(s.Attrs))
	}
	for _, k := range layer.Links() {
		from, to := spans[k.From], spans[k.To]
		link := o.add(casRelation)
		link.placed, link.begin, link.end = true, to.begin, to.end
		link.values[casLabel] = k.Kind
		if k.Note != "" {
			link.values[casNote] = k.Note
		}
		link.refs[casSource], link.refs[casTarget] = []string{from.id}, []string{to.id}
		l.carried(Links, 1)
		l.carried(LinkNotes, present(k.Note))
	}
}
