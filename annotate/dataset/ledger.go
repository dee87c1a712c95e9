package dataset

import (
	"fmt"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A Kind is a sort of thing that a ledger counts.
type Kind = string

// The kinds. Every [Ledger] counts all of them.
const (
	Articles     Kind = "articles"
	Titles       Kind = "titles"
	Metadata     Kind = "metadata" // entries
	Layers       Kind = "layers"
	Authors      Kind = "authors" // of layers: one a layer
	Statuses     Kind = "statuses"
	ArticleNotes Kind = "article notes"
	Values       Kind = "article values" // but for status and note
	Spans        Kind = "spans"
	Gaps         Kind = "gaps"
	Attributes   Kind = "attributes"
	Notes        Kind = "notes" // of spans
	Links        Kind = "links"
	LinkNotes    Kind = "link notes"
)

// Kinds are all of them, in the order of ledgers.
func Kinds() []Kind { return slices.Clone(kinds) }

var kinds = []Kind{Articles, Titles, Metadata, Layers, Authors, Statuses, ArticleNotes, Values, Spans, Gaps, Attributes, Notes, Links, LinkNotes}

// A Ledger is the account of one export: what went in, what came out, and by
// name what did not. It balances: for every kind In is Out and the counts of
// its losses together.
type Ledger struct {
	Format   string         `json:"format"`
	Path     string         `json:"path"`
	Articles int            `json:"articles"` // written
	In       map[string]int `json:"in"`
	Out      map[string]int `json:"out"`
	Losses   []Loss         `json:"losses"`
	Notes    []string       `json:"notes,omitempty"` // on how to read the files: the order of columns

	meant  *witness          // of what is to come back; nil: nobody asks
	named  map[Kind]int      // losses listed by name
	folded map[[2]string]int // place in Losses of those that are summed up, by kind and reason
}

// A Loss is something that a format could not carry.
type Loss struct {
	Kind    Kind   `json:"kind"`
	Article string `json:"article,omitempty"` // title; empty when it is about many
	What    string `json:"what"`              // the span's label and quote, say
	Why     string `json:"why"`
	Count   int    `json:"count"` // how many are gone; 0 when the thing is there, but not as it was
}

// mostNamed is how many losses of a kind are listed by name; more are summed up.
const mostNamed = 1000

func newLedger(format, path string) *Ledger {
	l := &Ledger{Format: format, Path: path, In: map[string]int{}, Out: map[string]int{}, Losses: []Loss{},
		named: map[Kind]int{}, folded: map[[2]string]int{}}
	for _, kind := range kinds {
		l.In[kind], l.Out[kind] = 0, 0
	}
	return l
}

// carried counts what was written.
func (l *Ledger) carried(kind Kind, n int) { l.Out[kind] += n }

// lost lists a loss, or sums it up with others when there are very many.
func (l *Ledger) lost(loss Loss) {
	l.named[loss.Kind]++
	if l.named[loss.Kind] > mostNamed {
		loss.Article, loss.What = "", "more "+loss.Kind
		l.fold(loss)
		return
	}
	l.Losses = append(l.Losses, loss)
}

// never sums up a loss that every article has for the same reason.
func (l *Ledger) never(kind Kind, n int, why string) {
	if n > 0 {
		l.fold(Loss{Kind: kind, What: kind, Why: why, Count: n})
	}
}

func (l *Ledger) fold(loss Loss) {
	key := [2]string{loss.Kind, loss.Why}
	at, known := l.folded[key]
	if !known {
		l.folded[key] = len(l.Losses)
		l.Losses = append(l.Losses, loss)
		return
	}
	l.Losses[at].Count += loss.Count
}

// take counts what goes in with a document.
func (l *Ledger) take(doc annotate.Document) {
	for kind, n := range tally(doc) {
		l.In[kind] += n
	}
}

// Balanced says for which kind In is not Out and the losses together; nil if
// the ledger is right.
func (l Ledger) Balanced() error {
	gone := map[Kind]int{}
	for _, loss := range l.Losses {
		gone[loss.Kind] += loss.Count
	}
	for _, kind := range kinds {
		if l.In[kind] != l.Out[kind]+gone[kind] {
			return fmt.Errorf("the ledger does not balance: of %d %s %d were written and %d lost", l.In[kind], kind, l.Out[kind], gone[kind])
		}
	}
	return nil
}

// mostPrinted is how many losses String prints.
const mostPrinted = 20

// String is the ledger for people: a line for every kind that there was, then
// the losses, at most 20 of them.
func (l Ledger) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s to %s\n", l.Format, counted(l.Articles, "article"), shownPath(l.Path))
	for _, kind := range kinds {
		if l.In[kind]+l.Out[kind] > 0 {
			fmt.Fprintf(&b, "  %-15s %d in, %d out\n", kind, l.In[kind], l.Out[kind])
		}
	}
	for _, note := range l.Notes {
		fmt.Fprintf(&b, "  %s\n", note)
	}
	for i, loss := range l.Losses {
		if i == mostPrinted {
			fmt.Fprintf(&b, "  … and %d more lines like these\n", len(l.Losses)-i)
			break
		}
		fmt.Fprintf(&b, "  %s\n", loss)
	}
	return b.String()
}

// String is the loss as one line.
func (l Loss) String() string {
	what := l.What
	if l.Article != "" {
		what = l.Article + ": " + what
	}
	if l.Count == 0 {
		return fmt.Sprintf("changed: %s: %s", what, l.Why)
	}
	switch l.What {
	case l.Kind:
		return fmt.Sprintf("not kept: %d %s: %s", l.Count, l.Kind, l.Why)
	case "more " + l.Kind:
		return fmt.Sprintf("not kept: %d more %s: %s", l.Count, l.Kind, l.Why)
	}
	return fmt.Sprintf("not kept: %d %s: %s: %s", l.Count, l.Kind, what, l.Why)
}

// shownPath is a path as people read it.
func shownPath(path string) string {
	if path == "-" {
		return "standard output"
	}
	return path
}

func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
