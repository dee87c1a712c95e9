package window

import (
	"github.com/glossator/glossator/annotate"
)

// A command is a thing the user can do. The table of them makes the menus, the keys, the help page
// and the reason why something is greyed out.
type command struct {
	ID     string
	Title  string // as the menu shows it
	Menu   string // where it stands: "Edit", "View/Theme"
	Keys   []key  // the menu shows the first
	Seldom bool   // so seldom done that it needs no key of its own: the palette (Ctrl+K) finds it
	Text   bool   // its keys act in the article's text alone
	Answer bool   // its keys act while occurrences are being answered, before those of other commands
	Group  bool   // begins a group in its menu
	Sheet  bool   // shows a sheet, or may be done while one covers the article
	Reason func(*Window) string
	Shown  func(*Window) string // the title as it is now, where it changes
	On     func(*Window) bool   // where it is switched on or off
	Do     func(*Window)
}

// reason says why the command cannot be done now; "" when it can.
func (c command) reason(w *Window) string {
	if c.Reason == nil {
		return ""
	}
	return c.Reason(w)
}

func (c command) title(w *Window) string {
	if c.Shown == nil {
		return c.Title
	}
	return c.Shown(w)
}

// commands is the table: what is always there, and one command a label.
func commandsFor(scheme annotate.Scheme) []command {
	table := append(fileCommands(), editCommands()...)
	table = append(table, spanCommands(scheme)...)
	table = append(table, answerCommands()...)
	table = append(table, labelCommands(scheme)...)
	table = append(table, goCommands()...)
	table = append(table, articleCommands()...)
	return locked(append(append(table, viewCommands()...), helpCommands()...))
}

func fileCommands() []command {
	return []command{
		{ID: "new", Title: "New project…", Menu: "Project", Keys: keys("Ctrl+N"), Do: (*Window).askNew},
		{ID: "open", Title: "Open project…", Menu: "Project", Keys: keys("Ctrl+O"), Do: (*Window).askOpen},
		{ID: "recent", Title: "Open recent", Menu: "Project", Keys: keys("Ctrl+Shift+O"), Reason: noRecent, Do: (*Window).showRecent},
		{ID: "sample", Title: "Open the sample", Menu: "Project", Seldom: true, Do: (*Window).openSample},
		{ID: "import", Title: "Import files…", Menu: "Project", Group: true, Keys: keys("Ctrl+I"), Reason: readOnlyOrNone, Do: (*Window).askImportFiles},
		{ID: "import-folder", Title: "Import a folder…", Menu: "Project", Keys: keys("Ctrl+Shift+I"), Reason: readOnlyOrNone, Do: (*Window).askImportFolder},
		{ID: "export", Title: "Export a dataset", Menu: "Project", Keys: keys("Ctrl+E"), Sheet: true, Reason: noProject, Do: (*Window).showDataset},
		{ID: "author", Title: "Author name…", Menu: "Project", Seldom: true, Group: true, Reason: noProject, Do: (*Window).askAuthor},
		{ID: "project-history", Title: "History of the project", Menu: "Project", Keys: keys("Ctrl+Shift+H"), Sheet: true, Reason: noProject, Do: (*Window).showProjectHistory},
		{ID: "snapshots", Title: "Snapshots…", Menu: "Project", Seldom: true, Sheet: true, Reason: noProject, Do: (*Window).showSnapshots},
		{ID: "check", Title: "Check the project", Menu: "Project", Seldom: true, Reason: noProject, Do: (*Window).checkProject},
		{ID: "about-project", Title: "About this project", Menu: "Project", Seldom: true, Reason: noProject, Do: (*Window).showStats},
		{ID: "quit", Title: "Quit", Menu: "Project", Group: true, Keys: keys("Ctrl+Q"), Do: (*Window).quit},
	}
}

func editCommands() []command {
	table := []command{
		{ID: "undo", Title: "Undo", Menu: "Edit", Keys: keys("Ctrl+Z"), Reason: noUndo, Shown: undoTitle, Do: (*Window).undo},
		{ID: "redo", Title: "Redo", Menu: "Edit", Keys: keys("Ctrl+Shift+Z", "Ctrl+Y"), Reason: noRedo, Shown: redoTitle, Do: (*Window).redo},
	}
	table = append(table, command{ID: "take-back", Title: "Take back tagging in the project", Menu: "Edit", Keys: keys("Ctrl+Alt+Z"), Reason: noBatch, Shown: batchTitle, Do: (*Window).takeBackBatch})
	table = append(table, selectCommands()...)
	return append(table,
		command{ID: "let-go", Title: "Let go", Menu: "Edit", Group: true, Keys: keys("Escape"), Text: true, Do: (*Window).letGo},
	)
}

// labelCommands tag with each label of a scheme: by its number and by its letter.
func labelCommands(scheme annotate.Scheme) []command {
	var table []command
	for i, l := range scheme.Labels {
		c := command{ID: "label:" + l.Name, Title: l.Shown(), Menu: "Label", Text: true, Reason: noArticle, Do: func(w *Window) { w.press(l.Name) }}
		c.On = func(w *Window) bool { return w.painting == l.Name }
		c.Keys = labelKeys(l, i, 0)
		table = append(table, c)
	}
	return append(table,
		command{ID: "paint", Title: "Tag with the painting label", Menu: "Label", Group: true, Keys: keys("Space"), Text: true, Reason: noPainting, Do: (*Window).paint},
		command{ID: "guidelines", Title: "Guidelines beside the text", Menu: "Label", Keys: keys("F2"), Reason: noProject,
			On: func(w *Window) bool { return w.guide.open }, Do: func(w *Window) { w.guide.toggle() }},
	)
}

func articleCommands() []command {
	return []command{
		{ID: "done-next", Title: "Done, and open the next", Menu: "Article", Keys: keys("Ctrl+Return", "Ctrl+KP_Enter"), Reason: noArticle, Do: (*Window).doneAndNext},
		{ID: "next-article", Title: "Next article", Menu: "Article", Group: true, Keys: keys("Ctrl+Next", "Alt+Down"), Reason: noArticle, Do: turn(+1)},
		{ID: "previous-article", Title: "Previous article", Menu: "Article", Keys: keys("Ctrl+Prior", "Alt+Up"), Reason: noArticle, Do: turn(-1)},
		{ID: "first-article", Title: "First article of the list", Menu: "Article", Keys: keys("Alt+Home"), Reason: noArticle, Do: goToRow(false)},
		{ID: "last-article", Title: "Last article of the list", Menu: "Article", Keys: keys("Alt+End"), Reason: noArticle, Do: goToRow(true)},
		{ID: "history", Title: "History of this article", Menu: "Article", Keys: keys("Ctrl+H"), Sheet: true, Reason: noArticle, Do: (*Window).showHistory},
		statusCommand(annotate.New, "Mark as new", "Ctrl+Shift+N", true),
		statusCommand(annotate.Started, "Mark as started", "Ctrl+Shift+S", false),
		statusCommand(annotate.Done, "Mark as done", "Ctrl+Shift+D", false),
		statusCommand(annotate.Skipped, "Skip", "Ctrl+Shift+K", false),
		statusCommand(annotate.Flagged, "Flag", "Ctrl+Shift+M", false),
	}
}

func statusCommand(status annotate.Status, title, shortcut string, group bool) command {
	return command{ID: "status:" + string(status), Title: title, Menu: "Article", Group: group, Keys: keys(shortcut), Reason: noArticle,
		On: func(w *Window) bool { return w.session != nil && w.session.State().Layer.Status() == status },
		Do: func(w *Window) { w.setStatus(status) }}
}

func viewCommands() []command {
	return []command{
		{ID: "larger", Title: "Larger text", Menu: "View", Keys: keys("Ctrl++", "Ctrl+=", "Ctrl+Shift+="), Do: zoom(+1)},
		{ID: "smaller", Title: "Smaller text", Menu: "View", Keys: keys("Ctrl+-"), Do: zoom(-1)},
		{ID: "normal", Title: "Normal text", Menu: "View", Keys: keys("Ctrl+0"), Do: zoom(0)},
		{ID: "numbers", Title: "Paragraph numbers", Menu: "View", Keys: keys("Ctrl+Shift+U"), On: func(w *Window) bool { return w.view.Typography().Numbers }, Do: (*Window).toggleNumbers},
		{ID: "quotation", Title: "Show the quotation at the caret", Menu: "View", Keys: keys("Ctrl+Shift+Q"), On: func(w *Window) bool { return w.view.ShowQuotation }, Do: (*Window).toggleQuotation},
		{ID: "wider", Title: "Longer lines", Menu: "View", Group: true, Keys: keys("Ctrl+."), Do: widen(+1)},
		{ID: "narrower", Title: "Shorter lines", Menu: "View", Keys: keys("Ctrl+,"), Do: widen(-1)},
		{ID: "usual-width", Title: "Usual length of lines", Menu: "View", Seldom: true, Do: widen(0)},
		{ID: "others", Title: "Labels of others", Menu: "View", Group: true, Keys: keys("Ctrl+Shift+V"), On: (*Window).showsOthers, Do: (*Window).toggleOthers},
		fontCommand("", "Sans serif"), fontCommand("Serif", "Serif"), fontCommand("OpenDyslexic", "For readers with dyslexia"),
		listedCommand("", "All articles"), listedCommand(annotate.New, "Only new ones"), listedCommand(annotate.Started, "Only started ones"),
		listedCommand(annotate.Done, "Only done ones"), listedCommand(annotate.Skipped, "Only skipped ones"), listedCommand(annotate.Flagged, "Only flagged ones"),
		themeCommand("", "As the system"), themeCommand("light", "Light"), themeCommand("dark", "Dark"), themeCommand("contrast", "High contrast"),
		motionCommand(motionSystem, "As the system"), motionCommand(motionReduced, "Reduced"), motionCommand(motionFull, "Full"),
	}
}

// listedCommand lists the articles of a status alone; "" all.
func listedCommand(status annotate.Status, title string) command {
	return command{ID: "listed:" + string(status), Title: title, Menu: "View/Articles in the list", Seldom: true, Reason: noProject, Sheet: true,
		On: func(w *Window) bool { return w.list.status == status },
		Do: func(w *Window) { w.list.setStatus(status) }}
}

func fontCommand(family, title string) command {
	return command{ID: "font:" + family, Title: title, Menu: "View/Font of the text", Seldom: true,
		On: func(w *Window) bool { return w.view.Typography().Family == family },
		Do: func(w *Window) { w.setFont(family) }}
}

func themeCommand(variant, title string) command {
	return command{ID: "theme:" + variant, Title: title, Menu: "View/Theme", Seldom: true,
		On: func(w *Window) bool { return w.look.variant == variant },
		Do: func(w *Window) { w.setTheme(variant) }}
}

func helpCommands() []command {
	return []command{
		{ID: "palette", Title: "All commands…", Menu: "Help", Keys: keys("Ctrl+K"), Do: (*Window).showPalette},
		{ID: "help", Title: "Keys", Menu: "Help", Keys: keys("F1"), Do: (*Window).showHelp},
		{ID: "menus", Title: "Go to the menus", Menu: "Help", Keys: keys("F10"), Do: (*Window).openMenus},
		{ID: "change-keys", Title: "Change keys…", Menu: "Help", Seldom: true, Do: (*Window).askKeys},
		{ID: "about", Title: "About Glossator", Menu: "Help", Seldom: true, Do: (*Window).showAbout},
	}
}
