package window

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/app/textview"
)

// spanCommands act on the chosen span.
func spanCommands(scheme annotate.Scheme) []command {
	table := []command{
		{ID: "note", Title: "Write a note", Menu: "Span", Keys: keys("Return", "KP_Enter"), Text: true, Reason: noArticle, Do: (*Window).focusNote},
		{ID: "link", Title: "Link the span…", Menu: "Span", Keys: keys("Ctrl+L"), Reason: noLink, Do: (*Window).askLink},
		{ID: "unlink", Title: "Remove the span's last link", Menu: "Span", Keys: keys("Ctrl+Alt+L"), Reason: noLinks, Do: (*Window).unlinkLast},
		{ID: "remove", Title: "Remove the span", Menu: "Span", Keys: keys("Delete", "BackSpace"), Text: true, Reason: noSpan, Do: (*Window).untag},
	}
	table = append(table, nudgeCommands()...)
	table = append(table, alsoCommands(scheme)...)
	return append(table,
		command{ID: "tag-all", Title: "Tag all occurrences", Menu: "Span", Group: true, Keys: keys("Ctrl+T"), Reason: noTagging, Do: (*Window).tagAll},
		command{ID: "sweep", Title: "Tag all in the project…", Menu: "Span", Keys: keys("Ctrl+Shift+T"), Reason: noSweep, Do: (*Window).sweepProject},
		command{ID: "split", Title: "Split at the caret", Menu: "Span", Group: true, Keys: keys("Ctrl+Shift+J"), Reason: noSpans, Do: (*Window).split},
		command{ID: "join", Title: "Join with the next of its label", Menu: "Span", Keys: keys("Ctrl+J"), Reason: noSpan, Do: (*Window).join},
		command{ID: "cut-out", Title: "Take the selected text out", Menu: "Span", Keys: keys("Ctrl+G"), Reason: noSpans, Do: (*Window).cutOut},
		command{ID: "fill-gaps", Title: "Fill the gaps", Menu: "Span", Keys: keys("Ctrl+Shift+G"), Reason: noGaps, Do: (*Window).fillGaps},
	)
}

// nudgeCommands move the edges of the chosen span. The signs on the keys, < and >, say where to.
func nudgeCommands() []command {
	at := func(id, title string, n nudge, group bool, names ...string) command {
		return command{ID: id, Title: title, Menu: "Span/Move an edge", Group: group, Keys: keys(names...),
			Text: !n.exact, Reason: noSpan, Do: n.do}
	}
	return []command{
		at("end-on", "End on by a word", nudge{end: true, on: true}, false, "."),
		at("end-back", "End back by a word", nudge{end: true}, false, ","),
		at("end-on-exact", "End on by a character", nudge{end: true, on: true, exact: true}, false, "Alt+."),
		at("end-back-exact", "End back by a character", nudge{end: true, exact: true}, false, "Alt+,"),
		at("start-back", "Beginning back by a word", nudge{}, true, "Shift+,"),
		at("start-on", "Beginning on by a word", nudge{on: true}, false, "Shift+."),
		at("start-back-exact", "Beginning back by a character", nudge{exact: true}, false, "Alt+Shift+,"),
		at("start-on-exact", "Beginning on by a character", nudge{on: true, exact: true}, false, "Alt+Shift+."),
	}
}

// alsoCommands give the chosen span's words another label as well: Shift and the label's keys.
func alsoCommands(scheme annotate.Scheme) []command {
	var table []command
	for i, l := range scheme.Labels {
		table = append(table, command{ID: "also:" + l.Name, Title: "Also label as " + l.Shown(), Menu: "Span/Label as well",
			Keys: labelKeys(l, i, fyne.KeyModifierShift), Text: true, Reason: noSpan, Do: alsoAs(l.Name)})
	}
	return table
}

// labelKeys are a label's number and its letter, with what is held.
func labelKeys(l annotate.Label, i int, held fyne.KeyModifier) []key {
	var list []key
	if i < 9 {
		list = append(list, key{fyne.KeyName(strconv.Itoa(i + 1)), held})
	}
	if l.Key != "" {
		list = append(list, key{fyne.KeyName(strings.ToUpper(l.Key)), held})
	}
	return list
}

// selectCommands change what is selected.
func selectCommands() []command {
	return []command{
		{ID: "expand", Title: "Select more", Menu: "Edit", Group: true, Keys: keys("Alt+Shift+Up"), Reason: noArticle, Do: resize((*textview.View).Expand, "All of the text is selected")},
		{ID: "shrink", Title: "Select less", Menu: "Edit", Keys: keys("Alt+Shift+Down"), Reason: noArticle, Do: resize((*textview.View).Shrink, "There is nothing to take back of the selection")},
	}
}
