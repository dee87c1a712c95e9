package dataset

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/glossator/glossator/annotate"
)

// A Plan says which article goes into which set.
type Plan struct {
	Split Split
	// Leaks are what lies in two sets though it should not: articles that are
	// nearly the same, in words; at most 100.
	Leaks     []string
	MoreLeaks int // leaks beyond these
	Undated   int // articles without a day, which went into the first set
	sets      map[annotate.ID]int
	counts    []int
}

// usualGroup is the metadata of which no value lies in two sets.
const usualGroup = "event"

// A planner makes a plan, article by article in the order of their import. The
// set of an article follows from those before it alone, so that it stays when
// more arrive.
type planner struct {
	*Plan
	near   nearness
	order  []planned
	groups map[string]int // the first article of a group
}

// A planned is what is remembered of an article.
type planned struct {
	id    annotate.ID
	title string
	day   string
	set   int
}

// NewPlan parts all articles of a project into sets. Near-duplicates and
// articles of one group go into the set of the first of them. It must see all
// articles, in the order of import, whatever is then exported of them.
func NewPlan(split Split, docs annotate.Documents) (*Plan, error) {
	p := &planner{Plan: &Plan{Split: split, sets: map[annotate.ID]int{}, counts: make([]int, len(split.Sets))}, groups: map[string]int{}}
	if split.ByDate {
		days, err := daysOf(docs)
		if err != nil {
			return nil, err
		}
		p.Split.setDays(days)
	}
	for doc, err := range docs {
		if err != nil {
			return nil, err
		}
		p.add(doc.Article)
	}
	return p.Plan, nil
}

// Set is the name of an article's set; empty if the plan does not know it.
func (p *Plan) Set(article annotate.ID) string {
	set, known := p.sets[article]
	if !known {
		return ""
	}
	return p.Split.Sets[set].Name
}

// add gives an article its set.
func (p *planner) add(a annotate.Article) {
	number := len(p.order)
	leaders := p.near.add(a.Text)
	key := a.Meta[cmp.Or(p.Split.Group, usualGroup)]
	if first, known := p.groups[key]; known && key != "" {
		leaders = merged(leaders, []int{first})
	} else if key != "" {
		p.groups[key] = number
	}
	slices.Sort(leaders)
	one := planned{id: a.ID, title: a.Title, day: dayOf(a)}
	switch {
	case p.Split.ByDate:
		one.set = p.byDay(one.day)
	case len(leaders) > 0:
		one.set = p.order[leaders[0]].set
	default:
		one.set = p.draw(a.ID)
	}
	p.order = append(p.order, one)
	p.sets[a.ID] = one.set
	p.counts[one.set]++
	for _, leader := range leaders {
		p.tell(one, p.order[leader])
	}
}

// draw gives a set by lot, of those that have fewer articles than is their
// share.
func (p *planner) draw(id annotate.ID) int {
	total := float64(len(p.order) + 1)
	var missing []float64
	sum := 0.0
	for i, set := range p.Split.Sets {
		missing = append(missing, max(0, set.Share*total-float64(p.counts[i])))
		sum += missing[i]
	}
	lot := float64(murmur64(string(id), p.Split.Seed)>>11) / (1 << 53) * sum
	for i, m := range missing {
		if lot -= m; lot < 0 {
			return i
		}
	}
	return slices.Index(missing, slices.Max(missing))
}

// byDay is the set of a day; the first one if there is none.
func (p *planner) byDay(day string) int {
	if day == "" {
		p.Undated++
		return 0
	}
	for i, set := range p.Split.Sets {
		if set.Until == rest || day <= set.Until {
			return i
		}
	}
	return len(p.Split.Sets) - 1
}

// mostLeaks is how many leaks are listed.
const mostLeaks = 100

// tell notes two articles that belong together and lie in two sets.
func (p *planner) tell(one, other planned) {
	if one.set == other.set {
		return
	}
	if len(p.Leaks) == mostLeaks {
		p.MoreLeaks++
		return
	}
	p.Leaks = append(p.Leaks, fmt.Sprintf("“%s” (%s) and “%s” (%s)", shorten(one.title, 60), p.Split.Sets[one.set].Name, shorten(other.title, 60), p.Split.Sets[other.set].Name))
}

// said is the plan in words.
func (p *Plan) said() []string {
	split := fmt.Sprintf("sets: %s; seed %d", p.Split, p.Split.Seed)
	if p.Split.ByDate {
		split = fmt.Sprintf("sets by date: %s", p.Split)
	}
	lines := []string{split}
	if n := len(p.Leaks) + p.MoreLeaks; n > 0 {
		lines = append(lines, fmt.Sprintf("%s of nearly the same text, or of one %s, in two sets: %s …", counted(n, "pair"), cmp.Or(p.Split.Group, usualGroup), p.Leaks[0]))
	} else {
		lines = append(lines, "no two articles of nearly the same text lie in two sets")
	}
	if p.Undated > 0 {
		lines = append(lines, fmt.Sprintf("%s without a date in %s", counted(p.Undated, "article"), p.Split.Sets[0].Name))
	}
	return lines
}
