package textview

import "image/color"

// A Range is the half-open stretch [Start, End) of the text, in bytes.
type Range struct{ Start, End int }

// Empty tells whether the range holds no byte.
func (r Range) Empty() bool { return r.End <= r.Start }

// A Look is how a mark is drawn.
type Look int

const (
	Solid  Look = iota // tint, lane and tag
	Hollow             // an outline without a tint: something proposed
	Dashed             // tint and a dashed lane: somebody else's
)

// A Mark is a named stretch of the text that the view paints.
type Mark struct {
	ID     string      // the caller's own name for it, unique among the marks
	Range  Range       // from the first byte of the mark to behind its last
	Gaps   []Range     // parts of Range that do not belong to the mark
	Name   string      // what its tag says, such as "casualty"
	Colour color.NRGBA // its hue on a light background
	Dark   color.NRGBA // its hue on a dark background; zero means the same as Colour
	Look   Look
	Wavy   bool // its lane is a wave: there is something about the mark that is to be looked at
}

// A Typography says how the text is set. Its zero value is the view's default.
type Typography struct {
	Size    float32 // text size in Fyne units; 0 means 16.5
	Measure float32 // maximal width of a line in Fyne units; 0 means about 70 characters
	Numbers bool    // number the paragraphs, in the margin at which they begin
	Family  string  // a word of the name of a font of UseFonts to set the text in, such as "Serif"; "" means the theme's font
}
