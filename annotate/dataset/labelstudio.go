package dataset

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

var labelStudio = Format{
	Name:  "labelstudio",
	Title: "Label Studio",
	About: "A folder with tasks.json, an annotation for each author, and label_config.xml for the project's labelling interface. It keeps spans, attributes, notes, links, statuses, article notes and values, titles and metadata; " +
		"not gaps and notes on links. Suggestions become predictions. JSON and JSON-MIN are read, also those of versions before 1.0.",
	Extensions: []string{".json"},
	Folder:     true,
	along:      []string{".xml"},
	takes:      takesLabelStudio,
	read:       studioRecords.read,
	write:      writeLabelStudio,
	suffix:     studioSuffix,
	lacks:      []Kind{Gaps, LinkNotes},
}

const (
	studioSuffix    = " (Label Studio)"
	studioConfig    = "label_config.xml"
	studioAnnotator = "annotator" // the control that says who an annotation is by
	studioModel     = "Label Studio model"
)

func takesLabelStudio(f file) (string, bool) {
	if filepath.Base(f.path) == studioConfig {
		return "", true
	}
	return f.path, f.is(".json", ".jsonl", ".ndjson") && f.dialect() == "labelstudio"
}

// A studioItem is a task: a text with what was marked in it.
type studioItem struct {
	data    map[string]json.RawMessage
	key     string // of data, that the text is under
	whole   raw
	repairs annotate.Repairs
	works   []studioWork
	drafts  int
}

// A studioWork is an annotation or a prediction.
type studioWork struct {
	Result      json.RawMessage `json:"result"`
	CompletedBy json.RawMessage `json:"completed_by"`
	Cancelled   bool            `json:"was_cancelled"`
	Skipped     bool            `json:"skipped"`
	Model       json.RawMessage `json:"model_version"`

	predicted bool
	results   []studioResult
}

// A studioResult is one thing that was said: a region's label, something more of
// it, something of the whole task, or a relation.
type studioResult struct {
	ID        json.RawMessage            `json:"id"`
	Control   string                     `json:"from_name"`
	Type      string                     `json:"type"`
	Source    string                     `json:"source"` // "$text"
	Value     map[string]json.RawMessage `json:"value"`
	Meta      map[string]json.RawMessage `json:"meta"`
	From      json.RawMessage            `json:"from_id"`
	To        json.RawMessage            `json:"to_id"`
	Direction string                     `json:"direction"`
	Labels    []string                   `json:"labels"`
}

// studioRecord takes a task apart.
func studioRecord(data json.RawMessage) (studioItem, error) {
	keys, err := objectOf(data)
	if err != nil {
		return studioItem{}, err
	}
	var item studioItem
	switch {
	case bytes.HasPrefix(keys["data"], []byte("{")):
		if err := json.Unmarshal(keys["data"], &item.data); err != nil {
			return item, errors.New("its \"data\" cannot be read")
		}
		item.adopt(keys)
		err = item.readWorks(keys)
	case isStudioMin(keys):
		err = item.readMin(keys)
	default:
		item.data = keys
	}
	if err != nil {
		return item, err
	}
	return item, item.readText()
}

// adopt takes what is known of a task into its data.
func (i *studioItem) adopt(keys map[string]json.RawMessage) {
	if _, taken := i.data["id"]; !taken && plain(keys["id"]) != "" {
		i.data["id"] = keys["id"]
	}
	if bytes.HasPrefix(keys["meta"], []byte("{")) && i.data["meta"] == nil {
		i.data["meta"] = keys["meta"]
	}
}

func (i *studioItem) readWorks(keys map[string]json.RawMessage) error {
	for _, key := range []string{"annotations", "completions", "predictions"} {
		works, err := list[studioWork](keys[key], key)
		if err != nil {
			return err
		}
		for n := range works {
			works[n].predicted = key == "predictions"
			if works[n].results, err = list[studioResult](works[n].Result, "result"); err != nil {
				return err
			}
			works[n].Result = nil
		}
		i.works = append(i.works, works...)
	}
	if len(i.works) > mostAuthors {
		return fmt.Errorf("it has more than %d annotations; split the file", mostAuthors)
	}
	drafts, _ := list[json.RawMessage](keys["drafts"], "drafts")
	i.drafts = len(drafts)
	return nil
}

// readText finds the text: what regions say they are of, or what is called text,
// or the longest one.
func (i *studioItem) readText() error {
	texts := map[string]string{}
	for key, value := range i.data {
		var text string
		if bytes.HasPrefix(value, []byte(`"`)) && json.Unmarshal(value, &text) == nil {
			texts[key] = text
		}
	}
	i.key = "text"
	for _, key := range slices.Sorted(maps.Keys(texts)) {
		if _, there := texts["text"]; !there && len(texts[key]) > len(texts[i.key]) {
			i.key = key
		}
	}
	for _, w := range i.works {
		for _, r := range w.results {
			if key, found := strings.CutPrefix(r.Source, "$"); found && texts[key] != "" {
				i.key = key
			}
		}
	}
	text, there := texts[i.key]
	if !there {
		return errors.New("there is no text in its \"data\"")
	}
	i.whole, i.repairs = newRaw(text)
	return nil
}

// offsets are those of a region of plain text.
func (r studioResult) offsets() (start, end int, ok bool) {
	one, other := json.Unmarshal(r.Value["start"], &start), json.Unmarshal(r.Value["end"], &end)
	return start, end, one == nil && other == nil
}

// quote is what a region's text was, as far as it says.
func (r studioResult) quote() string {
	var quote string
	if json.Unmarshal(r.Value["text"], &quote) != nil {
		return ""
	}
	return quote
}

// labels are those of a region; nil when the result says something else.
func (r studioResult) labels() []string {
	var labels []string
	if !strings.HasSuffix(strings.ToLower(r.Type), "labels") || json.Unmarshal(r.Value[r.Type], &labels) != nil {
		return nil
	}
	return slices.DeleteFunc(labels, func(l string) bool { return strings.TrimSpace(l) == "" })
}

// said is what a result says that is no label.
func (r studioResult) said() (string, bool) {
	key := r.Type
	if key == "textarea" {
		key = "text"
	}
	value, there := r.Value[key]
	return linesOf(value), there
}

// linesOf is a JSON value as text, a list of texts as a line each.
func linesOf(value json.RawMessage) string {
	var lines []string
	if json.Unmarshal(value, &lines) == nil && bytes.HasPrefix(value, []byte("[")) {
		return strings.Join(lines, "\n")
	}
	return asText(value)
}

func (i studioItem) claims() []claim {
	var claims []claim
	for _, w := range i.works {
		for _, r := range w.results {
			if start, end, ok := r.offsets(); ok && len(r.labels()) > 0 {
				claims = append(claims, claim{start, end, r.quote()})
			}
		}
	}
	return claims
}

// isStudio reports whether keys are those of a task.
func isStudio(keys map[string]json.RawMessage) bool {
	data := bytes.HasPrefix(keys["data"], []byte("{"))
	for _, key := range []string{"annotations", "completions", "predictions"} {
		if data && keys[key] != nil {
			return true
		}
	}
	var only map[string]json.RawMessage
	return data && json.Unmarshal(keys["data"], &only) == nil && only["text"] != nil || isStudioMin(keys)
}
