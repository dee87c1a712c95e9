package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/assets"
)

func defaultCommands(t *testing.T) []command {
	t.Helper()
	scheme, err := annotate.ParseScheme(assets.SchemeJSON)
	if err != nil {
		t.Fatal(err)
	}
	return commandsFor(scheme)
}

func TestNoTwoCommandsShareAKey(t *testing.T) {
	taken := map[keyUse]string{}
	for _, k := range viewKeys {
		taken[keyUse{k, false}], taken[keyUse{k, true}] = "what the text does itself", "what the text does itself"
	}
	ids := map[string]bool{}
	for _, c := range defaultCommands(t) {
		if ids[c.ID] {
			t.Errorf("two commands are called %q", c.ID)
		}
		ids[c.ID] = true
		for _, k := range c.Keys {
			if other, twice := taken[keyUse{k, c.Answer}]; twice {
				t.Errorf("%v does both %s and %s", k, other, c.ID)
			}
			taken[keyUse{k, c.Answer}] = c.ID
		}
	}
}

func TestEachCommandHasAKeyUnlessItIsSeldomDone(t *testing.T) {
	for _, c := range defaultCommands(t) {
		if c.Seldom == (len(c.Keys) > 0) {
			t.Errorf("%s has the keys %v, and that it is seldom done is %t", c.ID, c.Keys, c.Seldom)
		}
	}
}

func TestEachCommandIsInAMenuWithItsKey(t *testing.T) {
	d := drive(t)
	shown := map[string]string{}
	collect(d.win.MainMenu().Items, shown)
	for _, c := range d.commands {
		title := d.menuItem(c, d.titleWidth(func(o command) bool { return o.Menu == c.Menu })).Label
		name, there := shown[title]
		if !there {
			t.Errorf("%s is in no menu", c.ID)
		}
		if len(c.Keys) > 0 && name != c.Keys[0].shortcut().ShortcutName() {
			t.Errorf("the menu hears %q for %s", name, c.ID)
		}
		if len(c.Keys) > 0 && !strings.Contains(title, " "+c.Keys[0].String()) {
			t.Errorf("the menu does not show %v: %q", c.Keys[0], title)
		}
	}
}

func collect(menus []*fyne.Menu, into map[string]string) {
	for _, menu := range menus {
		for _, item := range menu.Items {
			into[item.Label] = ""
			if item.Shortcut != nil {
				into[item.Label] = item.Shortcut.ShortcutName()
			}
			if item.ChildMenu != nil {
				collect([]*fyne.Menu{item.ChildMenu}, into)
			}
		}
	}
}

func TestEachKeyIsOnTheHelpPage(t *testing.T) {
	table := defaultCommands(t)
	_, lines := helpPage(table)
	for _, c := range table {
		menu, sub, _ := strings.Cut(c.Menu, "/")
		if c.Answer {
			menu = sub
		}
		for _, k := range c.Keys {
			found := false
			for _, l := range lines[menu] {
				found = found || strings.Contains(l.Keys, k.String()) && l.Title == strings.TrimSuffix(c.Title, "…")
			}
			if !found {
				t.Errorf("the help page does not say that %v does %q", k, c.Title)
			}
		}
	}
	drive(t).press("F1").expectDialog("Keys").press("Escape").expectDialog("")
}

func TestKeysOfTheTextHaveNoModifiersThatMenusTake(t *testing.T) {
	for _, c := range defaultCommands(t) {
		for _, k := range c.Keys {
			held := k.Mod&^fyne.KeyModifierShift != 0 || strings.HasPrefix(string(k.Name), "F")
			if c.Text && held {
				t.Errorf("%v of %s would act everywhere", k, c.ID)
			}
			if !c.Text && !held && len(k.Name) == 1 {
				t.Errorf("%v of %s would take a letter from every field", k, c.ID)
			}
		}
	}
}

func TestCommandsAreStillWhileADialogIsOpen(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2").press("F1")
	d.press("Ctrl+Z", "Ctrl+Return", "Ctrl+Next")
	d.expectDialog("Keys").press("Escape").expectArticle("Mill fire").expectSpans("place: Vessmark")
}
