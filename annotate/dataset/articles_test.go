package dataset

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// conformance is a folder of real files that are not part of the repository.
const conformance = "../../../shared/conformance/"

func TestTitlesOfRealArticles(t *testing.T) {
	folder := conformance + "articles"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("there is no folder of real articles here")
	}
	for _, doc := range readAll(t, Reading{}, folder) {
		a := doc.Article
		t.Logf("%s: %q %q", a.Meta["file"], a.Title, doc.Repairs)
		n := utf8.RuneCountInString(a.Title)
		if n < 20 || n > longestHeadline || strings.Contains(a.Title, "\n") {
			t.Errorf("%s: the title has %d characters: %q", a.Meta["file"], n, a.Title)
		}
		raw, err := os.ReadFile(folder + "/" + a.Meta["file"])
		if err != nil || string(raw) != a.Text {
			t.Errorf("%s: the text was changed", a.Meta["file"])
		}
	}
}
