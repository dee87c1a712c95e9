package suggest_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/annotatetest"
	"github.com/glossator/glossator/annotate/suggest"
)

func TestWordsAreFoundEverywhere(t *testing.T) {
	docs := []annotate.Document{
		annotatetest.Draw(t, "[place Orel] and Orel, [actor Orel]").Document(t, "Ada's", "Ada"),
		annotatetest.Draw(t, "Nothing of it, orelburg").Document(t, "Another", "Ada"),
		annotatetest.Draw(t, "[place Orel] again").Document(t, "Bela's", "Bela"),
		annotatetest.Draw(t, "[place in Orel]").Document(t, "Labelled", "Ada"),
	}
	for i, author := range []annotate.ID{"ada", "ada", "bela", "ada"} {
		docs[i].Layers[0].Author.ID = author
	}
	wish := suggest.Wish{Words: "Orel", Label: "place", Author: "ada"}
	var got []string
	for f, err := range suggest.Everywhere(stream(docs, nil), wish) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%s: %d open, %d labelled", f.Article.Title, len(f.Open), f.Labelled))
	}
	want := []string{"Ada's: 2 open, 1 labelled", "Bela's: 1 open, 0 labelled", "Labelled: 0 open, 1 labelled"}
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestWhatGoesWrongIsPassedOn(t *testing.T) {
	broken := errors.New("the file ends here")
	var got error
	for _, err := range suggest.Everywhere(stream(nil, broken), suggest.Wish{Words: "a", Label: "place"}) {
		got = err
	}
	if got != broken {
		t.Errorf("the error is %v", got)
	}
}

func stream(docs []annotate.Document, end error) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		for _, doc := range docs {
			if !yield(doc, nil) {
				return
			}
		}
		if end != nil {
			yield(annotate.Document{}, end)
		}
	}
}
