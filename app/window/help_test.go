package window

import (
	"testing"

	"fyne.io/fyne/v2/container"
)

func TestHelpScrollsWithKeys(t *testing.T) {
	d := drive(t).open("Mill fire").press("F1").expectDialog("Keys")
	scroll := d.dialog.body.(*container.Scroll)
	at := []float32{scroll.Offset.Y}
	for _, key := range []string{"Down", "Next", "End"} {
		d.press(key)
		if last := at[len(at)-1]; scroll.Offset.Y <= last {
			t.Errorf("%s goes from %v to %v", key, last, scroll.Offset.Y)
		}
		at = append(at, scroll.Offset.Y)
	}
	for _, key := range []string{"Up", "Prior", "Home"} {
		last := scroll.Offset.Y
		if d.press(key); scroll.Offset.Y >= last {
			t.Errorf("%s goes from %v to %v", key, last, scroll.Offset.Y)
		}
	}
	d.press("Return").expectDialog("")
}
