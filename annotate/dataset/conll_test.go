package dataset

import (
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/annotatetest"
)

func drawn(t *testing.T, title, drawing string, labels ...string) annotate.Document {
	t.Helper()
	doc := annotatetest.Draw(t, drawing).Document(t, title, "Ada")
	doc.Scheme = &annotate.Scheme{}
	for _, l := range labels {
		doc.Scheme.Labels = append(doc.Scheme.Labels, annotate.Label{Name: l})
	}
	return doc
}

func TestCoNLLHasAColumnForEachLabel(t *testing.T) {
	doc := drawn(t, "Raid", "[claim [actor The Lowland Brigade] killed [casualty 12\u202fmen]. It left] [place Or]vany. Nobody\u00a0said.", "actor", "place", "casualty", "claim")
	path, ledger := export(t, "conll", doc)
	want := `-DOCSTART- -X- O O

The	B-actor	O	O	B-claim
Lowland	I-actor	O	O	I-claim
Brigade	I-actor	O	O	I-claim
killed	O	O	O	I-claim
12	O	O	B-casualty	I-claim
men	O	O	I-casualty	I-claim
.	O	O	O	I-claim
It	O	O	O	I-claim
left	O	O	O	I-claim
Orvany	O	B-place	O	O
.	O	O	O	O

Nobody	O	O	O	O
said	O	O	O	O
.	O	O	O	O

`
	if got := contents(t, path); got != want {
		t.Errorf("got\n%s", got)
	}
	if ledger.Out[Spans] != 4 || !strings.Contains(ledger.String(), "changed: Raid: place “Or”: it begins or ends inside a token") {
		t.Error(ledger)
	}
}

func TestCoNLLKeepsTheLongestOfALabel(t *testing.T) {
	doc := drawn(t, "Raid", "[actor The [actor Lowland] Brigade] and [actor men]", "actor")
	path, ledger := export(t, "conll", doc)
	if got := strings.ReplaceAll(contents(t, path), "\n", " "); !strings.Contains(got, "The\tB-actor Lowland\tI-actor Brigade\tI-actor and\tO men\tB-actor") {
		t.Error(got)
	}
	if ledger.In[Spans] != 3 || ledger.Out[Spans] != 2 || !strings.Contains(ledger.String(), "not kept: 1 spans: Raid: actor “Lowland”: it overlaps a longer span") {
		t.Error(ledger)
	}
}

func TestCoNLLLeavesOutWhatNobodyLabelled(t *testing.T) {
	path, ledger := export(t, "conll", annotate.Document{Article: annotate.Article{Title: "Quiet day", Text: "Nothing."}})
	if contents(t, path) != "" || ledger.Articles != 0 {
		t.Error(ledger)
	}
}

// TestCoNLLLeavesOutWhatWasAllUndone: a layer that is new and empty does not say
// that there is nothing to label, one that is done does.
func TestCoNLLLeavesOutWhatWasAllUndone(t *testing.T) {
	doc := drawn(t, "Quiet day", "Nothing.", "actor")
	if path, ledger := export(t, "conll", doc); contents(t, path) != "" || ledger.Out[Layers] != 0 {
		t.Error(ledger)
	}
	done, err := doc.Layers[0].With(nil, nil, []annotate.Value{{Name: annotate.StatusValue, Text: string(annotate.Done)}})
	if err != nil {
		t.Fatal(err)
	}
	doc.Layers[0] = done
	if path, ledger := export(t, "conll", doc); !strings.Contains(contents(t, path), "Nothing\tO\n") || ledger.Out[Layers] != 1 {
		t.Error(ledger)
	}
}

func TestCoNLLLedgerBalances(t *testing.T) {
	for seed := range uint64(200) {
		d := newDice(seed)
		path, ledger := exportUnsynced(t, "conll", d.document(0), d.document(1), d.document(2))
		tags := 0
		for line := range strings.Lines(contents(t, path)) {
			fields := strings.Fields(line)
			if len(fields) > 0 && !strings.HasPrefix(line, "-DOCSTART-") {
				if columns := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(columns) != len(fields) {
					t.Fatalf("seed %d: white space in a token: %q", seed, line)
				}
				tags += strings.Count(line, "\tB-")
			}
		}
		if tags < ledger.Out[Spans] {
			t.Fatalf("seed %d: %d spans begin, the ledger says %d\n%s", seed, tags, ledger.Out[Spans], ledger)
		}
	}
}
