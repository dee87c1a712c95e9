package textview

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// UseFonts adds font files (the bytes of ttf or otf) that are tried for characters which the
// theme's font lacks, before those of the system. Call it before the first view is shown. Bytes
// that are no font are passed over.
func UseFonts(fonts ...[]byte) {
	for _, data := range fonts {
		if face, err := font.ParseTTF(bytes.NewReader(data)); err == nil {
			extraFonts = append(extraFonts, face)
		}
	}
	clear(books)
}

var (
	extraFonts []*font.Face
	books      = map[string]*book{}
	faces      = map[string]*font.Face{}
	system     *fontscan.FontMap
	scanned    bool
)

// A book is an ordered choice of fonts: which face has a character.
type book struct {
	faces  []*font.Face
	emoji  *font.Face
	system []*font.Face // those of the system that were of use so far
	missed map[language.Script]int
	byRune map[rune]*font.Face // nil for a rune that no font has
}

// bookOf returns the fonts for text in the font of a theme, or in an added one of a name.
func bookOf(main fyne.Resource, family string) *book {
	key := resourceKey(main) + family
	if b, ok := books[key]; ok {
		return b
	}
	b := &book{emoji: parsed(theme.DefaultEmojiFont())}
	b.byRune, b.missed = map[rune]*font.Face{}, map[language.Script]int{}
	if family != "" {
		b.add(addedFace(family))
	}
	b.add(parsed(main))
	if text := theme.DefaultTextFont(); resourceKey(text) != resourceKey(main) {
		b.add(parsed(text))
	}
	b.add(parsed(theme.DefaultSymbolFont()))
	for _, f := range extraFonts {
		b.add(f)
	}
	b.add(b.emoji)
	books[key] = b
	return b
}

func (b *book) add(f *font.Face) {
	if f != nil {
		b.faces = append(b.faces, f)
	}
}

// parsed returns the font of a resource, or nil. Books share it: to parse one, of emoji above all,
// takes long, and so does what is remembered of it.
func parsed(r fyne.Resource) *font.Face {
	if r == nil {
		return nil
	}
	key := resourceKey(r)
	if f, ok := faces[key]; ok {
		return f
	}
	f, err := font.ParseTTF(bytes.NewReader(r.Content()))
	if err != nil {
		f = nil
	}
	faces[key] = f
	return f
}

func resourceKey(r fyne.Resource) string { return fmt.Sprint(r.Name(), len(r.Content())) }

// addedFace returns the first added font in whose name there is a word, or none.
func addedFace(family string) *font.Face {
	for _, f := range extraFonts {
		if strings.Contains(f.Describe().Family, family) {
			return f
		}
	}
	return nil
}

// systemFace returns a font of the system that has the rune, or nil.
func systemFace(r rune) *font.Face {
	if !scanned {
		scanned = true
		m := fontscan.NewFontMap(quiet{})
		if m.UseSystemFonts("") == nil {
			system = m
		}
	}
	if system == nil {
		return nil
	}
	system.SetQuery(fontscan.Query{Families: []string{"sans-serif"}})
	f := system.ResolveFace(r)
	if f == nil {
		return nil
	}
	if _, has := f.NominalGlyph(r); !has {
		return nil // some face is always given
	}
	return f
}

type quiet struct{}

func (quiet) Printf(string, ...any) {}

// of returns the first face that has the rune, or nil.
func (b *book) of(r rune) *font.Face {
	f, ok := b.byRune[r]
	if !ok {
		f = b.find(r)
		b.byRune[r] = f
	}
	return f
}

func (b *book) find(r rune) *font.Face {
	for _, faces := range [][]*font.Face{b.faces, b.system} {
		for _, f := range faces {
			if _, has := f.NominalGlyph(r); has {
				return f
			}
		}
	}
	return b.findInSystem(r)
}

// misses is after how many characters that no font has a script is given up.
const misses = 40

// findInSystem asks the system for a font. Where it has none for a script, each character would
// be looked for in every font.
func (b *book) findInSystem(r rune) *font.Face {
	script := language.LookupScript(r)
	if b.missed[script] >= misses {
		return nil
	}
	f := systemFace(r)
	if f == nil {
		b.missed[script]++
		return nil
	}
	b.missed[script] = math.MinInt
	b.system = append(b.system, f)
	return f
}

// ofCluster returns the face for one grapheme cluster: the emoji font where it is asked for, else
// the first that has all of it, else the first that has its first rune, else nil.
func (b *book) ofCluster(cluster []rune) *font.Face {
	if len(cluster) == 1 {
		return b.of(cluster[0])
	}
	if b.emoji != nil && wantsEmoji(cluster) && hasAll(b.emoji, cluster) {
		return b.emoji
	}
	first := b.of(cluster[0])
	if first == nil || hasAll(first, cluster) {
		return first
	}
	for _, f := range b.faces {
		if hasAll(f, cluster) {
			return f
		}
	}
	for _, r := range cluster[1:] {
		if f := b.of(r); f != nil && !invisible(r) && hasAll(f, cluster) {
			return f
		}
	}
	return first
}

// wantsEmoji tells whether a cluster is spelt as an emoji.
func wantsEmoji(cluster []rune) bool {
	for _, r := range cluster {
		if r == 0xFE0F || r >= 0x1F1E6 && r <= 0x1FAFF {
			return true
		}
	}
	return false
}

func hasAll(f *font.Face, cluster []rune) bool {
	for _, r := range cluster {
		if invisible(r) {
			continue
		}
		if _, has := f.NominalGlyph(r); !has {
			return false
		}
	}
	return true
}

// invisible tells of runes that steer others and are not drawn, and of controls.
func invisible(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7F && r < 0xA0, r == 0xAD, r == 0x34F, r == 0x61C, r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x2028 && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	case r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return unicode.Is(unicode.Cf, r) && !(r >= 0x600 && r <= 0x6DD)
}
