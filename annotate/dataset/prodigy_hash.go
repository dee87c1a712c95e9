package dataset

import (
	"fmt"
	"math/bits"
	"strings"
	"unicode/utf16"
)

// prodigyHash is the hash by which Prodigy knows tasks: MurmurHash3 of 32 bits
// with the seed 0, as a signed number.
func prodigyHash(data string) int32 {
	const c1, c2 = 0xcc9e2d51, 0x1b873593
	mix := func(k uint32) uint32 { return bits.RotateLeft32(k*c1, 15) * c2 }
	var h uint32
	whole := len(data) / 4 * 4
	for i := 0; i < whole; i += 4 {
		h ^= mix(uint32(data[i]) | uint32(data[i+1])<<8 | uint32(data[i+2])<<16 | uint32(data[i+3])<<24)
		h = bits.RotateLeft32(h, 13)*5 + 0xe6546b64
	}
	var k uint32
	for i := len(data) - 1; i >= whole; i-- {
		k = k<<8 | uint32(data[i])
	}
	h ^= mix(k)
	h ^= uint32(len(data))
	h = (h ^ h>>16) * 0x85ebca6b
	h = (h ^ h>>13) * 0xc2b2ae35
	return int32(h ^ h>>16)
}

// pythonJSON is a text as Python's json.dumps writes it: in ASCII alone.
func pythonJSON(text string) string {
	short := map[rune]string{'"': `\"`, '\\': `\\`, '\n': `\n`, '\r': `\r`, '\t': `\t`, '\b': `\b`, '\f': `\f`}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		escaped, known := short[r]
		switch {
		case known:
			b.WriteString(escaped)
		case ' ' <= r && r <= '~':
			b.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
