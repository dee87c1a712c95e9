package window

import "testing"

func TestThePaletteDoesCommands(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("Ctrl+K").expectDialog("Commands")
	d.capture("palette").write("also pl").capture("palette-found")
	d.press("Escape").expectDialog("").press("Ctrl+K").write("flag").press("Return").expectDialog("").expectSaid("Flagged")
	d.press("Ctrl+K").write("remove").press("Return").expectSaid("No span is selected")
	d.press("Ctrl+K").write("status").press("Escape").press("Ctrl+K").write("sp").press("Down", "Down", "Up", "Up", "Return")
	for d.dialog != nil {
		d.dialog.escape()
	}
	d.press("Ctrl+K").write("qqq").press("Return").expectDialog("Commands")
}

func TestPicturesOfTheBarsBelowTheText(t *testing.T) {
	d := drive(t).open("Mill fire").drag("brigade").press("1").press("Ctrl+F").write("fire").capture("find")
	d.press("Escape").drag("fire brigade").press("Escape").drag("fire").press("4", "Ctrl+T").capture("tagging")
	d.press("Escape", "Ctrl+Home", "Tab").capture("chosen")
}
