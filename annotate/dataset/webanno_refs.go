package dataset

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A tsvElement is an element of a chain, and its place in it.
type tsvElement struct {
	place int
	*casStruct
}

// chained enters an element under its chain, once.
func (r *tsvReader) chained(s *casStruct, kind, number string) {
	chain, place, _ := strings.Cut(number, "-")
	n, err := strconv.Atoi(place)
	key := tsvKey{kind, chain}
	if err != nil || slices.ContainsFunc(r.chains[key], func(e tsvElement) bool { return e.casStruct == s }) {
		return
	}
	r.chains[key] = append(r.chains[key], tsvElement{n, s})
}

// joinChains lets each element of a chain refer to the next one.
func (r *tsvReader) joinChains() {
	for _, chain := range r.chains {
		slices.SortStableFunc(chain, func(a, b tsvElement) int { return cmp.Compare(a.place, b.place) })
		for i := range len(chain) - 1 {
			chain[i].refs["next"] = []string{chain[i+1].id}
		}
	}
}

// later resolves a reference when all units are there, and names its line when
// it leads nowhere.
func (r *tsvReader) later(resolve func() error) {
	number := r.number
	r.waiting = append(r.waiting, func() error {
		r.number = number
		return resolve()
	})
}

// readRelation reads a relation that ends at a unit.
func (r *tsvReader) readRelation(unit *tsvUnit, layer tsvLayer, cells []tsvCell) error {
	origin := slices.IndexFunc(layer.columns, func(c tsvColumn) bool { return c.sort == tsvOrigin })
	if origin < 0 || cells[origin].value == "" || cells[origin].value == "_" || cells[origin].value == "*" {
		return nil
	}
	m := tsvPointer.FindStringSubmatch(cells[origin].value)
	if m == nil {
		return fmt.Errorf("“%s” does not say at which token a relation begins", shorten(cells[origin].value, 30))
	}
	s := r.annotation(layer.kind, unit)
	for i, c := range layer.columns {
		if value := cells[i].said(); value != "" && c.sort == tsvValue {
			s.values[c.feature] = value
		}
	}
	base := layer.columns[origin].target
	r.later(func() error {
		from, err := r.pointed(m[1], base, m[2])
		if err != nil {
			return err
		}
		to, err := r.held(unit, base, m[3])
		s.refs[casSource], s.refs[casTarget] = []string{from}, []string{to}
		return err
	})
	return nil
}

// slots reads the slots of a host: roles, and units at which the fillers are.
func (r *tsvReader) slots(host *casStruct, feature, target, roles, units string) {
	if units == "" || units == "_" || units == "*" || len(host.refs[feature]) > 0 {
		return
	}
	names := tsvCut(roles, ';')
	for i, pointer := range tsvCut(units, ';') {
		r.ids++
		slot := r.add(newStruct(strconv.Itoa(r.ids), "slot"))
		if i < len(names) {
			if role := (tsvCell{value: names[i]}).said(); role != "" {
				slot.values["role"] = role
			}
		}
		host.refs[feature] = append(host.refs[feature], slot.id)
		r.later(func() error {
			m := tsvPointer.FindStringSubmatch(pointer)
			if m == nil {
				return fmt.Errorf("“%s” does not say at which token a slot is filled", shorten(pointer, 30))
			}
			to, err := r.pointed(m[1], target, m[2])
			slot.refs["target"] = []string{to}
			return err
		})
	}
}

// pointed is the id of the annotation of a type at a unit.
func (r *tsvReader) pointed(unit, kind, number string) (string, error) {
	u := r.units[unit]
	if u == nil {
		return "", fmt.Errorf("there is no token %s to refer to", unit)
	}
	return r.held(u, kind, number)
}

func (r *tsvReader) held(u *tsvUnit, kind, number string) (string, error) {
	if kind == casToken && u.token != nil {
		return u.token.id, nil
	}
	if number == "0" {
		number = ""
	}
	for held, list := range sorted(u.holds) {
		if held != kind && kind != "uima.tcas.Annotation" {
			continue
		}
		for _, h := range list {
			if h.number == number || number == "" && len(list) == 1 {
				return h.id, nil
			}
		}
	}
	if u.token != nil && len(u.holds[kind]) == 0 {
		return u.token.id, nil
	}
	return "", fmt.Errorf("there is no annotation %s to refer to at %d-%d", shortKind(kind), u.begin, u.end)
}
