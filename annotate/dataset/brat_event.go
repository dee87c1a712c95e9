package dataset

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// writeEvent writes an event whose source says its ids, with its roles in the
// order in which they came.
func (w *bratAnn) writeEvent(s annotate.Span) {
	event, trigger, _ := strings.Cut(s.Source, " ")
	fmt.Fprintf(&w.out, "%s\t%s:%s", event, w.label(s), trigger)
	roles := slices.Clone(w.roles[s.ID])
	slices.SortStableFunc(roles, func(a, b annotate.Link) int { return cmp.Compare(rolePlace(a), rolePlace(b)) })
	used := map[string]bool{}
	for _, k := range roles {
		to, written := w.ids[k.To]
		if !written {
			w.loseLink(k, "the span at its end is not written")
			continue
		}
		fmt.Fprintf(&w.out, " %s:%s", w.roleName(k, used), to)
		w.ledger.carried(Links, 1)
		w.loseLinkNote(k, "roles of events have no notes in brat")
	}
	w.out.WriteString("\n")
}

// rolePlace is where a role stood in its event; new ones come last.
func rolePlace(k annotate.Link) int {
	if m := roleSource.FindStringSubmatch(k.Source); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	return 1 << 30
}

// roleName is a role with the number that tells it from others of its kind: as
// it was written, if that still holds.
func (w *bratAnn) roleName(k annotate.Link, used map[string]bool) string {
	kind := w.link(k)
	name := kind
	if m := roleSource.FindStringSubmatch(k.Source); m != nil && isNumbered(m[2], kind) {
		name = m[2]
	}
	for i := 2; used[name]; i++ {
		name = kind + strconv.Itoa(i)
	}
	used[name] = true
	return name
}

// isNumbered reports whether a name is that of a kind, with digits behind it or
// none.
func isNumbered(name, kind string) bool {
	rest, ok := strings.CutPrefix(name, kind)
	return ok && strings.Trim(rest, "0123456789") == ""
}

func (w *bratAnn) loseLink(k annotate.Link, why string) {
	from, _ := w.layer.Span(k.From)
	what := fmt.Sprintf("%s of %s", k.Kind, w.quoted(from))
	w.ledger.lost(Loss{Kind: Links, Article: w.article.Title, What: what, Why: why, Count: 1})
	w.loseLinkNote(k, why)
	w.ledger.meant.noLink(k)
}

func (w *bratAnn) loseLinkNote(k annotate.Link, why string) {
	if k.Note != "" {
		w.ledger.lost(Loss{Kind: LinkNotes, Article: w.article.Title, What: fmt.Sprintf("%s “%s”", k.Kind, shorten(k.Note, 60)), Why: why, Count: 1})
		w.ledger.meant.changeLink(k, func(k *annotate.Link) { k.Note = "" })
	}
}
