package window

import (
	"strings"

	"github.com/glossator/glossator/annotate"
)

// Reasons why a command cannot be done now; "" when it can.

func noProject(w *Window) string {
	if w.project == nil {
		return "Open a project first"
	}
	return ""
}

func noRecent(w *Window) string {
	if len(w.prefs.recent()) == 0 {
		return "No project was opened yet"
	}
	return ""
}

func readOnlyOrNone(w *Window) string {
	if why := w.readOnly(); why != "" {
		return why
	}
	return noProject(w)
}

// readOnly says why the project can only be read; "" when it can be written.
func (w *Window) readOnly() string {
	switch {
	case w.project == nil || !w.project.ReadOnly():
		return ""
	case w.project.Damage() != nil:
		return "This project can only be read, because it is damaged"
	}
	return "This project can only be read: its file or folder is write-protected"
}

// locked gives the commands that change an article that reason first.
func locked(commands []command) []command {
	for i, c := range commands {
		if !c.edits() {
			continue
		}
		reason := c.Reason
		commands[i].Reason = func(w *Window) string {
			if why := w.readOnly(); why != "" || reason == nil {
				return why
			}
			return reason(w)
		}
	}
	return commands
}

// edits reports whether a command changes the article's spans, links or values.
func (c command) edits() bool {
	menu, _, _ := strings.Cut(c.Menu, "/")
	switch c.ID {
	case "undo", "redo", "done-next", "paint":
		return true
	case "note":
		return false
	}
	return menu == "Span" || strings.HasPrefix(c.ID, "label:") || strings.HasPrefix(c.ID, "status:")
}

func noArticle(w *Window) string {
	if why := noProject(w); why != "" {
		return why
	}
	if w.session == nil {
		return "Open an article first"
	}
	return ""
}

func noSpans(w *Window) string {
	if why := noArticle(w); why != "" {
		return why
	}
	if w.session.State().Layer.SpanCount() == 0 {
		return "This article has no spans yet: select text and press a label's key"
	}
	return ""
}

func noSpan(w *Window) string {
	if why := noArticle(w); why != "" {
		return why
	}
	if _, ok := w.session.Selected(); !ok {
		return "No span is selected"
	}
	return ""
}

func noGaps(w *Window) string {
	if why := noSpan(w); why != "" {
		return why
	}
	if span, _ := w.session.Selected(); len(span.Gaps) == 0 {
		return sentence(annotate.ErrNoGaps.Error())
	}
	return ""
}

func noLink(w *Window) string {
	if why := noSpan(w); why != "" {
		return why
	}
	span, _ := w.session.Selected()
	if len(w.linkKinds(span.Label)) == 0 {
		return "No link begins at the label " + w.label(span.Label).Shown()
	}
	return ""
}

func noUndo(w *Window) string {
	if why := noArticle(w); why != "" || w.undoName() != "" {
		return why
	}
	return "There is nothing to undo"
}

func noRedo(w *Window) string {
	if why := noArticle(w); why != "" || w.redoName() != "" {
		return why
	}
	return "There is nothing to redo"
}

func noPainting(w *Window) string {
	if w.painting == "" {
		return "Choose a label to paint with first"
	}
	return noArticle(w)
}

func undoTitle(w *Window) string {
	if noUndo(w) != "" {
		return "Undo"
	}
	return "Undo “" + w.undoName() + "”"
}

func redoTitle(w *Window) string {
	if noRedo(w) != "" {
		return "Redo"
	}
	return "Redo “" + w.redoName() + "”"
}

func noFinding(w *Window) string {
	if why := noArticle(w); why != "" || !w.finder.object.Hidden {
		return why
	}
	return "Begin with “Find in the article”"
}
