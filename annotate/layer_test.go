package annotate_test

import (
	"errors"
	"testing"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/annotatetest"
)

func TestApplyRefusesWhatDoesNotFitAndChangesNothing(t *testing.T) {
	layer := annotatetest.Draw(t, "[claim [actor A] said] in [place B]").Document(t, "A", "Ada").Layers[0]
	spans := layer.Spans()
	changed := spans[0]
	changed.Note = "other"
	orphan := annotate.Link{ID: annotate.NewID(), Kind: "near", From: spans[0].ID, To: annotate.NewID()}
	for name, edit := range map[string]annotate.Edit{
		"adding what is there":              {Spans: annotate.Change[annotate.Span]{Add: spans[:1]}},
		"adding one thing twice":            {Spans: annotate.Change[annotate.Span]{Add: []annotate.Span{{ID: "x"}, {ID: "x"}}}},
		"removing what has changed":         {Spans: annotate.Change[annotate.Span]{Remove: []annotate.Span{changed}}},
		"linking to what is not there":      {Links: annotate.Change[annotate.Link]{Add: []annotate.Link{orphan}}},
		"removing a value that is not set":  {Values: annotate.Change[annotate.Value]{Remove: []annotate.Value{{Name: "note", Text: "x"}}}},
		"removing a span but not its links": {},
	} {
		from := layer
		if edit.Empty() {
			from = linked(t, layer)
			edit.Spans.Remove = spans[:1]
		}
		if _, err := from.Apply(edit); !errors.Is(err, annotate.ErrStale) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(layer.Spans()) != 3 {
		t.Errorf("%d spans are left", len(layer.Spans()))
	}
}

func linked(t *testing.T, l annotate.Layer) annotate.Layer {
	t.Helper()
	link := annotate.Link{ID: annotate.NewID(), Kind: "said_by", From: l.Spans()[0].ID, To: l.Spans()[1].ID}
	l, err := l.Apply(annotate.Edit{Links: annotate.Change[annotate.Link]{Add: []annotate.Link{link}}})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestAppliedLayersShareNothingThatChanges(t *testing.T) {
	d := annotatetest.Draw(t, "[claim [actor A] said] in [place B]")
	before := d.Document(t, "A", "Ada").Layers[0]
	was := annotatetest.Picture(d.Text, before.Spans(), annotate.Range{})
	after := before
	for i := range 20 {
		var err error
		span := annotate.Span{ID: annotate.NewID(), Range: annotate.Range{Start: i % 5, End: i%5 + 1}, Label: "actor"}
		if after, err = after.Apply(annotate.Edit{Spans: annotate.Change[annotate.Span]{Add: []annotate.Span{span}}}); err != nil {
			t.Fatal(err)
		}
		if _, err = before.Apply(annotate.Edit{Spans: annotate.Change[annotate.Span]{Remove: before.Spans()[:1]}}); err != nil {
			t.Fatal(err)
		}
	}
	if is := annotatetest.Picture(d.Text, before.Spans(), annotate.Range{}); is != was {
		t.Errorf("the layer before became %q", is)
	}
}
