package textview

// arabicLetter tells of the letters of Arabic and of the scripts written with it.
func arabicLetter(r rune) bool {
	return r >= 0x620 && r <= 0x64A || r >= 0x66E && r <= 0x6D3 || r == 0x6D5 || r >= 0x6EE && r <= 0x6FF || r >= 0x750 && r <= 0x77F || r >= 0x8A0 && r <= 0x8C7
}

// unjoined are the letters that are never joined to the next one.
const unjoined = "\u0621\u0622\u0623\u0624\u0625\u0627\u0629\u062F\u0630\u0631\u0632\u0648\u0671\u0672\u0673\u0674\u0675\u0676\u0677" +
	"\u0688\u0689\u068A\u068B\u068C\u068D\u068E\u068F\u0690\u0691\u0692\u0693\u0694\u0695\u0696\u0697\u0698\u0699" +
	"\u06C0\u06C3\u06C4\u06C5\u06C6\u06C7\u06C8\u06C9\u06CA\u06CB\u06CD\u06CF\u06D2\u06D3\u06D5\u06EE\u06EF"

// alone are the same as a table.
var alone = func() (table [0x700]bool) {
	for _, r := range unjoined {
		table[r] = true
	}
	return table
}()

func joinsNext(r rune) bool {
	return arabicLetter(r) && (int(r) >= len(alone) || !alone[r]) || r == '\u200d'
}

func joinsLast(r rune) bool { return arabicLetter(r) && r != 0x621 && r != 0x674 || r == '\u200d' }

// joinsBefore tells whether a cluster is joined to the one before it.
func (f *lineFill) joinsBefore(c int) bool {
	return c > 0 && joinsLast(f.src.text[f.src.first[c]]) && joinsNext(f.src.text[f.src.first[c-1]])
}

// joinsAfter tells whether a cluster is joined to the one behind it.
func (f *lineFill) joinsAfter(c int) bool {
	return c+2 < len(f.src.first) && joinsNext(f.src.text[f.src.first[c]]) && joinsLast(f.src.text[f.src.first[c+1]])
}
