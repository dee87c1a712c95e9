package window

// labelPlaces are names of labels, numbered as they came. Spans by the thousand ask for them: a few are looked
// through, which takes less time than hashing.
type labelPlaces struct {
	names []string
	many  map[string]int // where there are more than a few
	last  int            // what was found last
}

const fewLabels = 8

// add adds a name, and tells its number.
func (p *labelPlaces) add(name string) int {
	n := len(p.names)
	p.names = append(p.names, name)
	switch {
	case n == fewLabels:
		p.many = map[string]int{}
		for i, name := range p.names {
			p.many[name] = i
		}
	case n > fewLabels:
		p.many[name] = n
	}
	return n
}

// find is the number of a name; -1 where it is not among them.
func (p *labelPlaces) find(name string) int {
	if p.last < len(p.names) && p.names[p.last] == name {
		return p.last
	}
	if p.many != nil {
		i, there := p.many[name]
		if !there {
			return -1
		}
		p.last = i
		return i
	}
	for i, have := range p.names {
		if have == name {
			p.last = i
			return i
		}
	}
	return -1
}
