package storage

import (
	"slices"
	"strings"
	"unicode"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// Places are where in a text a search found something, in bytes.
type places struct {
	text  string
	found []annotate.Range
}

// findPlaces finds what a wish found in the texts of articles.
func findPlaces(tx *gorm.DB, in searcher, w wish, articles []int64) (map[int64]places, error) {
	open, shut := "<"+string(annotate.NewID())+">", "</"+string(annotate.NewID())+">"
	marked, err := in.marked(tx, w, articles, open, shut)
	if err != nil {
		return nil, err
	}
	var texts []articleRow
	if err := tx.Select("id", "text").Where("id IN ?", articles).Find(&texts).Error; err != nil {
		return nil, err
	}
	all := map[int64]places{}
	for _, row := range texts {
		found := append(between(marked[row.ID], open, shut), w.runs(row.Text)...)
		all[row.ID] = places{row.Text, joined(found)}
	}
	return all, nil
}

// between are the stretches of a text between marks, counted without them.
func between(marked, open, shut string) []annotate.Range {
	var found []annotate.Range
	for at := 0; ; {
		before, rest, there := strings.Cut(marked, open)
		inside, after, _ := strings.Cut(rest, shut)
		if !there {
			return found
		}
		start := at + len(before)
		at = start + len(inside)
		found = append(found, annotate.Range{Start: start, End: at})
		marked = after
	}
}

// runs are where the wish's runs of characters without spaces are in a text.
func (w wish) runs(text string) []annotate.Range {
	var found []annotate.Range
	for _, t := range w {
		if t.not {
			continue
		}
		for _, run := range spacelessRuns(t.text) {
			for at := strings.Index(text, run); at >= 0 && at < len(text); {
				found = append(found, annotate.Range{Start: at, End: at + len(run)})
				next := strings.Index(text[at+len(run):], run)
				if next < 0 {
					break
				}
				at += len(run) + next
			}
		}
	}
	return found
}

// joined puts stretches in order, and those that overlap together.
func joined(found []annotate.Range) []annotate.Range {
	slices.SortFunc(found, annotate.Range.Compare)
	var out []annotate.Range
	for _, r := range found {
		if n := len(out); n > 0 && r.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, r.End)
			continue
		}
		out = append(out, r)
	}
	return out
}

// A snippet shows so many code points before the first place, and has so many
// in all.
const (
	snippetBefore = 60
	snippetLength = 200
)

// hit is an article with what was found in it.
func (p places) hit(row Row) Hit {
	h := Hit{Row: row}
	units := annotate.In(annotate.CodePoints, p.text)
	for _, r := range p.found {
		start, end := units.OfRange(r)
		h.Found = append(h.Found, Stretch{start, end})
	}
	from := 0
	if len(h.Found) > 0 {
		from = max(0, h.Found[0].Start-snippetBefore)
	}
	h.Snippet, h.Marks = p.snippet(units, from, h.Found)
	return h
}

// snippet is the text from a code point on in one line, and what of it was
// found. It begins and ends between words where there are some.
func (p places) snippet(units annotate.Units, from int, found []Stretch) (string, []Stretch) {
	to := min(from+snippetLength, units.Total())
	r, err := units.Range(from, to)
	if err != nil {
		return "", nil
	}
	if from > 0 {
		cut := strings.IndexFunc(p.text[r.Start:r.End], unicode.IsSpace)
		if cut >= 0 && units.Of(r.Start+cut) < from+snippetBefore {
			r.Start += cut + 1
			for r.Start < r.End && !runeStart(p.text[r.Start]) {
				r.Start++
			}
		}
	}
	if to < units.Total() {
		if cut := strings.LastIndexFunc(p.text[r.Start:r.End], unicode.IsSpace); cut > (r.End-r.Start)/2 {
			r.End = r.Start + cut
		}
	}
	from, to = units.OfRange(r)
	var marks []Stretch
	for _, f := range found {
		if start, end := max(f.Start, from), min(f.End, to); start < end {
			marks = append(marks, Stretch{start - from, end - from})
		}
	}
	return oneLine(p.text[r.Start:r.End]), marks
}

func runeStart(b byte) bool { return b&0xc0 != 0x80 }

// oneLine makes every kind of space, line ends too, a plain one: a character
// for a character.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
}
