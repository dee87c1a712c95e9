package storage

import (
	"strings"
	"unicode"
)

// A wish is what somebody looks for: words, "several words together",
// beginnings* and -what must not occur.
type wish []term

// A term is words that stand together.
type term struct {
	text   string
	prefix bool // the last word may go on
	not    bool // it must not occur
}

// quotes are the characters that open or close words that stand together.
const quotes = `"“”„«»`

// readWish reads a query. Every query can be read: what makes no sense is left
// out.
func readWish(query string) wish {
	var w wish
	rest := strings.ToValidUTF8(strings.ReplaceAll(query, "\x00", " "), " ")
	for rest != "" {
		var t term
		t, rest = readTerm(rest)
		if findable(t.text) {
			w = append(w, t)
		}
	}
	return w
}

// readTerm reads the next term of a query.
func readTerm(query string) (t term, rest string) {
	rest = strings.TrimLeftFunc(query, unicode.IsSpace)
	if len(rest) > 1 && rest[0] == '-' {
		t.not, rest = true, rest[1:]
	}
	if opened := strings.TrimLeft(rest, quotes); opened != rest {
		t.text, rest = cutAt(opened, func(r rune) bool { return strings.ContainsRune(quotes, r) })
		rest = strings.TrimLeft(rest, quotes)
	} else {
		t.text, rest = cutAt(rest, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(quotes, r) })
	}
	if open, starred := strings.CutPrefix(rest, "*"); starred {
		t.prefix, rest = true, open
	}
	if open, starred := strings.CutSuffix(t.text, "*"); starred {
		t.text, t.prefix = open, true
	}
	return t, rest
}

// cutAt cuts a text before the first character of a kind.
func cutAt(text string, is func(rune) bool) (before, after string) {
	i := strings.IndexFunc(text, is)
	if i < 0 {
		return text, ""
	}
	return text[:i], text[i:]
}

// findable reports whether there is anything in a text that the index knows.
func findable(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// pieces are what a term asks of the two indexes, as FTS5 says it: of words,
// and of pairs of characters.
func (t term) pieces() (words, pairs []string) {
	for _, run := range spacelessRuns(t.text) {
		pairs = append(pairs, pairsPhrase(run))
	}
	spaced := strings.FieldsFunc(t.text, isSpaceless)
	for i, part := range spaced {
		if findable(part) {
			words = append(words, quoted(part)+star(t.prefix && i == len(spaced)-1 && strings.HasSuffix(t.text, part)))
		}
	}
	return words, pairs
}

// pairsPhrase asks for a run of characters without spaces.
func pairsPhrase(run string) string {
	all := pairs(run)
	if len(all) == 1 {
		return quoted(run) + star(true)
	}
	return quoted(strings.Join(all[:len(all)-1], " "))
}

// quoted is a text as FTS5 takes it whatever it holds.
func quoted(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

func star(open bool) string {
	if open {
		return " *"
	}
	return ""
}
