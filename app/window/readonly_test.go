package window

import (
	"bytes"
	"strings"
	"testing"
)

// damaged has the last edit of a name changed in the project's file, which then is for reading alone.
func (d *driver) damaged(edit string) *driver {
	d.Helper()
	return d.rewritten(func(data []byte) {
		at := bytes.LastIndex(data, []byte(edit))
		if at < 0 {
			d.Fatalf("the file does not hold %q", edit)
		}
		data[at]++
	})
}

func TestAProjectThatCanOnlyBeReadSaysSo(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2").damaged("Label as Place")
	for d.dialog != nil { // that it is damaged, and that the last article is
		d.expectSaid("damaged").press("Return")
	}
	d.open("Bridge closed")
	if b := d.page.header.badge; !b.Visible() || b.word.text != "Read-only" || !strings.Contains(b.why, "can only be read") {
		t.Errorf("the badge says %q, for %q", b.word.text, b.why)
	}
	d.drag("Orvane").press("1").expectSaid("can only be read").expectDialog("")
	d.say("")
	d.tap("actor").expectSaid("can only be read")
	if b := d.panel.labels.buttons[0]; !b.off {
		t.Error("the label's button looks as if it did something")
	}
	d.say("")
	d.press("Ctrl+Return").expectSaid("can only be read")
	d.press("Escape")
	if !d.panel.card.note.Disabled() {
		t.Error("a note can be typed")
	}
}
