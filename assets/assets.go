// Package assets holds the files that come inside the program: bytes only, it
// knows nothing of what is in them.
package assets

import _ "embed"

// Icon is the program's icon, a PNG of 512 by 512 pixels.
//
//go:embed icon.png
var Icon []byte

// IconSVG is the drawing that Icon is rendered from.
//
//go:embed icon.svg
var IconSVG []byte

// SchemeJSON is the scheme that new projects begin with: actor, place,
// casualty and claim, in the JSON form of annotate.Scheme.
//
//go:embed scheme.json
var SchemeJSON []byte

// SampleJSONL is the dataset that the first start makes a project of: eight
// reports of invented events, in our own JSON Lines. Three are labelled to the
// end and one in part, by the author "Sample".
//
//go:embed sample.jsonl
var SampleJSONL []byte

// Serif is a serif face for reading, with Latin, Cyrillic and Greek: the bytes
// of a TrueType file.
//
//go:embed fonts/NotoSerif-Regular.ttf
var Serif []byte

// Dyslexic is OpenDyslexic, a face for readers with dyslexia, with Latin,
// Cyrillic and Greek: the bytes of an OpenType file.
//
//go:embed fonts/OpenDyslexic-Regular.otf
var Dyslexic []byte

var (
	//go:embed fonts/NotoNaskhArabic-Regular.ttf
	arabic []byte
	//go:embed fonts/NotoSansHebrew-Regular.ttf
	hebrew []byte
)

// Fonts are faces for the scripts that the window's own font lacks, Arabic and
// Hebrew, to fall back on in this order: each the bytes of a TrueType file.
func Fonts() [][]byte { return [][]byte{arabic, hebrew} }
