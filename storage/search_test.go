package storage

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// library is a project to search in.
func library(t testing.TB) *Project {
	t.Helper()
	p := newProject(t)
	mustImport(t, p, ImportOptions{},
		article("Flood at Vell", "The river Vell rose at the northern gate. Nobody was hurt, the élan of the rescuers was praised."),
		article("Fire", "A fire in Lower Vell hurt a dozen people; the fire brigade of Vell came late."),
		article("Пожежа", "Пожежа у місті Варта. Варта мовчить."),
		article("حريق", "حريق في مدينة نور قرب النهر"),
		article("火灾", "周二北京市中心发生火灾。十二人受伤，京市警方说。"),
		article("台風", "台風は東京タワーの近くを通過した。"),
		article("ไฟไหม้", "ไฟไหม้ในตลาดเมืองนูร์ มีผู้บาดเจ็บ"),
		article("Mixed", "The 東京 office of Vell Press said 🕯️ nothing."))
	return p
}

// found are the titles of what a search finds, and in brackets what of the
// texts it marks.
func found(t testing.TB, p *Project, query string) string {
	t.Helper()
	hits, err := p.Search(t.Context(), Search{Text: query})
	if err != nil {
		return err.Error()
	}
	var all []string
	for _, hit := range hits.Hits {
		var marks []string
		for _, m := range hit.Marks {
			marks = append(marks, string([]rune(hit.Snippet)[m.Start:m.End]))
		}
		all = append(all, fmt.Sprintf("%s[%s]", hit.Title, strings.Join(marks, "|")))
	}
	return strings.Join(all, " ")
}

func TestSearch(t *testing.T) {
	p := library(t)
	for query, want := range map[string]string{
		"northern":               "Flood at Vell[northern]",
		"NORTHERN gate":          "Flood at Vell[northern|gate]",
		"elan":                   "Flood at Vell[élan]",
		"élan":                   "Flood at Vell[élan]",
		"fire vell":              "Fire[fire|Vell|fire|Vell]",
		`"lower vell"`:           "Fire[Lower Vell]",
		`“Lower Vell”`:           "Fire[Lower Vell]",
		`"vell lower"`:           "",
		"nor*":                   "Flood at Vell[northern]",
		`"northern ga"*`:         "Flood at Vell[northern gate]",
		`"northern ga*"`:         "Flood at Vell[northern gate]",
		"vell -fire -office":     "Flood at Vell[Vell]",
		`vell -"lower vell" -東京`: "Flood at Vell[Vell]",
		"варта":                  "Пожежа[Варта|Варта]",
		"نور":                    "حريق[نور]",
		"北京":                     "火灾[北京]",
		"北京市":                    "火灾[北京市]",
		"京市":                     "火灾[京市|京市]",
		"市":                      "火灾[市|市]",
		"北市":                     "",
		"火灾 受伤":                  "火灾[火灾|受伤]",
		"東京 -vell":               "台風[東京]",
		"東京 vell":                "Mixed[東京|Vell]",
		"東京office":               "Mixed[東京|office]",
		"東京 -タワー":                "Mixed[東京]",
		"東京 -タワーxyz":             "台風[東京] Mixed[東京]",
		"タワー":                    "台風[タワー]",
		"ตลาด":                   "ไฟไหม้[ตลาด]",
		"ตลา":                    "ไฟไหม้[ตลา]",
		"flood":                  "Flood at Vell[]",
		"nothing 🕯️":             "Mixed[nothing]",
		"unheard":                "",
		"":                       ErrNothingToFind.Error(),
		"-vell":                  ErrNothingToFind.Error(),
		"🕯️ *":                   ErrNothingToFind.Error(),
	} {
		got := found(t, p, query)
		if query == "東京 -タワーxyz" {
			got, want = sortedWords(got), sortedWords(want)
		}
		if got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
}

func sortedWords(text string) string {
	words := strings.Fields(text)
	if len(words) == 2 && words[0] > words[1] {
		words[0], words[1] = words[1], words[0]
	}
	return strings.Join(words, " ")
}

// TestQueriesNeverFail looks for what is no query of any language.
func TestQueriesNeverFail(t *testing.T) {
	p := library(t)
	for _, query := range []string{`"`, `""`, `"vell`, `vell"`, `*`, `**vell**`, `-`, `--vell`, `- vell`, "AND", "vell AND", "NOT vell", "NEAR(a b)",
		"title:vell", "{title}:x", "(vell", "vell)", "^vell", "a+b", "x\x00y", "\xff\xfe", "'; DROP TABLE articles; --", "50%", `\`, "vell OR", "\U000104B0",
		`"\U000104B0"`, "\u0301", "²", "-火", `"火`, `火*`, `*火`, "a*b*c", strings.Repeat("x ", 2000), strings.Repeat(`"`, 999), "«»", `"a""b"`} {
		if _, err := p.Search(t.Context(), Search{Text: query}); err != nil && !errors.Is(err, ErrNothingToFind) {
			t.Errorf("%.50q: %v", query, err)
		}
	}
	if _, err := p.Search(t.Context(), Search{Text: "vell", After: "elsewhere"}); err == nil {
		t.Error("a cursor that is none was taken")
	}
}

func FuzzSearch(f *testing.F) {
	p := library(f)
	for _, query := range []string{`"lower vell" -fire`, "nor* 東京", `-"a b"*`, "«x» AND (y"} {
		f.Add(query)
	}
	f.Fuzz(func(t *testing.T, query string) {
		if _, err := p.Search(t.Context(), Search{Text: query}); err != nil && !errors.Is(err, ErrNothingToFind) {
			t.Errorf("%q: %v", query, err)
		}
	})
}

// TestSnippet compares what is marked with the text, in code points.
func TestSnippet(t *testing.T) {
	p := newProject(t)
	long := strings.Repeat("Слово за словом 🕯️, ", 30) + "then the siren\nwas heard in Nór, " + strings.Repeat("і ще слово ", 40) + "siren"
	mustImport(t, p, ImportOptions{}, article("Long", long))
	hits, err := p.Search(t.Context(), Search{Text: "siren nor"})
	if err != nil || len(hits.Hits) != 1 {
		t.Fatal(hits, err)
	}
	hit := hits.Hits[0]
	var in []string
	for _, f := range hit.Found {
		in = append(in, string([]rune(long)[f.Start:f.End]))
	}
	if fmt.Sprint(in) != "[siren Nór siren]" {
		t.Errorf("found %v", in)
	}
	if n := len([]rune(hit.Snippet)); n > snippetLength || strings.ContainsAny(hit.Snippet, "\n") ||
		!strings.Contains(hit.Snippet, "then the siren was heard in Nór") || !strings.HasPrefix(hit.Snippet, "🕯️, Слово") {
		t.Errorf("the snippet is %q", hit.Snippet)
	}
}

// TestSearchPages reads what was found page by page, few and many.
func TestSearchPages(t *testing.T) {
	p := newProject(t)
	var docs []annotate.Document
	for n := range few + 30 {
		text := fmt.Sprintf("Report %d from Vell.", n)
		if n%20 == 0 {
			text += strings.Repeat(" Rare", n/20+1)
		}
		docs = append(docs, article(fmt.Sprint(n), text))
	}
	mustImport(t, p, ImportOptions{}, docs...)
	for query, want := range map[string]struct {
		articles int
		ranked   bool
		first    string
	}{"vell": {few + 30, false, fmt.Sprint(few + 29)}, "rare": {12, true, "220"}, "report vell rare": {12, true, "220"}} {
		seen := map[annotate.ID]bool{}
		search := Search{Text: query, Limit: 7}
		for {
			hits, err := p.Search(t.Context(), search)
			if err != nil {
				t.Fatal(err)
			}
			if hits.Ranked != want.ranked || search.After == "" && hits.Hits[0].Title != want.first {
				t.Errorf("%s: ranked %v, first %s", query, hits.Ranked, hits.Hits[0].Title)
			}
			for _, hit := range hits.Hits {
				seen[hit.ID] = true
			}
			if search.After = hits.Next; hits.Next == "" {
				break
			}
		}
		if len(seen) != want.articles {
			t.Errorf("%s: %d articles, want %d", query, len(seen), want.articles)
		}
	}
}

// TestSearchStatus tells whose status an author asks for.
func TestSearchStatus(t *testing.T) {
	p, ana, _ := newsroom(t)
	hits, err := p.Search(t.Context(), Search{Text: "vell gate", Author: ana.ID})
	if err != nil || len(hits.Hits) != 1 || hits.Hits[0].Status != annotate.Done || hits.Hits[0].Spans != 2 {
		t.Errorf("%+v, %v", hits, err)
	}
}

func TestHitsAreCounted(t *testing.T) {
	p := library(t)
	for _, c := range []struct {
		text string
		most int
		n    int
		more bool
	}{{"vell", 10, 3, false}, {"vell", 3, 3, false}, {"vell", 2, 2, true}, {"東京", 10, 2, false}, {"nowhere", 5, 0, false}} {
		n, more, err := p.CountHits(t.Context(), c.text, c.most)
		if err != nil || n != c.n || more != c.more {
			t.Errorf("%q: %d, more %v, %v; want %d, %v", c.text, n, more, err, c.n, c.more)
		}
	}
	if _, _, err := p.CountHits(t.Context(), "-vell", 5); !errors.Is(err, ErrNothingToFind) {
		t.Errorf("nothing to find: %v", err)
	}
}
