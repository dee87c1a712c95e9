package window

// An answering is what offers occurrences of words one by one, to be tagged or left out: the strip
// below the text, or the page of all articles.
type answering interface {
	take()       // the one in hand
	refuse()     // the one in hand
	takeAll()    // that are left
	refuseAll()  // that are left
	pass(by int) // to another one, without an answer
	leave()      // ends it
	options() [3]*switchButton
}

// answered is what is being answered; nil when nothing is.
func (w *Window) answered() answering {
	switch {
	case w.sweep.shown():
		return w.sweep
	case w.tagging.shown():
		return w.tagging
	}
	return nil
}

func noAnswering(w *Window) string {
	if w.answered() != nil {
		return ""
	}
	return "Begin with “Tag all occurrences”"
}

// answerCommands answer what is being offered. Their keys are other commands' otherwise.
func answerCommands() []command {
	at := func(id, title string, do func(answering), names ...string) command {
		return command{ID: id, Title: title, Menu: "Span/While tagging all", Keys: keys(names...), Text: true, Answer: true, Sheet: true,
			Reason: noAnswering, Do: func(w *Window) { do(w.answered()) }}
	}
	return []command{
		optionCommand("answer-any-case", "In any case", 0), optionCommand("answer-parts", "Parts of words too", 1), optionCommand("answer-endings", "With other endings too", 2),
		at("answer-take", "Tag this one", answering.take, "Return", "KP_Enter"),
		at("answer-refuse", "Leave this one out", answering.refuse, "Delete", "BackSpace"),
		at("answer-next", "Next one, without an answer", func(a answering) { a.pass(+1) }, "Tab"),
		at("answer-previous", "One before, without an answer", func(a answering) { a.pass(-1) }, "Shift+Tab"),
		at("answer-take-all", "Tag all that are left", answering.takeAll, "Shift+Return"),
		at("answer-refuse-all", "Leave out all that are left", answering.refuseAll, "Shift+BackSpace"),
		at("answer-end", "End tagging all", answering.leave, "Escape"),
		{ID: "answer-apply", Title: "Tag what was taken in the project", Menu: "Span/While tagging all", Keys: keys("Ctrl+Shift+Return"), Answer: true, Sheet: true,
			Reason: noSweepShown, Do: (*Window).applySweep},
	}
}

// optionCommand switches what counts as an occurrence.
func optionCommand(id, title string, n int) command {
	return command{ID: id, Title: title, Menu: "Span/While tagging all", Seldom: true, Answer: true, Sheet: true, Reason: noAnswering,
		On: func(w *Window) bool { a := w.answered(); return a != nil && a.options()[n].on },
		Do: func(w *Window) { w.answered().options()[n].toggle() }}
}

func (t *tagging) options() [3]*switchButton { return [3]*switchButton{t.anyCase, t.within, t.endings} }

func (s *sweep) options() [3]*switchButton { return [3]*switchButton{s.anyCase, s.within, s.endings} }
