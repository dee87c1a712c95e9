package window

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// The keys of the text itself, which are no commands.
var textKeys = [][2]string{
	{"Drag, or double-click", "Select words; with Alt, exact characters"},
	{"Click a mark", "Choose the span; again: the one around it"},
	{"Drag a mark's edge", "Move the edge of the chosen span"},
	{"Ctrl and the wheel", "Larger or smaller text"},
	{"Shift+← Shift+→", "Extend by a word; with Alt by a character"},
	{"Ctrl+← Ctrl+→", "Move by words"},
	{"Ctrl+C", "Copy the selected text"},
}

// A keyLine is one line of the help page.
type keyLine struct{ Keys, Title string }

// helpPage is all keys by menu, made from the table of commands.
func helpPage(commands []command) (heads []string, lines map[string][]keyLine) {
	lines = map[string][]keyLine{}
	for _, c := range commands {
		head, sub, _ := strings.Cut(c.Menu, "/")
		if c.Answer {
			head = sub
		}
		if len(c.Keys) == 0 {
			continue
		}
		if lines[head] == nil {
			heads = append(heads, head)
		}
		lines[head] = append(lines[head], keyLine{strings.Join(keyNames(c.Keys), "  or  "), strings.TrimSuffix(c.Title, "…")})
	}
	return heads, lines
}

// showHelp shows all keys.
func (w *Window) showHelp() {
	heads, lines := helpPage(w.commands)
	var columns [2]*fyne.Container
	for i := range columns {
		columns[i] = container.New(layout.NewCustomPaddedVBoxLayout(4))
	}
	used := [2]int{}
	add := func(head string, list []keyLine) {
		i := 0
		if used[1] < used[0] {
			i = 1
		}
		used[i] += len(list) + 2
		columns[i].Add(padded(8, 2, 0, 0, heading(head)))
		for _, l := range list {
			columns[i].Add(newKeyLine(l))
		}
	}
	var inText []keyLine
	for _, k := range textKeys {
		inText = append(inText, keyLine{k[0], k[1]})
	}
	for _, head := range heads {
		add(head, lines[head])
	}
	add("In the text", inText)
	body := container.NewVScroll(padded(0, 0, 0, 14, container.New(layout.NewGridLayoutWithColumns(2), padded(0, 0, 0, 16, columns[0]), columns[1])))
	d := w.newDialog("Keys", body)
	d.button("Change keys…", func() {
		d.close()
		w.do("change-keys")
	})
	d.primary("Close", d.close)
	d.show(fyne.NewSize(960, 640))
}

func newKeyLine(l keyLine) fyne.CanvasObject {
	return container.New(&pairLayout{caption: 172}, newLine(l.Keys, theme.SizeNameCaptionText, colourQuiet), newLine(l.Title, theme.SizeNameText, theme.ColorNameForeground))
}

// showAbout says which program this is.
func (w *Window) showAbout() {
	version := w.options.Version
	if version == "" {
		version = "development version"
	}
	w.tell("Glossator", words(fmt.Sprintf("%s\n\nLabels news reports by hand. Everything stays on this computer, in one project file.", version)), fyne.NewSize(420, 0))
}
