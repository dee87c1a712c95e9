package dataset

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A tsvLayer is a layer of annotations in a file: its columns lie side by side.
type tsvLayer struct {
	kind    string
	sort    string // SP, RL or CH
	columns []tsvColumn
}

// A tsvColumn is a column of a layer.
type tsvColumn struct {
	feature string
	sort    tsvSort
	target  string // the type that roles and relations refer to
}

// A tsvSort says what the values of a column are.
type tsvSort int

const (
	tsvValue  tsvSort = iota
	tsvRole           // roles of slots
	tsvTarget         // units that slots refer to
	tsvOrigin         // units at which relations begin
	tsvBare           // of a layer without features: * or nothing
)

// tsvLayerOf is the layer that a line of the header declares. The fields of one
// without features may end behind the last separator.
func tsvLayerOf(line string) (tsvLayer, error) {
	head, rest, found := strings.Cut(strings.TrimPrefix(line, "#T_"), "=")
	if !found || !slices.Contains([]string{"SP", "RL", "CH"}, head) {
		return tsvLayer{}, fmt.Errorf("“%s” declares no layer", shorten(line, 60))
	}
	fields := strings.Split(rest, "|")
	l := tsvLayer{kind: fields[0], sort: head}
	for _, f := range fields[1:] {
		if f = strings.TrimSpace(f); f == "" {
			continue
		}
		column, err := l.column(f)
		if err != nil {
			return l, err
		}
		l.columns = append(l.columns, column)
	}
	if len(l.columns) == 0 {
		l.columns = []tsvColumn{{sort: tsvBare}}
	}
	return l, nil
}

// column is the next column of a layer.
func (l tsvLayer) column(field string) (tsvColumn, error) {
	if base, is := strings.CutPrefix(field, "BT_"); is && l.sort == "RL" {
		return tsvColumn{sort: tsvOrigin, target: base}, nil
	}
	if role, is := strings.CutPrefix(field, "ROLE_"); is && l.sort == "SP" {
		_, feature, found := strings.Cut(role, ":")
		feature, _, named := strings.Cut(feature, "_")
		if !found || !named {
			return tsvColumn{}, fmt.Errorf("“%s” declares no slot", shorten(field, 60))
		}
		return tsvColumn{feature: feature, sort: tsvRole}, nil
	}
	if n := len(l.columns); n > 0 && l.columns[n-1].sort == tsvRole {
		return tsvColumn{feature: l.columns[n-1].feature, sort: tsvTarget, target: field}, nil
	}
	if strings.ContainsAny(field, ".:") {
		return tsvColumn{}, errors.New("“" + shorten(field, 60) + "” is no name of a feature")
	}
	return tsvColumn{feature: field}, nil
}

// features are those that hold values.
func (l tsvLayer) features() []string {
	var names []string
	for _, c := range l.columns {
		if c.sort == tsvValue {
			names = append(names, c.feature)
		}
	}
	return names
}
