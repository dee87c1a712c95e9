package dataset

import (
	"cmp"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// studioUnits are what offsets of Label Studio may count; UTF-16 units did those
// before 2022.
var studioUnits = []annotate.Unit{annotate.CodePoints, annotate.UTF16}

var studioRecords = placedFormat{
	units:  studioUnits,
	claims: studioClaims,
	scheme: func(path string) (*annotate.Scheme, []string) {
		return studioScheme(filepath.Join(filepath.Dir(path), studioConfig))
	},
	document: studioDocument,
}

func studioClaims(rec record) (raw, []claim) {
	item, err := studioRecord(rec.data)
	if err != nil {
		return raw{}, nil
	}
	return item.whole, item.claims()
}

// A studioReader reads one file.
type studioReader struct{ *placedReader }

func studioDocument(file *placedReader, rec record) (annotate.Document, error) {
	item, err := studioRecord(rec.data)
	if err != nil {
		return annotate.Document{}, err
	}
	doc := annotate.Document{Article: foreignArticle(item.whole, item.data, []string{item.key}), Repairs: append(rec.repairs, inWords(item.repairs)...)}
	err = studioReader{file}.addLayers(&doc, item)
	if item.drafts > 0 {
		doc.Repairs = append(doc.Repairs, "left out: "+counted(item.drafts, "draft")+" that nobody submitted")
	}
	return doc, err
}

// addLayers makes a layer of each annotation and each prediction.
func (r studioReader) addLayers(doc *annotate.Document, item studioItem) error {
	var names []string
	for n, w := range item.works {
		author := r.authorOf(w)
		plain := author.Name
		for i := 2; slices.Contains(names, author.Name); i++ {
			author.Name = again(plain, i)
		}
		names = append(names, author.Name)
		l := &studioLayer{gathered: gather(doc.Article, author, "labelstudio"), at: r.way.in(item.whole), whole: item.whole, targets: map[string]annotate.ID{}}
		if err := l.read(w); err != nil {
			return fmt.Errorf("annotation %d: %w", n+1, err)
		}
		layer, err := l.done()
		if err != nil {
			return err
		}
		doc.Layers = append(doc.Layers, layer)
		doc.Repairs = append(doc.Repairs, l.repairs...)
	}
	return nil
}

// again is the name of an author for the second or a later annotation of a task.
func again(name string, n int) string {
	bare, suffixed := strings.CutSuffix(name, studioSuffix)
	if suffixed {
		return fmt.Sprintf("%s %d%s", bare, n, studioSuffix)
	}
	return fmt.Sprintf("%s %d", name, n)
}

// authorOf is who made an annotation, or the model that made a prediction.
func (r studioReader) authorOf(w studioWork) annotate.Author {
	if w.predicted {
		return annotate.Author{Name: cmp.Or(plain(w.Model), studioModel), Kind: annotate.Suggester}
	}
	for _, result := range w.results {
		if name, _ := result.said(); result.Control == studioAnnotator && name != "" {
			return foreignAuthor(name, studioSuffix)
		}
	}
	if name := studioUser(w.CompletedBy); name != "" {
		return foreignAuthor(name, studioSuffix)
	}
	return r.author
}

// studioUser is the name of a user, who is a number, a text or an object.
func studioUser(data json.RawMessage) string {
	var user struct {
		ID    json.RawMessage `json:"id"`
		Email string          `json:"email"`
		First string          `json:"first_name"`
		Last  string          `json:"last_name"`
	}
	if len(data) == 0 || data[0] != '{' {
		user.ID = data
	} else if json.Unmarshal(data, &user) != nil {
		return ""
	}
	id := plain(user.ID)
	if _, err := strconv.Atoi(id); err == nil {
		id = "user " + id
	}
	return cmp.Or(user.Email, strings.TrimSpace(user.First+" "+user.Last), id)
}
