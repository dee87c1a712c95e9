//go:build !headless && (!linux || ci)

package main

import "github.com/glossator/glossator/app/window"

// betweenTicks can do no more than Fyne asks of it.
func betweenTicks() window.Screen { return window.Screen{} }
