package dataset

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// report is an article of some 3 KB with thirty spans.
func report(i int) annotate.Document {
	text := fmt.Sprintf("Raid number %d\n\n", i) + strings.Repeat("Gunmen of the Lowland Brigade crossed the Tesk at Orvany and hurt 12 people, officials said. “Nobody – слава – was there.”\n", 25)
	a := annotate.Article{ID: articleID(text), Title: "Raid", Text: text, Meta: annotate.Meta{"file": fmt.Sprintf("raid-%d.txt", i)}}
	layer := annotate.Layer{ID: layerID(a, annotate.Author{}), Article: a.ID, Author: annotate.Author{Name: "Ada", Kind: annotate.Person}}
	var spans []annotate.Span
	at := 0
	for n := range 25 {
		at += strings.Index(text[at:], "Gunmen")
		spans = append(spans, annotate.Span{ID: annotate.DerivedID(text, fmt.Sprint(n)), Range: annotate.Range{Start: at, End: at + 32}, Label: "actor"})
		at++
	}
	layer, err := layer.With(spans, nil, nil)
	if err != nil {
		panic(err)
	}
	return annotate.Document{Article: a, Layers: []annotate.Layer{layer}, Scheme: &randomScheme}
}

func reports(n int) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		for i := range n {
			if !yield(report(i), nil) {
				return
			}
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	docs := []annotate.Document{report(0), report(1)}
	for _, f := range []Format{jsonl, conll} {
		b.Run(f.Name, func(b *testing.B) {
			b.SetBytes(int64(2 * len(docs[0].Article.Text)))
			for b.Loop() {
				if _, err := Write(b.Context(), f, Target{Path: "-", Writer: io.Discard}, stream(docs...)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	for _, f := range []Format{jsonl, brat, doccano, labelStudio, prodigy, csvFolder} {
		b.Run(f.Name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "out"+f.Extensions[0])
			if _, err := Write(b.Context(), f, Target{Path: path}, reports(50)); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(50 * len(report(0).Article.Text)))
			for b.Loop() {
				for _, err := range Read(b.Context(), []string{path}, Reading{}) {
					if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
