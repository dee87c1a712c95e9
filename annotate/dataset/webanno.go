package dataset

import (
	"bytes"
	"strings"
)

var webAnno = Format{
	Name:  "webanno",
	Title: "WebAnno TSV 3.3",
	About: "A folder of .tsv files, one for each author's work on an article, as WebAnno and INCEpTION read them, and tagset.json with the labels. It keeps spans, attributes, notes and links, and in comments that those programs pass over, " +
		"authors, titles, metadata, statuses, article notes and values; not gaps, nor white space at the edges of spans. All versions 3 are read.",
	Extensions: []string{".tsv"},
	Folder:     true,
	along:      []string{".json"},
	takes:      takesWebAnno,
	read:       readWebAnno,
	write:      writeWebAnno,
	suffix:     uimaSuffix,
	heedsPlain: true,
	lacks:      []Kind{Gaps},
}

// tsvFormat begins every file.
const tsvFormat = "#FORMAT=WebAnno TSV 3"

// takesWebAnno takes a file by its first line, whatever it is called.
func takesWebAnno(f file) (string, bool) {
	if isTagSet(f) {
		return "", true
	}
	return f.path, bytes.HasPrefix(bytes.TrimPrefix(f.start, []byte("\ufeff")), []byte(tsvFormat))
}

// tsvEscapes are the characters of a value behind a backslash.
var tsvEscapes = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "|", `\|`, "_", `\_`, "->", `\->`, ";", `\;`, "\t", `\t`, "\n", `\n`, "*", `\*`)

// tsvUnescaped is what a value stands for.
func tsvUnescaped(value string) string {
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' || i+1 == len(value) {
			b.WriteByte(value[i])
			continue
		}
		i++
		switch value[i] {
		case 't':
			b.WriteByte('\t')
		case 'n':
			b.WriteByte('\n')
		default:
			b.WriteByte(value[i])
		}
	}
	return b.String()
}

// tsvCut parts a value at a separator of one character that stands there
// without a backslash before it.
func tsvCut(value string, separator byte) []string {
	var parts []string
	start := 0
	for i := 0; i < len(value); i++ {
		switch value[i] {
		case '\\':
			i++
		case separator:
			parts = append(parts, value[start:i])
			start = i + 1
		}
	}
	return append(parts, value[start:])
}

// tsvText is a line of the text as it stands behind #Text=.
func tsvText(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch short := strings.IndexRune("\b\t\n\f\r", r); {
		case r == '\\':
			b.WriteString(`\\`)
		case short >= 0:
			b.WriteString(`\` + string("btnfr"[short]))
		case r < ' ' && r != '\v':
			b.WriteString(`\` + string(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// tsvTextRead is the line of text that stands behind #Text=.
func tsvTextRead(line string) string {
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		if line[i] != '\\' || i+1 == len(line) {
			b.WriteByte(line[i])
			continue
		}
		i++
		if at := strings.IndexByte("btnfr", line[i]); at >= 0 {
			b.WriteByte("\b\t\n\f\r"[at])
			continue
		}
		b.WriteByte(line[i])
	}
	return b.String()
}
