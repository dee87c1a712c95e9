package dataset

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/glossator/glossator/annotate"
)

// A recordReader reads the spans and links of one layer. IDs that are none of
// ours are kept as the source's, and others follow from them.
type recordReader struct {
	raw          raw
	records      annotate.Records
	units, clean annotate.Units // of the text as it came and of the clean one, where they differ
	salt         []string       // what derived IDs follow from
	ids          map[annotate.ID]annotate.ID
}

func (r recordReader) spans(lines []spanLine) ([]annotate.Span, error) {
	var spans []annotate.Span
	for i, line := range lines {
		record, err := line.record()
		var span annotate.Span
		if err == nil {
			span, err = r.span(record, i)
		}
		if err != nil {
			return nil, fmt.Errorf("span %s (%s): %w", cmp.Or(string(record.ID), strconv.Itoa(i+1)), cmp.Or(record.Label, "no label"), err)
		}
		spans = append(spans, span)
	}
	return spans, nil
}

func (r recordReader) span(record annotate.SpanRecord, i int) (annotate.Span, error) {
	if record.Label == "" {
		return annotate.Span{}, errors.New("it has no \"label\"")
	}
	if _, twice := r.ids[record.ID]; twice && record.ID != "" {
		return annotate.Span{}, errors.New("its id is there twice")
	}
	given := record.ID
	if given.Check() != nil {
		record.Source = cmp.Or(record.Source, string(given))
		record.ID = annotate.DerivedID(append(slices.Clone(r.salt), cmp.Or(string(given), strconv.Itoa(i)), record.Label, strconv.Itoa(record.Start), strconv.Itoa(record.End))...)
	}
	r.ids[given] = record.ID
	record, err := r.shifted(record)
	if err != nil {
		return annotate.Span{}, err
	}
	return r.records.Read(record)
}

// shifted is a record whose offsets count the clean text.
func (r recordReader) shifted(record annotate.SpanRecord) (annotate.SpanRecord, error) {
	if r.raw.same() {
		return record, nil
	}
	record.Quote, _ = annotate.Clean(record.Quote)
	at, err := r.units.Range(record.Start, record.End)
	if err != nil {
		return record, err
	}
	record.Start, record.End = r.clean.OfRange(r.raw.place(at))
	gaps := slices.Clone(record.Gaps)
	for i, gap := range gaps {
		if at, err = r.units.Range(gap[0], gap[1]); err != nil {
			return record, fmt.Errorf("gap: %w", err)
		}
		gaps[i][0], gaps[i][1] = r.clean.OfRange(r.raw.place(at))
	}
	record.Gaps = gaps
	return record, nil
}

func (r recordReader) links(records []annotate.LinkRecord) ([]annotate.Link, error) {
	var links []annotate.Link
	seen := map[annotate.ID]bool{}
	for i, record := range records {
		link, err := r.link(record, i)
		if err == nil && seen[link.ID] {
			err = errors.New("its id is there twice")
		}
		if err != nil {
			return nil, fmt.Errorf("link %s (%s): %w", cmp.Or(string(record.ID), strconv.Itoa(i+1)), cmp.Or(record.Kind, "no kind"), err)
		}
		seen[link.ID] = true
		links = append(links, link)
	}
	return links, nil
}

func (r recordReader) link(record annotate.LinkRecord, i int) (annotate.Link, error) {
	link := annotate.Link(record)
	if link.Kind == "" {
		return link, errors.New("it has no \"kind\"")
	}
	var fromThere, toThere bool
	link.From, fromThere = r.ids[record.From]
	link.To, toThere = r.ids[record.To]
	if !fromThere || !toThere {
		return link, errors.New("a span that it joins is not in the layer")
	}
	if link.ID.Check() != nil {
		link.Source = cmp.Or(link.Source, string(record.ID))
		link.ID = annotate.DerivedID(append(slices.Clone(r.salt), "link", cmp.Or(string(record.ID), strconv.Itoa(i)), link.Kind, string(link.From), string(link.To))...)
	}
	return link, nil
}
