package window

import (
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/glossator/glossator/annotate"
)

// What the status line says of something goes when the user goes on.
func TestTheStatusLineDoesNotGoStale(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	d.become("Ida Moor")
	d.drag("Vessmark").press("1", "Ctrl+Home", "F8").expectSaid("you: Actor").press("Right")
	if said := d.status.said.text; said != "" {
		t.Errorf("behind a disagreement the status line says %q still", said)
	}
	d.drag("Monday").press("2").expectSaid("Place: “Monday”").press("Escape", "Home")
	if said := d.status.said.text; said != "" {
		t.Errorf("behind a span the status line says %q still", said)
	}
	d.press("4").expectSaid("Painting Claim").drag("the fire").expectSaid("Claim: “the fire”")
	d.press("Home").expectSaid("Painting Claim").press("Escape").expectSaid("Painting has stopped").press("End")
	if said := d.status.said.text; said != "" {
		t.Errorf("when painting has stopped the status line says %q", said)
	}
}

// What was typed into the card is saved without a word from the user: the status line tells, and the
// click with which the field is left does not wipe that away.
func TestTheStatusLineTellsWhatWasSaved(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2", "Return").write("A town").pass()
	d.expectSaid("The note is saved").write(" on the river").click("Monday").expectSaid("The note is saved")
	d.click("killed")
	if said := d.status.said.text; said != "" {
		t.Errorf("the status line says %q still", said)
	}
	d.drag("Two").press("3").fill("min", "2").expectSaid("At least is saved")
	for _, o := range test.LaidOutObjects(d.panel.card.body) {
		if list, ok := o.(*choice); ok {
			list.SetSelectedIndex(1)
			break
		}
	}
	d.expectSaid(" is saved")
}

func TestTheListIsFilteredByStatusWithTheKeyboard(t *testing.T) {
	d := drive(t).open("Mill fire").press("Ctrl+Shift+D")
	d.press("Ctrl+K").write("only done").press("Return").wait()
	if c, _ := d.command("listed:done"); d.list.matches != 1 || d.list.status != annotate.Done || !c.On(d.Window) {
		t.Errorf("%d articles are listed, of status %q", d.list.matches, d.list.status)
	}
	d.press("Ctrl+K").write("all articles list").press("Return").wait()
	if d.list.matches != 3 {
		t.Errorf("%d articles are listed", d.list.matches)
	}
}

func TestOptionsAreSwitchedWithTheKeyboard(t *testing.T) {
	d := drive(t).open("Bridge closed").press("Ctrl+K").write("same case").press("Return").expectSaid("Begin with")
	d.press("Ctrl+F").write("police").expectFound("1 of 1")
	d.press("Ctrl+K").write("same case").press("Return").expectFound("Nothing found")
	d.press("Escape").open("Mill fire").drag("fire").press("1", "Ctrl+T")
	before := len(d.tagging.open)
	d.press("Ctrl+K").write("any case").press("Return")
	if !d.tagging.anyCase.on || len(d.tagging.open) < before {
		t.Errorf("in any case there are %d, before %d", len(d.tagging.open), before)
	}
	d.press("Ctrl+K").write("parts of").press("Return").press("Ctrl+K").write("other endings").press("Return")
	if !d.tagging.within.on || !d.tagging.endings.on {
		t.Error("the options were not switched")
	}
}
