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

// A studioReader reads one file.
type studioReader struct {
	*tour
	path    string
	way     way
	scheme  *annotate.Scheme
	repairs []string // to be said with the next document
}

func readLabelStudio(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		r := &studioReader{tour: t, path: path}
		var err error
		if r.way, err = t.wayOf(path, studioUnits, studioClaims); err != nil {
			yield(annotate.Document{}, refusal(path, 0, err.Error()))
			return
		}
		if r.way.unit != annotate.CodePoints || r.way.clean {
			r.repairs = []string{fmt.Sprintf("the offsets count %v", r.way)}
		}
		var repairs []string
		r.scheme, repairs = studioScheme(filepath.Join(filepath.Dir(path), studioConfig))
		r.repairs = append(r.repairs, repairs...)
		for rec, err := range records(path) {
			var doc annotate.Document
			if err == nil {
				doc, err = r.document(rec)
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

func studioClaims(rec record) (raw, []claim) {
	item, err := studioRecord(rec.data)
	if err != nil {
		return raw{}, nil
	}
	return item.whole, item.claims()
}

func (r *studioReader) document(rec record) (annotate.Document, error) {
	doc := annotate.Document{Origin: annotate.Origin{File: r.path, Line: rec.number}, Scheme: r.scheme}
	item, err := studioRecord(rec.data)
	if err == nil {
		doc.Repairs = append(rec.repairs, inWords(item.repairs)...)
		doc.Article = foreignArticle(item.whole, item.data, []string{item.key})
		err = r.addLayers(&doc, item)
	}
	if err != nil {
		return annotate.Document{}, refusal(r.path, rec.number, err.Error())
	}
	if item.drafts > 0 {
		doc.Repairs = append(doc.Repairs, "left out: "+counted(item.drafts, "draft")+" that nobody submitted")
	}
	doc.Repairs, r.repairs = append(doc.Repairs, r.repairs...), nil
	return doc, nil
}

// addLayers makes a layer of each annotation and each prediction.
func (r *studioReader) addLayers(doc *annotate.Document, item studioItem) error {
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
func (r *studioReader) authorOf(w studioWork) annotate.Author {
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
