package window

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Frames are the part of a trace that tells how long the window takes: from what asked for a frame
// to the frame on the screen. Their marker is the last thing in the window to be drawn, a pixel that
// cannot be seen: when it is asked for its picture, all else has been laid out, drawn and handed to
// OpenGL. What is done after that is the exchange of the buffers alone. Dialogs and pop-ups lie above
// the marker and are not counted.
type frames struct {
	write  func(event)
	marker *canvas.Raster
	asked  time.Time // zero while nothing asks
	last   time.Time // when something asked last
}

// watchFrames lays the marker over a window, whose first frame is asked for now.
func watchFrames(win fyne.Window, write func(event)) *frames {
	f := &frames{write: write, asked: time.Now()}
	f.marker = canvas.NewRaster(f.drawn)
	corner := container.NewWithoutLayout(f.marker, newPauses(write))
	f.marker.Resize(fyne.NewSize(1, 1))
	win.SetContent(container.NewStack(win.Content(), corner))
	return f
}

// ask notes that a frame is wanted now, unless one is already.
func (f *frames) ask() {
	f.last = time.Now()
	if f.asked.IsZero() {
		f.asked = time.Now()
		f.marker.Refresh()
	}
}

// busy reports whether a frame was asked for just now: what takes long in a trace waits, so that it
// is not measured with what is traced.
func (f *frames) busy() bool { return f != nil && time.Since(f.last) < 200*time.Millisecond }

// drawn is called when all else is drawn. What it hands to the window's goroutine is done when the
// frame is on the screen.
func (f *frames) drawn(int, int) image.Image {
	asked, drawn := f.asked, time.Now()
	f.asked = time.Time{}
	if !asked.IsZero() {
		launch(func(ui func(func())) {
			ui(func() {
				f.write(event{"event": "frame", "asked": asked.UnixMicro(), "drawn": drawn.UnixMicro(), "shown": time.Now().UnixMicro()})
			})
		})
	}
	return image.NewRGBA(image.Rect(0, 0, 1, 1))
}
