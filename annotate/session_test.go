package annotate_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/annotatetest"
)

// news is a scheme as projects have it.
var news = annotate.Scheme{
	Name: "news",
	Labels: []annotate.Label{
		{Name: "actor", Key: "a", Attributes: []annotate.Attribute{{Name: "kind", Kind: annotate.Text}}},
		{Name: "place", Key: "p", Attributes: []annotate.Attribute{{Name: "kind", Kind: annotate.Text}}},
		{Name: "casualty", Title: "Casualty", Key: "c", Attributes: []annotate.Attribute{{Name: "min", Kind: annotate.Number}}},
		{Name: "claim", Key: "m"},
	},
	Links: []annotate.LinkKind{{Name: "said_by", From: []string{"claim"}, To: []string{"actor"}}, {Name: "near"}},
}

// memory keeps entries; full makes it refuse them.
type memory struct {
	entries []annotate.Entry
	full    bool
}

var errFull = errors.New("the disk is full")

func (m *memory) Save(e annotate.Entry) error {
	if m.full {
		return errFull
	}
	m.entries = append(m.entries, e)
	return nil
}

// desk is a session as a test works at it.
type desk struct {
	*annotate.Session
	t      *testing.T
	memory *memory
}

func sit(t *testing.T, drawing string) desk {
	t.Helper()
	d := annotatetest.Draw(t, drawing)
	doc := d.Document(t, "A report", "Ada")
	m := &memory{}
	s, err := annotate.NewSession(doc.Article, doc.Layers[0], nil, news, m)
	if err != nil {
		t.Fatal(err)
	}
	s.Select(d.Selection)
	return desk{s, t, m}
}

func (d desk) do(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// shows compares what the session shows: selected text, or the selected span's
// text, in angle brackets.
func (d desk) shows(want string) {
	d.t.Helper()
	s := d.State()
	if got := annotatetest.Picture(s.Article.Text, s.Layer.Spans(), s.Selection.Range); got != want {
		d.t.Errorf("shows %q, want %q", got, want)
	}
}

func TestTagging(t *testing.T) {
	d := sit(t, "The legion took <Kursk> on Tuesday")
	d.do(d.Tag("place"))
	d.shows("The legion took [place <Kursk>] on Tuesday")
	if span, ok := d.Selected(); !ok || span.Label != "place" {
		t.Errorf("selected is %v", span)
	}
	if d.State().Layer.Status() != annotate.Started {
		t.Errorf("the status is %q", d.State().Layer.Status())
	}
	d.do(d.Tag("casualty")) // relabels
	d.shows("The legion took [casualty <Kursk>] on Tuesday")
	if got := d.State().Undo; got != "Relabel as Casualty" {
		t.Errorf("Undo would %q", got)
	}
	d.do(d.Undo())
	d.shows("The legion took [place <Kursk>] on Tuesday")
	d.do(d.Undo())
	d.shows("The legion took <Kursk> on Tuesday") // ready for another label
	if d.State().Layer.Status() != annotate.New {
		t.Errorf("the status is %q", d.State().Layer.Status())
	}
	d.do(d.Redo())
	d.shows("The legion took [place <Kursk>] on Tuesday")
}

func TestTaggingTheSameTwiceSelectsIt(t *testing.T) {
	d := sit(t, "in [place <Kursk>]")
	d.do(d.Tag("place"))
	d.shows("in [place <Kursk>]")
	if len(d.memory.entries) != 0 {
		t.Errorf("%d entries were saved", len(d.memory.entries))
	}
	d.Select(annotate.Range{Start: 3, End: 8})
	d.do(d.Tag("actor")) // a second span on the same words
	d.shows("in [actor [place <Kursk>]]")
}

func TestRefusals(t *testing.T) {
	d := sit(t, "in Kursk")
	for name, c := range map[string]struct{ got, want error }{
		"tag nothing":    {d.Tag("place"), annotate.ErrNothingSelected},
		"remove nothing": {d.Untag(), annotate.ErrNoSpan},
		"undo nothing":   {d.Undo(), annotate.ErrNothingToUndo},
		"redo nothing":   {d.Redo(), annotate.ErrNothingToRedo},
	} {
		if !errors.Is(c.got, c.want) {
			t.Errorf("%s: %v, want %v", name, c.got, c.want)
		}
	}
	d.Select(annotate.Range{Start: 3, End: 8})
	if err := d.Tag("weapon"); err == nil {
		t.Error("a label that the scheme does not have passed")
	}
}

func TestNothingIsShownThatIsNotSaved(t *testing.T) {
	d := sit(t, "in <Kursk>")
	d.memory.full = true
	if err := d.Tag("place"); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
	d.shows("in <Kursk>")
	if d.State().Undo != "" {
		t.Errorf("Undo would %q", d.State().Undo)
	}
	d.memory.full = false
	d.do(d.Tag("place"))
	d.shows("in [place <Kursk>]")
}

func TestRemovingASpanTakesItsLinksAndUndoBringsThemBack(t *testing.T) {
	d := sit(t, "[claim [actor The legion] said it won]")
	claim, actor := d.State().Layer.Spans()[0], d.State().Layer.Spans()[1]
	link := annotate.Link{ID: annotate.NewID(), Kind: "said_by", From: claim.ID, To: actor.ID}
	d.do(d.Do(annotate.Edit{Name: "Link", Links: annotate.Change[annotate.Link]{Add: []annotate.Link{link}}}))
	d.SelectSpan(actor.ID)
	d.do(d.Untag())
	d.shows("[claim The legion said it won]")
	if n := len(d.State().Layer.Links()); n != 0 {
		t.Errorf("%d links are left", n)
	}
	d.do(d.Undo())
	d.shows("[claim [actor <The legion>] said it won]")
	if links := d.State().Layer.Links(); len(links) != 1 || links[0] != link {
		t.Errorf("the links are %v", links)
	}
	d.SelectSpan(actor.ID)
	d.do(d.Tag("place")) // said_by may not end at a place
	if n := len(d.State().Layer.Links()); n != 0 {
		t.Errorf("%d links are left at a place", n)
	}
}

func TestRelabellingKeepsTheAttributesThatTheLabelHas(t *testing.T) {
	d := sit(t, "[actor The legion] won")
	span := d.State().Layer.Spans()[0]
	span.Attrs = annotate.Attrs{"kind": "armed group"}
	d.do(d.Change("Set kind", span))
	d.SelectSpan(span.ID)
	d.do(d.Tag("place"))
	if got := d.State().Layer.Spans()[0].Attrs["kind"]; got != "armed group" {
		t.Errorf("kind is %q", got)
	}
	d.do(d.Tag("casualty"))
	if got := d.State().Layer.Spans()[0].Attrs; len(got) != 0 {
		t.Errorf("attributes are %v", got)
	}
}

func TestWalkingTheSpans(t *testing.T) {
	d := sit(t, "[claim [actor A] said] in [place B]")
	for _, want := range []string{"claim", "actor", "place", "claim"} {
		span, ok := d.Neighbour(1)
		if !ok || span.Label != want {
			t.Fatalf("next is %v, want %s", span, want)
		}
		d.SelectSpan(span.ID)
	}
	if span, _ := d.Neighbour(-1); span.Label != "place" {
		t.Errorf("before the first is %v", span)
	}
}

func TestWatchersSeeBeforeAndAfter(t *testing.T) {
	d := sit(t, "in <Kursk>")
	var seen []string
	stop := d.Watch(func(before, after annotate.State) {
		seen = append(seen, fmt.Sprint(len(before.Layer.Spans()), len(after.Layer.Spans())))
	})
	d.do(d.Tag("place"))
	stop()
	d.do(d.Undo())
	if fmt.Sprint(seen) != "[0 1]" {
		t.Errorf("seen %v", seen)
	}
}

func TestWatchersThatActAreSeenInOrderByAll(t *testing.T) {
	d := sit(t, "in <Kursk>")
	var seen []string
	d.Watch(func(before, after annotate.State) {
		if after.Selection.Span != "" {
			d.Select(annotate.Range{Start: 1, End: 2})
		}
	})
	d.Watch(func(before, after annotate.State) {
		seen = append(seen, fmt.Sprint(before.Selection.Range, after.Selection.Range))
	})
	d.do(d.Tag("place"))
	if got := fmt.Sprint(seen); got != "[[3,8) [3,8) [3,8) [1,2)]" {
		t.Errorf("seen %s", got)
	}
}

func TestWhatTheSchemeOrTheTextDoesNotAllowIsRefused(t *testing.T) {
	d := sit(t, "[claim [actor A] [place B] C]")
	claim, actor, place := d.State().Layer.Spans()[0], d.State().Layer.Spans()[1], d.State().Layer.Spans()[2]
	link := func(kind string, from, to annotate.ID) annotate.Edit {
		return annotate.Edit{Links: annotate.Change[annotate.Link]{Add: []annotate.Link{{ID: annotate.NewID(), Kind: kind, From: from, To: to}}}}
	}
	odd, past, moved := actor, actor, place
	odd.Attrs = annotate.Attrs{"colour": "red"}
	past.End = 99
	moved.Range, moved.Label = actor.Range, actor.Label
	for name, edit := range map[string]annotate.Edit{
		"a kind of link that there is not":    link("eats", claim.ID, actor.ID),
		"labels that the kind does not join":  link("said_by", actor.ID, claim.ID),
		"a span with itself":                  link("near", actor.ID, actor.ID),
		"an attribute that the label has not": annotate.Replace("x", actor, odd),
		"a span past the text":                annotate.Replace("x", actor, past),
		"a twin of another span":              annotate.Replace("x", place, moved),
		"a status that there is not":          {Values: annotate.Change[annotate.Value]{Add: []annotate.Value{{Name: annotate.StatusValue, Text: "bogus"}}}},
		"a value that the scheme has not":     {Values: annotate.Change[annotate.Value]{Add: []annotate.Value{{Name: "mood", Text: "grim"}}}},
	} {
		if d.Do(edit) == nil {
			t.Errorf("%s: passed", name)
		}
	}
	d.shows("[claim [actor A] [place B] C]")
	if len(d.memory.entries) > 0 {
		t.Errorf("%d entries were saved", len(d.memory.entries))
	}
	d.SelectSpan(place.ID)
	d.do(d.Do(link("said_by", claim.ID, actor.ID)))
}

// TestRandomEditsUndoneAndRedone makes 10,000 random edits, undoes them to the
// beginning and redoes them to the end, and compares the layer at every step;
// then goes on from the saved history as after a restart.
func TestRandomEditsUndoneAndRedone(t *testing.T) {
	const steps = 10_000
	d := sit(t, "Зоя 🔥 said e\u0301lite [place Port [actor Amrel]] men killed 12; قُتل 3 in Dól.")
	random := rand.New(rand.NewPCG(1, 2))
	layers := []annotate.Layer{d.State().Layer}
	for len(layers) <= steps {
		saved := len(d.memory.entries)
		randomEdit(d, random)
		if len(d.memory.entries) > saved {
			layers = append(layers, d.State().Layer)
		}
	}
	first := layers[0]
	for i := steps - 1; i >= 0; i-- {
		d.do(d.Undo())
		compare(t, i, d.State().Layer, layers[i])
	}
	if !errors.Is(d.Undo(), annotate.ErrNothingToUndo) {
		t.Error("there was more to undo than was done")
	}
	for i := 1; i <= steps; i++ {
		d.do(d.Redo())
		compare(t, i, d.State().Layer, layers[i])
	}
	composed(t, d, layers)
	again := restart(t, d, first)
	compare(t, steps, again.State().Layer, layers[steps])
	d.do(again.Undo())
	compare(t, steps-1, again.State().Layer, layers[steps-1])
}

// composed makes one edit out of up to 40 and applies it: the layer must be that
// which the edits gave one by one.
func composed(t *testing.T, d desk, layers []annotate.Layer) {
	t.Helper()
	for from := 0; from+40 < len(layers); from += 97 {
		one := annotate.Edit{Name: "All of it"}
		for _, entry := range d.memory.entries[from : from+from%41] {
			one = one.Then(entry.Edit)
		}
		got, err := layers[from].Apply(one)
		if err != nil {
			t.Fatalf("step %d: %v", from, err)
		}
		compare(t, from+from%41, got, layers[from+from%41])
		back, err := got.Apply(one.Inverse())
		if err != nil {
			t.Fatal(err)
		}
		compare(t, from, back, layers[from])
	}
}

// restart replays the saved entries on the first layer, through their JSON
// records, and goes on.
func restart(t *testing.T, d desk, layer annotate.Layer) desk {
	t.Helper()
	records := annotate.Recording(d.State().Article.Text)
	var past []annotate.Entry
	for _, e := range d.memory.entries {
		edit, err := records.ReadEdit(records.Edit(e.Edit))
		if err != nil {
			t.Fatal(err)
		}
		e.Edit = edit
		if layer, err = layer.Apply(edit); err != nil {
			t.Fatal(err)
		}
		past = append(past, e)
	}
	s, err := annotate.NewSession(d.State().Article, layer, annotate.Keep(past), news, d.memory)
	if err != nil {
		t.Fatal(err)
	}
	return desk{s, t, d.memory}
}

func compare(t *testing.T, step int, got, want annotate.Layer) {
	t.Helper()
	if !got.Equal(want) {
		t.Fatalf("step %d: the layer is\n%+v, want\n%+v", step, got, want)
	}
}

func randomEdit(d desk, random *rand.Rand) {
	d.t.Helper()
	text := d.State().Article.Text
	spans := d.State().Layer.Spans()
	label := news.Labels[random.IntN(len(news.Labels))].Name
	if len(spans) > 0 {
		d.SelectSpan(spans[random.IntN(len(spans))].ID)
	}
	switch n := random.IntN(10); {
	case n < 4 && len(spans) < 60 || len(spans) == 0:
		u := annotate.In(annotate.CodePoints, text)
		start := random.IntN(u.Total())
		r, err := u.Range(start, start+1+random.IntN(u.Total()-start))
		d.do(err)
		d.Select(r)
		d.do(d.Tag(label))
	case n < 6:
		d.do(d.Untag())
	case n < 7:
		if err := d.Tag(label); !errors.Is(err, annotate.ErrTwin) {
			d.do(err)
		}
	case n < 8:
		span, _ := d.Selected()
		span.Note = fmt.Sprint("note ", random.IntN(3))
		d.do(d.Change("Change note", span))
	case n < 9:
		from, to := spans[random.IntN(len(spans))], spans[random.IntN(len(spans))]
		if from.ID == to.ID {
			return
		}
		d.do(d.Do(annotate.Edit{Name: "Link", Links: annotate.Change[annotate.Link]{Add: []annotate.Link{{ID: annotate.NewID(), Kind: "near", From: from.ID, To: to.ID}}}}))
	default:
		status := annotate.Statuses[random.IntN(len(annotate.Statuses))]
		d.do(d.SetValue("Mark "+string(status), annotate.StatusValue, string(status)))
	}
}
