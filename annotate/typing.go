package annotate

// A typing is a text that an edit changed, and nothing else.
type typing struct {
	of      string // what the text is of
	was, is string
}

// typingOf tells which text an edit changed, if it changed but one.
func typingOf(e Edit) (typing, bool) {
	spans := len(e.Spans.Remove) + len(e.Spans.Add)
	values := len(e.Values.Remove) + len(e.Values.Add)
	switch {
	case len(e.Links.Remove)+len(e.Links.Add) > 0:
	case len(e.Spans.Remove) == 1 && len(e.Spans.Add) == 1: // perhaps with a status: it begins the article
		return typingIn(e.Spans.Remove[0], e.Spans.Add[0])
	case spans == 0 && values > 0 && len(e.Values.Remove) <= 1 && len(e.Values.Add) <= 1:
		t := typing{}
		for _, v := range e.Values.Remove {
			t.of, t.was = "value "+v.Name, v.Text
		}
		for _, v := range e.Values.Add {
			t.of, t.is = "value "+v.Name, v.Text
		}
		return t, true
	}
	return typing{}, false
}

// typingIn tells which text of a span was changed: its note, or an attribute.
func typingIn(was, is Span) (typing, bool) {
	note := was
	note.Note = is.Note
	if note.Equal(is) {
		return typing{"note of " + string(is.ID), was.Note, is.Note}, true
	}
	for _, attrs := range []Attrs{was.Attrs, is.Attrs} {
		for name := range attrs {
			if was.Attrs[name] != is.Attrs[name] && was.with(name, is.Attrs[name]).Equal(is) {
				return typing{name + " of " + string(is.ID), was.Attrs[name], is.Attrs[name]}, true
			}
		}
	}
	return typing{}, false
}

// follows reports whether an edit goes on with the text that the edit before it
// typed: more than half of that is still there.
func follows(before, e Edit) bool {
	first, typed := typingOf(before)
	then, too := typingOf(e)
	if !typed || !too || first.of != then.of || first.is != then.was {
		return false
	}
	short, long := then.was, then.is
	if len(short) > len(long) {
		short, long = long, short
	}
	start, end := 0, 0
	for start < len(short) && short[start] == long[start] {
		start++
	}
	for end < len(short)-start && short[len(short)-1-end] == long[len(long)-1-end] {
		end++
	}
	return 2*(start+end) > len(short)
}
