package dataset

import (
	"strings"
	"unicode"
)

// The sizes of signatures: so many numbers, of which those of a band must all be
// the same for two texts to be compared. Of texts that have half their shingles
// in common, hardly any pair is not compared.
const (
	signatureSize = 64
	bandSize      = 2
	bands         = signatureSize / bandSize
)

// nearEnough is the share of shingles that two texts must have in common to be
// nearly the same.
const nearEnough = 0.5

// A signature is a MinHash of a text: of two texts, as large a share of its
// numbers is the same as of their shingles.
type signature [signatureSize]uint32

// mixed makes as many hashes of one as are asked for: SplitMix64.
func mixed(h, n uint64) uint64 {
	h += n * 0x9e3779b97f4a7c15
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// shingleWords is how many words are a shingle, and shingleRunes how many
// characters where words are not parted.
const (
	shingleWords = 4
	shingleRunes = 8
)

// sign makes the signature of a text, which case and punctuation don't change.
func sign(text string) signature {
	var s signature
	for i := range s {
		s[i] = ^uint32(0)
	}
	for _, shingle := range shingles(text) {
		h := murmur64(shingle, 0)
		for i := range s {
			s[i] = min(s[i], uint32(mixed(h, uint64(i))>>32))
		}
	}
	return s
}

// shingles are the runs of words of a text or, where no spaces part them, of
// characters.
func shingles(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) })
	joint, size := " ", shingleWords
	if all := strings.Join(words, ""); spaceless(all) {
		words, joint, size = strings.Split(all, ""), "", shingleRunes
	}
	if len(words) <= size {
		return []string{strings.Join(words, joint)}
	}
	var list []string
	for i := range len(words) - size + 1 {
		list = append(list, strings.Join(words[i:i+size], joint))
	}
	return list
}

// spaceless reports whether most of a text is in scripts without spaces between
// words.
func spaceless(text string) bool {
	n, all := 0, 0
	for _, r := range text {
		all++
		n += bit(unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar))
	}
	return 2*n > all
}

// like is the share of shingles that two texts are likely to have in common.
func (s signature) like(t signature) float64 {
	same := 0
	for i := range s {
		same += bit(s[i] == t[i])
	}
	return float64(same) / signatureSize
}

// A nearness finds texts that are nearly the same as earlier ones.
type nearness struct {
	signed []signature
	first  [bands]map[uint64]int // the first text of each band's numbers
}

// add takes a text, and gives the numbers of earlier ones that are nearly the
// same, the first one first.
func (n *nearness) add(text string) []int {
	s, number := sign(text), len(n.signed)
	var near []int
	for b := range bands {
		if n.first[b] == nil {
			n.first[b] = map[uint64]int{}
		}
		key := uint64(s[b*bandSize])<<32 | uint64(s[b*bandSize+1])
		other, known := n.first[b][key]
		if !known {
			n.first[b][key] = number
			continue
		}
		if s.like(n.signed[other]) >= nearEnough {
			near = merged(near, []int{other})
		}
	}
	n.signed = append(n.signed, s)
	return near
}
