package window

import "github.com/glossator/glossator/annotate"

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
	if w.project != nil && w.project.ReadOnly() {
		return "This project can only be read: its file or folder is write-protected"
	}
	return noProject(w)
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
	if len(w.session.State().Layer.Spans()) == 0 {
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
	if len(w.linkKinds(span)) == 0 {
		return "No link begins at the label " + w.label(span.Label).Shown()
	}
	return ""
}

func noUndo(w *Window) string {
	if why := noArticle(w); why != "" || w.session.State().Undo != "" {
		return why
	}
	return "There is nothing to undo"
}

func noRedo(w *Window) string {
	if why := noArticle(w); why != "" || w.session.State().Redo != "" {
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
