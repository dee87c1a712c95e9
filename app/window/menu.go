package window

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// menuPause is how long after an edit the menus are built anew: nobody has read them sooner.
const menuPause = 250 * time.Millisecond

// refreshMenuSoon shows the menus as they are now when a pause comes, and not between a key and what it
// brings about. What can be done is known at once, for shortcuts go by the menus.
func (w *Window) refreshMenuSoon() {
	for _, c := range w.commands {
		if item := w.menuItems[c.ID]; item != nil {
			item.Disabled = c.reason(w) != ""
		}
	}
	w.refreshMenuLater()
}

func (w *Window) refreshMenuLater() {
	w.menuAsked++
	asked := w.menuAsked
	w.later(menuPause, func() {
		if asked == w.menuAsked {
			w.refreshMenu()
		}
	})
}

// inMenus reports whether a menu of the bar is open. Its title has the keyboard then, and no other
// object of Fyne's has a menu below it.
func (w *Window) inMenus() bool {
	_, title := w.win.Canvas().Focused().(interface{ Child() *widget.Menu })
	return title
}

// refreshMenu shows the menus as they are now, or soon after the one that is open has been left. It does
// nothing when nothing of them has changed, since building a menu bar is dear.
func (w *Window) refreshMenu() {
	if w.inMenus() {
		w.refreshMenuLater()
		return
	}
	w.menuAsked++
	said := w.menuState()
	if said == w.menuSaid {
		return
	}
	w.menuSaid = said
	w.win.SetMainMenu(w.menu())
}

// menuState is all that the menus show, as one text.
func (w *Window) menuState() string {
	var b strings.Builder
	for _, c := range w.commands {
		fmt.Fprintf(&b, "%s|%s|%t|%t\n", c.ID, c.title(w), c.reason(w) != "", c.On != nil && c.On(w))
	}
	for _, path := range w.prefs.recent() {
		b.WriteString(path)
	}
	return b.String()
}

// menu is the main menu. Every global shortcut is one of its items, because Fyne tries those before
// whatever has the focus.
func (w *Window) menu() *fyne.MainMenu {
	var menus []*fyne.Menu
	inner, widths := map[string]*fyne.Menu{}, w.titleWidths()
	w.menuItems = map[string]*fyne.MenuItem{}
	for _, c := range w.commands {
		top, sub, nested := strings.Cut(c.Menu, "/")
		if inner[top] == nil {
			inner[top] = fyne.NewMenu(top)
			menus = append(menus, inner[top])
		}
		into := inner[top]
		if nested {
			if inner[c.Menu] == nil {
				inner[c.Menu] = fyne.NewMenu(sub)
				item := fyne.NewMenuItem(sub, nil)
				item.ChildMenu = inner[c.Menu]
				into.Items = append(into.Items, item)
			}
			into = inner[c.Menu]
		}
		if c.Group {
			into.Items = append(into.Items, fyne.NewMenuItemSeparator())
		}
		w.menuItems[c.ID] = w.menuItem(c, widths[c.Menu])
		into.Items = append(into.Items, w.menuItems[c.ID])
	}
	return fyne.NewMainMenu(menus...)
}

// menuItem is a command in a menu whose titles are at most so wide.
func (w *Window) menuItem(c command, width float32) *fyne.MenuItem {
	item := fyne.NewMenuItem(c.title(w), func() { w.run(c) })
	item.Disabled = c.reason(w) != ""
	item.Checked = c.On != nil && c.On(w)
	item.IsQuit = c.ID == "quit"
	if len(c.Keys) > 0 {
		item.Shortcut = menuShortcut(c.Keys[0])
		item.Label = aligned(item.Label, width) + strings.Join(keyNames(c.Keys), " or ")
	}
	if c.ID == "recent" {
		item.ChildMenu = w.recentMenu()
	}
	return item
}

// A menuShortcut is a key that a menu item hears but does not show: Fyne writes keys in the colour
// of shadows, which can hardly be read, so that items have them in their label.
type menuShortcut key

// ShortcutName is Fyne's.
func (s menuShortcut) ShortcutName() string { return key(s).shortcut().ShortcutName() }

// openMenus gives the keyboard to the menu bar, as Alt does.
func (w *Window) openMenus() {
	w.refreshMenu()
	if bar, has := w.win.Canvas().(interface{ ToggleMenu() }); has {
		bar.ToggleMenu()
	}
}

// titleWidths are the widths of the widest titles by menu.
func (w *Window) titleWidths() map[string]float32 {
	widths := map[string]float32{}
	for _, c := range w.commands {
		if len(c.Keys) > 0 {
			widths[c.Menu] = max(widths[c.Menu], textWidth(c.title(w)))
		}
	}
	return widths
}

// measureTitles measures the titles of the commands, so that they are known when the menus are made.
// For that Fyne reads its font first, which takes longest of all that the window does when it is made.
func (w *Window) measureTitles() (widest float32, err error) {
	widest = textWidth(" ")
	for _, c := range w.commands {
		widest = max(widest, textWidth(c.Title))
	}
	return widest, nil
}

// titleWidth is the width of the widest title of some commands.
func (w *Window) titleWidth(of func(command) bool) float32 {
	widest := float32(0)
	for _, c := range w.commands {
		if of(c) && len(c.Keys) > 0 {
			widest = max(widest, textWidth(c.title(w)))
		}
	}
	return widest
}

// aligned fills a title with spaces up to a width, and a gap behind it.
func aligned(title string, width float32) string {
	spaces := (width + 24 - textWidth(title)) / textWidth(" ")
	return title + strings.Repeat(" ", max(1, int(spaces+0.5)))
}

func textWidth(text string) float32 {
	return fyne.MeasureText(text, size(theme.SizeNameText), fyne.TextStyle{}).Width
}

// recentMenu are the projects opened last.
func (w *Window) recentMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, path := range w.prefs.recent() {
		menu.Items = append(menu.Items, fyne.NewMenuItem(shortPath(path), func() { w.open(path) }))
	}
	return menu
}
