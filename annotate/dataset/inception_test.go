package dataset

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// inceptionZip is a project as INCEpTION exports it, with work in two forms.
func inceptionZip(t *testing.T) string {
	other := strings.Replace(tsvSample, "24-28\tleft\t_", "24-28\tleft\tmove", 1)
	return put(t, "project.zip", zipOf(t,
		"exportedproject4711.json", `{"name":"raids","%TYPES":{}}`,
		"source/raid.txt", "🔥 at Orvany;\nthe Vael  left", "source/flood.txt", "Rain fell on Orvany.",
		"annotation_ser/raid.txt/ada.ser", "\xac\xed\x00\x05",
		"annotation/raid.txt/INITIAL_CAS.tsv", "#FORMAT=WebAnno TSV 3.2\n\n\n#Text=🔥 at Orvany;\n#Text=the Vael  left\n1-1\t0-2\t🔥\t\n",
		"annotation/raid.txt/ada.tsv", tsvSample, "annotation/raid.txt/bo.tsv", other,
		"curation/raid.txt/CURATION_USER.tsv", tsvSample,
		"annotation/mill.txt/ada.xmi", xmiSample))
}

// Each annotator's work on a document is a layer of one article.
func TestInceptionProjects(t *testing.T) {
	path := inceptionZip(t)
	authors := map[annotate.ID][]string{}
	files := map[string]bool{}
	for _, doc := range readAll(t, Reading{}, path) {
		files[doc.Article.Meta["file"]] = true
		for _, layer := range doc.Layers {
			authors[doc.Article.ID] = append(authors[doc.Article.ID], layer.Author.Name)
		}
		if !strings.HasPrefix(doc.Origin.File, path+string(filepath.Separator)) {
			t.Errorf("%v", doc.Origin)
		}
	}
	raid := strings.Join(authors[articleID("🔥 at Orvany;\nthe Vael  left")], ", ")
	if raid != "ada (UIMA), bo (UIMA), curation (UIMA)" {
		t.Errorf("%q", raid)
	}
	mill := strings.Join(authors[articleID("🔥 at Orvany;\nthe Vael left")], ", ")
	if mill != "ada (UIMA)" || len(files) != 3 || !files["raid.txt"] || !files["mill.txt"] || !files["flood.txt"] {
		t.Errorf("%q %v", mill, files)
	}
}

// A folder that has such a name by chance says nothing of authors.
func TestFoldersThatAreNoProject(t *testing.T) {
	path := put(t, "annotation/raid.txt/ada.tsv", tsvSample)
	if author := readAll(t, Reading{}, path)[0].Layers[0].Author; author.Name != defaultAuthor {
		t.Errorf("%v", author)
	}
}
