package textview

// UseFonts adds font files (the bytes of ttf or otf) that are tried for characters which the
// theme's font lacks, before those of the system. Call it before the first view is shown.
func UseFonts(fonts ...[]byte) { extraFonts = append(extraFonts, fonts...) }

var extraFonts [][]byte
