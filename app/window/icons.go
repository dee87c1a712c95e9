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
	shape  string // inside a viewBox of 16 by 16
	colour fyne.ThemeColorName
}

var signs = map[annotate.Status]sign{
	annotate.New:     {"New", `<circle cx="8" cy="8" r="4.6" fill="none" stroke="#000000" stroke-width="1.4"/>`, colourFaint},
	annotate.Started: {"Started", `<path d="M8 3.4 A4.6 4.6 0 0 0 8 12.6 Z" fill="#000000"/><circle cx="8" cy="8" r="4.6" fill="none" stroke="#000000" stroke-width="1.4"/>`, theme.ColorNamePrimary},
	annotate.Done:    {"Done", `<path d="M3.2 8.4 L6.6 11.8 L12.8 4.6" fill="none" stroke="#000000" stroke-width="2.2"/>`, theme.ColorNameSuccess},
	annotate.Skipped: {"Skipped", `<path d="M3.5 8 L12.5 8" fill="none" stroke="#000000" stroke-width="2"/>`, colourFaint},
	annotate.Flagged: {"Flagged", `<path d="M4 13.5 L4 2.5" fill="none" stroke="#000000" stroke-width="1.6"/><path d="M4 2.8 L13 5.6 L4 8.8 Z" fill="#000000"/>`, theme.ColorNameWarning},
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

func svg(name, shape string) fyne.Resource {
	const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">%s</svg>`
	return fyne.NewStaticResource(name+".svg", fmt.Appendf(nil, frame, shape))
}

var (
	iconRemove   = theme.NewThemedResource(svg("remove", `<path d="M4 4 L12 12 M12 4 L4 12" fill="none" stroke="#000000" stroke-width="1.5"/>`))
	iconPrevious = theme.NewThemedResource(svg("previous", `<path d="M10 3.5 L5.5 8 L10 12.5" fill="none" stroke="#000000" stroke-width="1.6"/>`))
	iconNext     = theme.NewThemedResource(svg("next", `<path d="M6 3.5 L10.5 8 L6 12.5" fill="none" stroke="#000000" stroke-width="1.6"/>`))
	iconDown     = theme.NewThemedResource(svg("down", `<path d="M4 6.5 L8 10.5 L12 6.5" fill="none" stroke="#000000" stroke-width="1.5"/>`))
)
