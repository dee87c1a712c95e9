package annotatetest

import "testing"

func TestDrawingsComeBackAsTheyWere(t *testing.T) {
	for _, drawing := range []string{
		"",
		"nothing marked",
		"[actor The legion] said it took <Kursk>",
		"[claim [actor Orvane] lost [casualty 12 men] near [place the <Vess>]]",
		"[1:claim We [2:actor the 1]legion 2]",
		"[place Ос[actor т]рів 🔥]",
	} {
		d := Draw(t, drawing)
		if got := Picture(d.Text, d.Spans, d.Selection); got != drawing {
			t.Errorf("drew %q, got %q", drawing, got)
		}
	}
}
