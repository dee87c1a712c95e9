package dataset

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// FuzzBrat reads a text and its annotations, writes what was understood, and
// makes sure that it comes back as it was.
func FuzzBrat(f *testing.F) {
	f.Add("Gunmen came.", "T1\tactor 0 6\tGunmen\nA1\tSure T1 high\n#1\tAnnotatorNotes T1\tnote", "[entities]\nactor\n[attributes]\nSure Arg:<ENTITY>, Value:high|low")
	f.Add("a\r\nb 🔥 c", "T1\tx 0 1;3 4\ta b\nT2\ty 5 6\nE1\ty:T2 R:T1 R2:T1\nR1\tof Arg1:T1 Arg2:E1\n*\tSame T1 T2\nN1\tRef T1 W:1\tone", "[events]\ny R:x\n<A>=<A>|<A>")
	f.Add("", "T1\tx 0 0\t\n\"", "[relations]\nof Arg1:<ANY>, Arg2:<ANY>")
	f.Fuzz(func(t *testing.T, text, ann, conf string) {
		folder := t.TempDir()
		for name, content := range map[string]string{"in.txt": text, "in.ann": ann, "annotation.conf": conf} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		docs, refusals := readSome(t, Reading{Format: "brat"}, folder)
		if len(refusals) > 0 {
			return
		}
		out, ledger := exportUnsynced(t, "brat", docs...)
		again := readAll(t, Reading{Format: "brat"}, out)
		if ledger.In[Spans] != ledger.Out[Spans] || len(docs[0].Layers) != len(again[0].Layers) {
			t.Fatalf("%s", ledger)
		}
		for i, layer := range docs[0].Layers {
			for _, span := range layer.Spans() {
				if !slices.ContainsFunc(again[0].Layers[i].Spans(), span.Same) && storageForm(span.Label) == span.Label && !strings.ContainsAny(span.Note, "\x0b\x0c") && len(span.Attrs) == 0 {
					t.Errorf("%+v did not come back: %+v", span, again[0].Layers[i].Spans())
				}
			}
		}
	})
}
