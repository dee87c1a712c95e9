package dataset

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// readBrat reads a text with the annotations beside it.
func readBrat(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		doc, err := t.bratDocument(path)
		yield(doc, err)
	}
}

func (t *tour) bratDocument(path string) (annotate.Document, error) {
	annotations := annotationsOf(path)
	content, repairs, why := readRaw(path)
	if why != "" && len(annotations) > 0 && !exists(path) {
		return annotate.Document{}, refusal(annotations[0], 0, fmt.Sprintf("the text %s that it belongs to is not beside it", filepath.Base(path)))
	}
	if why != "" {
		return annotate.Document{}, refusal(path, 0, why)
	}
	whole, cleaned := newRaw(content)
	doc := annotate.Document{Article: newArticle(whole.clean, path), Origin: annotate.Origin{File: path}, Repairs: append(repairs, inWords(cleaned)...)}
	conf := t.conf(filepath.Dir(path))
	doc.Scheme = conf.scheme
	doc.Repairs, conf.repairs = append(doc.Repairs, conf.repairs...), nil
	return doc, t.addAnnotations(&doc, whole, annotations, conf)
}

// addAnnotations reads the annotation files of a text into one layer. There is
// none when they hold no span.
func (t *tour) addAnnotations(doc *annotate.Document, whole raw, paths []string, conf *bratConf) error {
	author := t.author
	if conf.annotator != "" && !t.told {
		author.Name = strings.TrimSuffix(conf.annotator, bratSuffix) + bratSuffix
	}
	r := &bratReader{raw: whole, author: author, hash: doc.Article.Hash().String(), conf: conf, seen: map[string]int{}, targets: map[string]int{}, relations: map[string]int{}, said: map[annotate.Link]int{}}
	for _, path := range paths {
		content, repairs, why := readWhole(path)
		if why != "" {
			return refusal(path, 0, why)
		}
		doc.Repairs = append(doc.Repairs, repairs...)
		known, odd := splitAnn(path, content)
		doc.Repairs = append(doc.Repairs, odd...)
		r.lines = append(r.lines, known...)
	}
	if err := r.read(); err != nil {
		at := annotate.Origin{File: paths[0]}
		if r.at.number > 0 {
			at = annotate.Origin{File: r.at.file, Line: r.at.number}
		}
		return &annotate.Refusal{Origin: at, Reason: err.Error()}
	}
	doc.Repairs = append(doc.Repairs, r.repairs...)
	if len(r.spans) == 0 {
		return nil
	}
	layer := annotate.Layer{ID: layerID(doc.Article, author), Article: doc.Article.ID, Author: author}
	layer, err := layer.With(r.spans, r.links, nil)
	if err != nil {
		return refusal(paths[0], 0, err.Error())
	}
	doc.Layers = []annotate.Layer{layer}
	return nil
}

// bratSuffix tells what an annotator did in brat from what the person of that
// name did here.
const bratSuffix = " (brat)"

// A bratReader makes spans and links of the lines of one text.
type bratReader struct {
	raw    raw
	author annotate.Author
	hash   string
	conf   *bratConf
	lines  []annLine

	at        annLine        // the line that is being read
	seen      map[string]int // line of each id
	spans     []annotate.Span
	links     []annotate.Link
	targets   map[string]int        // place in spans of each T and E
	relations map[string]int        // place in links of each R
	sets      int                   // how many of equivalence were read
	said      map[annotate.Link]int // how often each link was said, but for ids and notes
	repairs   []string
}

// read reads all lines, those first that others refer to.
func (r *bratReader) read() error {
	for _, l := range r.lines {
		if first, twice := r.seen[l.id]; twice && l.id != "" {
			r.at = l
			return fmt.Errorf("the id %s is there twice, first in line %d; give one of them another id", l.id, first)
		}
		r.seen[l.id] = l.number
	}
	if err := r.readSpans(); err != nil {
		return err
	}
	for _, step := range []struct {
		kinds string
		read  func(annLine) error
	}{{"E", r.readRoles}, {"R", r.readRelation}, {"*", r.readSet}, {"AM", r.readAttribute}, {"N", r.readNorm}, {"#", r.readNote}} {
		for l := range r.of(step.kinds) {
			if err := step.read(l); err != nil {
				r.repairs = append(r.repairs, fmt.Sprintf("%s was left out: %v", l.place(), err))
			}
		}
	}
	return nil
}

// span finds the span that an id stands for.
func (r *bratReader) span(id string) (int, error) {
	i, ok := r.targets[id]
	if !ok {
		return 0, fmt.Errorf("there is no %s to refer to", cmp.Or(id, "id"))
	}
	return i, nil
}

var errGarbled = errors.New("it is not written as such lines are")
