package storage

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/glossator/glossator/annotate"
)

// BenchmarkSave saves one edit: a new span, on an article with a few.
func BenchmarkSave(b *testing.B) {
	p := newProject(b)
	mustImport(b, p, ImportOptions{}, article("Mixed", strings.Repeat(mixed+"\n", 30)))
	session, _ := begin(b, p, 0, person(b, p, "Ana"))
	var took []time.Duration
	for b.Loop() {
		session.Select(annotate.Range{Start: 0, End: len("Варта")})
		start := time.Now()
		if err := session.Tag("actor"); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
		if err := session.Untag(); err != nil {
			b.Fatal(err)
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "µs-p50")
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds()), "µs-p95")
}

// reports are so many different articles of 4 KB.
func reports(n int) annotate.Documents {
	body := strings.Repeat("The river Vell rose at the northern gate, police said. ", 75)
	return func(yield func(annotate.Document, error) bool) {
		for i := range n {
			if !yield(article(fmt.Sprint("Report ", i), fmt.Sprintf("Report %d. %s", i, body)), nil) {
				return
			}
		}
	}
}

// BenchmarkImport imports 10,000 articles of 4 KB.
func BenchmarkImport(b *testing.B) {
	const articles = 10_000
	for b.Loop() {
		b.StopTimer()
		p := newProject(b)
		b.StartTimer()
		if _, err := p.Import(b.Context(), reports(articles), ImportOptions{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(articles*float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkImportLabelled imports 2,000 articles of 4 KB with 50 spans each.
func BenchmarkImportLabelled(b *testing.B) {
	const articles, spans = 2_000, 50
	docs := func(yield func(annotate.Document, error) bool) {
		for doc := range reports(articles) {
			var all []annotate.Span
			for n := range spans {
				all = append(all, annotate.Span{ID: annotate.NewID(), Label: "actor", Range: annotate.Range{Start: n * 20, End: n*20 + 10}})
			}
			layer, err := annotate.NewLayer("", dresden).With(all, nil, nil)
			doc.Layers = []annotate.Layer{layer}
			if !yield(doc, err) {
				return
			}
		}
	}
	for b.Loop() {
		p := newProject(b)
		if _, err := p.Import(b.Context(), docs, ImportOptions{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(articles*spans*float64(b.N)/b.Elapsed().Seconds(), "spans/s")
}

// BenchmarkPage reads a page of a list in the middle of 20,000 articles, and
// BenchmarkCount counts those that are new.
func BenchmarkPage(b *testing.B) {
	p, author := archive(b)
	for b.Loop() {
		if rows := list(b, p, Query{Author: author.ID, After: &Row{Position: 10_000}, Limit: 50}); len(rows) != 50 {
			b.Fatal(len(rows))
		}
	}
}

func BenchmarkCount(b *testing.B) {
	p, author := archive(b)
	for b.Loop() {
		if _, err := p.Count(b.Context(), Query{Author: author.ID, Status: annotate.New}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkExport streams 20,000 articles.
func BenchmarkExport(b *testing.B) {
	p, _ := archive(b)
	n := 0
	for b.Loop() {
		for _, err := range p.Documents(b.Context(), Choice{}) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}

// archive is a project of 20,000 articles.
func archive(b *testing.B) (*Project, annotate.Author) {
	b.Helper()
	p := newProject(b)
	if _, err := p.Import(b.Context(), reports(20_000), ImportOptions{}); err != nil {
		b.Fatal(err)
	}
	return p, person(b, p, "Ana")
}
