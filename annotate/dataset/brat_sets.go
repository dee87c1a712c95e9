package dataset

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// writeLinks writes the links that are not roles of an event: as relations, or
// as the sets that they came as.
func (w *bratAnn) writeLinks() {
	sets := map[[2]string][]annotate.Link{}
	var order [][2]string
	for _, k := range w.layer.Links() {
		from, fromThere := w.ids[k.From]
		to, toThere := w.ids[k.To]
		key := [2]string{k.Source, k.Kind}
		switch {
		case w.isRole(k) && from != "" && from[0] == 'E':
		case !fromThere || !toThere:
			w.loseLink(k, "a span at its end is not written")
		case setSource.MatchString(k.Source) && from != to:
			if sets[key] == nil {
				order = append(order, key)
			}
			sets[key] = append(sets[key], k)
		default:
			w.writeRelation(k, from, to)
		}
	}
	slices.SortStableFunc(order, func(a, b [2]string) int {
		return cmp.Or(cmp.Compare(len(a[0]), len(b[0])), strings.Compare(a[0], b[0]))
	})
	for _, key := range order {
		w.writeSets(sets[key])
	}
}

func (w *bratAnn) writeRelation(k annotate.Link, from, to string) {
	wanted := ""
	if relationSource.MatchString(k.Source) {
		wanted = k.Source
	}
	id, _ := w.id('R', wanted, string(k.ID))
	fmt.Fprintf(&w.out, "%s\t%s Arg1:%s Arg2:%s\t\n", id, w.link(k), from, to)
	w.ledger.carried(Links, 1)
	w.ledger.carried(LinkNotes, w.writeNote(LinkNotes, k.Kind, usualNote, id, k.Note, func(text string) {
		w.ledger.meant.changeLink(k, func(k *annotate.Link) { k.Note = text })
	}))
}

// writeSets writes links that came as one equivalence set: a set of each group
// that still hangs together.
func (w *bratAnn) writeSets(links []annotate.Link) {
	for len(links) > 0 {
		group, rest := connected(links)
		links = rest
		members := chain(group)
		var ids []string
		for _, m := range members {
			ids = append(ids, w.ids[m])
		}
		fmt.Fprintf(&w.out, "*\t%s %s\n", w.link(group[0]), strings.Join(ids, " "))
		w.ledger.carried(Links, min(len(group), len(members)-1))
		for i, k := range group {
			if i >= len(members)-1 {
				w.loseLink(k, "it follows from the others of its set")
				continue
			}
			w.loseLinkNote(k, "sets have no notes in brat")
		}
	}
}

// connected parts the links that hang together with the first one from the rest.
func connected(links []annotate.Link) (group, rest []annotate.Link) {
	in := map[annotate.ID]bool{links[0].From: true}
	for grown := true; grown; {
		grown = false
		for _, k := range links {
			if in[k.From] != in[k.To] {
				in[k.From], in[k.To], grown = true, true, true
			}
		}
	}
	for _, k := range links {
		if in[k.From] {
			group = append(group, k)
		} else {
			rest = append(rest, k)
		}
	}
	return group, rest
}

// chain are the spans of a group of links, each once, following the links from
// a beginning.
func chain(links []annotate.Link) []annotate.ID {
	start := links[0].From
	for _, k := range links {
		begins := !slices.ContainsFunc(links, func(other annotate.Link) bool { return other.To == k.From })
		if begins {
			start = k.From
			break
		}
	}
	members := []annotate.ID{start}
	add := func(id annotate.ID) {
		if !slices.Contains(members, id) {
			members = append(members, id)
		}
	}
	for i := 0; i < len(members); i++ {
		for _, k := range links {
			if k.From == members[i] {
				add(k.To)
			}
		}
	}
	for _, k := range links {
		add(k.From)
		add(k.To)
	}
	return members
}
