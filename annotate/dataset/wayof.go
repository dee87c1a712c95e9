package dataset

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

// wayOf finds out how the offsets of a file of records count.
func (t *tour) wayOf(path string, units []annotate.Unit, claims func(record) (raw, []claim)) (way, error) {
	p := newPoll(ways(t.units, units...))
	for rec, err := range records(path) {
		if t.ctx.Err() != nil {
			return way{}, t.ctx.Err()
		}
		if err != nil || !tells(rec.data, slices.Contains(units, annotate.Graphemes)) {
			continue
		}
		whole, list := claims(rec)
		p.hear(whole, list)
	}
	return p.way()
}

// tells reports whether the texts of a record may hold a character that units
// count differently: of more than 16 bits, or a line end of two, or, where
// grapheme clusters are in question, any that is not ASCII.
func tells(data []byte, clusters bool) bool {
	least := byte(0xf0) // what begins four bytes of UTF-8
	escapes := []string{`\r`, `\ud`, `\uD`}
	if clusters {
		least, escapes = utf8.RuneSelf, []string{`\r`, `\u`}
	}
	return slices.ContainsFunc(data, func(c byte) bool { return c >= least }) ||
		slices.ContainsFunc(escapes, func(escape string) bool { return bytes.Contains(data, []byte(escape)) })
}
