package storage

import (
	"database/sql"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/glossator/glossator/annotate"
)

// ratioOfImports imports articles of 4 KB, with the index of their words: 2,000
// or, where there is a million, 100,000.
func ratioOfImports(b *testing.B) {
	n := 2_000
	if os.Getenv(millionVariable) != "" {
		n = 100_000
	}
	var took time.Duration
	runs := 0
	ours := func() {
		p := newProject(b)
		start := time.Now()
		must[Report](b)(p.Import(b.Context(), reports(n), ImportOptions{}))
		took, runs = took+time.Since(start), runs+1
		p.Close()
		os.Remove(p.Path())
	}
	plain := func() {
		p := newProject(b)
		importPlainly(b, pool(b, p), n)
		p.Close()
		os.Remove(p.Path())
	}
	inShell := importInShell(b, n)
	ratio(b, way{"ours", ours, 1}, way{"plain", plain, 1}, inShell)
	b.ReportMetric(peak(), "peak-MB")
	b.ReportMetric(float64(n*runs)/took.Seconds(), "articles/s")
	b.ReportMetric(float64(n), "articles")
}

func importPlainly(b *testing.B, db *sql.DB, n int) {
	b.Helper()
	tx := must[*sql.Tx](b)(db.Begin())
	insert := must[*sql.Stmt](b)(tx.Prepare(plainText))
	for doc := range reports(n) {
		hash := doc.Article.Hash()
		must[sql.Result](b)(insert.Exec(string(annotate.ArticleID(hash)), hash[:], doc.Article.Title, len(doc.Article.Text), now(), doc.Article.Text))
	}
	must[sql.Result](b)(tx.Exec("INSERT INTO article_words (rowid, title, text) SELECT id, title, text FROM articles"))
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}

// importInShell is the way to import in SQLite's shell.
func importInShell(b *testing.B, n int) way {
	b.Helper()
	p := newProject(b)
	path := p.Path()
	if err := p.Close(); err != nil {
		b.Fatal(err)
	}
	empty := must[[]byte](b)(os.ReadFile(path))
	w := shell(b, path, 1, func() io.Reader {
		reading, writing := io.Pipe()
		go func() { writing.CloseWithError(importScript(writing, n)) }()
		return reading
	})
	if run := w.do; run != nil {
		w.do = func() {
			must[int](b)(0, os.WriteFile(path, empty, 0o644))
			run()
			os.Remove(path)
		}
	}
	return w
}

// importScript writes statements that import articles.
func importScript(to io.Writer, n int) error {
	if _, err := fmt.Fprintln(to, "BEGIN;"); err != nil {
		return err
	}
	for doc := range reports(n) {
		hash := doc.Article.Hash()
		_, err := fmt.Fprintf(to, "INSERT INTO articles (uid, sha256, title, meta, length, added_ms, text) VALUES ('%s', x'%x', '%s', '{}', %d, 0, '%s');\n",
			annotate.ArticleID(hash), hash[:], doc.Article.Title, len(doc.Article.Text), doc.Article.Text)
		if err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(to, "INSERT INTO article_words (rowid, title, text) SELECT id, title, text FROM articles; COMMIT;")
	return err
}

// peak is the most memory that this process has had, in millions of bytes; 0
// where that cannot be told.
func peak() float64 {
	status, _ := os.ReadFile("/proc/self/status")
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes float64
	_, _ = fmt.Sscan(after, &kilobytes)
	return kilobytes / 1000
}

// ratioOfExports reads every article with its spans: 2,000 with 20 each.
func ratioOfExports(b *testing.B) {
	p := newProject(b)
	docs := func(yield func(annotate.Document, error) bool) {
		for doc := range reports(2000) {
			var spans []annotate.Span
			for n := range 20 {
				spans = append(spans, annotate.Span{ID: annotate.NewID(), Label: "actor", Range: annotate.Range{Start: n * 20, End: n*20 + 10}})
			}
			layer, err := annotate.NewLayer("", dresden).With(spans, nil, nil)
			doc.Layers = []annotate.Layer{layer}
			if !yield(doc, err) {
				return
			}
		}
	}
	must[Report](b)(p.Import(b.Context(), docs, ImportOptions{}))
	exports(b, p)
}

// What an export reads, as queries.
const (
	plainTexts  = "SELECT uid, title, meta, text FROM articles ORDER BY id"
	plainLayers = "SELECT uid, article_id, author_id, status FROM layers ORDER BY article_id"
	plainSpans  = "SELECT layer_id, uid, start_off, end_off, label, gaps, attrs, note, source FROM spans WHERE deleted = 0 ORDER BY layer_id"
)

func exports(b *testing.B, p *Project) {
	b.Helper()
	db := must[*sql.DB](b)(p.reader.DB())
	drain(b, must[*sql.Rows](b)(db.Query(plainTexts)), 4) // whoever is first would wait for the disk
	ratio(b, way{"ours", func() {
		for _, err := range p.Documents(b.Context(), Choice{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}, 1}, way{"plain", func() {
		drain(b, must[*sql.Rows](b)(db.Query(plainTexts)), 4)
		drain(b, must[*sql.Rows](b)(db.Query(plainLayers)), 4)
		drain(b, must[*sql.Rows](b)(db.Query(plainSpans)), 9)
	}, 1}, inShell(b, p.Path(), plainTexts+"; "+plainLayers+"; "+plainSpans+";", 1))
}
