package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestReadingAidsStay(t *testing.T) {
	d := drive(t).open("Bridge closed").drag("Police").press("1").click("hurt")
	d.press("Ctrl+.", "Ctrl+.").expectSaid("120 %").press("Ctrl++").expectSaid("Text size 109 %")
	d.press("Ctrl+Shift+U", "Ctrl+Shift+Q").capture("reading").setTheme("contrast")
	if got := d.capturePlain("contrast").look.dark(); !got {
		t.Error("high contrast is not dark")
	}
	was := d.view.Typography()
	d = d.again()
	if got := d.view.Typography(); got != was || !got.Numbers || !d.view.ShowQuotation {
		t.Errorf("the text is set %+v after a restart, was %+v", got, was)
	}
	d.press("Ctrl+,", "Ctrl+,", "Ctrl+,").expectSaid("90 %").do("usual-width")
	d.expectSaid("100 %").press("Ctrl+0").expectSaid("Text size 100 %")
	d.view.OnZoom(2)
	d.expectSaid("Text size 118 %")
}

func TestTheTitleStandsAboveTheText(t *testing.T) {
	d := drive(t).open("Bridge closed")
	above := func(when string) {
		t.Helper()
		on := fyne.CurrentApp().Driver().AbsolutePositionForObject
		text, _, _ := d.view.Place(0)
		if title, words := on(d.page.header.title).X, on(d.view).X+text.X; title-words > 0.5 || words-title > 0.5 {
			t.Errorf("%s the title begins at %v, the text at %v", when, title, words)
		}
	}
	above("at first")
	d.do("numbers")
	above("with numbers")
	d.press("Ctrl++", "Ctrl++")
	above("with larger numbers")
	d.do("usual-width")
	d.do("wider")
	above("with long lines")
}

func TestHoveringTellsWhatALabelIsFor(t *testing.T) {
	d := drive(t).open("Bridge closed").drag("Police").press("1", "Escape")
	at := d.at(d.find("Police").Start).AddXY(4, 0)
	d.view.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	d.expectSaid("Actor: “Police”").expectSaid("·")
}

func TestTheStatusLineNamesWhatTheWheelBroughtWhenItRests(t *testing.T) {
	d := drive(t)
	d.importText("long.txt", "Long\n\n"+strings.Repeat("Police closed the bridge.\n", 200))
	d.open("Long")
	d.caretTo("Police").extend(1).press("1")
	at := d.at(d.find("Police").Start + 2)
	d.view.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	wheel := func(by float32) {
		d.view.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.Delta{DY: by}})
	}
	named := d.status.said.text
	if !strings.Contains(named, "Actor: “Police”") {
		t.Fatalf("the pointer is on the span, and the status line says %q", named)
	}
	wheel(-60)
	wheel(-60)
	if d.status.said.text != named {
		t.Errorf("the wheel turns, and the status line says %q", d.status.said.text)
	}
	d.pass()
	if d.status.said.text == named {
		t.Error("the wheel rests, and the status line names what is not there any more")
	}
}
