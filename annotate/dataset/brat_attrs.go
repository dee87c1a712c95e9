package dataset

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

var normValue = regexp.MustCompile(`^[^\s:]+:\S+($| )`)

// writeAttributes writes A lines, and what was kept as an attribute in place of
// a normalisation or of a note of another type.
func (w *bratAnn) writeAttributes(s annotate.Span, id string) {
	for _, name := range slices.Sorted(maps.Keys(s.Attrs)) {
		value := s.Attrs[name]
		norm, isNorm := strings.CutPrefix(name, normPrefix)
		note, isNote := strings.CutPrefix(name, notePrefix)
		n := 0
		switch {
		case isNorm && norm != "" && isNormal(value):
			n = w.writeNorms(norm, id, value)
		case isNote && note != "":
			kind, _ := w.marks.of(note)
			n = w.writeNote(Attributes, w.quoted(s), kind, id, value, func(text string) {
				w.ledger.meant.change(s, func(s *annotate.Span) { changeAttr(s, name, text) })
			})
		default:
			n = w.writeAttribute(s, id, name, value)
		}
		w.ledger.carried(Attributes, n)
	}
}

// changeAttr changes an attribute; an empty one is none.
func changeAttr(s *annotate.Span, name, text string) {
	if s.Attrs[name] = text; text == "" {
		delete(s.Attrs, name)
	}
}

func isNormal(value string) bool {
	for l := range strings.SplitSeq(value, "\n") {
		if !normValue.MatchString(l) || strings.ContainsFunc(l, breaks) {
			return false
		}
	}
	return true
}

func (w *bratAnn) writeNorms(name, target, value string) int {
	kind, _ := w.marks.of(name)
	for l := range strings.SplitSeq(value, "\n") {
		entry, text, _ := strings.Cut(l, " ")
		fmt.Fprintf(&w.out, "%s\t%s %s %s\t%s\n", w.fresh('N'), kind, target, entry, text)
	}
	return 1
}

func (w *bratAnn) writeAttribute(s annotate.Span, id, name, value string) int {
	lines := pieces(value)
	if len(lines) == 0 {
		w.ledger.lost(w.loss(Attributes, s, fmt.Sprintf("the attribute %s is blank, which brat cannot say", name), 1))
		w.ledger.meant.change(s, func(s *annotate.Span) { delete(s.Attrs, name) })
		return 0
	}
	if strings.Join(lines, "\n") != value {
		w.ledger.lost(w.loss(Attributes, s, fmt.Sprintf("the attribute %s has blank lines or TABs, which brat cannot hold", name), 0))
		w.ledger.meant.change(s, func(s *annotate.Span) { s.Attrs[name] = strings.Join(lines, "\n") })
	}
	l, _ := w.scheme.Label(s.Label)
	a, _ := l.Attribute(name)
	for _, line := range lines {
		if line == "true" && a.Kind != annotate.Choice {
			fmt.Fprintf(&w.out, "%s\t%s %s\n", w.fresh('A'), w.attribute(s.Label, name, ""), id)
			continue
		}
		fmt.Fprintf(&w.out, "%s\t%s %s %s\n", w.fresh('A'), w.attribute(s.Label, name, line), id, line)
	}
	return 1
}

// writeNote writes a note, a line each, and counts what came of it: 1, or 0 if
// it was blank. Where other lines are written than stand there, told hears which.
func (w *bratAnn) writeNote(kind Kind, what, mark, target, note string, told func(string)) int {
	lines := pieces(note)
	if written := strings.Join(lines, "\n"); written != note {
		told(written)
	}
	loss := Loss{Kind: kind, Article: w.article.Title, What: what, Why: "blank lines and TABs in a note are not kept", Count: 0}
	switch {
	case note == "":
		return 0
	case len(lines) == 0:
		loss.Why, loss.Count = "a blank note is not kept", 1
		w.ledger.lost(loss)
		return 0
	case strings.Join(lines, "\n") != note:
		w.ledger.lost(loss)
	}
	for _, l := range lines {
		fmt.Fprintf(&w.out, "%s\t%s %s\t%s\n", w.fresh('#'), mark, target, l)
	}
	return 1
}
