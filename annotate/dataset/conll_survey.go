package dataset

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/transform"
)

// A conllSurvey is what a first look at a file of columns finds out.
type conllSurvey struct {
	tabs    bool // TABs part the columns, not spaces
	columns []conllColumn
	starts  bool // lines say where articles begin
	first   int  // the first line of tokens, or the one that is wrong
}

// A conllColumn is what stands in a column.
type conllColumn struct {
	other bool // something that is no tag
	tags  int  // tags but O
	noun  int  // of them, those of chunks
	style TagStyle
}

// chunks are the labels of chunks in the files of CoNLL 2000 and 2003.
var chunks = []string{"NP", "VP", "PP", "ADVP", "ADJP", "SBAR", "PRT", "CONJP", "INTJ", "LST", "UCP"}

// docMark is how lines begin that begin an article.
const docMark = "-DOCSTART-"

// conllLines yields the lines of a file as UTF-8, without a byte-order mark.
func conllLines(path string) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		head, err := file{path: path}.head()
		if err != nil {
			yield(line{}, err)
			return
		}
		if why := (file{path: path, start: head}).notText(); why != "" {
			yield(line{}, errors.New(why))
			return
		}
		f, err := os.Open(path)
		if err != nil {
			yield(line{}, errors.New(reason(err)))
			return
		}
		defer f.Close()
		var in io.Reader = f
		if found := recogniseEncoding(head); found.with != nil {
			in = transform.NewReader(f, found.with.NewDecoder())
		}
		for l, err := range lines(in) {
			if l.number == 1 {
				l.text = bytes.TrimPrefix(l.text, []byte("\ufeff"))
			}
			if err != nil {
				err = errors.New(reason(err))
			}
			if l.tooLong || len(l.text) > longestRow && isRow(string(l.text[:longestRow])) {
				err = fmt.Errorf("the line is longer than %d MB, as no token with its tags is; see whether it is a file of columns", longestRow>>20)
				l.text = nil
			}
			if !yield(l, err) {
				return
			}
		}
	}
}

// longestRow is the length in bytes of the longest row of columns that is taken.
const longestRow = 1 << 20

// survey looks through a file of columns.
func survey(path string) (conllSurvey, error) {
	var s conllSurvey
	var before []string
	for l, err := range conllLines(path) {
		if err != nil {
			s.first = l.number
			return s, err
		}
		text := string(l.text)
		if strings.HasPrefix(text, docMark) || startsArticle(text) {
			s.starts = true
		}
		if s.columns == nil && isRow(text) {
			s.tabs, s.first = strings.Contains(text, "\t"), l.number
			s.columns = make([]conllColumn, len(s.fields(text)))
		}
		fields := s.fields(text)
		if s.columns == nil || !isRow(text) || isHeader(l.number, s.first, fields) {
			before = nil
			continue
		}
		s.look(before, fields)
		before = fields
	}
	if len(s.columns) == 1 {
		return s, errors.New("there is a token, but no column with a tag behind it, after a TAB or a space")
	}
	return s, nil
}

// fields are the columns of a line.
func (s conllSurvey) fields(text string) []string {
	if s.tabs {
		return strings.Split(strings.TrimRight(text, "\r\n"), "\t")
	}
	return strings.Fields(text)
}

// isRow reports whether a line is a token with its columns.
func isRow(text string) bool {
	return strings.TrimSpace(text) != "" && !strings.HasPrefix(text, docMark) && !isComment(text)
}

// isHeader reports whether a line names the columns.
func isHeader(number, first int, fields []string) bool {
	return number == first && len(fields) > 1 && strings.EqualFold(fields[0], "token")
}

// isComment reports whether a line is a comment, not a hash sign with a tag.
func isComment(text string) bool {
	if !strings.HasPrefix(text, "#") {
		return false
	}
	fields := strings.Fields(text)
	_, _, tagged := parseTag(fields[len(fields)-1])
	return !tagged
}

// startsArticle reports whether a comment says that an article begins.
func startsArticle(text string) bool {
	return isComment(text) && (strings.HasPrefix(text, "# newdoc") || strings.Contains(text, "document_id ="))
}

// look notes what stands in a row behind another one, nil at the beginning of a
// sentence.
func (s *conllSurvey) look(before, fields []string) {
	for i := range min(len(fields), len(s.columns)) {
		c := &s.columns[i]
		prefix, label, is := parseTag(fields[i])
		if !is {
			c.other = true
			continue
		}
		if label == "" {
			continue
		}
		c.tags++
		c.noun += bit(slices.Contains(chunks, label))
		var last string
		if i < len(before) {
			_, last, _ = parseTag(before[i])
		}
		switch {
		case prefix == 'E' || prefix == 'S':
			c.style = IOBES
		case prefix == 'L' || prefix == 'U':
			c.style = BILOU
		case prefix == 'I' && last != label && c.style == "":
			c.style = IOB1
		}
	}
}

// parseTag takes a tag apart; the label of one that is outside is empty.
func parseTag(tag string) (prefix byte, label string, is bool) {
	if tag == "O" || tag == "_" {
		return 'O', "", true
	}
	if len(tag) > 2 && tag[1] == '-' && strings.IndexByte("BIESLU", tag[0]) >= 0 {
		return tag[0], tag[2:], true
	}
	return 0, "", false
}

// tagged are the numbers of the columns that hold tags of spans: those in which
// nothing else stands, but for chunks behind a column of parts of speech; else
// the last one.
func (s conllSurvey) tagged() []int {
	var list []int
	parsed := false // there are parts of speech
	for i, c := range s.columns {
		if i > 0 && !c.other && (c.tags > c.noun || c.tags > 0 && !parsed) {
			list = append(list, i)
		}
		parsed = parsed || i > 0 && c.other
	}
	if list == nil && len(s.columns) > 0 {
		list = []int{len(s.columns) - 1}
	}
	return list
}

// said is what was found out, in words.
func (s conllSurvey) said() string {
	style := IOB2
	for _, i := range s.tagged() {
		if found := s.columns[i].style; found != "" {
			style = found
		}
	}
	said := "the tags are " + strings.ToUpper(string(style))
	if n := len(s.tagged()); n > 1 {
		said += fmt.Sprintf(", in %d columns", n)
	}
	return said
}
