package dataset

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A Plan says which article goes into which set.
type Plan struct {
	Split Split
	// Leaks are what lies in two sets though it should not: articles that are
	// nearly the same or of one group, in words; at most 100. They come only of
	// articles that had their sets before what joins them arrived.
	Leaks     []string
	MoreLeaks int // leaks beyond these
	Undated   int // articles without a day, which count as the oldest
	Moved     int // articles that lie in another set than their day says, with others of their kind
	Fresh     int // articles that had no set before
	order     []planned
	numbers   map[annotate.ID]int // of the articles, in order
	counts    []SetCount
}

// A SetCount is how much there is in a set.
type SetCount struct {
	Name     string         `json:"name"`
	Articles int            `json:"articles"`
	Labelled int            `json:"labelled"` // articles that somebody has begun
	Layers   int            `json:"layers,omitempty"`
	Spans    map[string]int `json:"spans"`           // by label
	Links    map[string]int `json:"links,omitempty"` // by kind
}

// usualGroup is the metadata of which no value lies in two sets.
const usualGroup = "event"

// A planned is what is remembered of an article.
type planned struct {
	id    annotate.ID
	title string
	day   string
	set   int // -1: not known yet
	begun bool
	spans map[string]int // by label
	near  []int          // earlier articles that are nearly the same, or of the same group
}

// NewPlan parts all articles of a project into sets. Those that were in a set
// before stay there, whatever the split says now. Of the others, near-duplicates
// and articles of one group go into one set together: that of those among them
// that have one; by date, that of the latest of them; else one that lacks such
// labels. It must see all articles, whatever is then exported of them.
func NewPlan(split Split, before map[annotate.ID]string, docs annotate.Documents) (*Plan, error) {
	p := &Plan{Split: split, numbers: map[annotate.ID]int{}}
	if split.ByDate {
		days, err := daysOf(docs)
		if err != nil {
			return nil, err
		}
		p.Split.setDays(days)
	}
	for _, set := range split.Sets {
		p.counts = append(p.counts, SetCount{Name: set.Name, Spans: map[string]int{}, Links: map[string]int{}})
	}
	if err := p.take(before, docs); err != nil {
		return nil, err
	}
	p.assign()
	for number, one := range p.order {
		p.count(one)
		for _, other := range one.near {
			p.tell(p.order[number], p.order[other])
		}
	}
	return p, nil
}

// take goes through the articles once.
func (p *Plan) take(before map[annotate.ID]string, docs annotate.Documents) error {
	groups := map[string]int{} // the first article of each
	var near nearness
	for doc, err := range docs {
		if err != nil {
			return err
		}
		a, number := doc.Article, len(p.order)
		one := planned{id: a.ID, title: a.Title, day: dayOf(a), set: -1, near: near.add(a.Text)}
		one.begun, one.spans = labelsOf(doc)
		if key := a.Meta[cmp.Or(p.Split.Group, usualGroup)]; key != "" {
			first, known := groups[key]
			if known {
				one.near = merged(one.near, []int{first})
			} else {
				groups[key] = number
			}
		}
		if name := before[a.ID]; name != "" {
			if one.set = slices.IndexFunc(p.Split.Sets, func(s Set) bool { return s.Name == name }); one.set < 0 {
				return fmt.Errorf("“%s” was put into the set %s before, and there is no such set in %s", a.Title, name, p.Split)
			}
		}
		p.Fresh += bit(one.set < 0)
		p.Undated += bit(p.Split.ByDate && one.day == "")
		p.numbers[a.ID] = number
		p.order = append(p.order, one)
	}
	return nil
}

// labelsOf is how many spans of each label a document has, but for suggestions,
// and whether somebody has begun it.
func labelsOf(doc annotate.Document) (begun bool, spans map[string]int) {
	for _, layer := range doc.Layers {
		if layer.Author.Kind == annotate.Suggester || unbegun(layer) {
			continue
		}
		begun = true
		for _, s := range layer.Spans() {
			if spans == nil {
				spans = map[string]int{}
			}
			spans[s.Label]++
		}
	}
	return begun, spans
}

func (p *Plan) count(one planned) {
	c := &p.counts[one.set]
	c.Articles++
	c.Labelled += bit(one.begun)
	for label, n := range one.spans {
		c.Spans[label] += n
	}
	p.Moved += bit(p.Split.ByDate && one.set != p.byDay(one.day))
}

// Set is the name of an article's set; empty if the plan does not know it.
func (p *Plan) Set(article annotate.ID) string {
	number, known := p.numbers[article]
	if !known {
		return ""
	}
	return p.Split.Sets[p.order[number].set].Name
}

// Members are the sets of all articles, by name: what is to be kept, so that the
// next plan is given it.
func (p *Plan) Members() map[annotate.ID]string {
	members := make(map[annotate.ID]string, len(p.order))
	for _, one := range p.order {
		members[one.id] = p.Split.Sets[one.set].Name
	}
	return members
}

// Counts are how much there is in each set of all that the plan saw, without
// layers and links.
func (p *Plan) Counts() []SetCount { return slices.Clone(p.counts) }

// byDay is the set of a day; the first one if there is none.
func (p *Plan) byDay(day string) int {
	if day == "" {
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
func (p *Plan) tell(one, other planned) {
	if one.set == other.set {
		return
	}
	if len(p.Leaks) == mostLeaks {
		p.MoreLeaks++
		return
	}
	p.Leaks = append(p.Leaks, fmt.Sprintf("“%s” (%s) and “%s” (%s)", shorten(one.title, 60), p.Split.Sets[one.set].Name, shorten(other.title, 60), p.Split.Sets[other.set].Name))
}

// Said is the plan in words, a line each: how the sets were made, what lies in
// two of them that should not, and which labels a set lacks.
func (p *Plan) Said() []string {
	split := fmt.Sprintf("sets: %s; seed %d", p.Split, p.Split.Seed)
	if p.Split.ByDate {
		split = fmt.Sprintf("sets by date: %s", p.Split)
	}
	lines := []string{split}
	group := cmp.Or(p.Split.Group, usualGroup)
	if n := len(p.Leaks) + p.MoreLeaks; n > 0 {
		lines = append(lines, fmt.Sprintf("%s of nearly the same text, or of one %s, in two sets: %s …", counted(n, "pair"), group, p.Leaks[0]))
	} else {
		lines = append(lines, fmt.Sprintf("no two articles of nearly the same text, or of one %s, lie in two sets", group))
	}
	if empty := p.empty(); len(empty) > 0 {
		lines = append(lines, fmt.Sprintf("there is no article in %s: too many belong together by their %s or text, or there are too few", strings.Join(empty, " and "), group))
	}
	if p.Moved > 0 {
		lines = append(lines, fmt.Sprintf("%s in another set than by the day, with others of nearly the same text or of one %s", counted(p.Moved, "article"), group))
	}
	if p.Undated > 0 {
		lines = append(lines, fmt.Sprintf("%s without a date: they count as the oldest", counted(p.Undated, "article")))
	}
	return lines
}

// empty are the sets without an article.
func (p *Plan) empty() []string {
	var names []string
	for _, set := range p.counts {
		if set.Articles == 0 {
			names = append(names, set.Name)
		}
	}
	return names
}

// labelsIn are the labels that some of the articles have, by name.
func (p *Plan) labelsIn() []string {
	all := map[string]bool{}
	for _, one := range p.order {
		for label := range one.spans {
			all[label] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}
