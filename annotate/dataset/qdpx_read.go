package dataset

import (
	"archive/zip"
	"bufio"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// qdaUnits are what positions may count.
var qdaUnits = []annotate.Unit{annotate.CodePoints, annotate.UTF16}

// A qdaReader reads one project: first what its sources refer to, then the
// sources one by one.
type qdaReader struct {
	*tour
	path    string
	archive *zip.ReadCloser
	ours    bool // the project was written by this program
	users   map[string]string
	codes   map[string]string
	notes   map[string]qdaNote
	vars    map[string]string
	links   map[string][]qdaLink // by where they begin
	scheme  *annotate.Scheme
	way     way
	others  int      // sources that are no text
	repairs []string // to be said with the next document
	line    int      // of what is being read
}

func readQDPX(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		r := &qdaReader{tour: t, path: path, users: map[string]string{}, codes: map[string]string{}, notes: map[string]qdaNote{}, vars: map[string]string{}, links: map[string][]qdaLink{}}
		archive, err := openArchive(path)
		if err != nil {
			yield(annotate.Document{}, refusal(path, 0, err.Error()))
			return
		}
		defer archive.Close()
		r.archive = archive
		more := true
		err = r.prepare()
		if err == nil {
			err = r.each("TextSource", func(source qdaSource) error {
				doc, err := r.document(source)
				if err != nil {
					err = refusal(path, r.line, err.Error())
				}
				if more = yield(doc, err); !more {
					return errStopped
				}
				return nil
			})
		}
		if err != nil && more {
			yield(annotate.Document{}, refusalBy(path, r.line, err))
		}
	}
}

var errStopped = errors.New("reading was stopped")

// projectLimit is the size in bytes of the largest project file that is read.
const projectLimit = 1 << 30

// walk calls a function for each element of the project, which decodes it or
// lets its inside be walked.
func (r *qdaReader) walk(visit func(dec *xml.Decoder, start xml.StartElement) error) error {
	i := slices.IndexFunc(r.archive.File, func(f *zip.File) bool { return strings.EqualFold(path.Ext(f.Name), ".qde") })
	if i < 0 {
		return errors.New("there is no project.qde in it, so it is no REFI-QDA project")
	}
	in, err := r.archive.File[i].Open()
	if err != nil {
		return errors.New("project.qde in it is damaged")
	}
	defer in.Close()
	dec := newXMLReader(unmarked(bufio.NewReader(io.LimitReader(in, projectLimit))))
	some := false
	for {
		token, err := dec.Token()
		r.line, _ = dec.InputPos()
		if errors.Is(err, io.EOF) {
			if r.line = 0; !some {
				return errors.New("project.qde in it holds nothing")
			}
			return nil
		}
		if err != nil {
			return fmt.Errorf("project.qde in it is cut off or damaged in line %d: %s", r.line, xmlWords(err))
		}
		if start, is := token.(xml.StartElement); is {
			some = true
			if err := visit(dec.Decoder, start); err != nil {
				return err
			}
		}
	}
}

// qdaElement decodes an element.
func qdaElement[T any](dec *xml.Decoder, start xml.StartElement, use func(T)) error {
	var element T
	if err := dec.DecodeElement(&element, &start); errors.Is(err, errLongList) {
		return fmt.Errorf("%s in project.qde is too long: %w", start.Name.Local, err)
	} else if err != nil {
		return fmt.Errorf("%s in project.qde is damaged: %s", start.Name.Local, xmlWords(err))
	}
	use(element)
	return nil
}

// each calls a function for each source that is a text.
func (r *qdaReader) each(name string, use func(qdaSource) error) error {
	return r.walk(func(dec *xml.Decoder, start xml.StartElement) error {
		if start.Name.Local != name {
			return nil
		}
		var failed error
		err := qdaElement(dec, start, func(s qdaSource) { failed = use(s) })
		return cmp.Or(err, failed)
	})
}

// mostParts is how many users, notes and links a project may have.
const mostParts = 1 << 21

// prepare reads users, codes, notes, variables and links, and finds out what
// positions count.
func (r *qdaReader) prepare() error {
	p := newPoll(ways(r.units, qdaUnits...))
	r.scheme = &annotate.Scheme{}
	parts := 0
	err := r.walk(func(dec *xml.Decoder, start xml.StartElement) error {
		if parts++; parts > mostParts {
			return fmt.Errorf("project.qde in it has more than %d users, notes, links and other parts; export it in several", mostParts)
		}
		switch start.Name.Local {
		case "Project":
			r.ours = slices.ContainsFunc(start.Attr, func(a xml.Attr) bool { return a.Name.Local == "origin" && a.Value == qdaOrigin })
		case "User":
			return qdaElement(dec, start, func(u qdaUser) { r.users[u.GUID] = u.Name })
		case "Codes":
			return qdaElement(dec, start, func(all struct {
				Codes []qdaCode `xml:"Code"`
			}) {
				r.addCodes(all.Codes, "")
			})
		case "Variable":
			return qdaElement(dec, start, func(v qdaVariable) { r.vars[v.GUID] = v.Name })
		case "Note":
			return qdaElement(dec, start, func(n qdaNote) { r.notes[n.GUID] = n })
		case "Link":
			return qdaElement(dec, start, func(k qdaLink) { r.addKind(k) })
		case "PDFSource", "PictureSource", "AudioSource", "VideoSource":
			r.others++
			return dec.Skip()
		case "TextSource":
			return qdaElement(dec, start, func(s qdaSource) { r.hear(p, s) })
		}
		return nil
	})
	if err != nil {
		return err
	}
	r.way = way{unit: cmp.Or(r.units, annotate.CodePoints)}
	if !r.ours {
		if r.way, err = p.way(); err != nil {
			return err
		}
	}
	if r.way.unit != annotate.CodePoints || r.way.clean {
		r.repairs = append(r.repairs, fmt.Sprintf("the positions count %v", r.way))
	}
	if r.others > 0 {
		r.repairs = append(r.repairs, "left out: "+counted(r.others, "source")+" that are no plain text, as PDF documents and pictures")
	}
	if err := r.scheme.Check(); err != nil {
		r.repairs = append(r.repairs, "what the code book says of codes was left out: "+err.Error())
		r.scheme = nil
	}
	return nil
}

// addCodes adds codes as labels. Codes of one name are told apart by the code
// above them.
func (r *qdaReader) addCodes(codes []qdaCode, above string) {
	for _, c := range codes {
		name := cmp.Or(named(c.Name), "code")
		if _, taken := r.scheme.Label(name); taken {
			name = named(above + ": " + name)
		}
		r.codes[c.GUID] = name
		if _, taken := r.scheme.Label(name); !taken && c.Codable != "false" {
			l := annotate.Label{Name: name, Guideline: strings.TrimSpace(c.About)}
			if colour := strings.ToLower(c.Colour); hexColour.MatchString(colour) {
				l.Colour = colour
			}
			r.scheme.Labels = append(r.scheme.Labels, l)
		}
		r.addCodes(c.Codes, name)
	}
}

// addKind adds a link, and its kind to the scheme.
func (r *qdaReader) addKind(k qdaLink) {
	k.Name = cmp.Or(named(k.Name), "link")
	r.links[k.Origin] = append(r.links[k.Origin], k)
	if _, known := r.scheme.Link(k.Name); !known {
		r.scheme.Links = append(r.scheme.Links, annotate.LinkKind{Name: k.Name})
	}
}

// hear lets the selections of a source say in which unit they count.
func (r *qdaReader) hear(p *poll, s qdaSource) {
	if r.ours {
		return
	}
	text, _, err := r.text(s)
	if err != nil {
		return
	}
	whole, _ := newRaw(text)
	var claims []claim
	for _, one := range s.Selections {
		if start, end, err := one.place(); err == nil {
			claims = append(claims, claim{start, end, one.Name})
		}
	}
	p.hear(whole, claims)
}

// text is a source's text: in a file of the archive, or in the project itself.
func (r *qdaReader) text(s qdaSource) (text string, repairs []string, err error) {
	if s.Content != nil {
		return *s.Content, nil, nil
	}
	name, inside := strings.CutPrefix(s.Path, qdaInternal)
	if !inside {
		return "", nil, fmt.Errorf("the text of the source “%s” is not in the project (%s); export it with its sources", shorten(s.Name, 60), cmp.Or(s.Path, s.Rich, "no path"))
	}
	f := inArchive(r.archive.File, path.Base(name))
	if f == nil {
		return "", nil, fmt.Errorf("the text %s of the source “%s” is not in the archive", name, shorten(s.Name, 60))
	}
	data, err := archived(f, archiveFileLimit)
	if err != nil {
		return "", nil, err
	}
	text, repairs = decode(data)
	if junk(text) {
		return "", nil, fmt.Errorf("%s in it is not text", f.Name)
	}
	return text, repairs, nil
}
