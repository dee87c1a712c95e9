package textview

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	shift = fyne.KeyModifierShift
	ctrl  = fyne.KeyModifierControl
	alt   = fyne.KeyModifierAlt
)

func TestArrowsMoveTheCaretByCharacters(t *testing.T) {
	text := "ae\u0301👍🏽\nb"
	d := newDesk(t, text)
	stops := []int{0}
	for range 6 {
		d.types(fyne.KeyRight, 0)
		_, c := d.Selection()
		stops = append(stops, c)
	}
	if want := []int{0, 1, 4, 12, 13, 14, 14}; !slices.Equal(stops, want) {
		t.Errorf("going right stops at %v, want %v", stops, want)
	}
	back := []int{14}
	for range 5 {
		d.types(fyne.KeyLeft, 0)
		_, c := d.Selection()
		back = append(back, c)
	}
	slices.Reverse(back)
	if want := []int{0, 1, 4, 12, 13, 14}; !slices.Equal(back, want) {
		t.Errorf("going left stops at %v, want %v", back, want)
	}
}

func TestControlArrowsMoveByWords(t *testing.T) {
	d := newDesk(t, report)
	d.types(fyne.KeyRight, ctrl)
	d.types(fyne.KeyRight, ctrl)
	d.wantCaret("two words", 9)
	d.types(fyne.KeyLeft, ctrl)
	d.wantCaret("a word back", 4)
	d.Select(28, 28)
	d.types(fyne.KeyRight, ctrl)
	d.wantCaret("over the line's end", 33)
}

func TestInArabicLeftIsForward(t *testing.T) {
	d := newDesk(t, "قال الرئيس")
	d.types(fyne.KeyLeft, 0)
	d.wantCaret("left", 2)
	d.types(fyne.KeyRight, 0)
	d.wantCaret("right", 0)
}

func TestLinesAreWalkedUpAndDown(t *testing.T) {
	d := newDesk(t, "one two three\nab\nlong enough line")
	d.Select(8, 8)
	d.types(fyne.KeyDown, 0)
	d.wantCaret("a short line", 16)
	d.types(fyne.KeyDown, 0)
	if _, c := d.Selection(); c < 23 || c > 26 {
		t.Errorf("the caret forgot where it wanted to be: %d", c)
	}
	d.types(fyne.KeyUp, 0)
	d.types(fyne.KeyUp, 0)
	d.wantCaret("back", 8)
	d.types(fyne.KeyUp, 0)
	d.wantCaret("above the first line", 0)
}

func TestHomeAndEndKeepToTheLine(t *testing.T) {
	d := newDesk(t, strings.Repeat("several words to be wrapped ", 10)+"\nlast")
	second := d.layout.lines[1]
	d.Select(second.start+3, second.start+3)
	d.types(fyne.KeyEnd, 0)
	d.wantCaret("End", second.end)
	if d.caretLine() != 1 {
		t.Errorf("the caret is shown on line %d", d.caretLine())
	}
	d.types(fyne.KeyHome, 0)
	d.wantCaret("Home", second.start)
	d.types(fyne.KeyEnd, ctrl)
	d.wantCaret("Ctrl+End", len(d.text))
	d.types(fyne.KeyHome, ctrl)
	d.wantCaret("Ctrl+Home", 0)
}

func TestShiftArrowsExtendByWordsWhereSnapIsSet(t *testing.T) {
	d := newDesk(t, report)
	d.Select(5, 5)
	d.types(fyne.KeyRight, shift)
	d.wantSelected("without Snap", "e")
	d.Snap = wordsAround(report)
	d.Select(5, 5)
	d.types(fyne.KeyRight, shift)
	d.wantSelected("with Snap", "ferry")
	d.types(fyne.KeyRight, shift)
	d.wantSelected("further", "ferry left")
	d.types(fyne.KeyLeft, shift)
	d.wantSelected("back", "ferry")
	d.types(fyne.KeyRight, shift|alt)
	d.wantSelected("with Alt", "ferry ")
	d.Select(20, 20)
	d.types(fyne.KeyLeft, shift)
	d.types(fyne.KeyLeft, shift)
	d.wantSelected("backward", "left Orrin")
	d.types(fyne.KeyRight, shift)
	d.wantSelected("backward and forward", "Orrin")
}

func TestAnArrowLeavesASelectionAtItsEnd(t *testing.T) {
	d := newDesk(t, report)
	d.Select(4, 9)
	d.types(fyne.KeyRight, 0)
	d.wantCaret("right", 9)
	d.Select(4, 9)
	d.types(fyne.KeyLeft, 0)
	d.wantCaret("left", 4)
}

func TestPagesScrollAndCarryTheCaret(t *testing.T) {
	d := newDesk(t, strings.Repeat("A line of text that says little.\n", 100))
	d.types(fyne.KeyPageDown, 0)
	if d.scrolled != d.page() {
		t.Errorf("scrolled %.1f, want %.1f", d.scrolled, d.page())
	}
	if _, _, visible := d.Place(d.caret); !visible {
		t.Error("the caret is out of sight")
	}
	d.types(fyne.KeyPageDown, shift)
	if d.selection().Empty() {
		t.Error("nothing is selected")
	}
	d.types(fyne.KeyPageUp, 0)
	d.types(fyne.KeyPageUp, 0)
	if d.scrolled != 0 {
		t.Errorf("scrolled %.1f", d.scrolled)
	}
}

func TestEveryKeyIsOfferedFirst(t *testing.T) {
	d := newDesk(t, report)
	var keys []string
	d.OnKey = func(k fyne.KeyName, m fyne.KeyModifier) bool {
		keys = append(keys, string(k)+strings.Repeat("+", int(m)))
		return k == fyne.KeyRight
	}
	var left []fyne.Shortcut
	d.OnShortcut = func(s fyne.Shortcut) { left = append(left, s) }
	d.types(fyne.KeyRight, 0)
	d.wantCaret("a key that is used up", 0)
	d.types(fyne.KeyTab, shift)
	d.types(fyne.Key1, 0)
	d.types(fyne.KeyG, ctrl)
	d.types(fyne.KeyDown, ctrl)
	if want := []string{"Right", "Tab+", "1", "G++", "Down++"}; !slices.Equal(keys, want) {
		t.Errorf("offered %q, want %q", keys, want)
	}
	if len(left) != 1 {
		t.Errorf("%d shortcuts are left, want one", len(left))
	}
	if !d.AcceptsTab() {
		t.Error("Tab would leave the view")
	}
}

func TestSelectAllAndCopy(t *testing.T) {
	d := newDesk(t, report)
	board := fyne.CurrentApp().Clipboard()
	board.SetContent("before")
	d.TypedShortcut(&fyne.ShortcutCopy{Clipboard: board})
	if got := board.Content(); got != "before" {
		t.Errorf("copying nothing gives %q", got)
	}
	d.TypedShortcut(&fyne.ShortcutSelectAll{})
	d.TypedShortcut(&fyne.ShortcutCopy{Clipboard: board})
	if got := board.Content(); got != report {
		t.Errorf("copied %q", got)
	}
}

func TestKeysHeldElsewhereAreForgotten(t *testing.T) {
	d := newDesk(t, report)
	d.FocusGained()
	d.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	d.FocusLost()
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	d.wantCaret("after the focus was lost", 1)
}

func TestKeyedSelectionsBeginWithAWord(t *testing.T) {
	text := "He fled.\n\nTwo men, all told, died."
	d := newDesk(t, text)
	d.Snap = wordsAround(text)
	d.Select(7, 7) // behind "fled"
	d.types(fyne.KeyRight, shift)
	d.wantSelected("over a full stop and a line's end", "Two")
	d.Select(17, 17) // behind "men"
	d.types(fyne.KeyRight, shift)
	d.wantSelected("over a comma", "all")
	d.Snap = func(r Range) Range { return r }
	d.Select(19, 19) // before "all"
	d.types(fyne.KeyLeft, shift)
	d.wantSelected("backward over a comma", "men")
}

func TestTheFirstWordStaysSelectedOverTheAnchor(t *testing.T) {
	text := "one two three\nfour five six\nseven eight nine"
	d := newDesk(t, text)
	d.Snap = wordsAround(text)
	d.Select(22, 22)
	d.types(fyne.KeyLeft, shift)
	d.wantSelected("a word back", "five")
	d.types(fyne.KeyUp, shift)
	d.wantSelected("a line up", "two three\nfour five")
	d.types(fyne.KeyDown, shift)
	d.types(fyne.KeyDown, shift)
	if got := d.selected(); !strings.HasPrefix(got, "five six\nseven") {
		t.Errorf("below the anchor %q is selected", got)
	}
	d.types(fyne.KeyUp, shift)
	d.types(fyne.KeyUp, shift)
	if got := d.selected(); !strings.HasSuffix(got, "three\nfour five") {
		t.Errorf("above the anchor again %q is selected", got)
	}
}
