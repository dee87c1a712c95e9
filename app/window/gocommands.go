package window

// goCommands go to places of the article and to articles.
func goCommands() []command {
	return []command{
		{ID: "next-span", Title: "Next span", Menu: "Go", Keys: keys("Tab"), Text: true, Reason: noSpans, Do: step(+1)},
		{ID: "previous-span", Title: "Previous span", Menu: "Go", Keys: keys("Shift+Tab"), Text: true, Reason: noSpans, Do: step(-1)},
		{ID: "next-of-label", Title: "Next of this label", Menu: "Go", Keys: keys("Alt+Next"), Reason: noSpan, Do: stepOfLabel(+1)},
		{ID: "previous-of-label", Title: "Previous of this label", Menu: "Go", Keys: keys("Alt+Prior"), Reason: noSpan, Do: stepOfLabel(-1)},
		{ID: "next-unlabelled", Title: "Next sentence without a label", Menu: "Go", Keys: keys("Ctrl+U"), Reason: noArticle, Do: (*Window).nextUnlabelled},
		{ID: "linked", Title: "The other end of the span's link", Menu: "Go", Keys: keys("Ctrl+Alt+G"), Reason: noLinks, Do: (*Window).goAlongLink},
		{ID: "next-noted", Title: "Next span with a note", Menu: "Go", Keys: keys("F6"), Reason: noSpans, Do: stepNoted(+1)},
		{ID: "previous-noted", Title: "Previous span with a note", Menu: "Go", Keys: keys("Shift+F6"), Reason: noSpans, Do: stepNoted(-1)},
		{ID: "next-disagreement", Title: "Next disagreement with others", Menu: "Go", Keys: keys("F8"), Reason: noDisagreement, Do: stepDisagreement(+1)},
		{ID: "previous-disagreement", Title: "Previous disagreement with others", Menu: "Go", Keys: keys("Shift+F8"), Reason: noDisagreement, Do: stepDisagreement(-1)},
		{ID: "back", Title: "Back to where you were", Menu: "Go", Group: true, Keys: keys("Alt+Left"), Reason: noBack, Do: (*Window).goBack},
		{ID: "forward", Title: "Forward again", Menu: "Go", Keys: keys("Alt+Right"), Reason: noForward, Do: (*Window).goForward},
		{ID: "next-flagged", Title: "Next flagged article", Menu: "Go", Group: true, Keys: keys("F7"), Reason: noProject, Do: stepFlagged(+1)},
		{ID: "previous-flagged", Title: "Previous flagged article", Menu: "Go", Keys: keys("Shift+F7"), Reason: noProject, Do: stepFlagged(-1)},
		{ID: "find", Title: "Find in the article", Menu: "Go", Group: true, Keys: keys("Ctrl+F"), Reason: noArticle, Do: (*Window).findHere},
		{ID: "find-next", Title: "Find the next", Menu: "Go", Keys: keys("F3"), Reason: noArticle, Do: findStep(+1)},
		{ID: "find-previous", Title: "Find the one before", Menu: "Go", Keys: keys("Shift+F3"), Reason: noArticle, Do: findStep(-1)},
		{ID: "find-case", Title: "Find in the same case only", Menu: "Go", Seldom: true, Reason: noFinding,
			On: func(w *Window) bool { return w.finder.exact.on }, Do: func(w *Window) { w.finder.exact.toggle() }},
		{ID: "search", Title: "Search all articles", Menu: "Go", Group: true, Keys: keys("Ctrl+Shift+F"), Sheet: true, Reason: noProject, Do: (*Window).searchProject},
		{ID: "find-article", Title: "Filter the articles", Menu: "Go", Keys: keys("Ctrl+Shift+L"), Reason: noProject, Do: (*Window).focusFilter},
	}
}
