package suggest_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/annotatetest"
	"github.com/glossator/glossator/annotate/suggest"
)

// Each drawing says with brackets what is to be found.
func TestOccurrences(t *testing.T) {
	for _, c := range []struct {
		what, words, drawing string
		how                  suggest.How
	}{
		{"whole words", "art", "[x art] in a party, [x art]-house", suggest.How{}},
		{"parts", "art", "[x art] in a p[x art]y", suggest.How{Within: true}},
		{"the same case", "Orel", "[x Orel] and orel", suggest.How{}},
		{"any case", "orel", "[x Orel] and [x OREL]", suggest.How{AnyCase: true}},
		{"any case, Greek and Cyrillic", "ΣΑΣ", "σας and [x ΣΑΣ]", suggest.How{AnyCase: true}},
		{"any white space", "Port Amrel", "In [x Port\nAmrel] and [x Port  Amrel]", suggest.How{}},
		{"endings", "Курск", "[x Курска], [x Курском] и [x Курск], не курсивом", suggest.How{Endings: true}},
		{"endings of each word", "северная группа", "[x северную группу], [x северной группы]", suggest.How{Endings: true}},
		{"short words end as they do", "of art", "of arts? [x of art]", suggest.How{Endings: true}},
		{"no spaces", "京都", "在[x 京都]市", suggest.How{}},
		{"apart", "aa", "[x aa][x aa]a", suggest.How{Within: true}},
		{"a part before the whole", "an ant", "an [x an ant]", suggest.How{}},
		{"nothing", " ", "a b", suggest.How{}},
	} {
		d := annotatetest.Draw(t, c.drawing)
		var want []annotate.Range
		for _, span := range d.Spans {
			want = append(want, span.Range)
		}
		if got := slices.Collect(suggest.Occurrences(d.Text, c.words, c.how)); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", c.what, got, want)
		}
	}
}

func TestRepeatsLeaveOutWhatIsLabelled(t *testing.T) {
	d := annotatetest.Draw(t, "[place Orel], [actor Orel], [place Orel town] and Orel")
	layer := d.Document(t, "A report", "Ada").Layers[0]
	got := slices.Collect(suggest.Repeats(d.Text, layer, layer.Spans()[0], suggest.How{}))
	if len(got) != 2 || d.Text[got[0].Start-2:got[0].Start] != ", " || got[1].End != len(d.Text) {
		t.Errorf("the repeats are %v", got)
	}
}

func BenchmarkRepeats(b *testing.B) {
	text := strings.Repeat("The mayor of Orel spoke for an hour about the harvest. ", 200_000)
	for b.Loop() {
		n := 0
		for range suggest.Occurrences(text, "Orelburg", suggest.How{}) {
			n++
		}
	}
}
