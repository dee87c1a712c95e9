package dataset

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestParseSplit(t *testing.T) {
	tests := []struct{ text, want, wrong string }{
		{"train=80,dev=10,test=10", "train=80,dev=10,test=10", ""},
		{"train=3, test=1", "train=75,test=25", ""},
		{"80/10/10", "train=80,dev=10,test=10", ""},
		{"3/1", "train=75,test=25", ""},
		{"80/10/5/5", "", "no set with its share"},
		{"80/x", "", "must be a number above 0"},
		{"train=2024-12-31,dev=2025-03-31,test=rest", "train=2024-12-31,dev=2025-03-31,test=rest", ""},
		{"train", "", "no set with its share"},
		{"train=80,../dev=20", "", "names are of letters"},
		{"train=80,Train=20", "", "there are two sets"},
		{"train=0,dev=1", "", "must be a number above 0"},
		{"train=NaN", "", "must be a number above 0"},
		{"train=80,dev=2025-01-01", "", "must all have shares"},
		{"train=2025-03-31,dev=2024-12-31,test=rest", "", "days must ascend"},
		{"train=2024-12-31,test=2025-12-31", "", "the last one be"},
	}
	for _, test := range tests {
		split, err := ParseSplit(test.text)
		if test.wrong == "" && (err != nil || split.String() != test.want) || test.wrong != "" && (err == nil || !strings.Contains(err.Error(), test.wrong)) {
			t.Errorf("%s: %s, %v", test.text, split, err)
		}
	}
}

// news are articles that have nothing to do with each other.
func news(from, to int) []annotate.Document {
	var docs []annotate.Document
	for i := from; i < to; i++ {
		d := newDice(uint64(i))
		var words []string
		for range 80 {
			words = append(words, fmt.Sprintf("w%d", d.IntN(5000)))
		}
		text := strings.Join(words, " ")
		docs = append(docs, annotate.Document{Article: annotate.Article{ID: articleID(text), Title: fmt.Sprint("News ", i), Text: text, Meta: annotate.Meta{}}})
	}
	return docs
}

func planOf(t *testing.T, split string, seed uint64, docs ...annotate.Document) *Plan {
	t.Helper()
	s, err := ParseSplit(split)
	if err != nil {
		t.Fatal(err)
	}
	s.Seed = seed
	plan, err := NewPlan(s, nil, stream(docs...))
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// TestPlanIsTheSameAgain: by the same seed, and another one by another; the
// shares come out.
func TestPlanIsTheSameAgain(t *testing.T) {
	docs := news(0, 600)
	one, same, other := planOf(t, "80/10/10", 1, docs...), planOf(t, "80/10/10", 1, docs...), planOf(t, "80/10/10", 2, docs...)
	moved := 0
	for _, doc := range docs {
		id := doc.Article.ID
		if one.Set(id) != same.Set(id) {
			t.Fatalf("%s lies in %s and in %s", doc.Article.Title, one.Set(id), same.Set(id))
		}
		moved += bit(one.Set(id) != other.Set(id))
	}
	if moved < 100 {
		t.Errorf("another seed moved only %d of 600", moved)
	}
	if !nearly(one.counts, 480, 60, 60) {
		t.Error(one.counts)
	}
	if one.Set("none") != "" {
		t.Error("it knows an article that is not there")
	}
}

// TestPlanKeepsWhatWas: an article stays in its set when more arrive, whatever
// comes between, and what belongs to it joins it.
func TestPlanKeepsWhatWas(t *testing.T) {
	docs := news(0, 400)
	before := planOf(t, "80/10/10", 1, docs[:150]...)
	again := docs[3]
	again.Article.Text += " again"
	again.Article.ID = articleID(again.Article.Text)
	all := append(append(slices.Clone(docs[150:]), again), docs[:150]...)
	after, err := NewPlan(before.Split, before.Members(), stream(all...))
	if err != nil {
		t.Fatal(err)
	}
	for _, doc := range docs[:150] {
		if was, is := before.Set(doc.Article.ID), after.Set(doc.Article.ID); was != is {
			t.Errorf("%s moved from %s to %s", doc.Article.Title, was, is)
		}
	}
	if got, want := after.Set(again.Article.ID), before.Set(docs[3].Article.ID); got != want {
		t.Errorf("what is nearly the same is in %s, not in %s", got, want)
	}
	if after.Fresh != 251 || !nearly(after.counts, 321, 40, 40) || len(after.Leaks) > 0 {
		t.Errorf("%d are new: %v, %q", after.Fresh, after.counts, after.Leaks)
	}
	split, err := ParseSplit("50/50")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := NewPlan(split, before.Members(), stream(docs...)); err == nil || !strings.Contains(err.Error(), "no such set") {
		t.Error(err)
	}
}

// TestPlanMakesUpForWhatJoined: articles that belong to one which has a set
// follow it, and of the others more come into the other set.
func TestPlanMakesUpForWhatJoined(t *testing.T) {
	docs := news(0, 100)
	for i := range 40 {
		docs[i].Article.Meta["event"] = "raid"
	}
	split, err := ParseSplit("50/50")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := NewPlan(split, map[annotate.ID]string{docs[0].Article.ID: "train"}, stream(docs...))
	if err != nil || !nearly(plan.counts, 50, 50) {
		t.Errorf("%v %v", plan.counts, err)
	}
}

// TestPlanIsStratified: a rare label and a frequent one, in articles of which
// many have none, are in each set by its share; long articles too.
func TestPlanIsStratified(t *testing.T) {
	docs := news(0, 500)
	d := newDice(1)
	all := map[string]int{}
	for i := range 300 {
		drawing := docs[i].Article.Text
		for label, often := range map[string]int{"actor": 1 + d.IntN(12), "place": d.IntN(4), "claim": bit(i%9 == 0) * (1 + d.IntN(2))} {
			for range often {
				drawing += " [" + label + " thing]"
			}
			all[label] += often
		}
		docs[i] = drawn(t, docs[i].Article.Title, drawing, "actor", "place", "claim")
	}
	for seed := range uint64(5) {
		plan := planOf(t, "80/10/10", seed, docs...)
		for i, set := range plan.Counts() {
			share := plan.Split.Sets[i].Share
			for label, n := range set.Spans {
				if want := share * float64(all[label]); float64(n) < want-3 || float64(n) > want+3 {
					t.Errorf("seed %d: %d of %d %s are in %s", seed, n, all[label], label, set.Name)
				}
			}
			if want := share * 300; float64(set.Labelled) < 0.8*want || float64(set.Labelled) > 1.2*want {
				t.Errorf("seed %d: %d labelled articles are in %s", seed, set.Labelled, set.Name)
			}
		}
		if !nearly(plan.counts, 400, 50, 50) {
			t.Errorf("seed %d: %v", seed, plan.counts)
		}
	}
}

func TestRules(t *testing.T) {
	days := news(0, 10)
	for i := range days {
		days[i].Article.Meta["date"] = fmt.Sprintf("2025-01-%02d", 10-i)
	}
	for _, text := range []string{"80/10/10", "1/1/1", "train=2024-12-31,test=rest"} {
		asked, err := ParseSplit(text)
		if err != nil {
			t.Fatal(err)
		}
		asked.Seed, asked.Group = 1<<63+1, "source"
		kept, err := ParseRule(asked.Rule())
		if err != nil || !asked.Same(kept) || kept.Rule() != asked.Rule() {
			t.Errorf("%s: %+v, %v", text, kept, err)
		}
		other := asked
		other.Seed++
		if other.Same(kept) {
			t.Errorf("%s: another seed asks for the same", text)
		}
	}
	byDate, err := ParseSplit("80/20")
	if err != nil {
		t.Fatal(err)
	}
	byDate.ByDate = true
	plan, err := NewPlan(byDate, nil, stream(days...))
	if err != nil {
		t.Fatal(err)
	}
	kept, err := ParseRule(plan.Split.Rule())
	if err != nil || !byDate.Same(kept) || kept.String() != "train=2025-01-08,test=rest" {
		t.Errorf("%+v, %v", kept, err)
	}
	for _, rule := range []string{"", "{}", "[]"} {
		if _, err := ParseRule(rule); err == nil || !strings.Contains(err.Error(), "make them anew") {
			t.Errorf("%q: %v", rule, err)
		}
	}
}

func nearly(got []SetCount, want ...int) bool {
	for i := range want {
		if got[i].Articles < want[i]-3 || got[i].Articles > want[i]+3 {
			return false
		}
	}
	return true
}

// TestPlanKeepsNearDuplicatesTogether: a report that an agency sent again with
// another beginning goes where the first one went.
func TestPlanKeepsNearDuplicatesTogether(t *testing.T) {
	docs := news(0, 120)
	for i := range 60 {
		again := docs[i]
		again.Article.Text = "UPDATE: correspondents add " + again.Article.Text[:len(again.Article.Text)-20]
		again.Article.ID = articleID(again.Article.Text)
		docs = append(docs, again)
	}
	plan := planOf(t, "train=50,test=50", 1, docs...)
	for i := range 60 {
		if plan.Set(docs[i].Article.ID) != plan.Set(docs[120+i].Article.ID) {
			t.Errorf("%s and its update lie apart", docs[i].Article.Title)
		}
	}
	if len(plan.Leaks) > 0 {
		t.Errorf("%q", plan.Leaks)
	}
}

func TestPlanKeepsEventsTogether(t *testing.T) {
	docs := news(0, 90)
	for i := range docs {
		docs[i].Article.Meta["event"] = fmt.Sprint(i % 9)
	}
	plan := planOf(t, "train=50,test=50", 1, docs...)
	for i, doc := range docs {
		if plan.Set(doc.Article.ID) != plan.Set(docs[i%9].Article.ID) {
			t.Errorf("%s is not with its event", doc.Article.Title)
		}
	}
}

// TestPlanByDate: what is nearly the same goes together, to where the latest of
// it belongs.
func TestPlanByDate(t *testing.T) {
	docs := news(0, 4)
	again := docs[0]
	again.Article.Text += " again"
	again.Article.ID = articleID(again.Article.Text)
	docs = append(docs, again)
	for i, day := range []string{"2025-01-02", "3 February 2025", "2025-03-04T10:00:00Z", "", "2025-06-01"} {
		docs[i].Article.Meta = annotate.Meta{"date": day}
	}
	plan := planOf(t, "train=2025-02-28,test=rest", 1, docs...)
	var sets []string
	for _, doc := range docs {
		sets = append(sets, plan.Set(doc.Article.ID))
	}
	if got := strings.Join(sets, " "); got != "test train test train test" || plan.Undated != 1 || plan.Moved != 1 || len(plan.Leaks) != 0 {
		t.Errorf("%s %d %d %q", got, plan.Undated, plan.Moved, plan.Leaks)
	}
}

// TestPlanTellsLeaks: what joins two articles that were parted before.
func TestPlanTellsLeaks(t *testing.T) {
	docs := news(0, 3)
	docs[2].Article.Meta["event"] = "raid"
	docs[0].Article.Meta["event"] = "raid"
	again := docs[1]
	again.Article.Text += " again"
	again.Article.ID = articleID(again.Article.Text)
	docs = append(docs, again)
	split, err := ParseSplit("80/20")
	if err != nil {
		t.Fatal(err)
	}
	before := map[annotate.ID]string{docs[0].Article.ID: "train", docs[1].Article.ID: "train", docs[2].Article.ID: "test", docs[3].Article.ID: "test"}
	plan, err := NewPlan(split, before, stream(docs...))
	if err != nil || len(plan.Leaks) != 2 || plan.Leaks[0] != "“News 2” (test) and “News 0” (train)" || !strings.Contains(strings.Join(plan.Said(), "\n"), "2 pairs of nearly the same text, or of one event, in two sets") {
		t.Errorf("%q %v", plan.Leaks, err)
	}
}

func TestPlanFindsDaysForShares(t *testing.T) {
	docs := news(0, 10)
	for i := range docs {
		docs[i].Article.Meta["date"] = fmt.Sprintf("2025-01-%02d", 10-i)
	}
	s, err := ParseSplit("train=80,test=20")
	if err != nil {
		t.Fatal(err)
	}
	s.ByDate = true
	plan, err := NewPlan(s, nil, stream(docs...))
	if err != nil || plan.Split.String() != "train=2025-01-08,test=rest" || plan.counts[0].Articles != 8 {
		t.Errorf("%+v %v", plan, err)
	}
	if _, err := NewPlan(s, nil, stream(news(20, 22)...)); err == nil || !strings.Contains(err.Error(), "no article has a date") {
		t.Error(err)
	}
}

func TestLikeness(t *testing.T) {
	one := "The guard crossed the river at dawn and took the bridge without a fight, a witness said by telephone on Monday."
	if like := sign(one).like(sign(strings.ToUpper(one) + "!")); like != 1 {
		t.Error(like)
	}
	if like := sign(one).like(sign("Nothing at all happened in the small town by the sea, whose people went to the market as on every day.")); like > 0.2 {
		t.Error(like)
	}
	chinese := "昨天上午在河边发生了冲突，当地官员说有十二人受伤，其中三人伤势严重，目前情况仍不明朗。"
	if like := sign(chinese).like(sign(chinese + "记者报道。")); like < 0.6 {
		t.Error(like)
	}
}
