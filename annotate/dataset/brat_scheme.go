package dataset

import (
	"regexp"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// scheme is what an annotation.conf says, as a scheme. The hierarchy of types is
// flattened: what may be joined to a type may be joined to all below it.
func (t bratTypes) scheme() annotate.Scheme {
	var s annotate.Scheme
	for _, name := range t.names("entities") {
		s.Labels = append(s.Labels, annotate.Label{Name: name})
	}
	for _, name := range t.names("events") {
		if i := labelIndex(s, name); i >= 0 {
			s.Labels[i].Event = true
			continue
		}
		s.Labels = append(s.Labels, annotate.Label{Name: name, Event: true})
	}
	s = t.addRelations(s)
	s = t.addRoles(s)
	return t.addAttributes(s)
}

func labelIndex(s annotate.Scheme, name string) int {
	return slices.IndexFunc(s.Labels, func(l annotate.Label) bool { return l.Name == name })
}

// names are the types of a section that may be used, each once.
func (t bratTypes) names(section string) []string {
	var names []string
	for _, l := range t[section] {
		if !l.hidden && !special(l.name) && !slices.Contains(names, l.name) {
			names = append(names, l.name)
		}
	}
	return names
}

// special reports whether a line is about something else than a type.
func special(name string) bool {
	return strings.HasPrefix(name, "<") || name == "ENTITY-NESTING"
}

// below are the types that a name stands for: itself, if it may be used, and
// those under it; or a class of types.
func (t bratTypes) below(name string) []string {
	switch name {
	case "<ENTITY>":
		return t.names("entities")
	case "<EVENT>":
		return t.names("events")
	case "<ANY>":
		return slices.Concat(t.names("entities"), t.names("events"))
	}
	var names []string
	for _, section := range []string{"entities", "events"} {
		under := []string{name}
		for _, l := range t[section] {
			if l.parent != "" && slices.Contains(under, l.parent) {
				under = append(under, l.name)
			}
			if slices.Contains(under, l.name) && !l.hidden {
				names = append(names, l.name)
			}
		}
	}
	return names
}

// all are the types that alternatives stand for.
func (t bratTypes) all(values []string) []string {
	var names []string
	for _, v := range values {
		names = merged(names, t.below(v))
	}
	return names
}

// merged is a list with what it lacks of another.
func merged[T comparable](list, more []T) []T {
	for _, m := range more {
		if !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	return list
}

func (t bratTypes) addRelations(s annotate.Scheme) annotate.Scheme {
	for _, l := range t["relations"] {
		if l.hidden || special(l.name) {
			continue
		}
		kind := annotate.LinkKind{Name: l.name}
		ends := slices.DeleteFunc(slices.Clone(l.args), func(a confArg) bool { return special(a.key) })
		if len(ends) == 2 {
			kind.From, kind.To = t.all(ends[0].values), t.all(ends[1].values)
		}
		s = addLink(s, kind)
	}
	return s
}

// roleMark is how often a role may be filled, behind its name.
var roleMark = regexp.MustCompile(`[?*+]$|\{[0-9-]+\}$`)

func (t bratTypes) addRoles(s annotate.Scheme) annotate.Scheme {
	for _, l := range t["events"] {
		if l.hidden {
			continue
		}
		for _, a := range l.args {
			if !special(a.key) {
				s = addLink(s, annotate.LinkKind{Name: roleMark.ReplaceAllString(a.key, ""), Role: true, From: []string{l.name}, To: t.all(a.values)})
			}
		}
	}
	return s
}

// addLink adds a link kind, or to one of its name what it may join.
func addLink(s annotate.Scheme, kind annotate.LinkKind) annotate.Scheme {
	for i, have := range s.Links {
		if have.Name == kind.Name {
			s.Links[i].From, s.Links[i].To = merged(have.From, kind.From), merged(have.To, kind.To)
			s.Links[i].Role = have.Role || kind.Role
			return s
		}
	}
	s.Links = append(s.Links, kind)
	return s
}

func (t bratTypes) addAttributes(s annotate.Scheme) annotate.Scheme {
	for _, l := range t["attributes"] {
		if l.hidden {
			continue
		}
		a := annotate.Attribute{Name: l.name, Kind: annotate.Flag}
		var labels []string
		for _, arg := range l.args {
			switch arg.key {
			case "Arg":
				labels = merged(labels, t.all(arg.values))
			case "Value":
				a.Kind, a.Choices = annotate.Choice, arg.values
			}
		}
		for _, name := range labels {
			if i := labelIndex(s, name); i >= 0 {
				s.Labels[i].Attributes = addAttribute(s.Labels[i].Attributes, a)
			}
		}
	}
	return s
}

func addAttribute(list []annotate.Attribute, a annotate.Attribute) []annotate.Attribute {
	for i, have := range list {
		if have.Name == a.Name {
			list[i].Choices = merged(slices.Clone(have.Choices), a.Choices)
			return list
		}
	}
	return append(list, a)
}

var hexColour = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// decorate gives a scheme the titles and colours of a visual.conf.
func decorate(s annotate.Scheme, visual string) annotate.Scheme {
	titles, colours := map[string]string{}, map[string]string{}
	section := ""
	for l := range strings.Lines(visual) {
		l = strings.TrimSpace(l)
		switch {
		case l == "" || l[0] == '#':
		case l[0] == '[':
			section = strings.Trim(l, "[]")
		case section == "labels":
			if names := alternatives(l); len(names) > 1 && names[1] != names[0] {
				titles[names[0]] = names[1]
			}
		case section == "drawing":
			line := parseConfLine(l)
			for _, a := range line.args {
				if a.key == "bgColor" && len(a.values) == 1 && hexColour.MatchString(a.values[0]) {
					colours[line.name] = strings.ToLower(a.values[0])
				}
			}
		}
	}
	for i, l := range s.Labels {
		s.Labels[i].Title, s.Labels[i].Colour = titles[l.Name], colours[l.Name]
		for j, a := range l.Attributes {
			s.Labels[i].Attributes[j].Title = titles[a.Name]
		}
	}
	for i, k := range s.Links {
		s.Links[i].Title = titles[k.Name]
	}
	return s
}
