package dataset

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// An annLine is a line of an .ann file taken apart: the id, its kind, the
// fields between the first and the second TAB, and what follows the second.
type annLine struct {
	file   string // the .ann file
	number int    // from 1
	id     string // empty for a set
	kind   byte   // T R E A M N # *
	head   string // between the TABs
	tail   string // behind the second TAB
	tailed bool   // there is a second TAB
}

// place names the line in a repair.
func (l annLine) place() string { return fmt.Sprintf("%s, line %d", filepath.Base(l.file), l.number) }

var annID = regexp.MustCompile(`^([TREAMN]|#)[0-9]+[^\s:]*$`)

// splitAnn takes the content of an .ann file apart. Lines that are not
// understood are given back as they are.
func splitAnn(file, content string) (known []annLine, odd []string) {
	number := 0
	for text := range strings.SplitSeq(content, "\n") {
		number++
		if strings.TrimSpace(text) == "" {
			continue
		}
		l := annLine{file: file, number: number}
		var rest string
		l.id, rest, _ = strings.Cut(text, "\t")
		l.head, l.tail, l.tailed = strings.Cut(rest, "\t")
		switch {
		case l.id == "*":
			l.id, l.kind = "", '*'
		case annID.MatchString(l.id):
			l.kind = l.id[0]
		default:
			odd = append(odd, fmt.Sprintf("%s was left out, it is of no known kind: %s", l.place(), shorten(text, 60)))
			continue
		}
		known = append(known, l)
	}
	return known, odd
}

// A bratText is a T line.
type bratText struct {
	annLine
	label     string
	fragments [][2]int // as they stand there
}

func parseText(l annLine) (bratText, bool) {
	label, offsets, ok := strings.Cut(l.head, " ")
	t := bratText{annLine: l, label: label}
	for fragment := range strings.SplitSeq(offsets, ";") {
		from, to, two := strings.Cut(strings.TrimSpace(fragment), " ")
		start, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		ok = ok && two && err1 == nil && err2 == nil
		t.fragments = append(t.fragments, [2]int{start, end})
	}
	return t, ok && label != ""
}

// A bratArg is "Role:T1".
type bratArg struct{ role, id string }

// parseArgs takes "Type:T3 Role:T1 …" or "Type Arg1:T1 Arg2:T2" apart.
func parseArgs(fields []string) ([]bratArg, bool) {
	var args []bratArg
	for _, field := range fields {
		role, id, ok := strings.Cut(field, ":")
		if !ok || role == "" || id == "" {
			return nil, false
		}
		args = append(args, bratArg{role, id})
	}
	return args, len(args) > 0
}
