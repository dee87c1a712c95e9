package dataset

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestZippedFolders(t *testing.T) {
	path := put(t, "raid.zip", zipOf(t,
		"news/annotation.conf", "[entities]\nactor\n[relations]\n[events]\n[attributes]\n", "news/one.txt", "Gunmen came.", "news/one.ann", "T1\tactor 0 6\tGunmen\n",
		"__MACOSX/news/._one.txt", "x", "tsv/in.tsv", tsvSample, "xmi/in.xmi", xmiSample, "xmi/TypeSystem.xml", "<typeSystemDescription><types></types></typeSystemDescription>"))
	docs := readAll(t, Reading{}, path)
	if len(docs) != 3 {
		t.Fatalf("%d documents", len(docs))
	}
	for i, inner := range []string{"news/one.txt", "tsv/in.tsv", "xmi/in.xmi"} {
		if got := docs[i].Origin.File; got != filepath.Join(path, inner) || len(docs[i].Layers) != 1 {
			t.Errorf("%s: %+v", got, docs[i])
		}
	}
}

func TestOddArchivesAreRefused(t *testing.T) {
	whole := zipOf(t, "a.txt", strings.Repeat("Gunmen came. ", 100))
	for name, test := range map[string]struct{ content, want string }{
		"up":       {zipOf(t, "a.txt", "Gunmen", "../b.txt", "Gunmen"), "outside of its folder"},
		"windows":  {zipOf(t, `..\..\b.txt`, "Gunmen"), "outside of its folder"},
		"root":     {zipOf(t, "/etc/b.txt", "Gunmen"), "outside of its folder"},
		"disk":     {zipOf(t, `C:\b.txt`, "Gunmen"), "outside of its folder"},
		"cut":      {whole[:len(whole)/2], "damaged, cut off or no zip archive"},
		"damaged":  {strings.Replace(whole, whole[40:50], "0123456789", 1), "damaged or cut off"},
		"inside":   {zipOf(t, "b.zip", whole), "it is a zip archive, not text"},
		"no label": {zipOf(t, "in.tsv", strings.Replace(tsvSample, "24-28", "24-99", 1)), "line 16: the token ends at 99"},
	} {
		docs, refusals := readSome(t, Reading{}, put(t, "in.zip", test.content))
		if len(docs) > 0 || len(refusals) != 1 || !strings.Contains(refusals[0], test.want) {
			t.Errorf("%s: %d documents, %q", name, len(docs), refusals)
		}
	}
}

func TestHalvesOfCharactersAreNamed(t *testing.T) {
	for name, line := range map[string]string{
		"in.jsonl":  `{"text":"Two \ud83d men","label":[[0,3,"a"]]}`,
		"task.json": `[{"id":1,"data":{"text":"Two \ud83d men"},"annotations":[{"id":1,"result":[{"id":"r","from_name":"label","to_name":"text","type":"labels","value":{"start":0,"end":3,"text":"Two","labels":["a"]}}]}]}]`,
		"p.jsonl":   `{"text":"Two \ud83d men","spans":[{"start":0,"end":3,"label":"a"}],"_input_hash":1,"_task_hash":2,"answer":"accept"}`,
	} {
		doc := readAll(t, Reading{}, put(t, name, line+"\n"))[0]
		if got := strings.Join(doc.Repairs, "; "); doc.Article.Text != "Two \ufffd men" || !strings.Contains(got, "1 half of a character") {
			t.Errorf("%s: %q %q", name, doc.Article.Text, got)
		}
	}
}
