package dataset

import (
	"encoding/binary"
	"fmt"
	"strings"
	"sync"
)

// spaCy knows a text by a number: its place among the symbols that are built in,
// or else its hash. The symbols are numbered from 1, in this order.
const (
	firstSymbols = "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM LIKE_EMAIL IS_STOP IS_OOV_DEPRECATED " +
		"IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT IS_CURRENCY"
	middleSymbols = "ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB ENT_TYPE HEAD SENT_START SPACY PROB LANG " +
		"ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X EOL SPACE"
	lastSymbols = "PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL " +
		"acomp advcl advmod agent amod appos attr aux auxpass cc ccomp complm conj cop csubj csubjpass dep det dobj expl hmod hyph infmod intj " +
		"iobj mark meta neg nmod nn npadvmod nsubj nsubjpass num number oprd obj obl parataxis partmod pcomp pobj poss possessive preconj " +
		"prep prt punct quantmod relcl rcmod root xcomp acl ENT_KB_ID MORPH ENT_ID IDX _"
	firstFlag, lastFlag = 19, 63
	deprecatedSymbols   = 276
)

// symbols are the numbers of the built-in texts.
var symbols = sync.OnceValue(func() map[string]uint64 {
	numbers := map[string]uint64{}
	add := func(name string) { numbers[name] = uint64(len(numbers) + 1) }
	for name := range strings.FieldsSeq(firstSymbols) {
		add(name)
	}
	for i := firstFlag; i <= lastFlag; i++ {
		add(fmt.Sprintf("FLAG%d", i))
	}
	for name := range strings.FieldsSeq(middleSymbols) {
		add(name)
	}
	for i := range deprecatedSymbols {
		add(fmt.Sprintf("DEPRECATED%03d", i+1))
	}
	for name := range strings.FieldsSeq(lastSymbols) {
		add(name)
	}
	return numbers
})

// spacyID is the number by which spaCy knows a text.
func spacyID(text string) uint64 {
	if text == "" {
		return 0
	}
	if number, is := symbols()[text]; is {
		return number
	}
	return murmur64(text, 1)
}

// murmur64 is MurmurHash64A.
func murmur64(data string, seed uint64) uint64 {
	const m, r = 0xc6a4a7935bd1e995, 47
	h := seed ^ uint64(len(data))*m
	for ; len(data) >= 8; data = data[8:] {
		k := binary.LittleEndian.Uint64([]byte(data[:8])) * m
		h = (h ^ (k^k>>r)*m) * m
	}
	if len(data) > 0 {
		var rest [8]byte
		copy(rest[:], data)
		h = (h ^ binary.LittleEndian.Uint64(rest[:])) * m
	}
	h = (h ^ h>>r) * m
	return h ^ h>>r
}
