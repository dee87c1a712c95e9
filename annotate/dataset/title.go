package dataset

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

const (
	longestHeadline = 120 // code points; a longer first line is a paragraph
	longestTitle    = 80  // code points of a sentence that stands for a title
)

// title is what an article is called whose text comes without a title: its
// headline, the name of its file, or how its first sentence begins.
func title(content, path string) string {
	first, rest := firstLine(content)
	if filepath.Ext(path) == ".md" {
		first = strings.TrimLeft(first, "# ")
	}
	if isHeadline(first) && strings.TrimSpace(rest) != "" {
		return first
	}
	if stem := stem(path); telling(stem) {
		return stem
	}
	return shorten(firstSentence(first), longestTitle)
}

// firstLine is the first line that is not blank, with single spaces, and what
// follows it.
func firstLine(content string) (first, rest string) {
	content = strings.TrimLeftFunc(content, annotate.IsSpace)
	first, rest, _ = strings.Cut(content, "\n")
	return strings.Join(strings.FieldsFunc(first, notShown), " "), rest
}

func notShown(r rune) bool { return annotate.IsSpace(r) || unicode.IsControl(r) }

// isHeadline reports whether a line reads as a headline: it is short and does
// not end as a sentence does. Headlines do ask and exclaim.
func isHeadline(line string) bool {
	if line == "" || utf8.RuneCountInString(line) > longestHeadline {
		return false
	}
	bare := strings.TrimRight(line, "\"'”’»)]")
	return !strings.HasSuffix(bare, ".") && !strings.HasSuffix(bare, "。") && !strings.HasSuffix(bare, "۔")
}

// stem is a file's name without folder and extension.
func stem(path string) string {
	name := filepath.Base(path)
	return strings.TrimSuffix(name, filepath.Ext(name))
}

// telling reports whether a file's name says something: it has two words of
// three letters that are not digits of a hexadecimal number.
func telling(name string) bool {
	words := 0
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		letters := strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) && !strings.ContainsRune("abcdefABCDEF", r) })
		digits := strings.ContainsFunc(word, unicode.IsDigit)
		if letters && !digits && utf8.RuneCountInString(word) >= 3 {
			words++
		}
	}
	return words >= 2
}

func firstSentence(line string) string {
	for r := range annotate.Sentences(line[:min(len(line), 4096)]) {
		return strings.TrimSpace(strings.ToValidUTF8(line[r.Start:r.End], ""))
	}
	return ""
}

// shorten cuts a sentence behind a word so that it has at most n code points,
// with an ellipsis.
func shorten(sentence string, n int) string {
	runes := []rune(sentence)
	if len(runes) <= n {
		return sentence
	}
	cut := string(runes[:n])
	if at := strings.LastIndexFunc(cut, unicode.IsSpace); at > len(cut)/2 {
		cut = cut[:at]
	} else {
		cut = string(runes[:n-1])
	}
	return strings.TrimRightFunc(cut, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }) + "…"
}
