package dataset

import (
	"bytes"
	"strings"

	"github.com/glossator/glossator/annotate"
)

var uima = Format{
	Name:  "uima",
	Title: "UIMA CAS JSON",
	About: "A folder of CAS JSON 0.4 files, one for each author's work on an article, as INCEpTION and dkpro-cassis read them, and tagset.json with the labels. It keeps spans, attributes, notes, links, titles and languages in their own places and " +
		"authors, metadata, statuses, article notes and values in one feature of ours; not gaps.",
	Extensions: []string{".json"},
	Folder:     true,
	takes:      takesUIMA,
	read:       readUIMA,
	write:      writeUIMA,
	suffix:     uimaSuffix,
	heedsPlain: true,
	lacks:      []Kind{Gaps},
}

// takesUIMA takes JSON that names structures of features near its beginning.
func takesUIMA(f file) (string, bool) {
	if isTagSet(f) {
		return "", true
	}
	return f.path, f.isJSON() && (bytes.Contains(f.start, []byte(`"%FEATURE_STRUCTURES"`)) || bytes.Contains(f.start, []byte(`"%TYPES"`)))
}

func readUIMA(t *tour, path string) annotate.Documents {
	return t.casFile(path, casFromJSON)
}

// casFile reads a file as a document by a function that makes a cas of what
// stands in it.
func (t *tour) casFile(path string, parse func(string, string) (*cas, *casTrouble)) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		content, repairs, why := readRaw(path)
		if why != "" {
			yield(annotate.Document{}, refusal(path, 0, why))
			return
		}
		c, trouble := parse(path, strings.TrimLeft(content, "\ufeff"))
		if trouble != nil {
			yield(annotate.Document{}, refusal(path, trouble.line, trouble.reason))
			return
		}
		doc, err := t.casDocument(c, path)
		scheme, more := readTags(path)
		doc.Scheme, doc.Repairs = scheme, append(append(repairs, doc.Repairs...), more...)
		yield(doc, err)
	}
}

func writeUIMA(s *sink, docs annotate.Documents) error {
	f := &casFolder{sink: s, ext: ".json", what: "CAS JSON", titled: true}
	return f.each(docs, func(a annotate.Article, layer *annotate.Layer, name string) error {
		out, err := f.casOf(a, layer)
		if err != nil {
			return err
		}
		content, err := out.json()
		if err != nil {
			return err
		}
		return writeText(f.path(name), content)
	})
}
