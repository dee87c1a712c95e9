package dataset

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

var brat = Format{
	Name:       "brat",
	Title:      "brat standoff",
	About:      "A folder of .txt and .ann files with annotation.conf and visual.conf. It keeps spans with gaps, attributes, links and notes; not titles, metadata, statuses, article notes and values. Several authors become one folder each.",
	Extensions: []string{".ann", ".txt"},
	Folder:     true,
	along:      []string{".conf"},
	takes:      takesBrat,
	read:       readBrat,
	write:      writeBrat,
	suffix:     bratSuffix,
	lacks:      []Kind{Titles, Metadata, Statuses, ArticleNotes, Values},
}

// annotationFiles are the extensions of the files that say what is marked in
// the .txt beside them; all but the first are of the BioNLP shared tasks.
var annotationFiles = []string{".ann", ".a1", ".a2", ".rel", ".co"}

// takesBrat takes texts with annotations beside them, and those for the texts.
func takesBrat(f file) (string, bool) {
	if slices.Contains([]string{"annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf"}, filepath.Base(f.path)) {
		return "", true
	}
	path := textOf(f.path)
	switch {
	case f.is(".ann"):
		return path, true
	case f.is(annotationFiles...):
		return path, exists(path)
	}
	return path, f.is(".txt") && len(annotationsOf(path)) > 0
}

// annotationsOf are the annotation files beside a text.
func annotationsOf(path string) []string {
	var beside []string
	for _, ext := range annotationFiles {
		if other, there := sibling(path, ext); there {
			beside = append(beside, other)
		}
	}
	return beside
}

// textOf is the text that a file belongs to, whether it is there or not.
func textOf(path string) string {
	text, _ := sibling(path, ".txt")
	return text
}

// sibling is the file beside another that has an extension, in lower or upper
// case, and whether it is there.
func sibling(path, ext string) (string, bool) {
	stem := strings.TrimSuffix(path, filepath.Ext(path))
	for _, e := range []string{ext, strings.ToUpper(ext)} {
		if exists(stem + e) {
			return stem + e, true
		}
	}
	return stem + ext, false
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// breaks reports whether a character may not stand in a line of an .ann file,
// which brat tears at all of them. A span over one is written as fragments, and
// fragments with nothing else between them are one span.
func breaks(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', '\x1c', '\x1d', '\x1e', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

func onlyBreaks(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !breaks(r) })
}

// spaced is a text with a plain space for each white space, to compare quotes.
func spaced(text string) string {
	return strings.Map(func(r rune) rune {
		if breaks(r) || unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, text)
}
