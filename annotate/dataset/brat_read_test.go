package dataset

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// bratFiles puts a text with its annotations into a folder of their own.
func bratFiles(t *testing.T, text, ann string) string {
	t.Helper()
	path := put(t, "raid.txt", text)
	if err := os.WriteFile(strings.TrimSuffix(path, ".txt")+".ann", []byte(ann), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestBratFindsOutWhatOffsetsCount(t *testing.T) {
	for _, c := range []struct{ name, text, ann, repair string }{
		{"code points", "🔥 Raid\non Orvany", "T1\tplace 10 16\tOrvany", ""},
		{"line ends of two characters", "Raid\r\non Orvany", "T1\tplace 9 15\tOrvany", "line end"},
		{"line ends counted as one", "Raid\r\non Orvany", "T1\tplace 8 14\tOrvany", "line end of two characters as one"},
		{"UTF-16", "🔥 Raid\non Orvany", "T1\tplace 11 17\tOrvany", "UTF-16 units"},
		{"bytes", "🔥 Raid\non Orvany", "T1\tplace 13 19\tOrvany", "bytes"},
	} {
		doc := readAll(t, Reading{}, bratFiles(t, c.text, c.ann))[0]
		if got := doc.Layers[0].Spans()[0].Quote(doc.Article.Text); got != "Orvany" || !strings.Contains(strings.Join(doc.Repairs, "; "), c.repair) {
			t.Errorf("%s: %q, repairs %q", c.name, got, doc.Repairs)
		}
	}
}

func TestBratRefusals(t *testing.T) {
	for _, c := range []struct{ ann, want string }{
		{"T1\tplace 0 4\tOrvany", "raid.ann: line 1: T1 should be “Orvany”, but there the text has “Raid”"},
		{"T2\tplace 0 4\n\nT1\tplace 0 900\tOrvany", "raid.ann: line 3: T1: end 900 is past the text (14 code points)"},
		{"T1\tplace 0,4\tRaid", "raid.ann: line 1: a T line must be as"},
		{"T1\tplace 0 4\tRaid\nT1\tplace 0 4\tRaid", "raid.ann: line 2: the id T1 is there twice, first in line 1"},
	} {
		_, refusals := readSome(t, Reading{}, bratFiles(t, "Raid on Orvany", c.ann))
		if len(refusals) != 1 || !strings.Contains(refusals[0], c.want) {
			t.Errorf("%q: %q, want %q", c.ann, refusals, c.want)
		}
	}
	_, refusals := readSome(t, Reading{}, put(t, "lone.ann", "T1\tplace 0 4\tRaid"))
	if len(refusals) != 1 || !strings.Contains(refusals[0], "lone.ann: the text lone.txt that it belongs to is not beside it") {
		t.Errorf("%q", refusals)
	}
}

func TestBratSaysWhichLinesItLeavesOut(t *testing.T) {
	doc := readAll(t, Reading{}, bratFiles(t, "Raid on Orvany", "T1\tplace 8 14\tOrvany\n\"garbled\nT2\tplace 3 3\t\nR1\tof Arg1:T1 Arg2:T9\nA1\tSure R7\nE1\traid:T8\n#1\tAnnotatorNotes T1\t \n"))[0]
	want := []string{
		"raid.ann, line 2 was left out, it is of no known kind: \"garbled",
		"raid.ann, line 3 was left out: it marks no text",
		"raid.ann, line 6 was left out: there is no T8 to be its trigger",
		"raid.ann, line 4 was left out: there is no T9 to refer to",
		"raid.ann, line 5 was left out: there is no R7 to refer to",
		"raid.ann, line 7 was left out: it is not written as such lines are",
	}
	if !slices.Equal(doc.Repairs, want) {
		t.Errorf("%s", strings.Join(doc.Repairs, "\n"))
	}
}
