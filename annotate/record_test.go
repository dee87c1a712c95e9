package annotate_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestRecordsCountCodePointsAndHoldTheQuote(t *testing.T) {
	text := "🔥 Zoe\u0301 fled Port Amrel"
	records := annotate.Recording(text)
	start := strings.Index(text, "fled")
	span := annotate.Span{ID: annotate.NewID(), Range: annotate.Range{Start: 5, End: len(text)}, Label: "claim",
		Gaps: []annotate.Range{{Start: start, End: start + 5}}, Attrs: annotate.Attrs{"stance": "denies"}, Note: "n", Source: "T1"}
	record := records.Span(span)
	if record.Start != 2 || record.Quote != text[5:] || string([]rune(text)[record.Start:record.End]) != record.Quote {
		t.Errorf("the record is %+v", record)
	}
	data, err := json.Marshal(record)
	if err != nil {
		t.Fatal(err)
	}
	var back annotate.SpanRecord
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if got, err := records.Read(back); err != nil || !got.Equal(span) {
		t.Errorf("came back as %+v (%v)", got, err)
	}
}

func TestRecordsThatDoNotFitAreRefused(t *testing.T) {
	records := annotate.Recording("Зоя fled")
	for want, record := range map[string]annotate.SpanRecord{
		"end 900 is past the text (8 code points)":                   {Start: 0, End: 900},
		"the end 1 lies before the start 2":                          {Start: 2, End: 1},
		`the text from 0 to 3 is "Зоя", not "Ada" as its quote says`: {Start: 0, End: 3, Quote: "Ada"},
		"a span must hold at least one character":                    {Start: 1, End: 1},
		"its gaps must lie inside the span, in order and apart":      {Start: 0, End: 4, Gaps: [][2]int{{0, 2}}},
	} {
		if _, err := records.Read(record); err == nil || err.Error() != want {
			t.Errorf("%+v: %v, want %s", record, err, want)
		}
	}
}
