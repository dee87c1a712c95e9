package storage

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/glebarez/sqlite"

	"github.com/glossator/glossator/annotate"
)

// millionVariable names, in the environment, a project file of a million short
// articles, which is made if it is not there. Without it a project of 20,000
// stands in for it.
const millionVariable = "GLOSSATOR_MILLION"

// brief are so many articles of about 31 words. Of 50,000 words some are in
// nearly all of them, most in few.
func brief(n int) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		r := rand.New(rand.NewPCG(3, 5))
		words := rand.NewZipf(r, 1.1, 2, 50_000)
		for i := range n {
			var b strings.Builder
			fmt.Fprintf(&b, "Report %d.", i)
			for range 29 {
				fmt.Fprintf(&b, " w%s", word(words.Uint64()))
			}
			if !yield(article(fmt.Sprint("Report ", i), b.String()), nil) {
				return
			}
		}
	}
}

// word is the nth word of an invented language.
func word(n uint64) string {
	var b []byte
	for n += 26; n > 0; n /= 26 {
		b = append(b, 'a'+byte(n%26))
	}
	return string(b)
}

// large is the large project, and how many articles it has.
func large(b *testing.B) (*Project, int) {
	b.Helper()
	path, articles := os.Getenv(millionVariable), 1_000_000
	if path == "" {
		path, articles = b.TempDir()+"/large"+Extension, 20_000
	}
	if _, err := os.Stat(path); err != nil {
		makeLarge(b, path, articles)
	}
	p, err := Open(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { p.Close() })
	return p, articles
}

func makeLarge(b *testing.B, path string, articles int) {
	b.Helper()
	p, err := Create(path, newsScheme)
	if err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	if _, err := p.Import(b.Context(), brief(articles), ImportOptions{}); err != nil {
		b.Fatal(err)
	}
	b.Logf("%d articles imported in %v", articles, time.Since(start).Round(time.Second))
	if err := p.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkLarge lists, filters, counts and searches a large project.
func BenchmarkLarge(b *testing.B) {
	p, articles := large(b)
	author := person(b, p, "Ana")
	reader := annotate.ID(author.ID)
	query := func(q Query) func() (any, error) {
		q.Limit = 50
		return func() (any, error) { return p.Articles(b.Context(), q) }
	}
	count := func(q Query) func() (any, error) {
		return func() (any, error) { return p.Count(b.Context(), q) }
	}
	search := func(text string) func() (any, error) {
		return func() (any, error) { return p.Search(b.Context(), Search{Text: text, Author: reader}) }
	}
	middle := &Row{Position: int64(articles / 2)}
	for _, c := range []struct {
		name string
		do   func() (any, error)
	}{
		{"page/first", query(Query{Author: reader})},
		{"page/middle", query(Query{Author: reader, After: middle})},
		{"page/new", query(Query{Author: reader, Status: annotate.New, After: middle})},
		{"page/done", query(Query{Author: reader, Status: annotate.Done, After: middle})},
		{"page/all-done", query(Query{Status: annotate.Done})},
		{"page/word", query(Query{Author: reader, Text: "wcb"})},
		{"page/prefix", query(Query{Author: reader, Text: "wcbab"})},
		{"positions/all", func() (any, error) { return p.Positions(b.Context(), Query{Author: reader}) }},
		{"positions/new", func() (any, error) { return p.Positions(b.Context(), Query{Author: reader, Status: annotate.New}) }},
		{"positions/word", func() (any, error) { return p.Positions(b.Context(), Query{Author: reader, Text: "w" + word(0)}) }},
		{"rows-at", func() (any, error) {
			return p.RowsAt(b.Context(), reader, int64(articles/3), int64(articles/2), int64(articles))
		}},
		{"count/all", count(Query{Author: reader})},
		{"count/new", count(Query{Author: reader, Status: annotate.New})},
		{"count/word", count(Query{Text: "wcb"})},
		{"search/rare", search("w" + word(40_000))},
		{"search/middling", search("w" + word(3_000))},
		{"search/common", search("w" + word(0))},
		{"search/two-common", search("w" + word(0) + " w" + word(1))},
		{"search/phrase", search(`"w` + word(0) + " w" + word(1) + `"`)},
		{"search/prefix", search("wcb*")},
	} {
		b.Run(c.name, func(b *testing.B) { percentiles(b, c.do) })
	}
}

// BenchmarkLargeRatio opens a large project to its first page, lists, searches
// and exports it, and compares that with the same work done plainly.
func BenchmarkLargeRatio(b *testing.B) {
	p, articles := large(b)
	author := person(b, p, "Ana")
	b.Logf("%d articles", articles)
	b.Run("page", func(b *testing.B) { pages(b, p, author) })
	for name, word := range map[string]string{"rare": "w" + word(40_000), "middling": "w" + word(3_000)} {
		b.Run("search-"+name, func(b *testing.B) { searches(b, p, word) })
	}
	b.Run("export", func(b *testing.B) { exports(b, p) })
	path := p.Path()
	if err := p.Close(); err != nil {
		b.Fatal(err)
	}
	b.Run("open", func(b *testing.B) { opens(b, path, author) })
}

// searches finds a word, the best articles first, with snippets.
func searches(b *testing.B, p *Project, word string) {
	b.Helper()
	const plain = `SELECT a.uid, a.title, snippet(article_words, 1, '[', ']', '…', 30) FROM article_words JOIN articles a ON a.id = article_words.rowid
		WHERE article_words MATCH '"WORD"' ORDER BY bm25(article_words, 5.0, 1.0) LIMIT 20`
	query := strings.ReplaceAll(plain, "WORD", word)
	db := must[*sql.DB](b)(p.reader.DB())
	ratio(b, way{"ours", func() { must[Hits](b)(p.Search(b.Context(), Search{Text: word})) }, 1},
		way{"plain", func() { drain(b, must[*sql.Rows](b)(db.Query(query)), 3) }, 1},
		inShell(b, p.Path(), query+";", 50))
}

// opens opens a project, reads its first page and closes it.
func opens(b *testing.B, path string, author annotate.Author) {
	b.Helper()
	first := strings.ReplaceAll(plainPage, "10000", "0")
	ratio(b, way{"ours", func() {
		p := must[*Project](b)(Open(path))
		list(b, p, Query{Author: author.ID, Limit: 50})
		p.Close()
	}, 1}, way{"plain", func() {
		db := must[*sql.DB](b)(sql.Open(sqlite.DriverName, dsn(path, reading)))
		drain(b, must[*sql.Rows](b)(db.Query(first)), 5)
		db.Close()
	}, 1}, inShell(b, path, first+";", 1))
}

// percentiles measures something that is done again and again.
func percentiles(b *testing.B, do func() (any, error)) {
	b.Helper()
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		if _, err := do(); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	b.ReportMetric(took[len(took)/2].Seconds()*1000, "ms-p50")
	b.ReportMetric(took[len(took)*95/100].Seconds()*1000, "ms-p95")
}
