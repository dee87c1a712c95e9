package dataset

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// ours are the keys of a line that are not metadata.
var ours = []string{"format", "scheme", "id", "title", "text", "sha256", "meta", "layers"}

// readArticle reads the article of a line. It gives the text as it came too,
// which offsets count.
func (r *jsonlReader) readArticle(doc *annotate.Document, keys map[string]json.RawMessage) (raw, error) {
	var content *string
	if err := decodeKey(keys, "text", &content); err != nil {
		return raw{}, err
	}
	if content == nil {
		return raw{}, errors.New("there is no \"text\" in the line; is the file of another format?")
	}
	whole, repairs := newRaw(*content)
	doc.Repairs = append(doc.Repairs, inWords(repairs)...)
	doc.Article = annotate.Article{Text: whole.clean, Meta: annotate.Meta{}}
	if err := checkHash(keys, whole); err != nil {
		return raw{}, err
	}
	if err := readTitle(&doc.Article, keys); err != nil {
		return raw{}, err
	}
	if err := r.readMeta(doc, keys); err != nil {
		return raw{}, err
	}
	readID(&doc.Article, keys)
	if len(doc.Article.Meta) == 0 {
		doc.Article.Meta = nil
	}
	return whole, nil
}

// checkHash makes sure that the text is the one that was hashed.
func checkHash(keys map[string]json.RawMessage, whole raw) error {
	var hash string
	if err := decodeKey(keys, "sha256", &hash); err != nil || hash == "" {
		return err
	}
	return sameHash(hash, whole)
}

// sameHash makes sure that a hash is that of a text, as it came or clean.
func sameHash(hash string, whole raw) error {
	for _, text := range []string{whole.clean, whole.text} {
		if strings.EqualFold(hash, annotate.HashText(text).String()) {
			return nil
		}
	}
	return errors.New("the text was changed after its \"sha256\" was made, so the offsets may be wrong; export it again, or take \"sha256\" and \"layers\" out to import the text alone")
}

func readTitle(a *annotate.Article, keys map[string]json.RawMessage) error {
	var given *string
	if err := decodeKey(keys, "title", &given); err != nil {
		return err
	}
	if given == nil {
		a.Title = title(a.Text, "")
		return nil
	}
	a.Title = *given
	return nil
}

// readID reads the article's ID. One that other programs gave becomes metadata,
// and the article has the ID of its text.
func readID(a *annotate.Article, keys map[string]json.RawMessage) {
	given := annotate.ID(plain(keys["id"]))
	if given.Check() == nil {
		a.ID = given
		return
	}
	a.ID = articleID(a.Text)
	if _, taken := a.Meta["id"]; given != "" && !taken {
		a.Meta["id"] = string(given)
	}
}

// readMeta reads the metadata, and takes keys that are not ours as metadata
// where their value is a text, a number or a truth; others are left out, which is
// said at the first line with such a key.
func (r *jsonlReader) readMeta(doc *annotate.Document, keys map[string]json.RawMessage) error {
	var meta map[string]json.RawMessage
	if err := decodeKey(keys, "meta", &meta); err != nil {
		return err
	}
	for name, value := range meta {
		doc.Article.Meta[name] = asText(value)
	}
	for _, name := range slices.Sorted(maps.Keys(keys)) {
		if slices.Contains(ours, name) || string(keys[name]) == "null" {
			continue
		}
		value := plain(keys[name])
		_, taken := meta[name]
		if value == "" || taken {
			if !r.told[name] {
				doc.Repairs = append(doc.Repairs, fmt.Sprintf("%q was left out, here and in the lines below: only texts, numbers, true and false are kept, as metadata, and one of each name", name))
			}
			r.told[name] = true
			continue
		}
		doc.Article.Meta[name] = value
	}
	return nil
}

// asText is a JSON value as metadata: a text itself, anything else as JSON.
func asText(value json.RawMessage) string {
	var s string
	if json.Unmarshal(value, &s) == nil {
		return s
	}
	return string(value)
}

// plain is a text, a number or a truth as metadata; empty for anything else.
func plain(value json.RawMessage) string {
	if len(value) == 0 || value[0] == '{' || value[0] == '[' || string(value) == "null" {
		return ""
	}
	return asText(value)
}
