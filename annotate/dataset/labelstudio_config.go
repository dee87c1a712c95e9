package dataset

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// config is the labelling interface: a control for each label, kind of link and
// attribute of a scheme, and for what is in use besides.
func (c *studioControls) config(s annotate.Scheme) string {
	c.scheme = s
	for _, l := range s.Labels {
		for _, a := range l.Attributes {
			c.attribute(l.Name, a.Name)
		}
	}
	for _, a := range s.Values {
		c.value(a.Name)
	}
	c.value(annotate.StatusValue)
	c.value(annotate.NoteValue)
	if c.annotator {
		c.fixed(studioAnnotator, annotate.Attribute{})
	}
	var b strings.Builder
	b.WriteString("<View>\n")
	if len(s.Links) > 0 {
		b.WriteString("  <Relations>\n")
		for _, k := range s.Links {
			writeTag(&b, "    ", "Relation", true, "value", k.Name)
		}
		b.WriteString("  </Relations>\n")
	}
	writeTag(&b, "  ", "Labels", false, "name", "label", "toName", "text")
	for _, l := range s.Labels {
		writeTag(&b, "    ", "Label", true, "value", l.Name, "background", l.Colour, "hotkey", l.Key, "hint", l.Guideline)
	}
	b.WriteString("  </Labels>\n")
	writeTag(&b, "  ", "Text", true, "name", "text", "value", "$text", "granularity", "word")
	for _, control := range c.order {
		control.tag(&b)
	}
	return b.String() + "</View>\n"
}

// tag writes a control.
func (c *studioControl) tag(b *strings.Builder) {
	attrs := []string{"name", c.name, "toName", "text"}
	if c.perRegion {
		attrs = append(attrs, "perRegion", "true", "whenTagName", "label", "whenLabelValue", strings.Join(c.labels, ","))
	}
	if c.kind == "textarea" {
		writeTag(b, "  ", "TextArea", true, attrs...)
		return
	}
	writeTag(b, "  ", "Choices", false, attrs...)
	for _, choice := range c.choices {
		writeTag(b, "    ", "Choice", true, "value", choice)
	}
	b.WriteString("  </Choices>\n")
}

// writeTag writes an XML tag with the attributes that are not empty.
func writeTag(b *strings.Builder, indent, name string, closed bool, attrs ...string) {
	b.WriteString(indent + "<" + name)
	for i := 0; i < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			b.WriteString(" " + attrs[i] + `="`)
			_ = xml.EscapeText(b, []byte(attrs[i+1]))
			b.WriteByte('"')
		}
	}
	if closed {
		b.WriteByte('/')
	}
	b.WriteString(">\n")
}

// studioScheme is what a labelling interface defines; nil if there is none.
func studioScheme(path string) (*annotate.Scheme, []string) {
	if !exists(path) {
		return nil, nil
	}
	content, _, why := readWhole(path)
	p := &studioParser{}
	err := p.parse(content)
	if err == nil {
		p.finish()
		err = p.scheme.Check()
	}
	if why != "" {
		err = errors.New(why)
	}
	if err != nil {
		return nil, []string{fmt.Sprintf("%s was left out: %v", filepath.Base(path), err)}
	}
	return &p.scheme, nil
}

// A studioParser reads a labelling interface.
type studioParser struct {
	scheme   annotate.Scheme
	controls []studioControl
}

func (p *studioParser) parse(content string) error {
	dec := xml.NewDecoder(strings.NewReader(content))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return errors.New("it is no labelling interface, or cut off")
		}
		if start, ok := token.(xml.StartElement); ok {
			attrs := map[string]string{}
			for _, a := range start.Attr {
				attrs[a.Name.Local] = a.Value
			}
			p.element(start.Name.Local, attrs)
		}
	}
}

func (p *studioParser) element(name string, attrs map[string]string) {
	switch name {
	case "Label":
		l := annotate.Label{Name: attrs["value"], Guideline: attrs["hint"]}
		if colour := strings.ToLower(attrs["background"]); hexColour.MatchString(colour) {
			l.Colour = colour
		}
		if key := attrs["hotkey"]; len(key) == 1 && key >= "a" && key <= "z" {
			l.Key = key
		}
		p.scheme.Labels = append(p.scheme.Labels, l)
	case "Relation":
		p.scheme.Links = append(p.scheme.Links, annotate.LinkKind{Name: attrs["value"]})
	case "Choices", "TextArea", "Number", "Rating", "DateTime", "Taxonomy":
		c := studioControl{name: attrs["name"], kind: name, perRegion: attrs["perRegion"] == "true"}
		if attrs["whenLabelValue"] != "" {
			c.labels = strings.Split(attrs["whenLabelValue"], ",")
		}
		p.controls = append(p.controls, c)
	case "Choice":
		if n := len(p.controls); n > 0 {
			p.controls[n-1].choices = append(p.controls[n-1].choices, attrs["value"])
		}
	}
}

// finish makes attributes and values of the controls.
func (p *studioParser) finish() {
	for _, c := range p.controls {
		a := annotate.Attribute{Name: plainControl(c.name, c.labels), Kind: annotate.Text}
		switch {
		case c.name == "" || slices.Contains([]string{annotate.StatusValue, annotate.NoteValue, studioAnnotator}, c.name) && !c.perRegion:
			continue
		case c.kind == "Choices" && slices.Equal(c.choices, []string{"true"}):
			a.Kind = annotate.Flag
		case c.kind == "Choices":
			a.Kind, a.Choices = annotate.Choice, c.choices
		case c.kind == "Number" || c.kind == "Rating":
			a.Kind = annotate.Number
		}
		if !c.perRegion {
			p.scheme.Values = append(p.scheme.Values, a)
			continue
		}
		for i, l := range p.scheme.Labels {
			if len(c.labels) == 0 || slices.Contains(c.labels, l.Name) {
				p.scheme.Labels[i].Attributes = addAttribute(l.Attributes, a)
			}
		}
	}
}
