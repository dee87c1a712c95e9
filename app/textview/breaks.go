package textview

import (
	"strings"
	"unicode"
)

// A breaking is how a rune behaves where a line may end.
type breaking int

const (
	inWord   breaking = iota // letters, figures and all else: lines end at spaces only
	freely                   // Chinese, Japanese, Korean and pictures: a line may end on either side
	bracket                  // opening brackets of Chinese and Japanese: a line may end before one, none behind it
	closing                  // the same with stops and small kana, the other way round
	clinging                 // accents, joiners, spaces that do not break: no line ends on either side
)

// endsBetween tells whether a line may end between two runes. It never may where the rules for lines
// of all scripts (UAX #14) forbid it, though those allow more in rare cases. Words of Thai, Lao, Khmer
// and Burmese, which only a dictionary can tell apart, are held together from space to space.
func endsBetween(before, after rune) bool {
	if isSpace(before) {
		return !isSpace(after)
	}
	if before < 0x200B && after < 0x200B {
		return mayBreak(before) && breaksBetween(before, after)
	}
	if before >= 0x4E00 && before < 0xA000 && after >= 0x4E00 && after < 0xA000 {
		return true // as most often
	}
	b, a := breakingOf(before), breakingOf(after)
	switch {
	case b == clinging || b == bracket || a == clinging || a == closing:
		return false
	case b == freely || b == closing:
		return a == freely || a == bracket || a == inWord && !isSpace(after) && !beforeNone(after)
	case a == freely || a == bracket:
		return b == inWord && !behindNone(before)
	}
	return mayBreak(before) && breaksBetween(before, after)
}

// beforeNone tells of signs before which no line ends, behindNone of those behind which none does.
func beforeNone(r rune) bool { return strings.ContainsRune(")]}!?.,:;/%-\"'+$\\", r) }
func behindNone(r rune) bool { return strings.ContainsRune("([{$+\"'\\/", r) }

// breakingOf returns how a rune behaves.
func breakingOf(r rune) breaking {
	switch {
	case r < 0x200B:
		if r == 0xA0 || r == '«' || r == '»' || unicode.In(r, unicode.M, unicode.Sc, unicode.So) {
			return clinging
		}
		return inWord
	case r < 0x2E80:
		return signBreaking(r)
	case r < 0xA000, r >= 0xAC00 && r < 0xD7A4, r >= 0xF900 && r < 0xFB00, r >= 0xFE30 && r < 0xFFF0:
		return wideBreaking(r)
	case r >= 0xFE00 && r < 0xFE30, r >= 0x1F3FB && r <= 0x1F3FF, r >= 0xE0000, r == 0xFEFF:
		return clinging
	case r >= 0x1F1E6 && r <= 0x1F1FF:
		return inWord // halves of flags
	case r >= 0x1F000 && r < 0x1FB00, r >= 0x20000:
		return freely
	}
	return inWord
}

func signBreaking(r rune) breaking {
	switch {
	case r == 0x200B, r == 0x2028, r == 0x2029:
		return closing
	case r < 0x2070, r >= 0x20A0 && r < 0x2200:
		return clinging
	case r >= 0x231A && r < 0x2329, r >= 0x2614 && r < 0x2616, r >= 0x2600 && r < 0x2604:
		return freely
	}
	return inWord
}

func wideBreaking(r rune) breaking {
	switch r {
	case '「', '『', '（', '《', '〈', '【', '〔', '〖', '〘', '〚', '［', '｛', '｟', '｢', '〝', '﹁', '﹃':
		return bracket
	case '」', '』', '）', '》', '〉', '】', '〕', '〗', '〙', '〛', '］', '｝', '｠', '｣', '〞', '〟', '﹂', '﹄',
		'。', '、', '，', '．', '：', '；', '！', '？', '｡', '､', '・', '･', '々', '〻', '〜', '～',
		'ー', 'ｰ', 'ゝ', 'ゞ', 'ヽ', 'ヾ', 'ﾞ', 'ﾟ':
		return closing
	case 'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ゎ', 'ゕ', 'ゖ',
		'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ッ', 'ャ', 'ュ', 'ョ', 'ヮ', 'ヵ', 'ヶ':
		return closing
	case '\u3000':
		return closing
	case '￥', '＄', '￡', '％', '￠':
		return clinging
	}
	switch {
	case r >= 0x302A && r <= 0x3035, r >= 0x3099 && r <= 0x309C, r >= 0x31F0 && r <= 0x31FF, r >= 0xFF67 && r <= 0xFF70:
		return clinging
	case r >= 0xFE30 && r < 0xFF00:
		return clinging
	}
	return freely
}
