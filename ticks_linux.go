//go:build !headless && !ci

package main

import (
	"time"
	"unsafe"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.3/glfw"
	"golang.org/x/sys/unix"

	"github.com/glossator/glossator/app/window"
)

// betweenTicks lets the window hear and draw between Fyne's ticks, with the library that Fyne does both
// with. Fyne has no public way to draw now: its own is called by the name it has in the version that
// go.mod pins. Another version without it does not link.
func betweenTicks() window.Screen {
	if glfw.Init() == nil {
		glfw.WindowHint(glfw.DepthBits, 0)
		glfw.WindowHint(glfw.StencilBits, 0)
	}
	thread := unix.Gettid() // Fyne's, which main is locked to
	return window.Screen{
		Hear: func(atMost time.Duration) bool {
			if unix.Gettid() != thread {
				return false
			}
			glfw.WaitEventsTimeout(atMost.Seconds())
			return true
		},
		Draw: func() {
			driver := fyne.CurrentApp().Driver()
			drawSingleFrame((*held)(unsafe.Pointer(&driver)).value)
		},
	}
}

// held is how Go keeps a value in an interface: its type, and a pointer to it.
type held struct{ kind, value unsafe.Pointer }

//go:linkname drawSingleFrame fyne.io/fyne/v2/internal/driver/glfw.(*gLDriver).drawSingleFrame
func drawSingleFrame(driver unsafe.Pointer)
