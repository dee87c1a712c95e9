package dataset

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/glossator/glossator/annotate"
)

var docx = Format{
	Name:       "docx",
	Title:      "Word documents",
	About:      "One article a .docx file: its paragraphs as lines, tables cell by cell, without headers, footers, comments and what was deleted. Title, author and date are those of its properties.",
	Extensions: []string{".docx"},
	takes: func(f file) (string, bool) {
		return f.path, f.is(".docx") && strings.HasPrefix(string(f.start), "PK\x03\x04")
	},
	read: readDOCX,
}

func readDOCX(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		w, err := openDOCX(path)
		if err != nil {
			yield(annotate.Document{}, refusal(path, 0, err.Error()))
			return
		}
		text, cleaned := annotate.Clean(strings.Join(w.paragraphs, "\n"))
		if strings.TrimSpace(text) == "" {
			yield(annotate.Document{}, refusal(path, 0, "there is no text in it"))
			return
		}
		a := newArticle(text, path)
		if w.title != "" {
			a.Title = w.title
		}
		for name, value := range map[string]string{"author": w.author, "date": w.date} {
			if value != "" {
				a.Meta[name] = value
			}
		}
		yield(annotate.Document{Article: a, Origin: annotate.Origin{File: path}, Repairs: inWords(cleaned)}, nil)
	}
}

// A wordFile is what is read of a Word document.
type wordFile struct {
	paragraphs          []string
	title, author, date string
}

func openDOCX(path string) (wordFile, error) {
	z, err := openArchive(path)
	if err != nil {
		return wordFile{}, err
	}
	defer z.Close()
	var w wordFile
	for _, f := range z.File {
		switch f.Name {
		case "word/document.xml":
			data, err := archived(f, archiveFileLimit)
			if err != nil {
				return w, err
			}
			if w.paragraphs, err = wordParagraphs(string(data)); err != nil {
				return w, err
			}
		case "docProps/core.xml":
			w.readProperties(f)
		}
	}
	if w.paragraphs == nil {
		return w, errors.New("there is no text of a Word document in it")
	}
	return w, nil
}

// readProperties reads what a document says of itself; nothing where that is
// damaged, as it is not needed.
func (w *wordFile) readProperties(f *zip.File) {
	var core struct {
		Title   string `xml:"title"`
		Creator string `xml:"creator"`
		Created string `xml:"created"`
	}
	data, err := archived(f, 1<<20)
	if err == nil && xmlDecoder(string(data)).Decode(&core) == nil {
		w.title, w.author, w.date = strings.TrimSpace(core.Title), strings.TrimSpace(core.Creator), core.Created
	}
}

// A wordReader makes lines of the elements of a document.
type wordReader struct {
	lines []string
	line  strings.Builder
	text  int // elements open whose characters are text
}

// wordParagraphs are the paragraphs of a document, with its line breaks.
func wordParagraphs(content string) ([]string, error) {
	dec := xmlDecoder(content)
	r := &wordReader{lines: []string{}}
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return r.lines, nil
		}
		if err != nil {
			line, _ := dec.InputPos()
			return nil, fmt.Errorf("its text is cut off or damaged in line %d: %s", line, xmlWords(err))
		}
		switch token := token.(type) {
		case xml.StartElement:
			if r.start(token.Name.Local) {
				if err := dec.Skip(); err != nil {
					return nil, fmt.Errorf("its text is cut off or damaged: %s", xmlWords(err))
				}
			}
		case xml.EndElement:
			r.end(token.Name.Local)
		case xml.CharData:
			if r.text > 0 {
				r.line.Write(token)
			}
		}
	}
}

// start begins an element, and reports whether what is in it is passed over:
// what was deleted or moved away, codes of fields, and a second drawing of the
// same.
func (r *wordReader) start(name string) (skip bool) {
	switch name {
	case "t":
		r.text++
	case "br", "cr":
		r.line.WriteByte('\n')
	case "tab":
		r.line.WriteByte('\t')
	case "noBreakHyphen":
		r.line.WriteRune('\u2011')
	case "softHyphen":
		r.line.WriteRune('\u00ad')
	case "del", "moveFrom", "instrText", "Fallback", "pPr", "rPr", "sectPr", "tblPr", "tcPr":
		return true
	}
	return false
}

func (r *wordReader) end(name string) {
	switch name {
	case "t":
		r.text = max(0, r.text-1)
	case "p":
		r.lines = append(r.lines, r.line.String())
		r.line.Reset()
	}
}
