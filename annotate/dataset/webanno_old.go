package dataset

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// tsvTextOld is the line of text behind #Text= in files up to version 3.1, which
// escape as Java does: \ud83d\udd25 is one character.
func tsvTextOld(line string) string {
	var b strings.Builder
	for i := 0; i < len(line); {
		units, size := javaUnits(line[i:])
		if size == 0 {
			end := strings.IndexByte(line[i+1:], '\\')
			if end < 0 {
				b.WriteString(line[i:])
				break
			}
			b.WriteString(line[i : i+1+end])
			i += 1 + end
			continue
		}
		b.WriteString(string(utf16.Decode(units)))
		i += size
	}
	return b.String()
}

// javaUnits are the UTF-16 units that the escapes stand for with which a text
// begins, and the length of the escapes; 0 if it begins with none.
func javaUnits(text string) (units []uint16, size int) {
	for strings.HasPrefix(text[size:], `\`) && size+1 < len(text) {
		rest := text[size+1:]
		if at := strings.IndexByte(`btnfr"'\/`, rest[0]); at >= 0 {
			units, size = append(units, uint16("\b\t\n\f\r\"'\\/"[at])), size+2
			continue
		}
		hex := strings.TrimLeft(rest, "u")
		skipped := len(rest) - len(hex)
		if skipped == 0 || len(hex) < 4 {
			break
		}
		unit, err := strconv.ParseUint(hex[:4], 16, 16)
		if err != nil {
			break
		}
		units, size = append(units, uint16(unit)), size+1+skipped+4
	}
	return units, size
}
