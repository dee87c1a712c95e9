package textview

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// unicodeData is where packages of systems put the files of the Unicode database.
var unicodeData = []string{"/usr/share/unicode", "/usr/share/unicode/ucd"}

// openData opens a file of the Unicode database.
func openData(name string) (*os.File, error) {
	for _, folder := range unicodeData {
		if f, err := os.Open(filepath.Join(folder, name)); err == nil {
			return f, nil
		}
	}
	return nil, fmt.Errorf("%s is in none of %v: make packages installs it", name, unicodeData)
}

// representatives are characters of each bidirectional class; none is a bracket.
var representatives = map[string]rune{
	"L": 'a', "R": 'א', "AL": 'ا', "EN": '1', "ES": '+', "ET": '%', "AN": '٣', "CS": ',', "NSM": '\u0301', "BN": '\u00ad',
	"B": '\u2029', "S": '\t', "WS": ' ', "ON": '!', "LRE": '\u202a', "LRO": '\u202d', "RLE": '\u202b', "RLO": '\u202e', "PDF": '\u202c',
	"LRI": '\u2066', "RLI": '\u2067', "FSI": '\u2068', "PDI": '\u2069',
}

// lineOf returns the levels of a paragraph that is one line, "x" for those that no reader can see,
// and the order of the others from left to right.
func lineOf(text []rune, rtl bool) (shown []string, order []string) {
	found, base := levels(text, rtl), uint8(0)
	if rtl {
		base = 1
	}
	settleLine(text, found, base)
	for i, l := range found {
		if removedOrMark(text[i]) {
			shown = append(shown, "x")
		} else {
			shown = append(shown, strconv.Itoa(int(l)))
		}
	}
	for _, run := range visualRuns(found) {
		var part []string
		for i := run.start; i < run.end; i++ {
			if shown[i] != "x" {
				part = append(part, strconv.Itoa(i))
			}
		}
		if run.level&1 == 1 {
			slices.Reverse(part)
		}
		order = append(order, part...)
	}
	return shown, order
}

// dataLines calls visit with each line of a file of the Unicode database, without comments.
func dataLines(t *testing.T, name string, visit func(n int, text string)) {
	t.Helper()
	f, err := openData(name)
	switch {
	case err == nil:
	case os.Getenv("CI") != "":
		t.Fatal(err)
	default:
		t.Skip(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		text, _, _ := strings.Cut(lines.Text(), "#")
		if text = strings.TrimSpace(text); text != "" {
			visit(n, text)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

func TestTheUnicodeFileOfClassesAgrees(t *testing.T) {
	var wantLevels, wantOrder []string
	checked, wrong := 0, 0
	dataLines(t, "BidiTest.txt", func(n int, text string) {
		if rest, ok := strings.CutPrefix(text, "@Levels:"); ok {
			wantLevels = strings.Fields(rest)
			return
		}
		if rest, ok := strings.CutPrefix(text, "@Reorder:"); ok {
			wantOrder = strings.Fields(rest)
			return
		}
		classes, bits, _ := strings.Cut(text, ";")
		if testing.Short() && n%20 > 0 || wrong > 10 {
			return
		}
		var line []rune
		for _, c := range strings.Fields(classes) {
			line = append(line, representatives[c])
		}
		set, err := strconv.Atoi(strings.TrimSpace(bits))
		if err != nil {
			t.Fatalf("line %d: %v", n, err)
		}
		for bit, rtl := range map[int]bool{1: readsLeft(string(line)), 2: false, 4: true} {
			if set&bit == 0 {
				continue
			}
			checked++
			got, order := lineOf(line, rtl)
			if !slices.Equal(got, wantLevels) || !slices.Equal(order, wantOrder) {
				wrong++
				t.Errorf("line %d: %s, right to left %v: %v in order %v, want %v in order %v", n, classes, rtl, got, order, wantLevels, wantOrder)
			}
		}
	})
	if t.Logf("%d cases", checked); checked < 4000 {
		t.Errorf("only %d cases were checked", checked)
	}
}

func TestTheUnicodeFileOfCharactersAgrees(t *testing.T) {
	checked, wrong := 0, 0
	dataLines(t, "BidiCharacterTest.txt", func(n int, text string) {
		if testing.Short() && n%20 > 0 || wrong > 10 {
			return
		}
		fields := strings.Split(text, ";")
		var line []rune
		for _, hex := range strings.Fields(fields[0]) {
			r, err := strconv.ParseUint(hex, 16, 32)
			if err != nil {
				t.Fatalf("line %d: %v", n, err)
			}
			line = append(line, rune(r))
		}
		rtl := fields[2] == "1"
		if fields[1] == "2" && readsLeft(string(line)) != rtl {
			t.Errorf("line %d: %+q reads from right to left: %v", n, string(line), !rtl)
		}
		checked++
		got, order := lineOf(line, rtl)
		if !slices.Equal(got, strings.Fields(fields[3])) || !slices.Equal(order, strings.Fields(fields[4])) {
			wrong++
			t.Errorf("line %d: %+q, right to left %v: %v in order %v, want %s in order %s", n, string(line), rtl, got, order, fields[3], fields[4])
		}
	})
	if t.Logf("%d cases", checked); checked < 4000 {
		t.Errorf("only %d cases were checked", checked)
	}
}

// Every text of up to four characters, one of each class, has the directions that
// golang.org/x/text finds. A mark that reads from left to right makes the paragraph do so. Where the
// Unicode files are, which say more, three characters are enough.
func TestTheDirectionsOfAllShortTextsAgreeWithTextBidi(t *testing.T) {
	var alphabet []rune
	for name, r := range representatives {
		if name != "B" {
			alphabet = append(alphabet, r)
		}
	}
	slices.Sort(alphabet)
	longest := 4
	if f, err := openData("BidiTest.txt"); err == nil {
		f.Close()
		longest = 3
	} else if testing.Short() {
		longest = 3
	}
	var try func(text []rune)
	try = func(text []rune) {
		if len(text) > 1 {
			for _, rtl := range []bool{false, true} {
				if err := directionsAgree(text, rtl); err != nil {
					t.Fatal(err)
				}
			}
		}
		if len(text) <= longest {
			for _, r := range alphabet {
				try(append(text, r))
			}
		}
	}
	try([]rune{'\u200e'})
}

// directionsAgree compares the directions of a text behind its first character, a mark from left to
// right, which for the other direction is left out.
func directionsAgree(text []rune, rtl bool) error {
	var p bidi.Paragraph
	options := []bidi.Option{}
	if rtl {
		text = text[1:]
		options = append(options, bidi.DefaultDirection(bidi.RightToLeft))
	}
	if _, err := p.SetString(string(text), options...); err != nil {
		return err
	}
	order, err := p.Order()
	if err != nil {
		return err
	}
	ours, _ := lineOf(text, rtl)
	i := 0
	for n := range order.NumRuns() {
		run := order.Run(n)
		for range utf8.RuneCountInString(run.String()) {
			odd := ours[i] == "1" || ours[i] == "3" || ours[i] == "5" || ours[i] == "7"
			if ours[i] != "x" && odd != (run.Direction() == bidi.RightToLeft) {
				return fmt.Errorf("%+q, right to left %v: character %d has level %s, x/text says %v", string(text), rtl, i, ours[i], run.Direction())
			}
			i++
		}
	}
	return nil
}
