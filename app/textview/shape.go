package textview

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// A cell is what a caret steps over: one grapheme cluster as it stands on its line. It covers the
// bytes [start, end) and lies between x0 and x1, in Fyne units from the line's left edge.
type cell struct {
	start, end int
	x0, x1     float32
	rtl        bool
}

// leading returns the edge of the cell at which reading enters it.
func (c cell) leading() float32 {
	if c.rtl {
		return c.x1
	}
	return c.x0
}

func (c cell) trailing() float32 {
	if c.rtl {
		return c.x0
	}
	return c.x1
}

// A glyph is one drawing of a font, placed on a line: x from the line's left edge, y up from the
// baseline, in Fyne units.
type glyph struct {
	face *font.Face
	id   font.GID
	x, y float32
	size float32
}

// A shaped line is a line ready to be drawn and to be pointed at.
type shaped struct {
	start, end int
	rtl        bool   // the paragraph's direction
	cells      []cell // in reading order
	visual     []int  // indices of cells from left to right
	glyphs     []glyph
	boxes      []cell // characters that no font has
	width      float32
}

// A shaper turns text into glyphs of one size.
type shaper struct {
	book     *book
	size     float32
	harfbuzz shaping.HarfbuzzShaper
	words    map[wordKey]float32
	tagCache map[string]*shaped
	fresh    int // clusters measured since the last layout began
}

func newShaper(b *book, size float32) *shaper {
	s := &shaper{book: b, size: size, words: map[wordKey]float32{}}
	s.harfbuzz.SetFontCacheSize(32)
	return s
}

// An item is a run of whole grapheme clusters with one face, script and level.
type item struct {
	start, end int // runes
	face       *font.Face
	script     language.Script
	level      uint8
	tab        bool
	bare       bool // Cyrillic without combining marks
}

// A source is a stretch of text cut into runes and grapheme clusters.
type source struct {
	text  []rune
	bytes []int // the offset of each rune, and of the end
	first []int // the first rune of each cluster, and the number of runes
}

func sourceOf(s string, offset int) source {
	n := utf8.RuneCountInString(s)
	src := source{make([]rune, 0, n), make([]int, 0, n+1), make([]int, 0, n+1)}
	src.read(s, offset)
	return src
}

// read makes the source that of a text, in the room that it has.
func (src *source) read(s string, offset int) {
	src.text, src.bytes, src.first = src.text[:0], src.bytes[:0], src.first[:0]
	from, before := 0, false // what is not yet cut into clusters
	for i, r := range s {
		now := byItself(r)
		if now && before {
			src.cut(s[from:i])
			from = i
		}
		src.text = append(src.text, r)
		src.bytes = append(src.bytes, offset+i)
		before = now
	}
	src.cut(s[from:])
	src.bytes = append(src.bytes, offset+len(s))
	src.first = append(src.first, len(src.text))
}

// cut appends the clusters of the last part of the text.
func (src *source) cut(s string) {
	n := utf8.RuneCountInString(s)
	at := len(src.text) - n
	if n == 1 {
		src.first = append(src.first, at)
		return
	}
	for g := graphemes.FromString(s); g.Next(); {
		src.first = append(src.first, at)
		at += utf8.RuneCountInString(g.Value())
	}
}

// byItself tells of common runes between two of which a cluster always ends.
func byItself(r rune) bool {
	return r >= 0x20 && r < 0x7F || r >= 0x4E00 && r < 0xA000 || arabicLetter(r) || r >= 0x5D0 && r <= 0x5EA ||
		r >= 0x3001 && r < 0x302A || r >= 0x3041 && r <= 0x3096 || r >= 0x30A1 && r <= 0x30FA || r >= 0x410 && r < 0x450 || r >= 0xFF01 && r <= 0xFF60
}

// items cuts a source where the face, the script or the level changes.
func (s *shaper) items(src source, levels []uint8) []item {
	var all []item
	script := firstScript(src.text)
	for c := 0; c+1 < len(src.first); c++ {
		from, to := src.first[c], src.first[c+1]
		r := src.text[from]
		next := item{start: from, end: to, tab: r == '\t'}
		if levels != nil {
			next.level = levels[from]
		}
		if own := language.LookupScript(r); strongScript(own) {
			script = own
		}
		next.script = script
		next.bare = script == language.Cyrillic && to-from == 1
		n := len(all)
		next.face = s.book.ofCluster(src.text[from:to])
		if n > 0 && joins(src.text[from:to], next.face, all[n-1].face) {
			next.face = all[n-1].face
		}
		if n > 0 && sameRun(all[n-1], next) {
			all[n-1].end = to
			continue
		}
		all = append(all, next)
	}
	return all
}

// joins tells whether a cluster is better set in the face before it than in its own: spaces and
// invisible characters, so that a run is not cut for their sake.
func joins(cluster []rune, own, before *font.Face) bool {
	if before == nil || own == before || len(cluster) > 1 {
		return false
	}
	if r := cluster[0]; r != ' ' && !invisible(r) {
		return false
	}
	return own == nil || hasAll(before, cluster)
}

func sameRun(a, b item) bool {
	return a.face == b.face && a.script == b.script && a.level == b.level && a.bare == b.bare && !a.tab && !b.tab
}

// strongScript tells whether a script is more than what is common to several.
func strongScript(s language.Script) bool {
	return s != language.Common && s != language.Inherited && s != language.Unknown
}

func firstScript(text []rune) language.Script {
	for _, r := range text {
		if s := language.LookupScript(r); strongScript(s) {
			return s
		}
	}
	return language.Latin
}

// arabicSize is how much larger Arabic is set than Latin in a font that has Arabic alone: its letters
// fill less of their height.
const arabicSize = 1.14

func hasArabic(f *font.Face) bool {
	_, has := f.NominalGlyph('ب')
	return has
}

// sizeOf returns the size at which a face is set.
func (s *shaper) sizeOf(f *font.Face) float32 {
	if !hasArabic(f) {
		return s.size
	}
	if _, latin := f.NominalGlyph('x'); latin {
		return s.size
	}
	return s.size * arabicSize
}

// keepDots turns off the composition of glyphs. Fyne's font uses it to take the dot from a
// Ukrainian і that is to bear an accent, and takes it from those that bear none, too.
var keepDots = []shaping.FontFeature{{Tag: opentype.MustNewTag("ccmp")}}

// run shapes one item. The scale turns its units into Fyne units.
func (s *shaper) run(text []rune, it item) (out shaping.Output, scale float32) {
	upem := int(it.face.Upem())
	in := shaping.Input{
		Text: text, RunStart: it.start, RunEnd: it.end, Face: it.face,
		Size: fixed.I(upem), Script: it.script, Language: language.NewLanguage("en"),
	}
	if it.script == language.Arabic && !hasArabic(it.face) {
		in.Script = language.Latin // figures: joins would be sought for letters that the face lacks
	}
	if it.level&1 == 1 {
		in.Direction = di.DirectionRTL
	}
	if it.bare {
		in.FontFeatures = keepDots
	}
	return s.harfbuzz.Shape(in), s.sizeOf(it.face) / float32(upem) / 64
}
