package dataset

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strings"
	"sync"
	"testing"
	"time"

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

// The benchmarks report MB of text each second and, as "peak-MB", how much more
// memory was in use at most than before. 2000 reports are 6 MB of text with 50000
// spans.
const benched = 2000

// benchedReports are made once, so that it is not their making that is measured.
var benchedReports = sync.OnceValue(func() []annotate.Document {
	var docs []annotate.Document
	for i := range benched {
		docs = append(docs, report(i))
	}
	return docs
})

// BenchmarkWrite writes every format, and plain encoding/json beside them.
func BenchmarkWrite(b *testing.B) {
	bench(b, "encoding/json", func() { encodeAll(b, io.Discard) })
	for _, f := range Formats() {
		if f.Writes() {
			path := filepath.Join(b.TempDir(), "out"+f.Extensions[0])
			bench(b, f.Name, func() { writeReports(b, f, path) })
		}
	}
}

// BenchmarkRead reads every format, and plain encoding/json beside them.
func BenchmarkRead(b *testing.B) {
	var plain bytes.Buffer
	encodeAll(b, &plain)
	bench(b, "encoding/json", func() { decodeAll(b, plain.Bytes()) })
	for _, f := range Formats() {
		if !f.Writes() || !f.Reads() {
			continue
		}
		path := filepath.Join(b.TempDir(), "out"+f.Extensions[0])
		writeReports(b, f, path)
		bench(b, f.Name, func() {
			for _, err := range Read(b.Context(), []string{path}, Reading{Units: f.counts}) {
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func bench(b *testing.B, name string, run func()) {
	b.Run(name, func(b *testing.B) {
		b.SetBytes(int64(benched * len(report(0).Article.Text)))
		peak := watchMemory()
		for b.Loop() {
			run()
		}
		b.ReportMetric(peak()/1e6, "peak-MB")
	})
}

// watchMemory looks a thousand times a second how much of the heap is in use.
// What it gives ends that, and gives the most that was added, in bytes.
func watchMemory() func() float64 {
	benchedReports()
	runtime.GC()
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	before := sample[0].Value.Uint64()
	most := before
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				return
			case <-tick.C:
				metrics.Read(sample)
				most = max(most, sample[0].Value.Uint64())
			}
		}
	}()
	return func() float64 {
		close(stop)
		<-stopped
		return float64(most - before)
	}
}

func writeReports(b *testing.B, f Format, path string) {
	if _, err := Write(b.Context(), f, Target{Path: path, Replace: true}, stream(benchedReports()...)); err != nil {
		b.Fatal(err)
	}
}

// A plainReport is a report as encoding/json writes it without us.
type plainReport struct {
	Title, Text string
	Spans       []annotate.Span
}

func encodeAll(b *testing.B, w io.Writer) {
	enc := json.NewEncoder(w)
	for _, doc := range benchedReports() {
		if err := enc.Encode(plainReport{doc.Article.Title, doc.Article.Text, doc.Layers[0].Spans()}); err != nil {
			b.Fatal(err)
		}
	}
}

func decodeAll(b *testing.B, data []byte) {
	dec := json.NewDecoder(bytes.NewReader(data))
	for range benched {
		var r plainReport
		if err := dec.Decode(&r); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHundredThousand writes and reads our own format with 100000 articles
// and 3000000 spans, which are made as they are written: constant memory. The
// last one reads back what it wrote and compares it.
func BenchmarkHundredThousand(b *testing.B) {
	const articles = 100_000
	path := filepath.Join(b.TempDir(), "out.jsonl")
	docs := func(yield func(annotate.Document, error) bool) {
		for i := range articles {
			if !yield(longReport(benchedReports()[i%benched], i), nil) {
				return
			}
		}
	}
	run := func(name string, do func()) {
		b.Run(name, func(b *testing.B) {
			peak := watchMemory()
			for b.Loop() {
				do()
			}
			b.ReportMetric(peak()/1e6, "peak-MB")
		})
	}
	run("make", func() {
		for range docs {
		}
	})
	write := func(verify bool) {
		if _, err := Write(b.Context(), jsonl, Target{Path: path, Replace: true, Verify: verify}, docs); err != nil {
			b.Fatal(err)
		}
	}
	run("write", func() { write(false) })
	run("read", func() {
		spans := 0
		for doc, err := range Read(b.Context(), []string{path}, Reading{}) {
			if err != nil {
				b.Fatal(err)
			}
			spans += len(doc.Layers[0].Spans())
		}
		if spans != 30*articles {
			b.Fatalf("%d spans", spans)
		}
	})
	run("write and verify", func() { write(true) })
}

// longReport is a report with thirty spans, another one for each number.
func longReport(doc annotate.Document, number int) annotate.Document {
	doc.Article.Text += fmt.Sprintf("%d\n", number)
	doc.Article.ID = annotate.DerivedID("report", fmt.Sprint(number))
	layer := doc.Layers[0]
	layer.ID, layer.Article = annotate.DerivedID("layer", fmt.Sprint(number)), doc.Article.ID
	spans := layer.Spans()
	for _, s := range spans[:5] {
		s.ID = annotate.DerivedID(string(s.ID), "again")
		s.Label = "claim"
		spans = append(spans[:len(spans):len(spans)], s)
	}
	full, err := layer.With(spans, nil, nil)
	if err != nil {
		panic(err)
	}
	doc.Layers = []annotate.Layer{full}
	return doc
}
