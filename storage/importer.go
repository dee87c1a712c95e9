package storage

import (
	"context"
	"errors"
	"reflect"
	"time"

	"gorm.io/gorm"

	"github.com/glossator/glossator/annotate"
)

// Documents wait until there are so many, or they hold so many bytes of text;
// then they are written together.
const (
	waitingDocuments = 256
	waitingBytes     = 4 << 20
)

// indexBytes is how many bytes of text are added to the search together: the
// fewer the times, the less is written twice.
const indexBytes = 16 << 20

// maxRefused is how many refusals are told one by one.
const maxRefused = 100

// progressEvery is how often an import tells how far it is.
const progressEvery = 50 * time.Millisecond

// An importer is one import.
type importer struct {
	tx       *gorm.DB
	options  ImportOptions
	searcher searcher
	was      annotate.Scheme
	scheme   annotate.Scheme
	merged   *annotate.Scheme // of the last document: most documents share one
	report   Report

	// Entries that led to layers that are not in the file, by the layers' IDs;
	// those of other layers become one edit.
	pasts   map[annotate.ID][]annotate.Entry
	entries map[annotate.ID]bool // that came with pasts

	unindexed      int64 // the first article that the search does not know; 0: it knows all
	unindexedBytes int

	waiting []annotate.Document
	bytes   int
	authors authorBook
	told    time.Time
}

// run reads all documents and writes those that are not refused.
func (i *importer) run(ctx context.Context, docs annotate.Documents) error {
	read := 0
	for doc, err := range docs {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err == nil {
			err = i.take(doc)
		}
		if err := i.refuse(err); err != nil {
			return err
		}
		read++
		i.tell(read, false)
	}
	i.tell(read, true)
	return i.finish()
}

// take checks a document and lets it wait to be written.
func (i *importer) take(doc annotate.Document) error {
	if err := i.check(doc); err != nil {
		return err
	}
	if i.failed() {
		return nil // only the refusals that may follow are of interest
	}
	for _, what := range doc.Repairs {
		i.report.Repaired = append(i.report.Repaired, Notice{doc.Origin, what})
	}
	i.waiting = append(i.waiting, doc)
	i.bytes += len(doc.Article.Text)
	if len(i.waiting) >= waitingDocuments || i.bytes >= waitingBytes {
		return i.flush()
	}
	return nil
}

// refuse notes a refusal. Another error it hands back.
func (i *importer) refuse(err error) error {
	var refusal *annotate.Refusal
	if !errors.As(err, &refusal) {
		return err
	}
	if len(i.report.Refused) < maxRefused {
		i.report.Refused = append(i.report.Refused, *refusal)
	} else {
		i.report.MoreRefused++
	}
	return nil
}

// failed reports whether nothing of the import will be kept.
func (i *importer) failed() bool {
	return len(i.report.Refused) > 0 && !i.options.SkipRefused
}

func (i *importer) tell(read int, last bool) {
	if i.options.Progress != nil && (last || time.Since(i.told) >= progressEvery) {
		i.options.Progress(read)
		i.told = time.Now()
	}
}

// finish writes what is left.
func (i *importer) finish() error {
	if i.failed() {
		return &RefusedError{i.report.Refused, i.report.MoreRefused}
	}
	if err := i.flush(); err != nil {
		return err
	}
	if err := i.index(); err != nil {
		return err
	}
	if reflect.DeepEqual(i.scheme, i.was) {
		return nil
	}
	return keepScheme(i.tx, i.scheme)
}

// index adds what articles hold to the search.
func (i *importer) index() error {
	if i.unindexed == 0 {
		return nil
	}
	from := i.unindexed
	i.unindexed, i.unindexedBytes = 0, 0
	return i.searcher.index(i.tx, from)
}

// flush writes the documents that wait.
func (i *importer) flush() error {
	if len(i.waiting) == 0 {
		return nil
	}
	docs := i.waiting
	i.waiting, i.bytes = nil, 0
	shelf, err := i.newShelf(docs)
	if err != nil {
		return err
	}
	for _, doc := range docs {
		if err := shelf.add(doc); err != nil {
			return err
		}
	}
	return shelf.write()
}
