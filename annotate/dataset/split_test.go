package dataset

import (
	"fmt"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestParseSplit(t *testing.T) {
	tests := []struct{ text, want, wrong string }{
		{"train=80,dev=10,test=10", "train=80,dev=10,test=10", ""},
		{"train=3, test=1", "train=75,test=25", ""},
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
	plan, err := NewPlan(s, stream(docs...))
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// TestPlanIsFrozen: an article keeps its set when more arrive, another seed
// makes other sets, and the shares come out.
func TestPlanIsFrozen(t *testing.T) {
	docs := news(0, 600)
	some, all, other := planOf(t, "train=80,dev=10,test=10", 1, docs[:250]...), planOf(t, "train=80,dev=10,test=10", 1, docs...), planOf(t, "train=80,dev=10,test=10", 2, docs...)
	moved := 0
	for i, doc := range docs {
		id := doc.Article.ID
		if i < 250 && some.Set(id) != all.Set(id) {
			t.Fatalf("%s moved from %s to %s", doc.Article.Title, some.Set(id), all.Set(id))
		}
		moved += bit(other.Set(id) != all.Set(id))
	}
	if moved < 100 {
		t.Errorf("another seed moved only %d of 600", moved)
	}
	if got := fmt.Sprint(all.counts); got != "[480 60 60]" && !nearly(all.counts, 480, 60, 60) {
		t.Error(got)
	}
	if some.Set("none") != "" {
		t.Error("it knows an article that is not there")
	}
}

func nearly(got []int, want ...int) bool {
	for i := range want {
		if got[i] < want[i]-3 || got[i] > want[i]+3 {
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

// TestPlanTellsLeaks: by date, what is nearly the same may lie in two sets.
func TestPlanTellsLeaks(t *testing.T) {
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
	if got := strings.Join(sets, " "); got != "train train test train test" || plan.Undated != 1 || len(plan.Leaks) != 1 || !strings.Contains(plan.Leaks[0], "“News 0” (test) and “News 0” (train)") {
		t.Errorf("%s %d %q", got, plan.Undated, plan.Leaks)
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
	plan, err := NewPlan(s, stream(docs...))
	if err != nil || plan.Split.String() != "train=2025-01-08,test=rest" || fmt.Sprint(plan.counts) != "[8 2]" {
		t.Errorf("%+v %v", plan, err)
	}
	if _, err := NewPlan(s, stream(news(20, 22)...)); err == nil || !strings.Contains(err.Error(), "no article has a date") {
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
