package window

import (
	"os"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
	"github.com/rymdport/portal/settings"
)

// The choices of how much moves.
const (
	motionSystem  = "" // as the system says
	motionReduced = "reduced"
	motionFull    = "full"
)

// still reports whether nothing is to move by itself: no cursor blinks, no button flashes, no bar
// runs to and fro.
func (w *Window) still() bool {
	switch w.prefs.String(keyMotion) {
	case motionReduced:
		return true
	case motionFull:
		return false
	}
	return w.systemStill
}

func motionCommand(motion, title string) command {
	return command{ID: "motion:" + motion, Title: title, Menu: "View/Motion", Seldom: true,
		On: func(w *Window) bool { return w.prefs.String(keyMotion) == motion },
		Do: func(w *Window) { w.setMotion(motion) }}
}

func (w *Window) setMotion(motion string) {
	w.prefs.SetString(keyMotion, motion)
	w.applyMotion()
	if w.still() {
		w.say("Nothing moves by itself now")
		return
	}
	w.say("Cursors blink and progress is shown moving")
}

// applyMotion tells Fyne's widgets, which ask the current app. On a Mac and in a browser Fyne needs
// that to be its own, so that there only what is ours keeps still.
func (w *Window) applyMotion() {
	switch {
	case runtime.GOOS == "darwin" || runtime.GOOS == "js":
	case w.still():
		fyne.SetCurrentApp(stillApp{w.app})
	default:
		fyne.SetCurrentApp(w.app)
	}
}

// A stillApp is an app in which nothing moves by itself.
type stillApp struct{ fyne.App }

// Settings is Fyne's.
func (a stillApp) Settings() fyne.Settings { return stillSettings{a.App.Settings()} }

type stillSettings struct{ fyne.Settings }

// ShowAnimations is Fyne's.
func (stillSettings) ShowAnimations() bool { return false }

// askMotion asks the system beside the window how much is to move.
func (w *Window) askMotion() {
	if !hasBus() {
		return
	}
	launch(func(ui func(func())) {
		if reduced, known := systemMotion(settings.ReadOne); known {
			ui(func() {
				w.systemStill = reduced
				w.applyMotion()
			})
		}
	})
}

// hasBus reports whether there is a desktop to ask: looking for one that is not there could start one.
func hasBus() bool {
	if runtime.GOOS != "linux" {
		return false
	}
	if os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	_, err := os.Stat(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus"))
	return os.Getenv("XDG_RUNTIME_DIR") != "" && err == nil
}

// systemMotion reads what the desktop says of motion: in the words that all desktops are to use, or
// in those of GNOME and its kin. It is not known where neither is there.
func systemMotion(read func(namespace, name string) (any, error)) (reduced, known bool) {
	if value, err := read("org.freedesktop.appearance", "reduced-motion"); err == nil {
		if n, isNumber := value.(uint32); isNumber {
			return n == 1, true
		}
	}
	if value, err := read("org.gnome.desktop.interface", "enable-animations"); err == nil {
		if on, isFlag := value.(bool); isFlag {
			return !on, true
		}
	}
	return false, false
}
