package window

import (
	"slices"
	"testing"
)

func (d *driver) command(id string) (command, int) {
	d.Helper()
	i := slices.IndexFunc(d.commands, func(c command) bool { return c.ID == id })
	if i < 0 {
		d.Fatalf("there is no command %q", id)
	}
	return d.commands[i], i
}

// change gives a command a key on the page for that.
func (d *driver) change(page *keyList, id, name string) *driver {
	d.Helper()
	_, i := d.command(id)
	page.Select(i)
	return d.press(name)
}

func TestKeysAreChanged(t *testing.T) {
	d := drive(t).open("Mill fire").press("F1").capture("help").button("Change keys…").expectDialog("Change keys")
	page := d.dialog.first.(*keyList)
	d.change(page, "tag-all", "Ctrl+J")
	if why := page.page.said.text; why != "Ctrl+J is “Join with the next of its label” already" {
		t.Errorf("the refusal is %q", why)
	}
	d.capture("keys").press("Shift+Left").press("Ctrl+Shift+A").change(page, "expand", "W").change(page, "redo", "BackSpace")
	d.press("Escape").expectDialog("").drag("fire brigade").press("Escape").drag("fire").press("1", "Ctrl+Shift+A")
	if len(d.tagging.open) != 1 {
		t.Error("the new key does not begin tagging all")
	}
	d = d.press("Escape").again().open("Mill fire").press("W")
	if c, _ := d.command("redo"); len(c.Keys) != 0 {
		t.Errorf("redo has the keys %v", c.Keys)
	}
	d.expectSaid("selected").press("Ctrl+T").expectSaid("selected")
}

func TestPresetsShareNoKeys(t *testing.T) {
	for _, p := range presets {
		taken := map[keyUse]string{}
		for id, list := range p.Changes {
			for _, k := range list {
				if slices.Contains(viewKeys, k) {
					t.Errorf("%s: %v of %s is a key of the text itself", p.Title, k, id)
				}
			}
		}
		for _, c := range rekeyed(defaultCommands(t), p.Changes) {
			for _, k := range c.Keys {
				if other, twice := taken[keyUse{k, c.Answer}]; twice {
					t.Errorf("%s: %v does both %s and %s", p.Title, k, other, c.ID)
				}
				taken[keyUse{k, c.Answer}] = c.ID
			}
		}
		for id := range p.Changes {
			if !slices.ContainsFunc(defaultCommands(t), func(c command) bool { return c.ID == id }) {
				t.Errorf("%s: there is no command %q", p.Title, id)
			}
		}
	}
}

func TestAPresetIsUsed(t *testing.T) {
	d := drive(t).open("Mill fire").press("Ctrl+K").write("change keys").press("Return").expectDialog("Change keys")
	d.dialog.first.(*keyList).page.preset.SetSelected("Prodigy")
	d.press("Escape").drag("Vessmark").press("2").press("BackSpace").expectSpans().press("A").expectArticle("Bridge closed")
}

// Presets once gave away keys with which text is selected. Who has them in the preferences gets them back.
func TestKeysOfTheTextStayTheTexts(t *testing.T) {
	d := drive(t).open("Mill fire")
	d.useKeys(keyChanges{"next-article": keys("Shift+Next"), "done-next": keys("Ctrl+End", "F9"), "undo": {}})
	for id, want := range map[string][]key{"next-article": keys("Ctrl+Next", "Alt+Down"), "done-next": keys("F9"), "undo": {}} {
		if c, _ := d.command(id); !slices.Equal(c.Keys, want) {
			t.Errorf("%s has the keys %v, want %v", id, c.Keys, want)
		}
	}
	d.caretTo("Two").press("Shift+Next").expectArticle("Mill fire").expectSaid("selected")
}

// Keys that only mean something in the text, or are answers while tagging all, would leave no way to
// undo elsewhere.
func TestEachPresetCanUndoEverywhere(t *testing.T) {
	for _, p := range presets {
		for _, c := range rekeyed(defaultCommands(t), p.Changes) {
			if c.ID == "undo" && !slices.ContainsFunc(c.Keys, key.everywhere) {
				t.Errorf("%s: undo has only the keys %v", p.Title, c.Keys)
			}
		}
	}
}
