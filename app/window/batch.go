package window

import (
	"context"
	"fmt"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/storage"
)

// A batch is edits in several articles that are one for the user: done together, and taken back
// together. Each is an edit of its article like any other, saved and in its history.
type batch struct {
	project *storage.Project
	author  annotate.Author
	scheme  annotate.Scheme
	label   annotate.Label
	parts   []part
	undone  bool
}

// A part is what is done in one article.
type part struct {
	article annotate.ID
	title   string
	taken   []annotate.Range // to be labelled
	spans   []annotate.Span  // that were made
}

// An outcome is what came of a batch.
type outcome struct {
	spans, articles int      // that were changed
	there           int      // spans that were there already
	kept            int      // spans that were changed since, and stay so
	left            int      // articles that were not come to
	failed          []string // articles that could not be changed, and why
}

// each does something in one article after the other, until all are done or ctx ends. One that
// fails does not keep the others.
func (b *batch) each(ctx context.Context, say func(string), do func(*part, *annotate.Session, []annotate.Kept, *outcome) error) outcome {
	var o outcome
	for i := range b.parts {
		if ctx.Err() != nil {
			o.left = len(b.parts) - i
			break
		}
		p, before := &b.parts[i], o.spans
		session, past, err := b.session(p.article)
		if err == nil {
			err = do(p, session, past, &o)
		}
		if err != nil {
			o.failed = append(o.failed, p.title+": "+sentence(err.Error()))
		}
		o.articles += ones(o.spans > before)
		say(fmt.Sprintf("%s of %s", grouped(i+1), counted(len(b.parts), "article")))
	}
	return o
}

// session takes an article in hand, and tells what was done in it.
func (b *batch) session(article annotate.ID) (*annotate.Session, []annotate.Kept, error) {
	work, err := b.project.Work(context.Background(), article, b.author)
	if err != nil {
		return nil, nil, err
	}
	session, err := annotate.NewSession(work.Article, work.Layer, work.Past, b.scheme, work.Saver)
	return session, work.Past, err
}

// do labels what was taken.
func (b *batch) do(ctx context.Context, say func(string)) outcome {
	return b.each(ctx, say, func(p *part, session *annotate.Session, _ []annotate.Kept, o *outcome) error {
		edit, there := labelling(session.State().Layer, b.label.Name, p.taken)
		o.there += there
		n := len(edit.Spans.Add)
		if n == 0 {
			return nil
		}
		edit.Name = fmt.Sprintf("Label %s as %s with the project's", grouped(n), b.label.Shown())
		if err := session.Do(edit); err != nil {
			return err
		}
		p.spans = edit.Spans.Add
		o.spans += n
		return nil
	})
}

// takeBack removes the spans that were made. Where nothing was done since, that is an undo; else
// those go that are as they were made.
func (b *batch) takeBack(ctx context.Context, say func(string)) outcome {
	return b.each(ctx, say, func(p *part, session *annotate.Session, past []annotate.Kept, o *outcome) error {
		last, err := p.isLast(past, annotate.Do)
		switch {
		case err != nil:
			return err
		case last:
			o.spans += len(p.spans)
			return session.Undo()
		}
		edit := b.removal(p, session.State().Layer)
		o.kept += p.still(session.State().Layer) - len(edit.Spans.Remove)
		if edit.Empty() {
			return nil
		}
		o.spans += len(edit.Spans.Remove)
		return session.Do(edit)
	})
}

// again makes the spans again that were taken back, where nothing was done since.
func (b *batch) again(ctx context.Context, say func(string)) outcome {
	return b.each(ctx, say, func(p *part, session *annotate.Session, past []annotate.Kept, o *outcome) error {
		last, err := p.isLast(past, annotate.Undo)
		switch {
		case err != nil:
			return err
		case !last:
			o.kept += len(p.spans)
			return nil
		}
		o.spans += len(p.spans)
		return session.Redo()
	})
}

// isLast reports whether the part is what was done, or undone, last in its article.
func (p *part) isLast(past []annotate.Kept, move annotate.Move) (bool, error) {
	if len(past) == 0 || len(p.spans) == 0 || past[len(past)-1].Move != move {
		return false, nil
	}
	edit, err := past[len(past)-1].Edit()
	if move == annotate.Undo {
		edit = edit.Inverse()
	}
	return err == nil && len(edit.Spans.Add) == len(p.spans) && edit.Spans.Add[0].ID == p.spans[0].ID, err
}

// removal is the edit that removes what the part made and nobody changed since.
func (b *batch) removal(p *part, layer annotate.Layer) annotate.Edit {
	edit := annotate.Edit{Name: "Take back " + b.label.Shown() + " with the project's"}
	made := map[annotate.ID]annotate.Span{}
	for _, span := range p.spans {
		made[span.ID] = span
	}
	for _, span := range layer.Spans() {
		if made[span.ID].Equal(span) && len(layer.LinksOf(span.ID)) == 0 {
			edit.Spans.Remove = append(edit.Spans.Remove, span)
		}
	}
	return edit
}

// still is how many spans of the part a layer has.
func (p *part) still(layer annotate.Layer) int {
	n := 0
	for _, made := range p.spans {
		_, there := layer.Span(made.ID)
		n += ones(there)
	}
	return n
}
