package storage

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// An import that cannot be done in whole leaves nothing behind.

func TestImportRefuses(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	before := exported(t, p, Choice{})
	weapon := marked(t, dresden, "Strike", "A drone fell.", nil, span(t, "w", "weapon", "A drone fell.", "drone"))
	past := marked(t, dresden, "Past", "Short.", nil, annotate.Span{ID: id("p"), Label: "actor", Range: annotate.Range{Start: 2, End: 900}})
	inside := marked(t, dresden, "Inside", "é is one", nil, annotate.Span{ID: id("i"), Label: "actor", Range: annotate.Range{Start: 1, End: 2}})
	status := marked(t, dresden, "Status", "Some text.", []annotate.Value{{Name: annotate.StatusValue, Text: "finished"}})
	nameless := marked(t, annotate.Author{Kind: annotate.Person}, "Nameless", "Some text.", nil)
	for says, doc := range map[string]annotate.Document{
		`label "weapon" is not in the project's scheme`: weapon, "past the text": past, "inside a character": inside,
		`"finished" is no status`: status, "must have a name": nameless, "no text": article("Empty", ""), "not UTF-8": article("Bad", "\xff"),
	} {
		report, err := p.Import(t.Context(), documents(article("Good", "A good text."), doc), ImportOptions{})
		var refused *RefusedError
		if !errors.As(err, &refused) || len(refused.Refused) != 1 || len(report.Refused) != 1 || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), doc.Origin.File) {
			t.Errorf("%s: %v", doc.Article.Title, err)
		}
		if !sameDocuments(exported(t, p, Choice{}), before) || len(p.Scheme().Labels) != 4 {
			t.Errorf("%s: something was kept", doc.Article.Title)
		}
	}
	report := mustImport(t, p, ImportOptions{SkipRefused: true}, weapon, article("Good", "A good text."), past)
	if report.Added != 1 || len(report.Refused) != 2 || len(list(t, p, Query{})) != 2 {
		t.Errorf("skipping: %+v", report)
	}
	checkClean(t, p)
}

func TestManyRefusals(t *testing.T) {
	p := newProject(t)
	docs := func(yield func(annotate.Document, error) bool) {
		for line := range 250 {
			if !yield(annotate.Document{}, &annotate.Refusal{Origin: annotate.Origin{File: "cut.jsonl", Line: line + 1}, Reason: "the line is cut in half"}) {
				return
			}
		}
	}
	_, err := p.Import(t.Context(), docs, ImportOptions{})
	var refused *RefusedError
	if !errors.As(err, &refused) || len(refused.Refused) != 100 || refused.More != 150 || !strings.HasSuffix(err.Error(), "and 150 more") {
		t.Errorf("%v", err)
	}
}

func TestImportCancelled(t *testing.T) {
	p := newProject(t)
	ctx, cancel := context.WithCancel(t.Context())
	endless := func(yield func(annotate.Document, error) bool) {
		for n := 0; yield(article(fmt.Sprint(n), fmt.Sprintf("Report %d of an endless day.", n)), nil); n++ {
		}
	}
	told := 0
	_, err := p.Import(ctx, endless, ImportOptions{Progress: func(read int) {
		if told = read; read > 600 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || told < 600 || !strings.Contains(err.Error(), "nothing was kept") {
		t.Errorf("after %d: %v", told, err)
	}
	if n, err := p.Count(t.Context(), Query{}); err != nil || n != 0 {
		t.Errorf("%d articles were kept: %v", n, err)
	}
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	checkClean(t, p)
}

// TestImportFails ends a stream with an error that is no refusal.
func TestImportFails(t *testing.T) {
	p := newProject(t)
	broken := errors.New("the disk was taken out")
	docs := func(yield func(annotate.Document, error) bool) {
		_ = yield(article("Mixed", mixed), nil) && yield(annotate.Document{}, broken)
	}
	if _, err := p.Import(t.Context(), docs, ImportOptions{SkipRefused: true}); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	if got := list(t, p, Query{}); len(got) > 0 {
		t.Errorf("kept: %v", got)
	}
}
