package annotate_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// A layer that was edited bit by bit is the same as one that was made at once, and none of the layers before
// it has changed.
func TestALayerIsTheSameHoweverItCameAbout(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 9))
	made := func() annotate.Span {
		start := random.IntN(2000)
		return annotate.Span{ID: annotate.NewID(), Label: fmt.Sprint(random.IntN(3)), Range: annotate.Range{Start: start, End: start + 1 + random.IntN(20)}}
	}
	var want []annotate.Span // in reading order
	layer := annotate.NewLayer(annotate.NewID(), annotate.Author{})
	var before []annotate.Layer
	var held [][]annotate.Span
	for n := range 900 {
		var change annotate.Change[annotate.Span]
		for range random.IntN(4) * (1 + 40*(random.IntN(20)/19)) {
			change.Add = append(change.Add, made())
		}
		shrinks := n/200%2 == 1
		for range min(len(want), random.IntN(3)+40*ones(shrinks && random.IntN(9) == 0)+4*ones(shrinks)) {
			i := random.IntN(len(want))
			change.Remove = append(change.Remove, want[i])
			want = slices.Delete(want, i, i+1)
		}
		want = append(want, change.Add...)
		slices.SortFunc(want, annotate.Span.Compare)
		after := changed(t, layer, change)
		if n%60 == 0 {
			before, held = append(before, layer), append(held, slices.Clone(layer.Spans()))
		}
		expectSpans(t, after, want)
		back, err := after.Apply(annotate.Edit{Spans: change}.Inverse())
		if err != nil || !back.Equal(layer) || !layer.Equal(back) {
			t.Fatalf("edit %d, undone, has left something else behind: %v", n, err)
		}
		if same := after.Equal(layer); same != (len(change.Add)+len(change.Remove) == 0) {
			t.Fatalf("edit %d of %d and %d spans: the layers are equal: %v", n, len(change.Remove), len(change.Add), same)
		}
		layer = after
	}
	for i, layer := range before {
		expectSpans(t, layer, held[i])
	}
}

// Spans can go one by one until none is left of those that lay together, wherever that was.
func TestAPartThatIsEmptiedIsGone(t *testing.T) {
	var want []annotate.Span
	layer := annotate.NewLayer(annotate.NewID(), annotate.Author{})
	for i := range 600 {
		span := annotate.Span{ID: annotate.NewID(), Label: "a", Range: annotate.Range{Start: i, End: i + 1}}
		want = append(want, span)
		layer = changed(t, layer, annotate.Change[annotate.Span]{Add: []annotate.Span{span}})
		expectSpans(t, layer, want)
	}
	for range 600 {
		i := min(128, len(want)-1) // first those that lie between two others
		span := want[i]
		want = slices.Delete(want, i, i+1)
		layer = changed(t, layer, annotate.Change[annotate.Span]{Remove: []annotate.Span{span}})
		expectSpans(t, layer, want)
	}
}

// Who appends to what a layer hands out writes into no layer.
func TestWhatALayerHandsOutCanBeAppendedTo(t *testing.T) {
	layer := annotate.NewLayer(annotate.NewID(), annotate.Author{})
	for i := range 300 {
		layer = changed(t, layer, annotate.Change[annotate.Span]{Add: []annotate.Span{{ID: annotate.NewID(), Label: "a", Range: annotate.Range{Start: i, End: i + 1}}}})
	}
	full, want := layer, slices.Clone(layer.Spans())
	for n := 299; n > 0; n-- {
		layer = changed(t, layer, annotate.Change[annotate.Span]{Remove: layer.Spans()[n:]})
		one, other := append(layer.Spans(), annotate.Span{ID: "one"}), append(layer.Spans(), annotate.Span{ID: "other"})
		if one[n].ID != "one" || other[n].ID != "other" {
			t.Fatalf("of %d spans the slices that were handed out share memory", n)
		}
	}
	expectSpans(t, full, want)
}

// No span is chosen where the selection has none, not even one without an ID.
func TestNothingIsChosenWithoutAnID(t *testing.T) {
	layer, err := annotate.NewLayer(annotate.NewID(), annotate.Author{}).With([]annotate.Span{{Label: "a", Range: annotate.Range{Start: 0, End: 3}}}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	session, err := annotate.NewSession(annotate.Article{Text: "one two"}, layer, nil, annotate.Scheme{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	session.Select(annotate.Range{Start: 0, End: 3})
	if span, chosen := session.Selected(); chosen {
		t.Errorf("%v is chosen", span)
	}
}

// changed is a layer after a change of its spans.
func changed(t *testing.T, layer annotate.Layer, change annotate.Change[annotate.Span]) annotate.Layer {
	t.Helper()
	after, err := layer.Apply(annotate.Edit{Spans: change})
	if err != nil {
		t.Fatal(err)
	}
	return after
}

func ones(is bool) int {
	if is {
		return 1
	}
	return 0
}

// expectSpans looks at a layer's spans in each way that there is.
func expectSpans(t *testing.T, layer annotate.Layer, want []annotate.Span) {
	t.Helper()
	if layer.SpanCount() != len(want) || !slices.EqualFunc(layer.Spans(), want, annotate.Span.Equal) {
		t.Fatalf("%d spans are others than the %d expected", layer.SpanCount(), len(want))
	}
	whole, err := layer.With(want, nil, nil)
	if err != nil || !layer.Equal(whole) || !whole.Equal(layer) {
		t.Fatalf("the layer is not equal to one of the same spans: %v", err)
	}
	seen := 0
	for i, span := range layer.EachSpan() {
		if i != seen || !span.Equal(want[i]) || !layer.SpanAt(i).Equal(want[i]) {
			t.Fatalf("span %d is %v, and at its place is %v", i, *span, layer.SpanAt(i))
		}
		seen++
	}
	if seen != len(want) {
		t.Fatalf("%d of %d spans were seen", seen, len(want))
	}
	if len(want) > 0 {
		if found, there := layer.Span(want[len(want)/2].ID); !there || !found.Equal(want[len(want)/2]) {
			t.Fatal("a span is not found by its ID")
		}
	}
}

// An edit of one span among ten thousand, and its inverse. It looks through all of them once, for its ID, and copies few.
func BenchmarkApplyAmongTenThousand(b *testing.B) {
	var spans []annotate.Span
	for i := range 10_000 {
		spans = append(spans, annotate.Span{ID: annotate.NewID(), Label: "place", Range: annotate.Range{Start: i / 2, End: i/2 + 9}})
	}
	layer, err := annotate.Layer{}.With(spans, nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for i := range b.N {
		one := annotate.Span{ID: annotate.NewID(), Label: "actor", Range: annotate.Range{Start: i % 5000, End: i%5000 + 4}}
		edit := annotate.Edit{Spans: annotate.Change[annotate.Span]{Add: []annotate.Span{one}}}
		if layer, err = layer.Apply(edit); err != nil {
			b.Fatal(err)
		}
		if layer, err = layer.Apply(edit.Inverse()); err != nil {
			b.Fatal(err)
		}
	}
}
