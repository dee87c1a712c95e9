package dataset

import (
	"bytes"
	"encoding/json"
	"unicode"
)

// mostLooked is how many records are looked at to find out whose they are.
const mostLooked = 20

// dialect is the name of the format whose JSON records a file holds, by the
// first that tells; empty if none does.
func (f file) dialect() string {
	if f.spoken == nil {
		return f.findDialect()
	}
	if !f.spoken.known {
		*f.spoken = dialectFound{f.findDialect(), true}
	}
	return f.spoken.name
}

// A dialectFound is what was found out of a file, to look but once.
type dialectFound struct {
	name  string
	known bool
}

func (f file) findDialect() string {
	if !f.isJSON() {
		return ""
	}
	looked, perhaps := 0, ""
	for rec, err := range records(f.path) {
		looked++
		if looked > mostLooked {
			break
		}
		var keys map[string]json.RawMessage
		if err != nil || json.Unmarshal(rec.data, &keys) != nil {
			continue
		}
		if name := dialectOf(keys); name != "" {
			return name
		}
		if mayBeDoccano(keys) {
			perhaps = "doccano"
		}
	}
	return perhaps
}

// isJSON reports whether a file begins as JSON does that holds objects.
func (f file) isJSON() bool {
	if f.binary() != "" {
		return false
	}
	head, _ := decode(f.start)
	start := bytes.TrimLeftFunc([]byte(head), func(c rune) bool { return unicode.IsSpace(c) || c == '\ufeff' })
	return len(start) > 0 && (start[0] == '{' || start[0] == '[')
}

func dialectOf(keys map[string]json.RawMessage) string {
	switch {
	case keys["format"] != nil && keys["text"] != nil, keys["layers"] != nil:
		return "jsonl"
	case isStudio(keys):
		return "labelstudio"
	case isGLiNER(keys):
		return "gliner"
	case isProdigy(keys):
		return "prodigy"
	case isDoccano(keys):
		return "doccano"
	case isScraped(keys):
		return "scraped"
	}
	return ""
}
