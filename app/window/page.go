package window

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/app/textview"
)

// A page is the article: its title, what is known about it, how far the author is with it, its text.
type page struct {
	w      *Window
	object fyne.CanvasObject
	title  *line
	meta   *line
	status *widget.Button
	header fyne.CanvasObject
	empty  *emptyState
}

func newPage(w *Window) *page {
	p := &page{w: w, title: newLine("", sizeTitle, theme.ColorNameForeground), meta: newLine("", theme.SizeNameCaptionText, colourQuiet)}
	p.title.style.Bold = true
	p.status = widget.NewButtonWithIcon("", statusIcon(annotate.New), p.chooseStatus)
	p.status.Importance = widget.LowImportance
	turns := container.NewHBox(p.status, w.quietButton(iconPrevious, "previous-article"), w.quietButton(iconNext, "next-article"))
	p.header = padded(14, 10, 28, 16, between(newBackdrop(""), container.NewVBox(p.title, p.meta), turns, 16))
	p.empty = newEmptyState()
	w.view = w.newView()
	reading := container.NewBorder(container.NewVBox(p.header, hairline()), nil, nil, nil, w.view)
	p.object = container.NewStack(newBackdrop(colourPage), reading, p.empty.object)
	p.header.Hide()
	w.view.Hide()
	return p
}

// quietButton is a small button of a command.
func (w *Window) quietButton(icon fyne.Resource, command string) *widget.Button {
	b := widget.NewButtonWithIcon("", icon, func() {
		w.do(command)
		w.focusText()
	})
	b.Importance = widget.LowImportance
	return b
}

// newView makes the widget of the article's text and hears what the user does in it.
func (w *Window) newView() *textview.View {
	v := textview.New()
	v.Snap = func(r textview.Range) textview.Range {
		return textview.Range(annotate.Snap(v.Text(), annotate.Range(r)))
	}
	v.OnSelect = func(r textview.Range) { w.selected(annotate.Range(r)) }
	v.OnMark = w.pointed
	v.OnHover = func(id string) { w.hint(w.nameOf(id)) }
	v.OnMenu = w.showMenuAt
	v.OnKey = w.textKey
	v.OnShortcut = func(s fyne.Shortcut) { w.shortcut(s) }
	v.SetTypography(textview.Typography{Size: w.prefs.size(keySize, 0), Serif: w.prefs.Bool(keySerif)})
	return v
}

// show shows an article, or why there is none.
func (p *page) show() {
	open := p.w.session != nil
	for _, o := range []fyne.CanvasObject{p.header, p.w.view} {
		if open {
			o.Show()
		} else {
			o.Hide()
		}
	}
	if !open {
		p.empty.show(p.w)
		return
	}
	p.empty.object.Hide()
	article := p.w.session.State().Article
	p.title.set(titleOfArticle(article))
	p.meta.set(about(article))
	p.showStatus()
}

func (p *page) showStatus() {
	status := p.w.session.State().Layer.Status()
	p.status.SetText(titleOf(status))
	p.status.SetIcon(statusIcon(status))
}

// chooseStatus offers the statuses below their button.
func (p *page) chooseStatus() {
	menu := fyne.NewMenu("")
	for _, status := range annotate.Statuses {
		item := fyne.NewMenuItemWithIcon(titleOf(status), statusIcon(status), func() {
			p.w.do("status:" + string(status))
			p.w.focusText()
		})
		menu.Items = append(menu.Items, item)
	}
	widget.ShowPopUpMenuAtRelativePosition(menu, p.w.win.Canvas(), fyne.NewPos(0, p.status.Size().Height), p.status)
}

func titleOfArticle(a annotate.Article) string {
	if strings.TrimSpace(a.Title) == "" {
		return "Untitled"
	}
	return a.Title
}

// about is the line below the title: what is known about an article, and how long it is.
func about(a annotate.Article) string {
	var parts []string
	first := []string{"source", "author", "place", "date", "language"}
	for _, name := range first {
		if a.Meta[name] != "" {
			parts = append(parts, a.Meta[name])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(a.Meta)) {
		if !slices.Contains(first, name) && len(a.Meta[name]) < 60 && a.Meta[name] != "" {
			parts = append(parts, name+" "+a.Meta[name])
		}
	}
	return strings.Join(append(parts, fmt.Sprintf("%s words", grouped(len(strings.Fields(a.Text))))), "  ·  ")
}
