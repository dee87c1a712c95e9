package window

import (
	"slices"

	"fyne.io/fyne/v2"
)

// preferences are what the window remembers from one start to the next. Nothing of a project is
// kept in them.
type preferences struct{ fyne.Preferences }

// Keys of the preferences.
const (
	keyProject   = "project"
	keyRecent    = "recent"
	keyTheme     = "theme"
	keySize      = "text size"
	keyFamily    = "font of the text"
	keyMeasure   = "width of lines"
	keyNumbers   = "paragraph numbers"
	keyQuotation = "quotation"
	keyOthers    = "show others"
	keyGuide     = "guidelines"
	keyMotion    = "motion"
	keyWidth     = "window width"
	keyHeight    = "window height"
	keyLeft      = "left column"
	keyRight     = "right column"
	keySpans     = "spans above the card"
	keyAuthor    = "author"
	keyIdentity  = "identity"
	keyPerson    = "identity of "
	keyFormer    = "identities before "
	keyArticle   = "article in "
	keyTop       = "top in "
	keyFolder    = "told of the folder of "
	keyKeys      = "keys"
	recentCount  = 10
)

// recent are the projects opened last, the latest first.
func (p preferences) recent() []string { return p.StringList(keyRecent) }

// opened remembers a project as the last one.
func (p preferences) opened(path string) {
	p.SetString(keyProject, path)
	rest := slices.DeleteFunc(slices.Clone(p.recent()), func(s string) bool { return s == path })
	rest = append([]string{path}, rest...)
	p.SetStringList(keyRecent, rest[:min(len(rest), recentCount)])
}

// forget takes a project off the list.
func (p preferences) forget(path string) {
	p.SetStringList(keyRecent, slices.DeleteFunc(slices.Clone(p.recent()), func(s string) bool { return s == path }))
	if p.String(keyProject) == path {
		p.RemoveValue(keyProject)
	}
}

// size is a length that was kept, or what it is when none was.
func (p preferences) size(key string, fallback float64) float32 {
	return float32(p.FloatWithFallback(key, fallback))
}
