package window

// A pile counts the edits of the open article, and knows which of them are one for the user: what
// is tagged with one strip is undone at once, though each answer is saved when it is given.
type pile struct {
	depth  int // how many edits of the article can be undone
	turn   int // what is being done: +1 redoing, -1 undoing, 0 an edit
	groups []group
	open   bool // the next edit may join the last group
}

// A group is the edits from one depth to another.
type group struct {
	from, to int
	name     string
}

// edited tells that an edit was made, or that some were undone or redone, and how many can be undone
// now. An edit takes the place of what was undone.
func (p *pile) edited(depth int) {
	if p.turn == 0 {
		p.forget()
	}
	p.depth = depth
}

// forget cuts off what was undone of the groups.
func (p *pile) forget() {
	kept := p.groups[:0]
	for _, g := range p.groups {
		if g.to = min(g.to, p.depth); g.from < g.to {
			kept = append(kept, g)
		}
	}
	p.groups = kept
}

// join makes the last edit one with those that joined just before it, and names them as the Undo
// menu shows them.
func (p *pile) join(name string) {
	n := len(p.groups)
	if !p.open || n == 0 || p.groups[n-1].to != p.depth-1 {
		p.groups = append(p.groups, group{from: p.depth - 1})
		n++
	}
	p.open = true
	p.groups[n-1].to, p.groups[n-1].name = p.depth, name
}

// shut ends the last group.
func (p *pile) shut() { p.open = false }

// undoes is how many edits undoing takes back at once, and their name where they are more than one.
func (p *pile) undoes() (steps int, name string) {
	for _, g := range p.groups {
		if !p.open && g.from < p.depth && p.depth <= g.to {
			return p.depth - g.from, g.name
		}
	}
	return 1, ""
}

// redoes is how many edits redoing brings back at once, and their name.
func (p *pile) redoes() (steps int, name string) {
	for _, g := range p.groups {
		if !p.open && g.from <= p.depth && p.depth < g.to {
			return g.to - p.depth, g.name
		}
	}
	return 1, ""
}
