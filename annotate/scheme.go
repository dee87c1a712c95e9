package annotate

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Scheme says what a project marks and by which rules. Its JSON form is the
// one kept in project files and datasets.
type Scheme struct {
	Name   string      `json:"name"`
	Labels []Label     `json:"labels"`
	Links  []LinkKind  `json:"links,omitempty"`
	Values []Attribute `json:"values,omitempty"` // of the article as a whole
}

// A Label is a kind of span.
type Label struct {
	Name       string      `json:"name"`            // what files hold: "casualty"
	Title      string      `json:"title,omitempty"` // what people read, if not the name
	Colour     string      `json:"colour"`          // "#rrggbb", on light backgrounds
	Dark       string      `json:"dark,omitempty"`  // the same on dark ones, if not Colour
	Key        string      `json:"key,omitempty"`   // one lower-case letter that tags; the label's number does too
	Guideline  string      `json:"guideline,omitempty"`
	Attributes []Attribute `json:"attributes,omitempty"`
	Event      bool        `json:"event,omitempty"` // its spans are triggers, whose roles are links
}

// A LinkKind is a kind of link.
type LinkKind struct {
	Name  string   `json:"name"`
	Title string   `json:"title,omitempty"`
	From  []string `json:"from,omitempty"` // labels it may start at; none: all
	To    []string `json:"to,omitempty"`   // labels it may end at; none: all
	Role  bool     `json:"role,omitempty"` // it fills a role of an event
}

// An Attribute is a property of a span or an article that a user may fill in.
type Attribute struct {
	Name      string        `json:"name"`
	Title     string        `json:"title,omitempty"`
	Kind      AttributeKind `json:"kind"`
	Choices   []string      `json:"choices,omitempty"` // of a Choice
	Guideline string        `json:"guideline,omitempty"`
}

// An AttributeKind says what an attribute's value may be. All are kept as text.
type AttributeKind string

// The kinds of attribute. A Flag's value is "true", or it is not there.
const (
	Text   AttributeKind = "text"
	Number AttributeKind = "number"
	Choice AttributeKind = "choice"
	Flag   AttributeKind = "flag"
)

// Shown is the label's name for people.
func (l Label) Shown() string { return shown(l.Title, l.Name) }

// Shown is the link kind's name for people.
func (k LinkKind) Shown() string { return shown(k.Title, k.Name) }

// Shown is the attribute's name for people.
func (a Attribute) Shown() string { return shown(a.Title, a.Name) }

func shown(title, name string) string {
	if title != "" {
		return title
	}
	return name
}

// Label finds a label by its name.
func (s Scheme) Label(name string) (Label, bool) {
	i := slices.IndexFunc(s.Labels, func(l Label) bool { return l.Name == name })
	if i < 0 {
		return Label{}, false
	}
	return s.Labels[i], true
}

// Link finds a link kind by its name.
func (s Scheme) Link(name string) (LinkKind, bool) {
	i := slices.IndexFunc(s.Links, func(k LinkKind) bool { return k.Name == name })
	if i < 0 {
		return LinkKind{}, false
	}
	return s.Links[i], true
}

// Joins reports whether a link of this kind may go from a span of one label to
// a span of another.
func (k LinkKind) Joins(from, to string) bool {
	fits := func(labels []string, label string) bool {
		return len(labels) == 0 || slices.Contains(labels, label)
	}
	return fits(k.From, from) && fits(k.To, to)
}

// Attribute finds one of the label's attributes by its name.
func (l Label) Attribute(name string) (Attribute, bool) {
	i := slices.IndexFunc(l.Attributes, func(a Attribute) bool { return a.Name == name })
	if i < 0 {
		return Attribute{}, false
	}
	return l.Attributes[i], true
}

// Check says what makes the scheme unusable; nil if nothing does.
func (s Scheme) Check() error {
	names, keys := map[string]bool{}, map[string]string{}
	for _, l := range s.Labels {
		if err := CheckName(l.Name); err != nil {
			return fmt.Errorf("label %q: %w", l.Name, err)
		}
		if names[l.Name] {
			return fmt.Errorf("the label %q is there twice", l.Name)
		}
		names[l.Name] = true
		if other, taken := keys[l.Key]; taken && l.Key != "" {
			return fmt.Errorf("the labels %q and %q have the same key %q", other, l.Name, l.Key)
		}
		keys[l.Key] = l.Name
		if l.Key != "" && (utf8.RuneCountInString(l.Key) != 1 || !unicode.IsLower([]rune(l.Key)[0])) {
			return fmt.Errorf("label %q: its key must be one lower-case letter, not %q", l.Name, l.Key)
		}
	}
	return s.checkLinks(names)
}

func (s Scheme) checkLinks(labels map[string]bool) error {
	names := map[string]bool{}
	for _, k := range s.Links {
		if err := CheckName(k.Name); err != nil {
			return fmt.Errorf("link kind %q: %w", k.Name, err)
		}
		if names[k.Name] {
			return fmt.Errorf("the link kind %q is there twice", k.Name)
		}
		names[k.Name] = true
		for _, l := range slices.Concat(k.From, k.To) {
			if !labels[l] {
				return fmt.Errorf("link kind %q joins the label %q, which the scheme does not have", k.Name, l)
			}
		}
	}
	return nil
}

// CheckName says why something cannot have this name: names of labels, links,
// attributes and authors stand in files and menus, on one line.
func CheckName(name string) error {
	switch {
	case name == "":
		return fmt.Errorf("a name must not be empty")
	case len(name) > 100:
		return fmt.Errorf("a name must not be longer than 100 bytes")
	case strings.TrimSpace(name) != name || strings.ContainsFunc(name, unicode.IsControl):
		return fmt.Errorf("a name must not begin or end with a space or hold control characters")
	}
	return nil
}

// ParseScheme reads a scheme's JSON form and checks it.
func ParseScheme(data []byte) (Scheme, error) {
	var s Scheme
	if err := json.Unmarshal(data, &s); err != nil {
		return Scheme{}, fmt.Errorf("read the scheme: %w", err)
	}
	return s, s.Check()
}
