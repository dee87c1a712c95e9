package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// keyChanges are keys that the user gave to commands instead of those of the table, by the
// command's ID. No key at all is a change too.
type keyChanges map[string][]key

// A preset is a set of keys for people who know another program.
type preset struct {
	Title   string
	Changes keyChanges
}

// presets are those that there are. Where a key of a preset is a label's letter, the label keeps its number.
var presets = []preset{
	{"Glossator", keyChanges{}},
	{"Prodigy", keyChanges{"done-next": keys("A"), "status:flagged": keys("X"), "status:skipped": keys("Space"), "undo": keys("BackSpace", "Ctrl+Z"), "remove": keys("Delete"), "paint": keys("Ctrl+Space")}},
	{"Label Studio", keyChanges{"status:skipped": keys("Ctrl+Space"), "link": keys("Alt+R"), "remove": keys("BackSpace", "Delete"), "redo": keys("Ctrl+Shift+Z")}},
	{"doccano", keyChanges{"done-next": keys("Return"), "note": keys("F4"), "next-article": keys("Alt+Down"), "previous-article": keys("Alt+Up")}},
	{"INCEpTION", keyChanges{"next-article": keys("Ctrl+Shift+Next"), "previous-article": keys("Ctrl+Shift+Prior"), "done-next": keys("Ctrl+Alt+End", "Ctrl+Return")}},
}

// code is the key as preferences keep it; readKey reads it.
func (k key) code() string {
	var b strings.Builder
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierShortcutDefault, "Ctrl+"}, {fyne.KeyModifierAlt, "Alt+"}, {fyne.KeyModifierShift, "Shift+"}} {
		if k.Mod&m.mod != 0 {
			b.WriteString(m.name)
		}
	}
	return b.String() + string(k.Name)
}

// keyChanges are those that the user made.
func (p preferences) keyChanges() keyChanges {
	changes := keyChanges{}
	for _, line := range p.StringList(keyKeys) {
		id, codes, _ := strings.Cut(line, " = ")
		changes[id] = keys(strings.Fields(codes)...)
	}
	return changes
}

func (p preferences) setKeyChanges(changes keyChanges) {
	var lines []string
	for id, list := range changes {
		var codes []string
		for _, k := range list {
			codes = append(codes, k.code())
		}
		lines = append(lines, id+" = "+strings.Join(codes, " "))
	}
	slices.Sort(lines)
	p.SetStringList(keyKeys, lines)
}

// everywhere reports whether a key may act outside the text too: one that types nothing.
func (k key) everywhere() bool {
	return k.Mod&^fyne.KeyModifierShift != 0 || len(k.Name) > 1 && strings.HasPrefix(string(k.Name), "F")
}

// A keyUse is a key as it is used while occurrences are being answered, or otherwise: each key can
// mean something else then.
type keyUse struct {
	key    key
	answer bool
}

// free are the changes without the keys of the text itself. Where they were all that a command was
// given, it keeps its own.
func (c keyChanges) free() keyChanges {
	free := keyChanges{}
	for id, list := range c {
		left := slices.DeleteFunc(slices.Clone(list), func(k key) bool { return slices.Contains(viewKeys, k) })
		if len(left) > 0 || len(list) == 0 {
			free[id] = left
		}
	}
	return free
}

// rekeyed is a table with the user's keys. A key that the user gave to one command is no other's. Keys
// of the text itself, which presets once had, stay the text's.
func rekeyed(table []command, changes keyChanges) []command {
	changes = changes.free()
	given := map[keyUse]bool{}
	for _, c := range table {
		for _, k := range changes[c.ID] {
			given[keyUse{k, c.Answer}] = true
		}
	}
	for i, c := range table {
		list, changed := changes[c.ID]
		if !changed {
			table[i].Keys = slices.DeleteFunc(slices.Clone(c.Keys), func(k key) bool { return given[keyUse{k, c.Answer}] })
			continue
		}
		table[i].Keys = list
		table[i].Text = slices.ContainsFunc(list, func(k key) bool { return !k.everywhere() })
	}
	return table
}

// whyNot says why a command cannot have a key; "" when it can.
func (w *Window) whyNot(c command, k key) string {
	if slices.Contains(viewKeys, k) || k == (key{Name: fyne.KeyEscape}) {
		return k.String() + " is a key of the text itself"
	}
	for _, other := range w.commands {
		if other.ID != c.ID && other.Answer == c.Answer && slices.Contains(other.Keys, k) {
			return k.String() + " is “" + strings.TrimSuffix(other.Title, "…") + "” already"
		}
	}
	return ""
}

// setKey gives a command one key instead of those that it has; it says why when that cannot be.
func (w *Window) setKey(c command, k key) (why string) {
	if why := w.whyNot(c, k); why != "" {
		return why
	}
	changes := w.prefs.keyChanges()
	changes[c.ID] = []key{k}
	w.useKeys(changes)
	return ""
}

// useKeys goes on with changed keys.
func (w *Window) useKeys(changes keyChanges) {
	w.panel.save()
	w.prefs.setKeyChanges(changes)
	w.commands = rekeyed(commandsFor(w.scheme()), changes)
	w.watchKeys()
	w.menuSaid = ""
	w.refreshMenu()
	w.panel.rebuild()
}
