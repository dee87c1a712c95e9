//go:build display

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// TestScreenshots takes the pictures of the README: a new user's first window,
// on the sample project, with a span chosen.
func TestScreenshots(t *testing.T) {
	folder, err := filepath.Abs("docs/screenshots")
	must(t, err)
	must(t, os.MkdirAll(folder, 0o755))
	for _, size := range [][2]int{{1280, 720}, {1920, 1080}} {
		for _, theme := range []string{"light", "dark"} {
			p := start(t, newScreen(t, size[0], size[1]), t.TempDir(), []string{"FYNE_THEME=" + theme})
			p.place("span:2")
			p.press("Tab", "Tab", "Tab")
			for range 3 {
				p.expect("span")
			}
			p.xdotool("mousemove", fmt.Sprint(size[0]-2), fmt.Sprint(size[1]-2))
			p.place("remove")
			p.screenshot(filepath.Join(folder, fmt.Sprintf("sample-%d-%s.png", size[0], theme)))
			p.kill()
		}
	}
}
