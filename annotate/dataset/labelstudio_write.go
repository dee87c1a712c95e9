package dataset

import (
	"errors"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A studioWriter writes one dataset.
type studioWriter struct {
	*sink
	usage
	controls studioControls
	tasks    *lineFile
	written  int
}

func writeLabelStudio(s *sink, docs annotate.Documents) error {
	tasks, err := newLineFile(filepath.Join(s.folder, "tasks.json"))
	if err != nil {
		return err
	}
	w := &studioWriter{sink: s, tasks: tasks, controls: newStudioControls(s.ledger)}
	err = errors.Join(w.documents(docs), tasks.close())
	if err != nil {
		return err
	}
	return writeText(filepath.Join(w.folder, studioConfig), w.controls.config(w.scheme))
}

func (w *studioWriter) documents(docs annotate.Documents) error {
	start := "[\n"
	for doc, err := range docs {
		if err != nil {
			return err
		}
		if w.learn(doc) {
			changedScheme(w.ledger, "Label Studio keeps labels with colours, keys and guidelines, attributes and kinds of links; titles, dark colours and what a link may join it does not")
		}
		w.controls.scheme = w.scheme
		task, err := w.task(doc).MarshalJSON()
		_, writeErr := w.tasks.out.Write(append([]byte(start), task...))
		if err = errors.Join(err, writeErr); err != nil {
			return err
		}
		start = ",\n"
		w.written++
	}
	if w.written == 0 {
		start = "[" + start[2:]
	} else {
		start = ""
	}
	_, err := w.tasks.out.WriteString(start + "\n]\n")
	return err
}

// task is an article with an annotation for each layer; the layers of suggesters
// are predictions.
func (w *studioWriter) task(doc annotate.Document) *object {
	a := doc.Article
	var task, data object
	meta := annotate.Meta{}
	for name, value := range a.Meta {
		meta[name] = value
	}
	if isNumber(a.Meta["id"]) {
		id, _ := strconv.Atoi(a.Meta["id"])
		task.put("id", id)
		delete(meta, "id")
	}
	data.put("text", a.Text)
	data.put("title", a.Title)
	data.putMeta(meta, []string{"text", "title"})
	task.put("data", &data)
	annotations, predictions := []*object{}, []*object{}
	for _, layer := range doc.Layers {
		if layer.Author.Kind == annotate.Suggester {
			predictions = append(predictions, w.prediction(a, layer))
			continue
		}
		annotations = append(annotations, w.annotation(a, layer))
	}
	task.put("annotations", annotations)
	task.put("predictions", predictions)
	w.account(doc)
	return &task
}

// account enters what of an article is written as it is.
func (w *studioWriter) account(doc annotate.Document) {
	n := tally(doc)
	for _, kind := range []Kind{Articles, Titles, Metadata, Layers, Authors, Statuses, ArticleNotes, Values, Spans, Attributes, Notes} {
		w.ledger.carried(kind, n[kind])
	}
	w.ledger.never(LinkNotes, n[LinkNotes], "Label Studio has no notes on relations")
	for _, layer := range doc.Layers {
		for _, s := range layer.Spans() {
			if len(s.Gaps) > 0 {
				w.ledger.lost(Loss{Kind: Gaps, Article: doc.Article.Title, What: quoted(s, doc.Article.Text), Why: "Label Studio has no gaps: the region goes from the span's start to its end", Count: len(s.Gaps)})
			}
		}
	}
}

var studioNumber = regexp.MustCompile(`^user ([0-9]{1,9})$`)

// annotation is a layer. Label Studio takes a user only if it is one of its own,
// so that names that are none stand in a control.
func (w *studioWriter) annotation(a annotate.Article, layer annotate.Layer) *object {
	var o object
	name := homeName(layer.Author, studioSuffix)
	results := w.results(a, layer)
	switch number := studioNumber.FindStringSubmatch(name); {
	case number != nil:
		id, _ := strconv.Atoi(number[1])
		o.put("completed_by", id)
	case strings.Contains(name, "@"):
		var user object
		user.put("email", name)
		o.put("completed_by", &user)
	case name != "":
		w.controls.annotator = true
		results = append(results, ofTask(studioAnnotator, "textarea", []string{name}))
	}
	o.put("was_cancelled", layer.Status() == annotate.Skipped)
	o.put("ground_truth", layer.Author.Kind == annotate.Curator)
	o.put("result", results)
	return &o
}

func (w *studioWriter) prediction(a annotate.Article, layer annotate.Layer) *object {
	var o object
	o.put("model_version", layer.Author.Name)
	o.put("result", w.results(a, layer))
	return &o
}

// results are all that a layer says.
func (w *studioWriter) results(a annotate.Article, layer annotate.Layer) []*object {
	results := []*object{}
	units := annotate.In(annotate.CodePoints, a.Text)
	ids := studioIDs(layer.Spans())
	for _, s := range layer.Spans() {
		start, end := units.OfRange(s.Range)
		region := studioPlace{id: ids[s.ID], start: start, end: end}
		results = append(results, region.label(s, a.Text))
		for name, value := range sorted(s.Attrs) {
			control := w.controls.attribute(s.Label, name)
			results = append(results, region.saying(control.name, control.kind, control.said(value)))
		}
	}
	for _, v := range layer.Values() {
		control := w.controls.value(v.Name)
		results = append(results, ofTask(control.name, control.kind, control.said(v.Text)))
	}
	return append(results, w.relations(a, layer, ids)...)
}

// studioIDs are the ids of regions: those that spans came with, if nothing else
// has them, or our own.
func studioIDs(spans []annotate.Span) map[annotate.ID]string {
	ids, taken := map[annotate.ID]string{}, map[string]bool{}
	for _, s := range spans {
		id := s.Source
		if id == "" || taken[id] {
			id = string(s.ID)
		}
		ids[s.ID], taken[id] = id, true
	}
	return ids
}

// relations are the links, those between the same two spans as one relation:
// Label Studio keeps no second one.
func (w *studioWriter) relations(a annotate.Article, layer annotate.Layer, ids map[annotate.ID]string) []*object {
	var results []*object
	links := layer.Links()
	for i := 0; i < len(links); {
		from, to := links[i].From, links[i].To
		var kinds []string
		for ; i < len(links) && links[i].From == from && links[i].To == to; i++ {
			if len(kinds) > 0 && kinds[len(kinds)-1] == links[i].Kind {
				w.ledger.lost(Loss{Kind: Links, Article: a.Title, What: links[i].Kind, Why: "Label Studio has one relation of a kind between two regions", Count: 1})
				w.ledger.meant.noLink(links[i])
				continue
			}
			kinds = append(kinds, links[i].Kind)
		}
		w.ledger.carried(Links, len(kinds))
		var o object
		o.put("from_id", ids[from])
		o.put("to_id", ids[to])
		o.put("type", "relation")
		o.put("direction", "right")
		o.put("labels", kinds)
		results = append(results, &o)
	}
	return results
}
