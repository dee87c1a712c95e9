package dataset

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

var xmi = Format{
	Name:  "xmi",
	Title: "UIMA XMI",
	About: "A folder of XMI files, one for each author's work on an article, with TypeSystem.xml and tagset.json, as INCEpTION, WebAnno and DKPro read them. It keeps what CAS JSON does, but for control characters, " +
		"for which XML has no place and which become spaces.",
	Extensions: []string{".xmi"},
	Folder:     true,
	along:      []string{".xml", ".json"},
	takes:      takesXMI,
	read:       readXMI,
	write:      writeXMI,
	suffix:     uimaSuffix,
	heedsPlain: true,
	lacks:      []Kind{Gaps},
	inXML:      true,
	xmlText:    true,
}

// typeSystem is the file that says which types there are.
const typeSystem = "TypeSystem.xml"

func takesXMI(f file) (string, bool) {
	if strings.EqualFold(filepath.Base(f.path), typeSystem) || isTagSet(f) {
		return "", true
	}
	return f.path, f.is(".xmi", ".xml") && bytes.Contains(f.start, []byte("http://www.omg.org/XMI"))
}

func readXMI(t *tour, path string) annotate.Documents {
	return t.casFile(path, func(path, content string) (*cas, *casTrouble) {
		r := &xmiReader{cas: newCAS(), sofas: map[string]*casStruct{}}
		if trouble := r.parse(content); trouble != nil {
			return nil, trouble
		}
		r.declareBeside(path)
		if err := r.resolve(); err != nil {
			return nil, &casTrouble{0, err.Error()}
		}
		return r.cas, nil
	})
}

// declareBeside reads the type system that lies beside a file, if there is one.
func (c *cas) declareBeside(path string) {
	path = filepath.Join(filepath.Dir(path), typeSystem)
	if !exists(path) {
		return
	}
	content, _, why := readWhole(path)
	if why == "" {
		c.declared, why = declaredTypes(content)
	}
	if why != "" {
		c.repairs = append(c.repairs, typeSystem+" was left out: "+why)
	}
}

// A xmlTypes is a type system as it stands in its file.
type xmlTypes struct {
	XMLName xml.Name  `xml:"typeSystemDescription"`
	NS      string    `xml:"xmlns,attr,omitempty"`
	Types   []xmlType `xml:"types>typeDescription"`
}

type xmlType struct {
	Name     string       `xml:"name"`
	About    string       `xml:"description"`
	Super    string       `xml:"supertypeName"`
	Features []xmlFeature `xml:"features>featureDescription"`
}

type xmlFeature struct {
	Name  string `xml:"name"`
	About string `xml:"description"`
	Range string `xml:"rangeTypeName"`
}

func declaredTypes(content string) (declared map[string][]string, why string) {
	var file xmlTypes
	if err := xmlDecoder(content).Decode(&file); err != nil {
		return nil, "it is cut off or no type system: " + xmlWords(err)
	}
	declared = map[string][]string{}
	for _, t := range file.Types {
		for _, f := range t.Features {
			if isPrimitive(f.Range) {
				declared[t.Name] = merged(declared[t.Name], []string{f.Name})
			}
		}
	}
	return declared, ""
}

// writeXMI writes the files, and one type system for all of them.
func writeXMI(s *sink, docs annotate.Documents) error {
	f := &casFolder{sink: s, ext: ".xmi", what: "XMI", titled: true}
	types := casTypes(nil)
	err := f.each(docs, func(a annotate.Article, layer *annotate.Layer, name string) error {
		out, err := f.casOf(a, layer)
		if err != nil {
			return err
		}
		if n := out.spaced(); n > 0 {
			s.ledger.lost(Loss{Kind: Articles, Article: a.Title, What: "the text and what is said of it", Why: fmt.Sprintf("%s for which XML has no place became spaces", counted(n, "character"))})
		}
		for _, feature := range out.types[0].features {
			if !slices.Contains(types[0].features, feature) {
				types[0].features = append(types[0].features, feature)
			}
		}
		return writeText(f.path(name), out.xmi())
	})
	if err != nil {
		return err
	}
	content, err := typesXML(types)
	return errors.Join(err, writeText(filepath.Join(f.folder, typeSystem), content))
}
