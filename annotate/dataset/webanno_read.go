package dataset

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/glossator/glossator/annotate"
)

func readWebAnno(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		content, repairs, why := readRaw(path)
		if why != "" {
			yield(annotate.Document{}, refusal(path, 0, why))
			return
		}
		r := &tsvReader{cas: newCAS(), units: map[string]*tsvUnit{}, numbered: map[tsvKey]*casStruct{}, chains: map[tsvKey][]tsvElement{}}
		if err := r.readLines(content); err != nil {
			yield(annotate.Document{}, refusal(path, r.number, err.Error()))
			return
		}
		doc, err := t.casDocument(r.cas, path)
		scheme, more := readTags(path)
		doc.Scheme, doc.Repairs = scheme, append(append(repairs, doc.Repairs...), more...)
		yield(doc, err)
	}
}

// A tsvReader makes a cas of the lines of a file.
type tsvReader struct {
	*cas
	number   int // of the line
	old      bool
	layers   []tsvLayer
	sentence []string // the lines of text of the sentence that begins
	begun    bool     // the header is over
	built    strings.Builder
	length   int // of the text, in UTF-16 units
	units    map[string]*tsvUnit
	numbered map[tsvKey]*casStruct
	chains   map[tsvKey][]tsvElement
	waiting  []func() error // what refers to units that may come later
	ids      int
}

// A tsvUnit is a token, or a part of one.
type tsvUnit struct {
	begin, end int
	token      *casStruct
	holds      map[string][]tsvHeld // annotations, by type
}

// A tsvHeld is an annotation at a unit, with the number that tells it from
// others; empty if it has none.
type tsvHeld struct {
	number string
	*casStruct
}

func (r *tsvReader) readLines(content string) error {
	content = strings.TrimLeft(content, "\ufeff")
	for line := range strings.SplitSeq(content, "\n") {
		r.number++
		if err := r.readLine(strings.TrimSuffix(line, "\r")); err != nil {
			return err
		}
	}
	r.joinChains()
	for _, resolve := range r.waiting {
		if err := resolve(); err != nil {
			return err
		}
	}
	r.text = r.built.String()
	if r.said != nil {
		r.text = withBeginning(r.text, r.said.Before)
	}
	r.declared = map[string][]string{casToken: nil}
	for _, l := range r.layers {
		r.declared[l.kind] = merged(r.declared[l.kind], l.features())
	}
	return nil
}

// withBeginning is a text that begins as it did, where spaces stand for that.
func withBeginning(text, before string) string {
	bare := strings.TrimLeft(text, " ")
	if text == "" {
		return before
	}
	if len(text)-len(bare) == len(utf16.Encode([]rune(before))) {
		return before + bare
	}
	return text
}

func (r *tsvReader) readLine(line string) error {
	switch text, isText := strings.CutPrefix(line, "#Text="); {
	case r.number == 1:
		version, is := strings.CutPrefix(line, tsvFormat)
		r.old = version == ".0" || version == ".1"
		if !is {
			return errors.New("its first line does not say that it is WebAnno TSV 3")
		}
	case isText:
		r.begun = true
		r.sentence = append(r.sentence, r.unescaped(text))
	case strings.HasPrefix(line, "#glossator="):
		return r.readSaid(strings.TrimPrefix(line, "#glossator="))
	case strings.HasPrefix(line, "#T_") && !r.begun:
		layer, err := tsvLayerOf(line)
		r.layers = append(r.layers, layer)
		return err
	case strings.HasPrefix(line, "#"), line == "":
	default:
		if strings.Count(line, "|") > SpanLimit || strings.Count(line, "\t") > SpanLimit || len(r.structs) > mostStructs {
			return fmt.Errorf("there are more than %d annotations; split the article", SpanLimit)
		}
		return r.readRow(strings.Split(line, "\t"))
	}
	return nil
}

func (r *tsvReader) unescaped(text string) string {
	if r.old {
		return tsvTextOld(text)
	}
	return tsvTextRead(text)
}

// mostPadded is how far the first token of a sentence may lie behind the text
// before it.
const mostPadded = 1 << 16

// beginSentence puts the text of a sentence where its first token begins. A gap
// before it is a line break and spaces, as INCEpTION fills it.
func (r *tsvReader) beginSentence(begin int) error {
	gap := begin - r.length
	switch {
	case gap < 0:
		return fmt.Errorf("the token begins at %d, but the text before it is %d UTF-16 units long; the offsets of the file are damaged", begin, r.length)
	case gap > mostPadded:
		return fmt.Errorf("the token begins at %d, far behind the text before it (%d)", begin, r.length)
	case gap > 0 && r.length > 0:
		r.append("\n" + strings.Repeat(" ", gap-1))
	default:
		r.append(strings.Repeat(" ", gap))
	}
	r.append(strings.Join(r.sentence, "\n"))
	r.sentence = nil
	return nil
}

func (r *tsvReader) append(text string) {
	r.built.WriteString(text)
	for _, c := range text {
		r.length += max(1, utf16.RuneLen(c))
	}
}

// readRow reads a token, or a part of one, with its annotations.
func (r *tsvReader) readRow(fields []string) error {
	if len(fields) < 3 {
		return errors.New("it is no row of a token: number, offsets and the token, parted by TABs")
	}
	begin, end, err := tsvOffsets(fields[1])
	if err != nil {
		return err
	}
	if r.sentence != nil {
		if err := r.beginSentence(begin); err != nil {
			return err
		}
	}
	if end > r.length {
		return fmt.Errorf("the token ends at %d, past the text (%d UTF-16 units)", end, r.length)
	}
	if r.units[fields[0]] != nil {
		return fmt.Errorf("the token %s is there twice", shorten(fields[0], 30))
	}
	unit := &tsvUnit{begin: begin, end: end, holds: map[string][]tsvHeld{}}
	r.units[fields[0]] = unit
	if !strings.Contains(fields[0], ".") {
		unit.token = r.annotation(casToken, unit)
	}
	return r.readCells(unit, fields[3:])
}

func tsvOffsets(field string) (begin, end int, err error) {
	first, second, _ := strings.Cut(field, "-")
	begin, err1 := strconv.Atoi(first)
	end, err2 := strconv.Atoi(second)
	if err1 != nil || err2 != nil || begin < 0 || end < begin {
		return 0, 0, fmt.Errorf("“%s” are no offsets of a token", shorten(field, 30))
	}
	return begin, end, nil
}

// annotation adds a structure at a unit.
func (r *tsvReader) annotation(kind string, unit *tsvUnit) *casStruct {
	r.ids++
	s := newStruct(strconv.Itoa(r.ids), kind)
	s.line, s.begin, s.end, s.placed = r.number, unit.begin, unit.end, true
	return r.add(s)
}
