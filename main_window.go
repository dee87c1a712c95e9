//go:build !headless

package main

import (
	"fmt"
	"os"
	"runtime"

	"fyne.io/fyne/v2/app"

	_ "github.com/glossator/glossator/app/locale" // before Fyne reads the language
	"github.com/glossator/glossator/app/window"
)

// openWindow opens the window and returns the exit status when it is closed.
func openWindow(o opening) int {
	if !hasScreen() {
		fmt.Fprintln(os.Stderr, "glossator: there is no screen to open a window on (DISPLAY is not set). Over ssh, use the verbs: glossator --help lists them.")
		return 1
	}
	return window.Run(app.NewWithID("org.glossator.desktop"), window.Options{Project: o.project, Version: version, Trace: o.trace})
}

// hasScreen is false where the window library would end the program.
func hasScreen() bool {
	switch runtime.GOOS {
	case "darwin", "windows":
		return true
	}
	return os.Getenv("DISPLAY") != ""
}
