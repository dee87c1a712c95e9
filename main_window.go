//go:build !headless

package main

import (
	"fmt"
	"os"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	_ "github.com/glossator/glossator/app/locale" // before Fyne reads the language
	"github.com/glossator/glossator/app/window"
	"github.com/glossator/glossator/assets"
)

// openWindow opens the window and returns the exit status when it is closed.
func openWindow(o opening) int {
	if !hasScreen() {
		fmt.Fprintln(os.Stderr, "glossator: there is no screen to open a window on (DISPLAY is not set). Over ssh, use the verbs: glossator --help lists them.")
		return 1
	}
	app.SetMetadata(metadata)
	return window.Run(app.NewWithID(metadata.ID), window.Options{Project: o.project, Version: version, Trace: o.trace, Screen: betweenTicks()})
}

// metadata tells Fyne that all of it is used on one goroutine, which tests check. Otherwise it looks
// up the goroutine whenever anything is refreshed, which takes a third of the time to open an article.
var metadata = fyne.AppMetadata{ID: "org.glossator.desktop", Name: "Glossator",
	Icon: fyne.NewStaticResource("icon.png", assets.Icon), Migrations: map[string]bool{"fyneDo": true}}

// hasScreen is false where the window library would end the program.
func hasScreen() bool {
	switch runtime.GOOS {
	case "darwin", "windows":
		return true
	}
	return os.Getenv("DISPLAY") != ""
}
