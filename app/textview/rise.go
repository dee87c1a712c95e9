package textview

// How high the letters of scripts reach above the baseline with all that stands upon them, as a part
// of the text size. What is higher still, such as two accents on a capital, reaches into the tags.
const (
	latinRise  = 0.735
	hanRise    = 0.88 // of Chinese, Japanese and Korean
	arabicRise = 0.98
	tallRise   = 1.13 // of India and of South-east Asia: vowels and tones above the letters
)

// riseOf returns how high the letters of a text reach, by the scripts that occur in it.
func riseOf(s string) float32 {
	highest := float32(latinRise)
	for i := 0; i+1 < len(s); i++ {
		switch c, next := s[i], s[i+1]; {
		case c < 0xD8:
		case c <= 0xDB, c == 0xDD && next >= 0x90 && next <= 0xBF:
			highest = max(highest, arabicRise)
		case c == 0xE0 && next >= 0xA4, c == 0xE1 && (next < 0x83 || next == 0x9E || next == 0x9F):
			return tallRise
		case c >= 0xE3 && c <= 0xED:
			highest = max(highest, hanRise)
		}
	}
	return highest
}
