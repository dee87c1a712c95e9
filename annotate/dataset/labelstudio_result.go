package dataset

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A studioPlace is a region that is being written, offsets in code points.
type studioPlace struct {
	id         string
	start, end int
}

// value begins the value of a result about the region.
func (p studioPlace) value() *object {
	var o object
	o.put("start", p.start)
	o.put("end", p.end)
	return &o
}

// label is the result that says a region's label.
func (p studioPlace) label(s annotate.Span, text string) *object {
	value := p.value()
	value.put("text", s.Quote(text))
	value.put("labels", []string{s.Label})
	o := studioHead(p.id, "label", "labels", value)
	if s.Note != "" {
		var note object
		note.put("text", []string{s.Note})
		o.put("meta", &note)
	}
	return o
}

// saying is a result that says more of a region.
func (p studioPlace) saying(control, kind string, said []string) *object {
	value := p.value()
	value.put(studioKey(kind), said)
	return studioHead(p.id, control, kind, value)
}

// ofTask is a result that says something of the whole task.
func ofTask(control, kind string, said []string) *object {
	var value object
	value.put(studioKey(kind), said)
	return studioHead("task-"+control, control, kind, &value)
}

func studioKey(kind string) string {
	if kind == "textarea" {
		return "text"
	}
	return kind
}

func studioHead(id, control, kind string, value *object) *object {
	var o object
	o.put("id", id)
	o.put("from_name", control)
	o.put("to_name", "text")
	o.put("type", kind)
	o.put("origin", "manual")
	o.put("value", value)
	return &o
}

// sorted yields a map by its keys.
func sorted[V any](m map[string]V) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for _, key := range slices.Sorted(maps.Keys(m)) {
			if !yield(key, m[key]) {
				return
			}
		}
	}
}

// A studioControl is something of the labelling interface that is filled in.
type studioControl struct {
	name      string
	kind      string   // choices or textarea
	labels    []string // of whose regions; none: of the whole task
	perRegion bool
	choices   []string
	of        annotate.Attribute
}

// said is a value as the control holds it: choices line by line.
func (c *studioControl) said(value string) []string {
	if c.kind != "choices" {
		return []string{value}
	}
	lines := strings.Split(value, "\n")
	c.choices = merged(c.choices, lines)
	return lines
}

// studioControls are those of one dataset.
type studioControls struct {
	ledger    *Ledger
	scheme    annotate.Scheme
	names     naming
	all       map[string]*studioControl
	order     []*studioControl
	annotator bool
}

func newStudioControls(l *Ledger) studioControls {
	c := studioControls{ledger: l, names: newNaming(studioForm), all: map[string]*studioControl{}}
	for _, taken := range []string{"label", "text", studioAnnotator, annotate.StatusValue, annotate.NoteValue} {
		c.names.next(taken)
	}
	return c
}

// studioForm is a name as a control may have it.
func studioForm(name string) string {
	name = strings.Map(func(r rune) rune {
		if notShown(r) && r != ' ' {
			return '_'
		}
		return r
	}, name)
	if name == "" {
		return "attribute"
	}
	return name
}

// attribute is the control of an attribute of spans with a label. Labels whose
// attributes of one name differ have controls of their own, "kind@place".
func (c *studioControls) attribute(label, name string) *studioControl {
	l, _ := c.scheme.Label(label)
	a, _ := l.Attribute(name)
	control, known := c.all["a:"+name]
	switch {
	case !known:
		control = c.control("a:"+name, name, a, Attributes)
	case !slices.Contains(control.labels, label) && !control.suits(a):
		control = c.control("a:"+name+"@"+label, name+"@"+label, a, Attributes)
	}
	control.perRegion = true
	control.labels = merged(control.labels, []string{label})
	return control
}

// suits reports whether a control can stand for an attribute too.
func (c *studioControl) suits(a annotate.Attribute) bool {
	free := a.Kind != annotate.Choice && a.Kind != annotate.Flag
	return free && c.kind == "textarea" || c.of.Kind == a.Kind && slices.Equal(c.of.Choices, a.Choices)
}

// plainControl is a control's name without the label that it is for.
func plainControl(name string, labels []string) string {
	for _, l := range labels {
		if plain, found := strings.CutSuffix(name, "@"+l); found && plain != "" {
			return plain
		}
	}
	return name
}

// value is the control of an article-level value.
func (c *studioControls) value(name string) *studioControl {
	switch name {
	case annotate.NoteValue:
		return c.fixed(name, annotate.Attribute{})
	case annotate.StatusValue:
		a := annotate.Attribute{Kind: annotate.Choice}
		for _, s := range annotate.Statuses {
			a.Choices = append(a.Choices, string(s))
		}
		return c.fixed(name, a)
	}
	i := slices.IndexFunc(c.scheme.Values, func(a annotate.Attribute) bool { return a.Name == name })
	if i < 0 {
		return c.control("v:"+name, name, annotate.Attribute{}, Values)
	}
	return c.control("v:"+name, name, c.scheme.Values[i], Values)
}

// fixed is a control whose name is kept for it.
func (c *studioControls) fixed(name string, a annotate.Attribute) *studioControl {
	if known := c.all["fixed:"+name]; known != nil {
		return known
	}
	return c.make("fixed:"+name, name, a)
}

func (c *studioControls) control(key, name string, a annotate.Attribute, kind Kind) *studioControl {
	if known := c.all[key]; known != nil {
		return known
	}
	given := c.names.next(studioForm(name))
	if given != name {
		c.ledger.lost(Loss{Kind: kind, What: "“" + name + "”", Why: "its control is called “" + given + "”, as controls must have different names of plain characters"})
	}
	return c.make(key, given, a)
}

// make makes a control of a kind that an attribute's values fit.
func (c *studioControls) make(key, name string, a annotate.Attribute) *studioControl {
	control := &studioControl{name: name, kind: "textarea", of: a}
	switch a.Kind {
	case annotate.Choice:
		control.kind, control.choices = "choices", slices.Clone(a.Choices)
	case annotate.Flag:
		control.kind, control.choices = "choices", []string{"true"}
	}
	c.all[key] = control
	c.order = append(c.order, control)
	return control
}
