package dataset

import (
	"cmp"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A doccanoType is a label or a kind of link as doccano defines it.
type doccanoType struct {
	Text       string  `json:"text"`
	Prefix     *string `json:"prefix_key"`
	Suffix     *string `json:"suffix_key"`
	Background string  `json:"background_color"`
	Foreground string  `json:"text_color"`
	// Older files have these.
	SuffixToo     *string `json:"suffixKey,omitempty"`
	BackgroundToo string  `json:"backgroundColor,omitempty"`
}

// doccanoScheme is what the files beside a dataset define; nil if there are
// none.
func doccanoScheme(folder string) (*annotate.Scheme, []string) {
	if !exists(filepath.Join(folder, doccanoLabels)) {
		return nil, nil
	}
	var s annotate.Scheme
	labels, repairs := doccanoTypes(filepath.Join(folder, doccanoLabels))
	for _, t := range labels {
		s.Labels = append(s.Labels, t.label())
	}
	if path := filepath.Join(folder, doccanoLinks); exists(path) {
		kinds, more := doccanoTypes(path)
		repairs = append(repairs, more...)
		for _, t := range kinds {
			s.Links = append(s.Links, annotate.LinkKind{Name: t.Text})
		}
	}
	if err := s.Check(); err != nil {
		return nil, append(repairs, fmt.Sprintf("%s was left out: %v", doccanoLabels, err))
	}
	return &s, repairs
}

func doccanoTypes(path string) (types []doccanoType, repairs []string) {
	content, _, why := readWhole(path)
	if why == "" && json.Unmarshal([]byte(content), &types) != nil {
		types, why = nil, "it is not a list of labels"
	}
	if why != "" {
		repairs = []string{fmt.Sprintf("%s was left out: %s", filepath.Base(path), why)}
	}
	return types, repairs
}

// label is a label of the scheme. A key of doccano that is one letter alone is
// its key.
func (t doccanoType) label() annotate.Label {
	l := annotate.Label{Name: t.Text}
	if colour := strings.ToLower(cmp.Or(t.Background, t.BackgroundToo)); hexColour.MatchString(colour) {
		l.Colour = colour
	}
	key := cmp.Or(t.Suffix, t.SuffixToo)
	if key != nil && t.Prefix == nil && len(*key) == 1 && *key >= "a" && *key <= "z" {
		l.Key = *key
	}
	return l
}

// doccanoLabelTypes are a scheme's labels as doccano defines them.
func doccanoLabelTypes(s annotate.Scheme) []doccanoType {
	types := []doccanoType{}
	for _, l := range s.Labels {
		t := doccanoType{Text: l.Name, Background: cmp.Or(l.Colour, "#7f7f7f"), Foreground: "#ffffff"}
		if len(l.Key) == 1 && l.Key >= "a" && l.Key <= "z" {
			t.Suffix = &l.Key
		}
		types = append(types, t)
	}
	return types
}

func doccanoLinkTypes(s annotate.Scheme) []doccanoType {
	var types []doccanoType
	for _, k := range s.Links {
		types = append(types, doccanoType{Text: k.Name, Background: "#7f7f7f", Foreground: "#ffffff"})
	}
	return types
}
