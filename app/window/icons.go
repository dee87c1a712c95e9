package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate"
)

// A sign is how a status looks: a shape and a colour, so that neither is needed alone.
type sign struct {
	title  string
	shape  string // a path, see svg
	colour fyne.ThemeColorName
}

// ring is a circle, drawn as a surface: Fyne gives no colour to strokes.
const ring = "M8 3 A5 5 0 0 0 8 13 A5 5 0 0 0 8 3 Z M8 4.4 A3.6 3.6 0 0 1 8 11.6 A3.6 3.6 0 0 1 8 4.4 Z"

var signs = map[annotate.Status]sign{
	annotate.New:     {"New", ring, colourFaint},
	annotate.Started: {"Started", ring + " M8 3.5 A4.5 4.5 0 0 0 8 12.5 Z", theme.ColorNamePrimary},
	annotate.Done:    {"Done", "M6.5 12.8 L2.2 8.5 L3.6 7.1 L6.5 10 L12.6 3.9 L14 5.3 Z", theme.ColorNameSuccess},
	annotate.Skipped: {"Skipped", "M3 7.2 L13 7.2 L13 8.8 L3 8.8 Z", colourFaint},
	annotate.Flagged: {"Flagged", "M3.6 2 L5 2 L5 14 L3.6 14 Z M5 2.6 L13.4 5.7 L5 8.8 Z", theme.ColorNameWarning},
}

// titleOf is a status for people.
func titleOf(status annotate.Status) string {
	if s, known := signs[status]; known {
		return s.title
	}
	return string(status)
}

var statusIcons = map[annotate.Status]fyne.Resource{}

// statusIcon is the sign of a status as a picture that follows the theme.
func statusIcon(status annotate.Status) fyne.Resource {
	icon, made := statusIcons[status]
	if !made {
		s, known := signs[status]
		if !known {
			s = signs[annotate.New]
		}
		icon = theme.NewColoredResource(svg("status-"+string(status), s.shape), s.colour)
		statusIcons[status] = icon
	}
	return icon
}

// svg is a picture of one path, inside a viewBox of 16 by 16.
func svg(name, path string) fyne.Resource {
	const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><path fill="#000000" d="%s"/></svg>`
	return fyne.NewStaticResource(name+".svg", fmt.Appendf(nil, frame, path))
}

var (
	iconRemove   = theme.NewColoredResource(svg("remove", "M4.5 3.5 L8 7 L11.5 3.5 L12.5 4.5 L9 8 L12.5 11.5 L11.5 12.5 L8 9 L4.5 12.5 L3.5 11.5 L7 8 L3.5 4.5 Z"), colourQuiet)
	iconNote     = theme.NewColoredResource(svg("note", "M3 2.5 L13 2.5 L13 10 L9.5 13.5 L3 13.5 Z M4.2 3.7 L4.2 12.3 L8.8 12.3 L8.8 9.3 L11.8 9.3 L11.8 3.7 Z M5.4 5.2 L10.6 5.2 L10.6 6.2 L5.4 6.2 Z M5.4 7.2 L8.6 7.2 L8.6 8.2 L5.4 8.2 Z"), colourQuiet)
	iconLink     = theme.NewColoredResource(svg("link", "M2.5 3 L6.5 3 L6.5 4.4 L3.9 4.4 L3.9 11.6 L9.3 11.6 L9.3 9.5 L10.7 9.5 L10.7 13 L2.5 13 Z M8.2 3 L13.5 3 L13.5 8.3 L12.1 8.3 L12.1 5.4 L7.6 9.9 L6.6 8.9 L11.1 4.4 L8.2 4.4 Z"), colourQuiet)
	iconPrevious = theme.NewThemedResource(svg("previous", "M10 2.9 L11.1 4 L7.1 8 L11.1 12 L10 13.1 L4.9 8 Z"))
	iconNext     = theme.NewThemedResource(svg("next", "M6 2.9 L4.9 4 L8.9 8 L4.9 12 L6 13.1 L11.1 8 Z"))
	iconDown     = theme.NewColoredResource(svg("down", "M3 5.5 L4.2 4.3 L8 8.1 L11.8 4.3 L13 5.5 L8 10.5 Z"), colourQuiet)
)
