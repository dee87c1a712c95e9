package dataset

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A tsvCell is one of the annotations that are stacked in a field.
type tsvCell struct {
	value string // as it stands there; "*" for none
	mark  string // in brackets behind it, or behind the arrow of a chain
}

var (
	tsvMarked  = regexp.MustCompile(`^(?s)(.*?)\[([0-9_]+)\]$`)
	tsvChained = regexp.MustCompile(`^(?s)(.*?)->([0-9]+-[0-9]+)$`)
	tsvPointer = regexp.MustCompile(`^([0-9]+-[0-9]+(?:\.[0-9]+)?)(?:\[([0-9]+)(?:_([0-9]+))?\])?$`)
)

// tsvCells are the annotations of a field; nil if there is none.
func tsvCells(field string) []tsvCell {
	if field == "_" || field == "" {
		return nil
	}
	var cells []tsvCell
	for _, part := range tsvCut(field, '|') {
		cell := tsvCell{value: part}
		for _, form := range []*regexp.Regexp{tsvMarked, tsvChained} {
			if m := form.FindStringSubmatch(part); m != nil && !strings.HasSuffix(strings.ReplaceAll(m[1], `\\`, ""), `\`) {
				cell = tsvCell{m[1], m[2]}
				break
			}
		}
		cells = append(cells, cell)
	}
	return cells
}

// readCells reads the fields of a unit's row, layer by layer.
func (r *tsvReader) readCells(unit *tsvUnit, fields []string) error {
	for _, layer := range r.layers {
		n := len(layer.columns)
		if len(fields) < n {
			return fmt.Errorf("the row has too few fields: those of the layer %s are missing", layer.kind)
		}
		rows := make([][]tsvCell, n)
		most := 0
		for i := range n {
			if layer.sortOf(i) == tsvOrigin || layer.sortOf(i) == tsvTarget {
				rows[i] = tsvPlain(fields[i])
			} else {
				rows[i] = tsvCells(fields[i])
			}
			most = max(most, len(rows[i]))
		}
		for at := range most {
			var err error
			if layer.sort == "RL" {
				err = r.readRelation(unit, layer, tsvColumnAt(rows, at))
			} else {
				err = r.readSpan(unit, layer, tsvColumnAt(rows, at))
			}
			if err != nil {
				return err
			}
		}
		fields = fields[n:]
	}
	return nil
}

func (l tsvLayer) sortOf(column int) tsvSort { return l.columns[column].sort }

// tsvPlain are the parts of a field of pointers, whose brackets belong to them.
func tsvPlain(field string) []tsvCell {
	if field == "_" || field == "" {
		return nil
	}
	var cells []tsvCell
	for part := range strings.SplitSeq(field, "|") {
		cells = append(cells, tsvCell{value: part})
	}
	return cells
}

// tsvColumnAt is what each column says of one of the stacked annotations.
func tsvColumnAt(rows [][]tsvCell, at int) []tsvCell {
	cells := make([]tsvCell, len(rows))
	for i, row := range rows {
		if at < len(row) {
			cells[i] = row[at]
		}
	}
	return cells
}

// said is what a cell says; empty if it says nothing.
func (c tsvCell) said() string {
	if c.value == "*" || c.value == "_" {
		return ""
	}
	return tsvUnescaped(c.value)
}

// readSpan reads what a row says of a span, which may have begun at another
// unit.
func (r *tsvReader) readSpan(unit *tsvUnit, layer tsvLayer, cells []tsvCell) error {
	if !slices.ContainsFunc(cells, func(c tsvCell) bool { return c.value != "" && c.value != "_" }) {
		return nil
	}
	number := tsvNumber(layer, cells)
	s := r.numbered[tsvKey{layer.kind, number}]
	if s == nil {
		s = r.annotation(layer.kind, unit)
	}
	s.end = max(s.end, unit.end)
	unit.holds[layer.kind] = append(unit.holds[layer.kind], tsvHeld{number, s})
	if number != "" {
		r.numbered[tsvKey{layer.kind, number}] = s
	}
	if layer.sort == "CH" {
		r.chained(s, layer.kind, number)
	}
	for i, c := range layer.columns {
		if value := cells[i].said(); value != "" && c.sort == tsvValue {
			s.values[c.feature] = value
		}
		if c.sort == tsvRole && i+1 < len(cells) {
			r.slots(s, c.feature, layer.columns[i+1].target, cells[i].value, cells[i+1].value)
		}
	}
	return nil
}

// A tsvKey is what tells an annotation that spreads over units.
type tsvKey struct{ kind, number string }

// tsvNumber is the number that cells give an annotation: of a chain's element
// that of the chain too. Empty if they give none.
func tsvNumber(layer tsvLayer, cells []tsvCell) string {
	number := ""
	for _, c := range cells {
		if layer.sort != "CH" || strings.Contains(c.mark, "-") {
			number = cmp.Or(number, c.mark)
		}
	}
	if number == "0" {
		return ""
	}
	return number
}
