package dataset

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/transform"

	"github.com/glossator/glossator/annotate"
)

func readJSONL(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		head, err := file{path: path}.head()
		if err != nil {
			yield(annotate.Document{}, refusal(path, 0, err.Error()))
			return
		}
		if why := (file{path: path, start: head}).notText(); why != "" {
			yield(annotate.Document{}, refusal(path, 0, why))
			return
		}
		in, err := os.Open(path)
		if err != nil {
			yield(annotate.Document{}, refusal(path, 0, reason(err)))
			return
		}
		defer in.Close()
		r := &jsonlReader{path: path, author: t.author, encoding: recogniseEncoding(head), ids: map[annotate.ID]annotate.Hash{}, told: map[string]bool{}, layers: map[layerKey]layerPlace{}}
		r.all(in, yield)
	}
}

// A jsonlReader reads one file, line by line.
type jsonlReader struct {
	path     string
	author   annotate.Author // of layers that don't say
	encoding encodingFound
	scheme   *annotate.Scheme              // of the last line that had one
	ids      map[annotate.ID]annotate.Hash // of the articles so far, and their texts
	told     map[string]bool               // keys of which it was said that they are left out
	layers   map[layerKey]layerPlace       // so far, and where they are
}

func (r *jsonlReader) all(in io.Reader, yield func(annotate.Document, error) bool) {
	if r.encoding.with != nil {
		in = transform.NewReader(in, r.encoding.with.NewDecoder())
	}
	for l, err := range lines(in) {
		if err != nil {
			yield(annotate.Document{}, refusal(r.path, l.number, reason(err)))
			return
		}
		if l.number == 1 {
			l.text = bytes.TrimPrefix(l.text, []byte("\ufeff"))
		}
		if len(bytes.TrimSpace(l.text)) == 0 && !l.tooLong {
			continue
		}
		doc, err := r.document(l)
		if err != nil {
			doc, err = annotate.Document{}, refusal(r.path, l.number, err.Error())
		}
		if !yield(doc, err) {
			return
		}
	}
}

// document reads a line.
func (r *jsonlReader) document(l line) (annotate.Document, error) {
	if l.tooLong {
		return annotate.Document{}, fmt.Errorf("the line is longer than %d MB; split it", LineLimit>>20)
	}
	doc := annotate.Document{Origin: annotate.Origin{File: r.path, Line: l.number}}
	if r.encoding.with != nil {
		doc.Repairs = append(doc.Repairs, "read as "+r.encoding.name)
	}
	if !utf8.Valid(l.text) {
		doc.Repairs = append(doc.Repairs, "bytes that no character has became \ufffd")
	}
	keys, err := objectOf(l.text)
	if err != nil {
		return doc, err
	}
	if n := loneSurrogates(l.text); n > 0 {
		doc.Repairs = append(doc.Repairs, fmt.Sprintf("%s of a character without the other half became \ufffd", halves(n)))
	}
	return doc, r.fill(&doc, keys)
}

// objectOf takes an object apart.
func objectOf(data []byte) (map[string]json.RawMessage, error) {
	var keys map[string]json.RawMessage
	err := json.Unmarshal(data, &keys)
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		return nil, fmt.Errorf("the line is cut off or not JSON (at byte %d of %d); mend it or take it out", syntax.Offset, len(data))
	}
	if err != nil || keys == nil {
		return nil, errors.New("the line is JSON, but not an object in braces with a \"text\"; is the file of another format?")
	}
	return keys, nil
}

// fill makes the document of what a line holds.
func (r *jsonlReader) fill(doc *annotate.Document, keys map[string]json.RawMessage) error {
	if err := checkVersion(keys["format"]); err != nil {
		return err
	}
	if err := r.readScheme(keys["scheme"]); err != nil {
		return err
	}
	doc.Scheme = r.scheme
	whole, err := r.readArticle(doc, keys)
	if err != nil {
		return err
	}
	a := doc.Article
	if hash, known := r.ids[a.ID]; known && hash != a.Hash() {
		return fmt.Errorf("the id %s is that of another text further up; ids must be unique", a.ID)
	}
	r.ids[a.ID] = a.Hash()
	var records []layerLine
	if err := decodeKey(keys, "layers", &records); err != nil {
		return err
	}
	doc.Repairs = append(doc.Repairs, r.strangeKeys(keys["layers"])...)
	for i, record := range records {
		layer, err := r.layer(record, a, whole)
		if err != nil {
			return err
		}
		if err := r.checkTwice(doc.Origin.Line, i, layer); err != nil {
			return err
		}
		doc.Layers = append(doc.Layers, layer)
	}
	return nil
}

func checkVersion(data json.RawMessage) error {
	var version string
	if data == nil || json.Unmarshal(data, &version) != nil || version == jsonlVersion {
		return nil
	}
	if strings.HasPrefix(version, "glossator/") {
		return fmt.Errorf("the line is of a newer version (%s) than this program reads (%s); update the program", version, jsonlVersion)
	}
	return nil
}

// readScheme goes on to a line's scheme, if it has one; null is none.
func (r *jsonlReader) readScheme(data json.RawMessage) error {
	switch {
	case data == nil:
		return nil
	case string(data) == "null":
		r.scheme = nil
		return nil
	}
	s, err := annotate.ParseScheme(data)
	if err != nil {
		return err
	}
	r.scheme = &s
	return nil
}

// decodeKey decodes the value of a key, if it is there and not null.
func decodeKey(keys map[string]json.RawMessage, key string, to any) error {
	data, there := keys[key]
	if !there {
		return nil
	}
	err := json.Unmarshal(data, to)
	if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) {
		where := strings.Join(slices.DeleteFunc([]string{key, strings.ReplaceAll(wrong.Field, "layerRecord.", "")}, func(s string) bool { return s == "" }), ".")
		return errors.New(misfit(wrong, where))
	}
	if err != nil {
		return fmt.Errorf("%q cannot be read: %w", key, err)
	}
	return nil
}
