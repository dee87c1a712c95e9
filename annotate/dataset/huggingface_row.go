package dataset

import (
	"encoding/json"
	"slices"

	"github.com/glossator/glossator/annotate"
)

// An hfRow is a row of Parquet. All is a pointer: whoever reads it takes for
// granted that every column may be missing, and an optional number that is no
// pointer would be missing when it is 0.
type hfRow struct {
	ID        *string       `parquet:"id"`
	Title     *string       `parquet:"title"`
	Author    *string       `parquet:"author"`
	Status    *string       `parquet:"status"`
	Text      *string       `parquet:"text"`
	Tokens    []*string     `parquet:"tokens,optional,list"`
	Starts    []*int64      `parquet:"token_starts,optional,list"`
	Ends      []*int64      `parquet:"token_ends,optional,list"`
	Tags      []*int64      `parquet:"ner_tags,optional,list"`
	Spans     []*hfSpan     `parquet:"spans,optional,list"`
	Relations []*hfRelation `parquet:"relations,optional,list"`
	Meta      *string       `parquet:"meta"`
	Values    *string       `parquet:"values"`
}

// An hfSpan is a span in code points, its gaps as a JSON list of pairs and its
// attributes as a JSON object.
type hfSpan struct {
	Start      *int64  `parquet:"start" json:"start"`
	End        *int64  `parquet:"end" json:"end"`
	Label      *string `parquet:"label" json:"label"`
	Quote      *string `parquet:"quote" json:"quote"`
	Gaps       *string `parquet:"gaps" json:"gaps"`
	Attributes *string `parquet:"attributes" json:"attributes"`
	Note       *string `parquet:"note" json:"note"`
}

// An hfRelation joins two spans by their places in the list.
type hfRelation struct {
	Head  *int64  `parquet:"head" json:"head"`
	Tail  *int64  `parquet:"tail" json:"tail"`
	Label *string `parquet:"label" json:"label"`
	Note  *string `parquet:"note" json:"note"`
}

// row is a layer.
func (w *hfWriter) row(a annotate.Article, layer annotate.Layer) hfRow {
	units := annotate.In(annotate.CodePoints, a.Text)
	row := hfRow{ID: new(string(a.ID)), Title: &a.Title, Author: &layer.Author.Name, Status: new(string(layer.Status())), Text: &a.Text,
		Tokens: []*string{}, Starts: []*int64{}, Ends: []*int64{}, Tags: []*int64{}, Spans: []*hfSpan{}, Relations: []*hfRelation{},
		Meta: jsonText(a.Meta), Values: jsonText(otherValues(layer))}
	g := newGrid(a.Text, 1)
	for _, s := range Outermost.order(layer.Spans()) {
		if stretches, _ := g.stretches(s); g.free(0, stretches) {
			g.mark(0, stretches, s.Label)
		}
	}
	for i, token := range g.tokens {
		start, end := units.OfRange(token)
		row.Tokens = append(row.Tokens, new(a.Text[token.Start:token.End]))
		row.Starts, row.Ends = append(row.Starts, new(int64(start))), append(row.Ends, new(int64(end)))
		row.Tags = append(row.Tags, new(int64(slices.Index(w.tags, g.written(0, i, IOB2)))))
	}
	places := map[annotate.ID]int64{}
	for _, s := range layer.Spans() {
		places[s.ID] = int64(len(row.Spans))
		start, end := units.OfRange(s.Range)
		gaps := [][2]int{}
		for _, gap := range s.Gaps {
			from, to := units.OfRange(gap)
			gaps = append(gaps, [2]int{from, to})
		}
		row.Spans = append(row.Spans, &hfSpan{new(int64(start)), new(int64(end)), &s.Label, new(s.Quote(a.Text)), jsonText(gaps), jsonText(s.Attrs), &s.Note})
	}
	for _, k := range layer.Links() {
		row.Relations = append(row.Relations, &hfRelation{new(places[k.From]), new(places[k.To]), &k.Kind, &k.Note})
	}
	return row
}

// otherValues are the article-level values but the status.
func otherValues(layer annotate.Layer) map[string]string {
	values := map[string]string{}
	for _, v := range layer.Values() {
		if v.Name != annotate.StatusValue {
			values[v.Name] = v.Text
		}
	}
	return values
}

// jsonText is a value as a JSON text: columns must have the same fields in all
// rows. Nothing is an empty object.
func jsonText(value any) *string {
	data, err := json.Marshal(value)
	if err != nil || string(data) == "null" {
		return new("{}")
	}
	return new(string(data))
}

// line is the row as a line of JSON, tags by their names.
func (r hfRow) line(tags []string) ([]byte, error) {
	var o object
	o.put("id", r.ID)
	o.put("title", r.Title)
	o.put("author", r.Author)
	o.put("status", r.Status)
	o.put("text", r.Text)
	o.put("tokens", r.Tokens)
	o.put("token_starts", r.Starts)
	o.put("token_ends", r.Ends)
	names := []string{}
	for _, tag := range r.Tags {
		names = append(names, tags[*tag])
	}
	o.put("ner_tags", names)
	o.put("spans", r.Spans)
	o.put("relations", r.Relations)
	o.put("meta", r.Meta)
	o.put("values", r.Values)
	return o.line()
}
