package storage

import (
	"encoding/json"
	"testing"
)

func TestStats(t *testing.T) {
	p, _, _ := newsroom(t)
	stats, err := p.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(stats)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"articles":5,"characters":117,"statuses":{"done":0,"flagged":0,"new":3,"skipped":1,"started":1},"spans":3,"links":0,"edits":5,` +
		`"labels":[{"label":"actor","spans":0},{"label":"place","spans":3},{"label":"casualty","spans":0},{"label":"claim","spans":0}],` +
		`"authors":[{"name":"Ana","kind":"person","articles":{"done":1,"flagged":0,"new":4,"skipped":0,"started":0},"spans":2,"links":0,"edits":3},` +
		`{"name":"Ben","kind":"person","articles":{"done":0,"flagged":0,"new":3,"skipped":1,"started":1},"spans":1,"links":0,"edits":2},` +
		`{"name":"robot","kind":"suggester","articles":{"done":0,"flagged":0,"new":5,"skipped":0,"started":0},"spans":1,"links":0,"edits":1}]}`
	if string(got) != want {
		t.Errorf("the figures are\n%s, want\n%s", got, want)
	}
}

func TestEmptyStats(t *testing.T) {
	stats, err := newProject(t).Stats(t.Context())
	if err != nil || stats.Articles != 0 || len(stats.Labels) != 4 || stats.Authors == nil {
		t.Errorf("%+v, %v", stats, err)
	}
}
