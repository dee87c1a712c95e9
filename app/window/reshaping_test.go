package window

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestEdgesAreDragged(t *testing.T) {
	d := drive(t).open("Mill fire").drag("fire brigade").press("1").click("Monday").press("Tab")
	from, to := d.at(d.find("fire brigade").Start), d.at(d.find("the fire").Start)
	d.view.MouseDown(d.mouse(from.AddXY(-1, 0)))
	d.view.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	d.view.MouseUp(d.mouse(to))
	d.expectSpans("actor: the fire brigade").expectSaid("the fire brigade")
	d.press("Ctrl+Z").expectSpans("actor: fire brigade")
}

func TestEdgesAreNudged(t *testing.T) {
	d := drive(t).open("Mill fire").drag("brigade").press("1")
	for _, step := range [][2]string{
		{".", "brigade said"}, {",", "brigade"}, {"Shift+,", "fire brigade"}, {"Shift+.", "brigade"},
		{"Alt+.", "brigade "}, {"Alt+,", "brigade"}, {"Alt+Shift+.", "rigade"}, {"Alt+Shift+,", "brigade"},
	} {
		d.press(step[0]).expectSpans("actor: " + step[1])
	}
	d.press(",").expectSpans("actor: brigade").expectSaid("at least one character")
	d.press("Ctrl+Z").expectSpans("actor: rigade").press("Ctrl+Z").expectSpans("actor: brigade")
	d.press("Escape", ".").expectSaid("No span is selected")
}

func TestASpanGetsAnotherLabelToo(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2", "Shift+1")
	d.expectSpans("actor: Vessmark", "place: Vessmark").expectSaid("Actor:")
	d.press("Shift+A").expectSaid("has this label already").press("Shift+P").expectSaid("have that label already")
	d.press("Ctrl+Z").expectSpans("place: Vessmark")
}

func TestASpanIsSplitAndJoined(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Two people were killed").press("3")
	d.click("were killed").press("Ctrl+Shift+J").expectSpans("casualty: Two people", "casualty: were killed")
	d.press("Ctrl+J").expectSpans("casualty: Two people were killed")
	d.press("Ctrl+Z", "Ctrl+Z").expectSpans("casualty: Two people were killed")
	d.press("Ctrl+Home", "Ctrl+Shift+J").expectSaid("caret inside a span")
	d.press("Tab", "Ctrl+J").expectSaid("No other span")
}

// What stands between two spans that are joined becomes part of the one: the author is told.
func TestJoiningTellsWhatItTakesIn(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Two people").press("3").drag("in Vessmark").press("3").press("Ctrl+J")
	d.expectSpans("casualty: Two people were killed in Vessmark").expectSaid("Joined, with what stood between: “were killed”. Ctrl+Z parts")
	d.press("Ctrl+Z").expectSpans("casualty: Two people", "casualty: in Vessmark")
	d.press("Ctrl+Z").drag("were killed").press("3", "Ctrl+J").expectSaid("Casualty: “Two people were killed”")
}

func TestSelectedTextIsTakenOut(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Two people were killed").press("3").drag("people were").press("Ctrl+G")
	span, _ := d.session.Selected()
	if got := d.quote(span, 99); got != "Two … killed" {
		t.Errorf("the span is %q", got)
	}
	d.press("Ctrl+Shift+G").expectSpans("casualty: Two people were killed").press("Ctrl+Shift+G").expectSaid("no gaps")
	d.drag("Monday").press("Ctrl+G").expectSaid("Select some text of a span")
}

func TestTheSelectionGrowsAndShrinks(t *testing.T) {
	d := drive(t).open("Bridge closed").click("hurt").press("Alt+Shift+Up", "Alt+Shift+Up")
	d.expectSaid("3 words selected").press("Alt+Shift+Down", "Alt+Shift+Down", "Alt+Shift+Down").expectSaid("nothing to take back")
	d.press("Alt+Shift+Up", "Alt+Shift+Up", "4").expectSpans("claim: Nobody was hurt,")
}
