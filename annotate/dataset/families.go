package dataset

import (
	"cmp"
	"slices"
)

// A family is articles that belong into one set: those that are nearly the same
// or of one group, and what these are nearly the same as.
type family struct {
	articles []int          // by number, ascending
	spans    map[string]int // by label, of all of them
	lot      uint64         // drawn with the seed
}

// families joins the articles to families, in the order of lots.
func (p *Plan) families() []family {
	first := make([]int, len(p.order)) // of each article, an earlier one of its family
	root := func(i int) int {
		for first[i] != i {
			first[i] = first[first[i]]
			i = first[i]
		}
		return i
	}
	for i, one := range p.order {
		first[i] = i
		for _, other := range one.near {
			a, b := root(i), root(other)
			first[max(a, b)] = min(a, b)
		}
	}
	at := map[int]int{}
	var all []family
	for i, one := range p.order {
		head := root(i)
		k, known := at[head]
		if !known {
			k = len(all)
			at[head] = k
			all = append(all, family{spans: map[string]int{}, lot: murmur64(string(p.order[head].id), p.Split.Seed)})
		}
		all[k].articles = append(all[k].articles, i)
		for label, n := range one.spans {
			all[k].spans[label] += n
		}
	}
	slices.SortStableFunc(all, func(a, b family) int { return cmp.Compare(a.lot, b.lot) })
	return all
}

// assign gives each article without a set one: first those whose families have
// one, so that those that are parted make up for them.
func (p *Plan) assign() {
	var waiting []family
	for _, f := range p.families() {
		switch set, known := p.known(f); {
		case known:
			p.put(f, set)
		case p.Split.ByDate:
			p.put(f, p.latest(f))
		default:
			waiting = append(waiting, f)
		}
	}
	newStrata(p, waiting).fill()
}

// known is the set that the first of a family has which has one.
func (p *Plan) known(f family) (int, bool) {
	for _, i := range f.articles {
		if p.order[i].set >= 0 {
			return p.order[i].set, true
		}
	}
	return 0, false
}

// latest is the set of the latest day in a family: what is learned from is never
// later than what it is tried on.
func (p *Plan) latest(f family) int {
	set := 0
	for _, i := range f.articles {
		set = max(set, p.byDay(p.order[i].day))
	}
	return set
}

// put puts those of a family that have no set into one.
func (p *Plan) put(f family, set int) {
	for _, i := range f.articles {
		if p.order[i].set < 0 {
			p.order[i].set = set
		}
	}
}
