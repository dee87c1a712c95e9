package dataset

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

// A cas is a document as UIMA has it: a text and structures of features, which
// refer to each other. WebAnno's TSV, CAS JSON and XMI are three ways to write
// one.
type cas struct {
	text     string // as it came; offsets count its UTF-16 units
	structs  []*casStruct
	byID     map[string]*casStruct
	declared map[string][]string // the features with a value, by type; nil: not known
	said     *casSaid
	language string
	repairs  []string
}

// A casStruct is a structure: an annotation, where it has a place.
type casStruct struct {
	id         string
	line       int    // of the file in which it stands
	kind       string // its type: "webanno.custom.Span"
	begin, end int
	placed     bool
	values     map[string]string
	refs       map[string][]string // ids, by feature
}

// The types and features that we write, and that other programs have.
const (
	casSpan     = "custom.Span"
	casRelation = "custom.Relation"
	casLabel    = "label"
	casNote     = "note"
	casSource   = "Governor"
	casTarget   = "Dependent"

	casToken    = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
	casMetaData = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
	casDocument = "uima.tcas.DocumentAnnotation"
	casSofa     = "uima.cas.Sofa"
	casExtra    = "glossator.Article"
	casData     = "data"
)

// uimaSuffix tells what an annotator did in such a program from what the person
// of that name did here.
const uimaSuffix = " (UIMA)"

// mostStructs is how many structures a file may have: annotations, tokens,
// sentences and whatever else.
const mostStructs = 2 * SpanLimit

func newCAS() *cas { return &cas{byID: map[string]*casStruct{}} }

// add adds a structure. The first one of an id has it.
func (c *cas) add(s *casStruct) *casStruct {
	if _, taken := c.byID[s.id]; !taken && s.id != "" {
		c.byID[s.id] = s
	}
	c.structs = append(c.structs, s)
	return s
}

func newStruct(id, kind string) *casStruct {
	return &casStruct{id: id, kind: kind, values: map[string]string{}, refs: map[string][]string{}}
}

// shortKind is a type's name without its package.
func shortKind(kind string) string { return kind[strings.LastIndexByte(kind, '.')+1:] }

// casFrame reports whether a type is part of the frame, not of what was marked:
// sentences, tokens and what is known of the document. Frame annotations are
// not spans.
func casFrame(kind string) bool {
	switch short := shortKind(kind); {
	case kind == casToken, kind == casMetaData, kind == casDocument, kind == casSofa, kind == casExtra:
		return true
	case strings.Contains(kind, ".segmentation.type."):
		return short != "SurfaceForm"
	default:
		return slices.Contains([]string{"DocumentMetaData", "TagsetDescription", "TagDescription", "DocumentAnnotation"}, short)
	}
}

// labelFeatures are the features that hold what is here a label, the likeliest
// first.
var labelFeatures = []string{casLabel, "value", "PosValue", "DependencyType", "referenceType", "category", "type", "class"}

// labelFeature is the feature of a type that holds the label; empty if none
// does, and the type itself is the label.
func (c *cas) labelFeature(kind string) string {
	features := c.declared[kind]
	for _, f := range labelFeatures {
		if slices.Contains(features, f) {
			return f
		}
	}
	features = slices.DeleteFunc(slices.Clone(features), func(f string) bool { return f == casNote })
	if len(features) == 1 {
		return features[0]
	}
	return ""
}

// declareUsed fills in, for a file that does not say which features types have,
// those that are in use.
func (c *cas) declareUsed() {
	c.declared = map[string][]string{}
	for _, s := range c.structs {
		for f := range sorted(s.values) {
			c.declared[s.kind] = merged(c.declared[s.kind], []string{f})
		}
	}
}

// named is a value as a label or a kind of link may be called: on one line, at
// most a hundred bytes long.
func named(value string) string {
	if annotate.CheckName(value) == nil {
		return value
	}
	name := strings.Join(strings.FieldsFunc(value, notShown), " ")
	for len(name) > 100 {
		_, size := utf8.DecodeLastRuneInString(name)
		name = strings.TrimRightFunc(name[:len(name)-size], annotate.IsSpace)
	}
	return name
}

// isPrimitive reports whether a feature of a type of value holds a value, not a
// reference.
func isPrimitive(kind string) bool {
	switch strings.TrimPrefix(kind, "uima.cas.") {
	case "String", "Integer", "Float", "Boolean", "Byte", "Short", "Long", "Double":
		return true
	}
	return false
}

// frame takes what structures of the frame say of the document.
func (c *cas) frame() error {
	for _, s := range c.structs {
		switch s.kind {
		case casExtra:
			if data := s.values[casData]; data != "" {
				if err := c.readSaid(data); err != nil {
					return err
				}
			}
		case casDocument, casMetaData:
			c.language = cmp.Or(c.language, s.values["language"])
		}
	}
	return nil
}
