package dataset

import (
	"strings"

	"github.com/glossator/glossator/annotate"
)

// spacyTokens are a text in tokens as spaCy has them: together, with a space
// behind those that say so, they are the text. Every span begins and ends at a
// token's edge.
func spacyTokens(text string, spans []annotate.Span) *prodigyTokenized {
	return prodigyTokens(text, spans, contractions(text)...)
}

// contractions are the places inside words where English words begin that were
// run together with those before them: I'm, Kenya's, didn't.
func contractions(text string) []int {
	var cuts []int
	for token := range annotate.Tokens(text, annotate.Range{End: len(text)}) {
		if at := contracted(text[token.Start:token.End]); at > 0 {
			cuts = append(cuts, token.Start+at)
		}
	}
	return cuts
}

// contracted is where in a word the second one begins; 0 if there is none.
func contracted(word string) int {
	at := strings.LastIndexAny(word, "'’")
	if at <= 0 {
		return 0
	}
	_, rest, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(word[at:]), "’", "'"), "'")
	switch rest {
	case "s", "m", "re", "ve", "ll", "d":
		return at
	case "t":
		if strings.HasSuffix(strings.ToLower(word[:at]), "n") {
			return at - 1
		}
	}
	return 0
}

// trimmedSpans are spans without the white space at their edges, which no entity
// of spaCy may have; those of white space alone are left out.
func trimmedSpans(text string, spans []annotate.Span) []annotate.Span {
	var list []annotate.Span
	for _, s := range spans {
		s.Range = annotate.Trim(text, s.Range)
		if !s.Empty() {
			list = append(list, s)
		}
	}
	return list
}
