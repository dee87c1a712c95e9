package dataset

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

// seen is a row as it can be told by files of the format: without what the
// format never says, so that what was meant and what was read are alike.
func (f Format) seen(r row, c Choices) row {
	r.author.Name = homeName(r.author, f.suffix)
	if !f.exact {
		r.author.ID, r.author.Kind = "", ""
	}
	for _, kind := range f.lacking(c) {
		r.drop(kind)
	}
	if f.inXML {
		r.intoXML(f.xmlText)
	}
	if f.tokens {
		r = r.squeezed()
	}
	spans := slices.Clone(r.spans)
	for i := range spans {
		if spans[i].Source = ""; f.exact {
			spans[i].Source = string(spans[i].ID) + r.spans[i].Source
		}
	}
	links := slices.Clone(r.links)
	for i := range links {
		if links[i].Source = ""; f.exact {
			links[i].Source = string(links[i].ID) + r.links[i].Source
		}
	}
	r.spans, r.links = spans, links
	maps.DeleteFunc(r.values, func(name, text string) bool { return text == "" && !f.exact })
	return r
}

// lacking are the kinds that files of the format never tell, though a reader may
// make something up, as a title.
func (f Format) lacking(c Choices) []Kind {
	if c.Plain && f.heedsPlain {
		return slices.Concat(f.lacks, []Kind{Titles, Metadata, Authors, Statuses, ArticleNotes, Values})
	}
	return f.lacks
}

// intoXML puts spaces for all characters of a row for which XML has no place;
// in the text only if that is asked for.
func (r *row) intoXML(all bool) {
	change := func(text string) string { text, _ = xmlSpaced(text); return text }
	text := r.article.Text
	if all {
		r.article.Text = change(text)
	}
	r.article.Title = change(r.article.Title)
	r.article.Meta, r.values = shapedPairs(r.article.Meta, change), shapedPairs(r.values, change)
	r.author.Name = change(r.author.Name)
	move := moved(text, r.article.Text)
	spans := slices.Clone(r.spans)
	for i, s := range spans {
		s.Note, s.Attrs, s.Gaps, s.Label = change(s.Note), shapedPairs(s.Attrs, change), slices.Clone(s.Gaps), change(s.Label)
		s.Range = move(s.Range)
		for j, gap := range s.Gaps {
			s.Gaps[j] = move(gap)
		}
		spans[i] = s
	}
	links := slices.Clone(r.links)
	for i, k := range links {
		links[i].Note, links[i].Kind = change(k.Note), change(k.Kind)
	}
	r.spans, r.links = spans, links
}

func shapedPairs[M ~map[string]string](pairs M, change func(string) string) M {
	if pairs == nil {
		return nil
	}
	shaped := M{}
	for name, value := range pairs {
		shaped[change(name)] = change(value)
	}
	return shaped
}

// moved finds ranges of one text in another that has other characters, as many.
func moved(from, to string) func(annotate.Range) annotate.Range {
	if len(from) == len(to) {
		return func(at annotate.Range) annotate.Range { return at }
	}
	at := make([]int, 0, len(from)+1) // in to, by byte of from
	there := 0
	for i := range len(from) + 1 {
		if i > 0 && (i == len(from) || utf8.RuneStart(from[i])) {
			_, size := utf8.DecodeRuneInString(to[there:])
			there += size
		}
		at = append(at, there)
	}
	return func(r annotate.Range) annotate.Range { return annotate.Range{Start: at[r.Start], End: at[r.End]} }
}

// inTokens leaves only these tokens of the text. Spans begin and end with one.
func (r *row) inTokens(tokens []annotate.Range) {
	var b strings.Builder
	at := map[int]int{}
	for _, token := range tokens {
		at[token.Start] = b.Len()
		b.WriteString(r.article.Text[token.Start:token.End])
		at[token.End] = b.Len()
	}
	r.article.Text = b.String()
	for i, s := range r.spans {
		r.spans[i].Range = annotate.Range{Start: at[s.Start], End: at[s.End]}
	}
}

// squeezed is a row without white space and marks of byte order in its text, as
// what tokens tell of it.
func (r row) squeezed() row {
	text := r.article.Text
	at := make([]int, len(text)+1)
	var b strings.Builder
	for i, c := range text {
		at[i] = b.Len()
		if !annotate.IsSpace(c) && string(c) != byteOrderMark {
			b.WriteRune(c)
		}
	}
	at[len(text)] = b.Len()
	r.article.Text = b.String()
	spans := slices.Clone(r.spans)
	for i, s := range spans {
		spans[i].Range = annotate.Range{Start: at[s.Start], End: at[s.End]}
	}
	r.spans = spans
	return r
}
