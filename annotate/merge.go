package annotate

import "slices"

// palette are the colours that labels take which come without one: on light
// backgrounds, and on dark ones.
var palette = [][2]string{
	{"#00838f", "#4dd0e1"}, {"#6a1b9a", "#ce93d8"}, {"#558b2f", "#aed581"}, {"#ad1457", "#f48fb1"},
	{"#4e342e", "#bcaaa4"}, {"#283593", "#9fa8da"}, {"#ef6c00", "#ffb74d"}, {"#37474f", "#b0bec5"},
}

// Merge adds to the scheme what another has and it has not: labels, link kinds
// and what they may join, article values, attributes and their choices. Nothing
// of the scheme changes otherwise. It names what was added, as people read it.
func (s Scheme) Merge(other Scheme) (Scheme, []string) {
	var added []string
	s.Labels = slices.Clone(s.Labels)
	for _, l := range other.Labels {
		i := slices.IndexFunc(s.Labels, func(have Label) bool { return have.Name == l.Name })
		if i < 0 {
			s.Labels = append(s.Labels, s.fitting(l))
			added = append(added, "label "+l.Name)
			continue
		}
		var names []string
		s.Labels[i].Attributes, names = mergeAttributes(s.Labels[i].Attributes, l.Attributes, "attribute "+l.Name+".")
		s.Labels[i].Event = s.Labels[i].Event || l.Event
		added = append(added, names...)
	}
	s.Links = slices.Clone(s.Links)
	for _, k := range other.Links {
		i := slices.IndexFunc(s.Links, func(have LinkKind) bool { return have.Name == k.Name })
		if i < 0 {
			s.Links = append(s.Links, k)
			added = append(added, "link kind "+k.Name)
			continue
		}
		var from, to []string
		s.Links[i].From, from = widened(s.Links[i].From, k.From, "link kind "+k.Name+" from ")
		s.Links[i].To, to = widened(s.Links[i].To, k.To, "link kind "+k.Name+" to ")
		added = slices.Concat(added, from, to)
	}
	values, names := mergeAttributes(s.Values, other.Values, "article value ")
	s.Values = values
	return s, append(added, names...)
}

func mergeAttributes(have, more []Attribute, prefix string) ([]Attribute, []string) {
	var added []string
	have = slices.Clone(have)
	for _, a := range more {
		i := slices.IndexFunc(have, func(h Attribute) bool { return h.Name == a.Name })
		if i < 0 {
			have = append(have, a)
			added = append(added, prefix+a.Name)
			continue
		}
		if have[i].Kind == Choice {
			var names []string
			have[i].Choices, names = widened(have[i].Choices, a.Choices, prefix+a.Name+": ")
			added = append(added, names...)
		}
	}
	return have, added
}

// widened adds what is missing to a list of names. An empty list is one that
// allows everything, and stays so.
func widened(have, more []string, prefix string) ([]string, []string) {
	if len(have) == 0 {
		return have, nil
	}
	var added []string
	have = slices.Clone(have)
	for _, name := range more {
		if !slices.Contains(have, name) {
			have = append(have, name)
			added = append(added, prefix+name)
		}
	}
	return have, added
}

// fitting gives a new label a colour if it has none, and takes away a key that
// is in use.
func (s Scheme) fitting(l Label) Label {
	if l.Colour == "" {
		c := palette[len(s.Labels)%len(palette)]
		l.Colour, l.Dark = c[0], c[1]
	}
	if slices.ContainsFunc(s.Labels, func(have Label) bool { return have.Key == l.Key }) {
		l.Key = ""
	}
	return l
}
