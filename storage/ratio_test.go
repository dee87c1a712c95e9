package storage

import (
	"crypto/sha256"
	"database/sql"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/glossator/glossator/annotate"
)

// BenchmarkRatio does the same work through a project, by plain database/sql
// with the same driver and, where it is installed, in SQLite's own shell, by
// turns, and tells how many times as long ours takes.
func BenchmarkRatio(b *testing.B) {
	b.Run("edit", ratioOfEdits)
	b.Run("import", ratioOfImports)
	b.Run("page", ratioOfPages)
	b.Run("article-1000-spans", ratioOfWork)
	b.Run("export", ratioOfExports)
}

// A way is how some work can be done.
type way struct {
	name  string
	do    func()
	times int // that do does it; 0: once
}

// ratio measures ways by turns, and compares the first with the others. A way
// without do is left out.
func ratio(b *testing.B, ways ...way) {
	b.Helper()
	ways = slices.DeleteFunc(ways, func(w way) bool { return w.do == nil })
	took := make([][]time.Duration, len(ways))
	for b.Loop() {
		for i, w := range ways {
			start := time.Now()
			w.do()
			took[i] = append(took[i], time.Since(start)/time.Duration(max(1, w.times)))
		}
	}
	for i, w := range ways {
		slices.Sort(took[i])
		b.ReportMetric(middle(took[i]).Seconds()*1000, w.name+"-ms-p50")
		if i > 0 {
			b.ReportMetric(middle(took[0]).Seconds()/middle(took[i]).Seconds(), "×"+w.name)
		}
	}
	b.ReportMetric(took[0][len(took[0])*95/100].Seconds()*1000, ways[0].name+"-ms-p95")
	b.ReportMetric(0, "ns/op")
}

func middle(sorted []time.Duration) time.Duration { return sorted[len(sorted)/2] }

// inShell is the way to do something so many times in SQLite's shell. Each has
// its number: a %d in the statement.
func inShell(b *testing.B, path, statement string, times int) way {
	b.Helper()
	var script strings.Builder
	for n := range times {
		fmt.Fprintln(&script, strings.ReplaceAll(statement, "%d", fmt.Sprint(n)))
	}
	return shell(b, path, times, func() io.Reader { return strings.NewReader(script.String()) })
}

// shell is the way to have SQLite's shell run a script.
func shell(b *testing.B, path string, times int, script func() io.Reader) way {
	b.Helper()
	program, err := exec.LookPath("sqlite3")
	if err != nil {
		return way{}
	}
	return way{"shell", func() {
		b.Helper()
		running := exec.CommandContext(b.Context(), program, "-batch", "-bail", path)
		running.Stdin = script()
		var errs strings.Builder
		running.Stdout, running.Stderr = nil, &errs
		if err := running.Run(); err != nil {
			b.Fatalf("%v: %s", err, errs.String())
		}
	}, times}
}

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
	p, q, r := newProject(b), newProject(b), newProject(b)
	for _, project := range []*Project{p, q, r} {
		mustImport(b, project, ImportOptions{}, article("Mixed", strings.Repeat(mixed+"\n", 30)))
		session, _ := begin(b, project, 0, person(b, project, "Ana"))
		tag(b, session, "actor", "Варта")
	}
	session, _ := begin(b, p, 0, person(b, p, "Ana"))
	at, units := 0, annotate.In(annotate.CodePoints, session.State().Article.Text)
	body := `{"name":"Label","spans":{"add":[` + strings.Repeat(" ", 150) + `]}}`
	db := pool(b, q)
	ours := func() {
		at = (at + 7) % (units.Total() - 8)
		r, err := units.Range(at, at+1+at%7)
		if err != nil {
			b.Fatal(err)
		}
		session.Select(r)
		if err := session.Tag("actor"); err != nil && session.State().Selection.Span == "" {
			b.Fatal(err)
		}
	}
	plain := func() {
		tx := must[*sql.Tx](b)(db.Begin())
		id := annotate.NewID()
		hash := sha256.Sum256([]byte(id))
		must[sql.Result](b)(tx.Exec(plainSpan, string(id), 1, at, at+1))
		must[sql.Result](b)(tx.Exec(plainEdit, string(id), 1, now(), body, hash[:], hash[:]))
		must[sql.Result](b)(tx.Exec("UPDATE layers SET spans = spans + 1, edits = edits + 1, changed_ms = ?, head = ? WHERE id = 1", now(), hash[:]))
		if err := tx.Commit(); err != nil {
			b.Fatal(err)
		}
	}
	const commits = 50
	in := inShell(b, r.Path(), `PRAGMA synchronous=FULL; BEGIN IMMEDIATE;
		INSERT INTO spans (uid, layer_id, start_off, end_off, label, gaps, attrs, note, source, deleted) VALUES (hex(randomblob(18)), 1, 1, 2, 'actor', '[]', '{}', '', '', 0);
		INSERT INTO edits (uid, layer_id, author_id, at_ms, move, name, body, prev_hash, hash) VALUES (hex(randomblob(18)), 1, 1, 1, 'do', 'Label', '`+body+`', randomblob(32), randomblob(32));
		UPDATE layers SET spans = spans + 1, edits = edits + 1, changed_ms = 1, head = randomblob(32) WHERE id = 1; COMMIT;`, commits)
	ratio(b, way{"ours", ours, 1}, way{"plain", plain, 1}, in)
}

// A page of a list, as a query.
const plainPage = `SELECT a.id, a.uid, a.title, coalesce(l.status, 'new'), coalesce(l.spans, 0) FROM articles a
	LEFT JOIN layers l ON l.article_id = a.id AND l.author_id = 1 WHERE a.id > 10000 ORDER BY a.id LIMIT 50`

// ratioOfPages reads 50 rows of a list.
func ratioOfPages(b *testing.B) {
	p, author := archive(b)
	pages(b, p, author)
}

func pages(b *testing.B, p *Project, author annotate.Author) {
	b.Helper()
	db := must[*sql.DB](b)(p.reader.DB())
	ratio(b, way{"ours", func() { list(b, p, Query{Author: author.ID, After: &Row{Position: 10_000}, Limit: 50}) }, 1},
		way{"plain", func() { drain(b, must[*sql.Rows](b)(db.Query(plainPage)), 5) }, 1},
		inShell(b, p.Path(), plainPage+";", 100))
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
	const (
		text1  = "SELECT text FROM articles WHERE id = 1"
		spans1 = "SELECT uid, start_off, end_off, label, gaps, attrs, note, source FROM spans WHERE layer_id = 1 AND deleted = 0"
		edits1 = "SELECT uid, body, hash, prev_hash FROM edits WHERE layer_id = 1 ORDER BY seq"
	)
	ratio(b, way{"ours", func() { must[Work](b)(p.Work(b.Context(), id, author)) }, 1}, way{"plain", func() {
		drain(b, must[*sql.Rows](b)(db.Query(text1)), 1)
		drain(b, must[*sql.Rows](b)(db.Query(spans1)), 8)
		drain(b, must[*sql.Rows](b)(db.Query(edits1)), 4)
	}, 1}, inShell(b, p.Path(), text1+"; "+spans1+"; "+edits1+";", 50))
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
