package storage

import (
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// TestSpansOfEveryKind reads spans as they were written, whatever they have.
func TestSpansOfEveryKind(t *testing.T) {
	text := strings.Repeat("Äpfel 🍏 und Birnen. ", 8)
	of := func(start int, s annotate.Span) annotate.Span {
		s.ID, s.Label, s.Range = annotate.NewID(), "actor", annotate.Range{Start: start, End: start + len("Äpfel 🍏 und")}
		return s
	}
	line := len("Äpfel 🍏 und Birnen. ")
	spans := []annotate.Span{
		of(0, annotate.Span{}),
		of(line, annotate.Span{Note: "Note: 3 4 5 ñ\n🍐"}),
		of(2*line, annotate.Span{Attrs: annotate.Attrs{"kind": "ä 🍏"}}),
		of(3*line, annotate.Span{Gaps: []annotate.Range{{Start: 3*line + 6, End: 3*line + 7}}, Source: "brat: T1 ü"}),
		of(4*line, annotate.Span{Note: " ", Source: " 1", Attrs: annotate.Attrs{"kind": " "}}),
	}
	p := newProject(t)
	doc := article("Fruit", text)
	layer, err := annotate.NewLayer("", dresden).With(spans, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	doc.Layers = []annotate.Layer{layer}
	mustImport(t, p, ImportOptions{}, doc)
	got := exported(t, p, Choice{})[0].Layers[0].Spans()
	if len(got) != len(spans) {
		t.Fatalf("%d spans came back", len(got))
	}
	for i, want := range layer.Spans() {
		if !got[i].Equal(want) {
			t.Errorf("%+v came back as %+v", want, got[i])
		}
	}
	checkClean(t, p)
}

func TestAmongKeys(t *testing.T) {
	if got := among("id", []int64{7, 3, 4, 5}); len(got) != 2 || got[0].args[0] != int64(3) || got[0].args[1] != int64(5) || got[1].args[0] != int64(7) {
		t.Errorf("%+v", got)
	}
	var apart []int64
	for i := range fewRuns + 1 {
		apart = append(apart, int64(10*i))
	}
	if got := among("id", apart); len(got) != 1 || len(got[0].args) != 1 {
		t.Errorf("%+v", got)
	}
}
