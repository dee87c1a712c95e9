package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A palette is the dialog that lists all commands, to be found by their words.
type palette struct {
	w      *Window
	dialog *dialog
	entry  *entry
	list   *widget.List
	none   *line
	found  []command
	at     int
}

// showPalette lists all commands.
func (w *Window) showPalette() {
	p := &palette{w: w, entry: newEntry(w), none: newLine("No command has these words", theme.SizeNameText, colourQuiet)}
	p.none.align = fyne.TextAlignCenter
	p.entry.SetPlaceHolder("Type what you want to do")
	p.entry.Icon = theme.SearchIcon()
	p.entry.OnChanged = func(string) { p.search() }
	p.entry.onEnter = func(bool) { p.take(p.at) }
	p.entry.onArrow = p.step
	p.list = widget.NewList(func() int { return len(p.found) }, func() fyne.CanvasObject { return newCommandRow(w) }, p.showRow)
	p.list.HideSeparators = true
	p.list.OnSelected = p.take
	p.search()
	body := container.NewBorder(padded(0, 8, 0, 0, p.entry), nil, nil, nil, container.NewStack(p.list, centred(p.none)))
	p.dialog = w.newDialog("Commands", body)
	p.dialog.first = p.entry
	p.entry.onEscape = p.dialog.close
	p.dialog.button("Cancel", p.dialog.close)
	p.dialog.show(fyne.NewSize(620, 520))
}

func (p *palette) showRow(i widget.ListItemID, o fyne.CanvasObject) {
	if i < len(p.found) {
		o.(*commandRow).show(p.found[i], i == p.at)
	}
}

// search lists the commands that have all words; those that can be done now come first, and among
// them those that begin with what was typed.
func (p *palette) search() {
	var begin, can, cannot []command
	typed := strings.ToLower(p.entry.Text)
	for _, c := range p.w.commands {
		switch {
		case c.ID == "palette" || !hasWords(c.title(p.w)+" "+c.Menu, p.entry.Text):
		case c.reason(p.w) == "" && typed != "" && strings.HasPrefix(strings.ToLower(c.title(p.w)), typed):
			begin = append(begin, c)
		case c.reason(p.w) == "":
			can = append(can, c)
		default:
			cannot = append(cannot, c)
		}
	}
	p.found, p.at = slices.Concat(begin, can, cannot), 0
	p.none.Hidden = len(p.found) > 0
	p.none.Refresh()
	p.list.Refresh()
	p.list.ScrollToTop()
}

// hasWords reports whether each word begins one of a text's, in any case.
func hasWords(text, words string) bool {
	text = " " + strings.NewReplacer("/", " ", "“", " ").Replace(strings.ToLower(text))
	for _, word := range strings.Fields(strings.ToLower(words)) {
		if !strings.Contains(text, " "+word) {
			return false
		}
	}
	return true
}

// step goes up or down the list.
func (p *palette) step(by int) {
	if n := len(p.found); n > 0 {
		p.at = min(n-1, max(0, p.at+by))
		p.list.Refresh()
		p.list.ScrollTo(p.at)
	}
}

// take does a command, or says why it cannot be done.
func (p *palette) take(i int) {
	if i >= len(p.found) {
		return
	}
	p.dialog.close()
	p.w.run(p.found[i])
}

// A commandRow is a command in a list: its title, why it cannot be done, its keys.
type commandRow struct {
	listRow
	w     *Window
	back  *backdrop
	title *line
	why   *line
	keys  *line
}

func newCommandRow(w *Window) *commandRow {
	r := &commandRow{w: w, back: newBackdrop("")}
	r.back.radius = 6
	r.title = wholeLine("", theme.SizeNameText, theme.ColorNameForeground)
	r.why = newLine("", theme.SizeNameCaptionText, colourFaint)
	r.keys = wholeLine("", theme.SizeNameCaptionText, colourQuiet)
	r.ExtendBaseWidget(r)
	return r
}

// show shows a command; chosen is the one that Enter takes.
func (r *commandRow) show(c command, chosen bool) {
	r.back.fill = ""
	if chosen {
		r.back.fill = colourRow
	}
	r.title.text, r.why.text = c.title(r.w), strings.ReplaceAll(c.Menu, "/", " ▸ ")
	r.title.colour = theme.ColorNameForeground
	if why := c.reason(r.w); why != "" {
		r.title.colour, r.why.text = theme.ColorNameDisabled, why
	}
	r.keys.text = strings.Join(keyNames(c.Keys), " or ")
	r.Refresh()
}

// CreateRenderer is Fyne's.
func (r *commandRow) CreateRenderer() fyne.WidgetRenderer {
	row := padded(6, 6, 10, 10, between(r.title, r.why, r.keys, 12))
	return widget.NewSimpleRenderer(container.New(layout.NewStackLayout(), r.back, row))
}
