package dataset

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

var doccano = Format{
	Name:  "doccano",
	Title: "doccano JSON Lines",
	About: "A folder with all.jsonl, or a file for each author, and label_config.json, offsets in UTF-16 units as doccano shows them. It keeps spans, links, titles, metadata and article notes; " +
		"not gaps, attributes, notes on spans, statuses and article values. Read are the files of all its versions; what their offsets count is found out.",
	Extensions: []string{".jsonl", ".json"},
	Folder:     true,
	takes:      takesDoccano,
	counts:     annotate.UTF16,
	offers:     Offers{Units: doccanoUnits},
	read:       doccanoRecords.read,
	write:      writeDoccano,
	suffix:     doccanoSuffix,
	lacks:      []Kind{Statuses, Values, Gaps, Attributes, Notes, LinkNotes},
}

const doccanoSuffix = " (doccano)"

// The files that define labels and kinds of links.
const (
	doccanoLabels = "label_config.json"
	doccanoLinks  = "relation_config.json"
)

func takesDoccano(f file) (string, bool) {
	if name := filepath.Base(f.path); name == doccanoLabels || name == doccanoLinks {
		return "", true
	}
	return f.path, f.is(".jsonl", ".json", ".json1", ".ndjson") && f.dialect() == "doccano"
}

// doccanoKeys are the keys of a record that are not metadata.
var doccanoKeys = []string{"text", "data", "label", "labels", "entities", "relations", "annotations", "Comments", "comments", "username", "annotation_approver"}

// A doccanoItem is an article as doccano has it, in any of its shapes.
type doccanoItem struct {
	keys      map[string]json.RawMessage
	whole     raw
	repairs   annotate.Repairs
	spans     []doccanoSpan
	relations []doccanoRelation
	comments  []string
	username  string
}

type doccanoRelation struct {
	From json.RawMessage `json:"from_id"`
	To   json.RawMessage `json:"to_id"`
	Kind string          `json:"type"`
}

// A doccanoSpan is [0, 7, "place"] or an object.
type doccanoSpan struct {
	ID    json.RawMessage `json:"id"`
	Label json.RawMessage `json:"label"` // its name; in the oldest shape its number
	Start *int            `json:"start_offset"`
	End   *int            `json:"end_offset"`
	User  json.RawMessage `json:"user"`
}

// UnmarshalJSON reads both forms.
func (s *doccanoSpan) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] != '[' {
		type plain doccanoSpan
		return json.Unmarshal(data, (*plain)(s))
	}
	start, rest, one := bytes.Cut(data[1:len(data)-1], []byte(","))
	end, label, two := bytes.Cut(rest, []byte(","))
	if label = bytes.TrimSpace(label); !one || !two || !json.Valid(label) {
		return errors.New("it is not [start, end, label]")
	}
	s.Label = slices.Clone(label)
	return errors.Join(json.Unmarshal(start, &s.Start), json.Unmarshal(end, &s.End))
}

// doccanoRecord takes a record apart.
func doccanoRecord(data json.RawMessage) (doccanoItem, error) {
	keys, err := objectOf(data)
	if err != nil {
		return doccanoItem{}, err
	}
	item := doccanoItem{keys: keys, username: plain(keys["username"])}
	var text *string
	for _, key := range []string{"text", "data"} {
		if err := decodeKey(keys, key, &text); err != nil {
			return item, err
		}
		if text != nil {
			break
		}
	}
	if text == nil {
		return item, errors.New("there is no \"text\" in it")
	}
	item.whole, item.repairs = newRaw(*text)
	return item, item.readLists()
}

func (i *doccanoItem) readLists() error {
	for _, key := range []string{"label", "labels", "entities", "annotations"} {
		if i.keys[key] == nil || i.keys[key][0] != '[' && key == "label" {
			continue
		}
		spans, err := list[doccanoSpan](i.keys[key], key)
		if err != nil {
			return err
		}
		i.spans = append(i.spans, spans...)
	}
	var err error
	if i.relations, err = list[doccanoRelation](i.keys["relations"], "relations"); err != nil {
		return err
	}
	i.comments = comments(i.keys["Comments"])
	return i.check()
}

// mostAuthors is how many authors an article of a file may have.
const mostAuthors = 1000

// check makes sure that all spans have what a span must have.
func (i *doccanoItem) check() error {
	seen, users := map[string]bool{}, map[string]bool{}
	for n, s := range i.spans {
		users[string(s.User)] = true
		switch {
		case s.Start == nil || s.End == nil:
			return fmt.Errorf("span %d has no offsets", n+1)
		case s.label() == "":
			return fmt.Errorf("span %d has no label", n+1)
		case seen[plain(s.ID)] && s.ID != nil:
			return fmt.Errorf("span %d: the id %s is there twice", n+1, plain(s.ID))
		case len(users) > mostAuthors:
			return fmt.Errorf("more than %d users labelled it; split the file", mostAuthors)
		}
		seen[plain(s.ID)] = plain(s.ID) != ""
	}
	return nil
}

func (s doccanoSpan) label() string { return strings.TrimSpace(plain(s.Label)) }

// comments are texts, or objects with one.
func comments(data json.RawMessage) []string {
	var texts []string
	if json.Unmarshal(data, &texts) == nil {
		return texts
	}
	var objects []struct {
		Comment string `json:"comment"`
	}
	if json.Unmarshal(data, &objects) != nil {
		return nil
	}
	texts = nil
	for _, o := range objects {
		texts = append(texts, o.Comment)
	}
	return texts
}

// claims are where the spans of an item lie.
func (i doccanoItem) claims() []claim {
	var claims []claim
	for _, s := range i.spans {
		claims = append(claims, claim{start: *s.Start, end: *s.End})
	}
	return claims
}

// users are those who labelled an item, in the order in which they occur; one
// without a name for what is nobody's.
func (i doccanoItem) users() []string {
	var users []string
	for _, s := range i.spans {
		users = merged(users, []string{s.user()})
	}
	if len(users) == 0 && (i.username != "" || len(i.comments) > 0) {
		users = []string{""}
	}
	return users
}

func (s doccanoSpan) user() string {
	if user := plain(s.User); user != "" {
		return "user " + user
	}
	return ""
}

// isDoccano reports whether keys are those of a doccano record with spans.
func isDoccano(keys map[string]json.RawMessage) bool {
	if keys["text"] == nil && keys["data"] == nil {
		return false
	}
	for _, key := range []string{"label", "labels"} {
		if bytes.HasPrefix(firstOf(keys[key]), []byte("[")) {
			return true
		}
	}
	return slices.ContainsFunc([]string{"label", "labels", "entities", "annotations"}, func(key string) bool {
		var object struct {
			Start *int `json:"start_offset"`
		}
		return json.Unmarshal(firstOf(keys[key]), &object) == nil && object.Start != nil
	})
}

// mayBeDoccano reports whether keys are those of a doccano record in which
// nothing is labelled.
func mayBeDoccano(keys map[string]json.RawMessage) bool {
	return keys["text"] != nil && slices.ContainsFunc([]string{"label", "labels", "entities"}, func(key string) bool {
		return len(keys[key]) < 10 && string(bytes.Join(bytes.Fields(keys[key]), nil)) == "[]"
	})
}
