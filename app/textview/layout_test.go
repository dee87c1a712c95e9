package textview

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2/theme"
)

func testShaper(size float32) *shaper { return newShaper(bookOf(theme.DefaultTextFont(), ""), size) }

// samples are lines of many scripts, for all that must hold of any text.
var samples = map[string]string{
	"latin":     "The mayor of Orrin said: “We counted forty-two boats, not 40.” Efficient offices, fjord",
	"ukrainian": "У Вільшанці мешканці п’ять днів не мали світла — повідомляє ґазета «Їжак», зокрема за́мок",
	"arabic":    "قال المحافظ إن 14 شخصًا (منهم 3,500) قُتلوا في «سلم» [حي السوق] صباح 12-3",
	"hebrew":    "המושל אמר כי 14 בני אדם (לפחות) נהרגו ב-\"סלם\" בשנת 2031, וְעוֹד",
	"mixed":     "He wrote قال الرئيس إن 12 شخصًا and then אבג (12) left",
	"emoji":     "a 👨‍👩‍👧 b 🇺🇦🇫🇮 c 👍🏽 d ❤️ e 1️⃣",
	"combining": "Cafe\u0301 n\u0303o a\u0308\u0301 g\u0323 x\u0489 і\u0301",
	"cjk":       "港町の市場で、夜明け前に「十四人」が死亡。한국어 문장도 있다",
	"controls":  "a\tb \u200fc\u200e \u2067אב\u2069 d\u00ade",
	"chinese":   "港务局说，6月3日清晨有“十四人”在柳岸镇遇难，另有3,500人撤离；Orrin 报记者到场。",
	"hindi":     "ज़िला अधिकारी ने कहा कि नदी किनारे १४ लोगों की मृत्यु हुई, (कम से कम 3,500) विस्थापित; क्षत्रिय, श्री, कर्त्ता",
	"thai":      "ผู้ว่าการกล่าวว่ามีผู้เสียชีวิตอย่างน้อย 14 คนที่ท่าเรือน้ำลึก (Orrin) เมื่อวันที่ ๓ มิถุนายน",
	"people":    "👩🏽‍🚒 and 🏃🏽‍♀️, 🏴‍☠️ 🏳️‍🌈 🇫🇮🇺🇦🇫 ☎️ ☎︎ 👨‍👩‍👧‍👦 ⚕️ 4️⃣",
	"bracketed": "הנמל (Orrin [14]) נסגר; \"North–South\" עבר 3,500 איש — 12:30",
	"embedded":  "The note read \u2067שלום (Orrin 3) עולם\u2069 and قال «Tarn 12» أمس.",
	"empty":     "",
}

func TestTheLinesOfALayoutAreTheWholeText(t *testing.T) {
	for name, s := range samples {
		text := strings.Repeat(s+" ", 20) + "\n\n" + s + "\n"
		for _, measure := range []float32{1, 40, 333, 5000} {
			checkLines(t, name, lay(text, testShaper(16), measure))
		}
	}
}

func checkLines(t *testing.T, name string, l layout) {
	t.Helper()
	at := 0
	for n, ln := range l.lines {
		if ln.start != at || ln.end < ln.start {
			t.Fatalf("%s: line %d is [%d,%d), want it to begin at %d", name, n, ln.start, ln.end, at)
		}
		if !utf8.ValidString(l.text[ln.start:ln.end]) && utf8.ValidString(l.text) {
			t.Fatalf("%s: line %d is cut within a character", name, n)
		}
		at = ln.end
		if !ln.wrapped {
			if at < len(l.text) && l.text[at] != '\n' {
				t.Fatalf("%s: line %d ends a paragraph without a line feed", name, n)
			}
			at++
		}
	}
	if at != len(l.text)+1 {
		t.Fatalf("%s: the lines end at %d of %d", name, at-1, len(l.text))
	}
}

func TestNoLineIsWiderThanTheMeasure(t *testing.T) {
	const measure = 320
	s := testShaper(16)
	texts := map[string]string{}
	for name, sample := range samples {
		texts[name] = strings.Repeat(sample+" ", 30)
	}
	for name, tongue := range tongues {
		texts["prose of "+name] = tongue.prose(30 << 10)
	}
	for name, text := range texts {
		l := lay(text, s, measure)
		for n, ln := range l.lines {
			shape := l.shape(s, n)
			ink := len(strings.TrimRight(text[ln.start:ln.end], " \t"))
			var width float32
			for _, st := range shape.stretches(ln.start, ln.start+ink) {
				width += st.x1 - st.x0
			}
			if width > measure+1 {
				t.Errorf("%s: line %d is %.1f wide: %q", name, n, width, text[ln.start:ln.end])
			}
		}
	}
}

func TestAParagraphBreaksAtSpacesAndHyphens(t *testing.T) {
	s := testShaper(16)
	text := "one two-three four"
	width := s.line(sourceOf("one two-", 0), nil, false).width
	l := lay(text, s, width+1)
	if got := text[l.lines[0].start:l.lines[0].end]; got != "one two-" {
		t.Errorf("the first line is %q", got)
	}
}

func TestAWordWithoutSpacesIsCutBetweenCharacters(t *testing.T) {
	s := testShaper(16)
	text := strings.Repeat("👨‍👩‍👧", 30)
	l := lay(text, s, 100)
	if len(l.lines) < 5 {
		t.Fatalf("%d lines", len(l.lines))
	}
	for _, ln := range l.lines {
		if (ln.end-ln.start)%len("👨‍👩‍👧") != 0 {
			t.Errorf("a family is torn apart at %d", ln.end)
		}
	}
}

func TestAVeryLongParagraphIsCutWithoutLoss(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("word ", 9000), strings.Repeat("ж", 30000), strings.Repeat("e\u0301", 9000),
		strings.Repeat("كلمة ", 5000), strings.Repeat("a", 20000) + "\n" + strings.Repeat("b ", 9000),
	} {
		checkLines(t, text[:8], lay(text, testShaper(16), 400))
	}
}

func TestRandomTextsAreLaidOutWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	pool := []rune("ab c\n\t-—/ іїж אב ابت12٣.,()«»\u0301\u200d\u200f\u2067\u2069👍🏽🇺🇦漢字\u00a0\u2028")
	s := testShaper(16)
	for range 400 {
		text := randomText(r, pool, 1+r.IntN(300))
		l := lay(text, s, float32(20+r.IntN(300)))
		checkLines(t, text, l)
		for n := range l.lines {
			checkShape(t, text, l.shape(s, n))
		}
	}
}

func randomText(r *rand.Rand, pool []rune, n int) string {
	out := make([]rune, n)
	for i := range out {
		out[i] = pool[r.IntN(len(pool))]
	}
	return string(out)
}

// checkShape checks that the cells of a line are its bytes in order, and fill its width.
func checkShape(t *testing.T, text string, l shaped) {
	t.Helper()
	at := l.start
	var sum float32
	for _, c := range l.cells {
		if c.start != at || c.end <= c.start || c.x1 < c.x0 || c.x0 < -0.01 || c.x1 > l.width+0.01 {
			t.Fatalf("%q: cell %+v after %d of a line %.2f wide", text, c, at, l.width)
		}
		at = c.end
		sum += c.x1 - c.x0
	}
	if at != l.end {
		t.Fatalf("%q: cells end at %d, line at %d", text, at, l.end)
	}
	if d := sum - l.width; d > 0.5 || d < -0.5 {
		t.Fatalf("%q: cells are %.2f wide together, line %.2f", text, sum, l.width)
	}
}

func TestLinesEndBehindSpacesHyphensAndWhatTheRulesAllow(t *testing.T) {
	for text, want := range map[string]string{
		"אבג\u05beדהו זחט":     "אבג\u05be|דהו |זחט",
		"قال (14)  رئيس":       "قال |(14)  |رئيس",
		"e\u0301a-b — \u0301c": "e\u0301a-|b |— |\u0301c", // the accent stays with its space
		"港町の市":                 "港|町|の|市",
		"क्षि नमस्ते":          "क्षि |नमस्ते",
		"a 👍🏽 b":               "a |👍🏽 |b",
	} {
		var parts []string
		runes := []rune(text)
		eachWord(runes, func(from, to int) { parts = append(parts, string(runes[from:to])) })
		if got := strings.Join(parts, "|"); got != want {
			t.Errorf("%q is parted as %q, want %q", text, got, want)
		}
	}
}
