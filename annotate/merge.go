package annotate

import "slices"

// palette are the colours that labels take which come without one: on light
// backgrounds, and on dark ones.
var palette = [][2]string{
	{"#00838f", "#4dd0e1"}, {"#6a1b9a", "#ce93d8"}, {"#558b2f", "#aed581"}, {"#ad1457", "#f48fb1"},
	{"#4e342e", "#bcaaa4"}, {"#283593", "#9fa8da"}, {"#ef6c00", "#ffb74d"}, {"#37474f", "#b0bec5"},
}

// Merge adds to the scheme what another has and it has not: labels, link kinds,
// article values, and attributes of labels that both have. Nothing of the
// scheme changes otherwise. It names what was added, as people read it.
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
	for _, k := range other.Links {
		if _, have := s.Link(k.Name); !have {
			s.Links = append(slices.Clip(s.Links), k)
			added = append(added, "link kind "+k.Name)
		}
	}
	values, names := mergeAttributes(s.Values, other.Values, "article value ")
	s.Values = values
	return s, append(added, names...)
}

func mergeAttributes(have, more []Attribute, prefix string) ([]Attribute, []string) {
	var added []string
	for _, a := range more {
		known := slices.ContainsFunc(have, func(h Attribute) bool { return h.Name == a.Name })
		if !known {
			have = append(slices.Clip(have), a)
			added = append(added, prefix+a.Name)
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
