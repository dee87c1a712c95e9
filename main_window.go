//go:build !headless

package main

import (
	"fyne.io/fyne/v2/app"

	"github.com/glossator/glossator/app/window"
)

// openWindow opens the window and returns the exit status when it is closed.
func openWindow(o opening) int {
	return window.Run(app.NewWithID("org.glossator.desktop"), window.Options{Project: o.project, Version: version, Trace: o.trace})
}
