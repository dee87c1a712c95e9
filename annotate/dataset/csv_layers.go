package dataset

import (
	"fmt"
	"strconv"

	"github.com/glossator/glossator/annotate"
)

// csvLayers are the layers of one article while they are read.
type csvLayers struct {
	records []layerLine
	at      map[string]int    // by id
	spans   map[[2]string]int // place of a span in its layer, by the layer's id and its own
}

func (l csvLayers) addSpan(record *layerLine, row csvRow) error {
	start, end, err := row.offsets()
	key := [2]string{row.get("layer"), row.get("id")}
	if _, twice := l.spans[key]; twice {
		return fmt.Errorf("the id %s is there twice", row.get("id"))
	}
	l.spans[key] = len(record.Spans)
	span := annotate.SpanRecord{ID: annotate.ID(row.get("id")), Label: row.get("label"), Quote: row.get("quote"), Note: row.get("note"), Source: row.get("source")}
	record.Spans = append(record.Spans, spanLine{SpanRecord: span, Start: &start, End: &end})
	return err
}

// offsets are the start and the end that a row has.
func (r csvRow) offsets() (start, end int, err error) {
	for column, to := range map[string]*int{"start": &start, "end": &end} {
		n, wrong := strconv.Atoi(r.get(column))
		if wrong != nil {
			return 0, 0, fmt.Errorf("its %s %q is not a number", column, r.get(column))
		}
		*to = n
	}
	return start, end, nil
}

// span is the span that a row is about.
func (l csvLayers) span(record *layerLine, row csvRow) (*annotate.SpanRecord, error) {
	i, there := l.spans[[2]string{row.get("layer"), row.get("span")}]
	if !there {
		return nil, fmt.Errorf("its span %q is not one of its layer's", row.get("span"))
	}
	return &record.Spans[i].SpanRecord, nil
}

func (l csvLayers) addGap(record *layerLine, row csvRow) error {
	span, err := l.span(record, row)
	if err != nil {
		return err
	}
	start, end, err := row.offsets()
	span.Gaps = append(span.Gaps, [2]int{start, end})
	return err
}

func (l csvLayers) addAttribute(record *layerLine, row csvRow) error {
	span, err := l.span(record, row)
	if err != nil {
		return err
	}
	if span.Attrs == nil {
		span.Attrs = map[string]string{}
	}
	if _, twice := span.Attrs[row.get("name")]; twice {
		return fmt.Errorf("%q is there twice", row.get("name"))
	}
	span.Attrs[row.get("name")] = row.get("value")
	return nil
}

func (l csvLayers) addLink(record *layerLine, row csvRow) error {
	record.Links = append(record.Links, annotate.LinkRecord{ID: annotate.ID(row.get("id")), Kind: row.get("kind"), From: annotate.ID(row.get("from")),
		To: annotate.ID(row.get("to")), Note: row.get("note"), Source: row.get("source")})
	return nil
}

func (l csvLayers) addValue(record *layerLine, row csvRow) error {
	if _, twice := record.Values[row.get("name")]; twice {
		return fmt.Errorf("%q is there twice", row.get("name"))
	}
	record.Values[row.get("name")] = row.get("value")
	return nil
}
