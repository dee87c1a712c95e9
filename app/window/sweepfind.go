package window

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/suggest"
	"github.com/glossator/glossator/app/textview"
	"github.com/glossator/glossator/storage"
)

// mostSwept is how many occurrences in all articles are offered at a time.
const mostSwept = 20_000

// An answer is what the user said to an occurrence.
type answer int

const (
	answerOpen answer = iota
	answerTaken
	answerRefused
)

// An occurrence is a place in the project where words stand without a label.
type occurrence struct {
	article int // in the articles of what was found
	annotate.Range
	context string         // what stands around it, in one line
	place   textview.Range // of the words in the context
	answer  answer
}

// A swept article has occurrences.
type swept struct {
	id    annotate.ID
	title string
	count int
}

// A haul is what was found in all articles.
type haul struct {
	occurrences []occurrence // by article, in order
	articles    []swept
	searched    int  // articles
	labelled    int  // occurrences that have the label already
	more        bool // there are more occurrences than are offered
}

// sweepAll finds words in all articles.
func sweepAll(ctx context.Context, project *storage.Project, wish suggest.Wish, say func(string)) (haul, error) {
	var h haul
	docs := func(yield func(annotate.Document, error) bool) {
		for doc, err := range project.Documents(ctx, storage.Choice{}) {
			if !yield(doc, err) {
				return
			}
			h.searched++
			say(fmt.Sprintf("%s searched, %s found", counted(h.searched, "article"), grouped(len(h.occurrences))))
		}
	}
	for found, err := range suggest.Everywhere(docs, wish) {
		if err != nil {
			return haul{}, err
		}
		h.labelled += found.Labelled
		if h.add(found); h.more {
			break
		}
	}
	return h, ctx.Err()
}

// add takes in an article, up to as many occurrences as are offered.
func (h *haul) add(found suggest.Find) {
	for i, r := range found.Open {
		if h.more = len(h.occurrences) == mostSwept; h.more {
			return
		}
		if i == 0 {
			h.articles = append(h.articles, swept{id: found.Article.ID, title: titleOfArticle(found.Article)})
		}
		o := occurrence{article: len(h.articles) - 1, Range: r}
		o.context, o.place = contextOf(found.Article.Text, r)
		h.occurrences = append(h.occurrences, o)
		h.articles[o.article].count++
	}
}

// contextOf is what stands around a stretch of text, in one line, and where the stretch is in it.
func contextOf(text string, r annotate.Range) (string, textview.Range) {
	const before, after = 42, 110
	left := []rune(strings.ToValidUTF8(strings.Join(strings.Fields(text[max(0, r.Start-4*before):r.Start]), " "), ""))
	head := string(left[max(0, len(left)-before):])
	if last, _ := utf8.DecodeLastRuneInString(text[:r.Start]); annotate.IsSpace(last) {
		head += " "
	}
	if len(left) > before || r.Start > 4*before {
		head = "…" + head
	}
	words := oneLine(text[r.Start:r.End], 60)
	tail := oneLine(text[r.End:min(len(text), r.End+4*after)], after)
	if next, _ := utf8.DecodeRuneInString(text[r.End:]); annotate.IsSpace(next) {
		tail = " " + tail
	}
	return head + words + tail, textview.Range{Start: len(head), End: len(head) + len(words)}
}

// keepAnswers gives occurrences the answers that they had when they were found before.
func (h *haul) keepAnswers(before haul) {
	type place struct {
		article annotate.ID
		at      annotate.Range
	}
	answers := map[place]answer{}
	for _, o := range before.occurrences {
		answers[place{before.articles[o.article].id, o.Range}] = o.answer
	}
	for i, o := range h.occurrences {
		h.occurrences[i].answer = answers[place{h.articles[o.article].id, o.Range}]
	}
}

// count is how many occurrences have an answer.
func (h *haul) count(a answer) int {
	n := 0
	for _, o := range h.occurrences {
		n += ones(o.answer == a)
	}
	return n
}

// parts are what was taken, by article.
func (h *haul) parts() []part {
	var parts []part
	for _, o := range h.occurrences {
		if o.answer != answerTaken {
			continue
		}
		if a := h.articles[o.article]; len(parts) == 0 || parts[len(parts)-1].article != a.id {
			parts = append(parts, part{article: a.id, title: a.title})
		}
		last := &parts[len(parts)-1]
		last.taken = append(last.taken, o.Range)
	}
	return parts
}
