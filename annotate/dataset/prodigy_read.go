package dataset

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// prodigyUnits are what offsets of Prodigy may count.
var prodigyUnits = []annotate.Unit{annotate.CodePoints, annotate.UTF16}

// A prodigyReader reads one file. Tasks of one text that follow each other are
// one document: one for each author, or one for each span that was judged.
type prodigyReader struct {
	*tour
	path    string
	way     way
	repairs []string      // to be said with the next document
	tasks   []prodigyTask // of one text
}

func readProdigy(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		r := &prodigyReader{tour: t, path: path}
		var err error
		if r.way, err = t.wayOf(path, prodigyUnits, prodigyClaims); err != nil {
			yield(annotate.Document{}, refusalBy(path, 0, err))
			return
		}
		if r.way.unit != annotate.CodePoints || r.way.clean {
			r.repairs = []string{fmt.Sprintf("the offsets count %v", r.way)}
		}
		for rec, err := range records(path) {
			if err == nil {
				var task prodigyTask
				if task, err = prodigyRecord(rec); err == nil {
					if !r.add(task, yield) {
						return
					}
					continue
				}
				err = refusal(path, rec.number, err.Error())
			}
			if !r.flush(yield) || !yield(annotate.Document{}, err) {
				return
			}
		}
		r.flush(yield)
	}
}

func prodigyClaims(rec record) (raw, []claim) {
	task, err := prodigyRecord(rec)
	if err != nil {
		return raw{}, nil
	}
	return task.whole, task.claims()
}

// add goes on by a task, and yields those before it when it is of another text.
func (r *prodigyReader) add(task prodigyTask, yield func(annotate.Document, error) bool) bool {
	if len(r.tasks) > 0 && r.tasks[0].whole.text != task.whole.text && !r.flush(yield) {
		return false
	}
	r.tasks = append(r.tasks, task)
	return true
}

// flush yields the document of the tasks so far.
func (r *prodigyReader) flush(yield func(annotate.Document, error) bool) bool {
	if len(r.tasks) == 0 {
		return true
	}
	doc, err := r.document()
	r.tasks = nil
	return yield(doc, err)
}

func (r *prodigyReader) document() (annotate.Document, error) {
	first := r.tasks[0]
	doc := annotate.Document{Origin: annotate.Origin{File: r.path, Line: first.number}, Article: prodigyArticle(first)}
	var layers []*prodigyLayer
	byName := map[string]*prodigyLayer{}
	for _, task := range r.tasks {
		doc.Repairs = append(doc.Repairs, task.repairs...)
		author := r.author
		if name := task.name(); name != "" {
			author = foreignAuthor(name, prodigySuffix)
		}
		l := byName[author.Name]
		if l == nil {
			l = &prodigyLayer{gathered: gather(doc.Article, author, "prodigy"), at: r.way.in(first.whole), placed: map[placed]annotate.ID{}}
			layers, byName[author.Name] = append(layers, l), l
		}
		if err := l.read(task); err != nil {
			return annotate.Document{}, refusal(r.path, task.number, err.Error())
		}
	}
	for _, l := range layers {
		doc.Repairs = append(doc.Repairs, l.repairs...)
		if !l.worked {
			continue
		}
		layer, err := l.finish()
		if err != nil {
			return annotate.Document{}, refusal(r.path, first.number, err.Error())
		}
		doc.Layers = append(doc.Layers, layer)
	}
	doc.Repairs, r.repairs = append(doc.Repairs, r.repairs...), nil
	return doc, nil
}

// prodigyArticle is the article of a task. A title stands beside the text, or
// in the metadata.
func prodigyArticle(task prodigyTask) annotate.Article {
	keys := map[string]json.RawMessage{}
	for key, value := range task.keys {
		if !strings.HasPrefix(key, "_") {
			keys[key] = value
		}
	}
	a := foreignArticle(task.whole, keys, prodigyKeys)
	if title, there := a.Meta["title"]; there && keys["title"] == nil {
		a.Title = title
		delete(a.Meta, "title")
	}
	if len(a.Meta) == 0 {
		a.Meta = nil
	}
	return a
}

// A prodigyLayer is what one author did in the tasks of one text.
type prodigyLayer struct {
	*gathered
	at      placing
	worked  bool // something was accepted, ignored or marked
	ignored bool // and nothing else
	flagged bool
	placed  map[placed]annotate.ID // the spans so far
	repairs []string
}

// A placed is where a span lies, and its label.
type placed struct {
	annotate.Range
	label string
}

func (l *prodigyLayer) read(task prodigyTask) error {
	switch task.answer {
	case rejected:
		if n := len(task.spans); n > 0 {
			l.repairs = append(l.repairs, "left out: "+counted(n, "span")+" of a task that was rejected")
		}
		return nil
	case ignored:
		if n := len(task.spans); n > 0 {
			l.repairs = append(l.repairs, "left out: "+counted(n, "span")+" of a task that was ignored")
		}
		l.ignored = l.ignored || !l.worked
		l.worked = true
		return nil
	}
	note := plain(task.keys["user_input"])
	l.worked = l.worked || task.answer != "" || len(task.spans) > 0 || task.name() != "" || note != ""
	l.ignored = false
	l.flagged = l.flagged || string(task.keys["flagged"]) == "true"
	if note != "" {
		l.setValue(annotate.NoteValue, note)
	}
	for _, key := range []string{prodigyLabel, prodigyAccept} {
		if value := task.keys[key]; value != nil && string(value) != "null" && task.answer != "" {
			l.setValue(key, linesOf(value))
		}
	}
	ids, err := l.addSpans(task)
	if err == nil {
		l.addLinks(task, ids)
	}
	return err
}

// addSpans adds a task's spans, but for those that an earlier task had. It gives
// their IDs by their place in the task.
func (l *prodigyLayer) addSpans(task prodigyTask) ([]annotate.ID, error) {
	ids := make([]annotate.ID, len(task.spans))
	fresh := map[placed]annotate.ID{}
	for n, s := range task.spans {
		if s.Start == nil || s.End == nil {
			return nil, fmt.Errorf("span %d (%s) has no offsets", n+1, s.Label)
		}
		if strings.TrimSpace(s.Label) == "" {
			l.repairs = append(l.repairs, fmt.Sprintf("left out: span %d, which has no label", n+1))
			continue
		}
		place, err := l.at.place(*s.Start, *s.End)
		if err == nil {
			err = annotate.Span{Range: place}.Check(task.whole.clean)
		}
		if err != nil {
			return nil, fmt.Errorf("span %d (%s): %w", n+1, s.Label, err)
		}
		span := annotate.Span{Range: place, Label: s.Label, Attrs: s.Attributes, Note: s.Note}
		if len(span.Attrs) == 0 {
			span.Attrs = nil
		}
		at := placed{place, s.Label}
		if ids[n] = l.placed[at]; ids[n] == "" {
			ids[n] = l.addSpan(span).ID
			fresh[at] = ids[n]
		}
	}
	maps.Copy(l.placed, fresh)
	return ids, nil
}

func (l *prodigyLayer) addLinks(task prodigyTask, ids []annotate.ID) {
	ends := task.ends(ids)
	for _, r := range task.relations {
		from, to := ends.find(r.HeadSpan, r.Head), ends.find(r.ChildSpan, r.Child)
		if from == "" || to == "" || r.Label == "" {
			l.repairs = append(l.repairs, fmt.Sprintf("left out: a relation %s, whose ends are no spans with a label", r.Label))
			continue
		}
		l.addLink(annotate.Link{Kind: r.Label, From: from, To: to, Note: r.Note})
	}
}

// A prodigyEnds finds the spans that relations join: by what they say of them, or
// by the last token, or the first.
type prodigyEnds struct {
	named       map[prodigyName]annotate.ID
	last, first map[int]annotate.ID
}

type prodigyName struct {
	start, end int
	label      string
}

func (t *prodigyTask) ends(ids []annotate.ID) prodigyEnds {
	e := prodigyEnds{map[prodigyName]annotate.ID{}, map[int]annotate.ID{}, map[int]annotate.ID{}}
	for i := len(t.spans) - 1; i >= 0; i-- { // so that the first one of several has it
		s := t.spans[i]
		if ids[i] == "" {
			continue
		}
		e.named[prodigyName{*s.Start, *s.End, s.Label}] = ids[i]
		if s.TokenStart != nil && s.TokenEnd != nil {
			e.first[*s.TokenStart], e.last[*s.TokenEnd] = ids[i], ids[i]
		}
	}
	return e
}

func (e prodigyEnds) find(named *prodigySpan, token int) annotate.ID {
	if named != nil && named.Start != nil && named.End != nil {
		return e.named[prodigyName{*named.Start, *named.End, named.Label}]
	}
	return cmp.Or(e.last[token], e.first[token])
}

// finish is the layer with its status.
func (l *prodigyLayer) finish() (annotate.Layer, error) {
	switch {
	case l.flagged:
		l.setValue(annotate.StatusValue, string(annotate.Flagged))
	case l.ignored:
		l.setValue(annotate.StatusValue, string(annotate.Skipped))
	}
	return l.done()
}
