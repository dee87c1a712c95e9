package dataset

import (
	"archive/zip"
	"bufio"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A qdaWriter writes one project. Texts go into the archive as they come; what
// is said of them goes into files of its own until all of it is known, as the
// archive holds one file after the other.
type qdaWriter struct {
	*sink
	usage
	archive *zip.Writer
	parts   [3]*spool // sources, notes, links
	users   map[annotate.Author]qdaUser
	names   naming // of users
	vars    map[string]qdaVariable
	sources map[annotate.ID]int // how often each article was written
}

const (
	qdaSourcePart = iota
	qdaNotePart
	qdaLinkPart
)

// A spool is a file that is written now and read later.
type spool struct {
	*bufio.Writer
	file *os.File
}

func newSpool() (*spool, error) {
	f, err := os.CreateTemp("", "glossator-*")
	if err != nil {
		return nil, err
	}
	return &spool{bufio.NewWriter(f), f}, nil
}

func (s *spool) copyTo(w io.Writer) error {
	if err := s.Flush(); err != nil {
		return err
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err := io.Copy(w, s.file)
	return err
}

func (s *spool) close() error { return errors.Join(s.file.Close(), os.Remove(s.file.Name())) }

func writeQDPX(s *sink, docs annotate.Documents) (err error) {
	w := &qdaWriter{sink: s, archive: zip.NewWriter(s.w), users: map[annotate.Author]qdaUser{}, names: newNaming(itself), vars: map[string]qdaVariable{}, sources: map[annotate.ID]int{}}
	for i := range w.parts {
		part, failed := newSpool()
		if failed != nil {
			return failed
		}
		defer func() { err = errors.Join(err, part.close()) }()
		w.parts[i] = part
	}
	for doc, err := range docs {
		if err != nil {
			return err
		}
		doc = withoutSuggestions(w.ledger, doc)
		if w.learn(doc) {
			changedScheme(w.ledger, "a project keeps codes with their colours and guidelines; titles, dark colours, keys, attributes and what a link may join it does not")
		}
		if err := w.document(doc); err != nil {
			return err
		}
	}
	return errors.Join(w.project(), w.archive.Close())
}

// put writes an element into a part.
func (w *qdaWriter) put(part int, name string, element any) error {
	enc := xml.NewEncoder(w.parts[part])
	if err := enc.EncodeElement(element, xml.StartElement{Name: xml.Name{Local: name}}); err != nil {
		return err
	}
	return w.parts[part].WriteByte('\n')
}

// project writes the project's own file, in the order of its schema.
func (w *qdaWriter) project() error {
	out, err := w.archive.Create(qdaProject)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(out)
	fmt.Fprintf(b, "%s<Project xmlns=\"%s\" name=\"%s\" origin=\"%s\">\n<Users>\n", xml.Header, qdaSpace, xmlEscaped.Replace(cmp.Or(w.scheme.Name, "Labelled articles")), qdaOrigin)
	var failed []error
	add := func(name string, element any) {
		failed = append(failed, xml.NewEncoder(b).EncodeElement(element, xml.StartElement{Name: xml.Name{Local: name}}), b.WriteByte('\n'))
	}
	users := slices.Collect(maps.Values(w.users))
	slices.SortFunc(users, func(a, b qdaUser) int { return strings.Compare(a.Name, b.Name) })
	for _, u := range users {
		add("User", u)
	}
	fmt.Fprintf(b, "</Users>\n<CodeBook>\n<Codes>\n")
	for _, l := range w.scheme.Labels {
		add("Code", qdaCode{GUID: qdaCodeID(l.Name), Name: l.Name, Codable: "true", Colour: l.Colour, About: l.Guideline})
	}
	fmt.Fprintf(b, "</Codes>\n</CodeBook>\n<Variables>\n")
	for _, v := range sorted(w.vars) {
		add("Variable", v)
	}
	for i, section := range []string{"Sources", "Notes", "Links"} {
		before := "</Variables>\n"
		if i > 0 {
			before = ""
		}
		fmt.Fprintf(b, "%s<%s>\n", before, section)
		failed = append(failed, w.parts[i].copyTo(b))
		fmt.Fprintf(b, "</%s>\n", section)
	}
	fmt.Fprintf(b, "</Project>\n")
	return errors.Join(errors.Join(failed...), b.Flush())
}

// qdaCodeID is the id of a label's code, the same in every project.
func qdaCodeID(label string) string { return string(annotate.DerivedID("code", label)) }
