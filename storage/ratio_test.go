package storage

import (
	"crypto/sha256"
	"database/sql"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/glossator/glossator/annotate"
)

// BenchmarkRatio does the same work through a project and by plain database/sql
// with the same driver, by turns, and tells how many times as long ours takes.
func BenchmarkRatio(b *testing.B) {
	b.Run("edit", ratioOfEdits)
	b.Run("import", ratioOfImports)
	b.Run("page", ratioOfPages)
	b.Run("article-1000-spans", ratioOfWork)
	b.Run("export", ratioOfExports)
}

// ratio measures two ways by turns.
func ratio(b *testing.B, ours, plain func()) {
	b.Helper()
	var took [2][]time.Duration
	for b.Loop() {
		for i, do := range []func(){ours, plain} {
			start := time.Now()
			do()
			took[i] = append(took[i], time.Since(start))
		}
	}
	for i, name := range []string{"ours", "plain"} {
		slices.Sort(took[i])
		b.ReportMetric(middle(took[i]).Seconds()*1000, name+"-ms-p50")
		b.ReportMetric(took[i][len(took[i])*95/100].Seconds()*1000, name+"-ms-p95")
	}
	b.ReportMetric(middle(took[0]).Seconds()/middle(took[1]).Seconds(), "ratio")
	b.ReportMetric(0, "ns/op")
}

func middle(sorted []time.Duration) time.Duration { return sorted[len(sorted)/2] }

// pool is the writing pool of a project as database/sql has it.
func pool(b *testing.B, p *Project) *sql.DB {
	b.Helper()
	db, err := p.writer.DB()
	if err != nil {
		b.Fatal(err)
	}
	return db
}

func must[T any](b *testing.B) func(T, error) T {
	return func(t T, err error) T {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
		return t
	}
}

const (
	plainSpan = "INSERT INTO spans (uid, layer_id, start_off, end_off, label, gaps, attrs, note, source, deleted) VALUES (?, ?, ?, ?, 'actor', '[]', '{}', '', '', 0)"
	plainEdit = "INSERT INTO edits (uid, layer_id, author_id, at_ms, move, name, body, prev_hash, hash) VALUES (?, ?, 1, ?, 'do', 'Label', ?, ?, ?)"
	plainText = "INSERT INTO articles (uid, sha256, title, meta, length, added_ms, text) VALUES (?, ?, ?, '{}', ?, ?, ?)"
)

// ratioOfEdits commits one span with its edit.
func ratioOfEdits(b *testing.B) {
	p, q := newProject(b), newProject(b)
	for _, project := range []*Project{p, q} {
		mustImport(b, project, ImportOptions{}, article("Mixed", strings.Repeat(mixed+"\n", 30)))
	}
	session, _ := begin(b, p, 0, person(b, p, "Ana"))
	other, _ := begin(b, q, 0, person(b, q, "Ana"))
	tag(b, other, "actor", "Варта")
	at, units := 0, annotate.In(annotate.CodePoints, session.State().Article.Text)
	body := `{"name":"Label","spans":{"add":[` + strings.Repeat(" ", 150) + `]}}`
	db := pool(b, q)
	ratio(b, func() {
		at = (at + 7) % (units.Total() - 8)
		r, err := units.Range(at, at+1+at%7)
		if err != nil {
			b.Fatal(err)
		}
		session.Select(r)
		if err := session.Tag("actor"); err != nil && session.State().Selection.Span == "" {
			b.Fatal(err)
		}
	}, func() {
		tx := must[*sql.Tx](b)(db.Begin())
		id := annotate.NewID()
		hash := sha256.Sum256([]byte(id))
		must[sql.Result](b)(tx.Exec(plainSpan, string(id), 1, at, at+1))
		must[sql.Result](b)(tx.Exec(plainEdit, string(id), 1, now(), body, hash[:], hash[:]))
		must[sql.Result](b)(tx.Exec("UPDATE layers SET spans = spans + 1, edits = edits + 1, changed_ms = ?, head = ? WHERE id = 1", now(), hash[:]))
		if err := tx.Commit(); err != nil {
			b.Fatal(err)
		}
	})
}

// ratioOfImports imports articles of 4 KB, with the index of their words: 2,000
// or, where there is a million, 100,000.
func ratioOfImports(b *testing.B) {
	n := 2_000
	if os.Getenv(millionVariable) != "" {
		n = 100_000
	}
	ratio(b, func() {
		p := newProject(b)
		must[Report](b)(p.Import(b.Context(), reports(n), ImportOptions{}))
		p.Close()
		os.Remove(p.Path())
	}, func() {
		p := newProject(b)
		importPlainly(b, pool(b, p), n)
		p.Close()
		os.Remove(p.Path())
	})
	b.ReportMetric(peak(), "peak-MB")
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

// peak is the most memory that this process has had, in millions of bytes; 0
// where that cannot be told.
func peak() float64 {
	status, _ := os.ReadFile("/proc/self/status")
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes float64
	_, _ = fmt.Sscan(after, &kilobytes)
	return kilobytes / 1000
}

// ratioOfPages reads 50 rows of a list.
func ratioOfPages(b *testing.B) {
	p, _ := archive(b)
	author := person(b, p, "Ana")
	db := must[*sql.DB](b)(p.reader.DB())
	ratio(b, func() {
		list(b, p, Query{Author: author.ID, After: &Row{Position: 10_000}, Limit: 50})
	}, func() {
		rows := must[*sql.Rows](b)(db.Query(`SELECT a.id, a.uid, a.title, coalesce(l.status, 'new'), coalesce(l.spans, 0) FROM articles a
			LEFT JOIN layers l ON l.article_id = a.id AND l.author_id = 1 WHERE a.id > 10000 ORDER BY a.id LIMIT 50`))
		drain(b, rows, 5)
	})
}

// ratioOfWork takes an article with 1,000 spans in hand.
func ratioOfWork(b *testing.B) {
	p := newProject(b)
	text := strings.Repeat("The river Vell rose at the northern gate. ", 300)
	var spans []annotate.Span
	for n := range 1000 {
		spans = append(spans, annotate.Span{ID: annotate.NewID(), Label: "actor", Range: annotate.Range{Start: n * 12, End: n*12 + 9}})
	}
	layer := must[annotate.Layer](b)(annotate.NewLayer("", dresden).With(spans, nil, nil))
	doc := article("Long", text)
	doc.Layers = []annotate.Layer{layer}
	mustImport(b, p, ImportOptions{}, doc)
	id, author := list(b, p, Query{})[0].ID, must[[]annotate.Author](b)(p.Authors(b.Context()))[0]
	db := must[*sql.DB](b)(p.reader.DB())
	ratio(b, func() { must[Work](b)(p.Work(b.Context(), id, author)) }, func() {
		drain(b, must[*sql.Rows](b)(db.Query("SELECT text FROM articles WHERE uid = ?", string(id))), 1)
		drain(b, must[*sql.Rows](b)(db.Query("SELECT uid, start_off, end_off, label, gaps, attrs, note, source FROM spans WHERE layer_id = 1 AND deleted = 0")), 8)
		drain(b, must[*sql.Rows](b)(db.Query("SELECT uid, body, hash, prev_hash FROM edits WHERE layer_id = 1 ORDER BY seq")), 4)
	})
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
	db := must[*sql.DB](b)(p.reader.DB())
	ratio(b, func() {
		for _, err := range p.Documents(b.Context(), Choice{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}, func() {
		drain(b, must[*sql.Rows](b)(db.Query("SELECT uid, title, meta, text FROM articles ORDER BY id")), 4)
		drain(b, must[*sql.Rows](b)(db.Query("SELECT uid, article_id, author_id, status FROM layers ORDER BY article_id")), 4)
		drain(b, must[*sql.Rows](b)(db.Query("SELECT layer_id, uid, start_off, end_off, label, gaps, attrs, note, source FROM spans WHERE deleted = 0 ORDER BY layer_id")), 9)
	})
}

// drain reads all rows of some columns.
func drain(b *testing.B, rows *sql.Rows, columns int) {
	b.Helper()
	values, into := make([]any, columns), make([]any, columns)
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			b.Fatal(err)
		}
	}
	if err := rows.Close(); err != nil {
		b.Fatal(err)
	}
}
