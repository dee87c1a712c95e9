package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours of our own beside those of Fyne.
const (
	colourQuiet fyne.ThemeColorName = "quiet" // second-rank text
	colourFaint fyne.ThemeColorName = "faint" // numbers and hints
	colourCap   fyne.ThemeColorName = "cap"   // key caps
	colourRow   fyne.ThemeColorName = "row"   // a chosen row
	colourOver  fyne.ThemeColorName = "over"  // a button with a face of its own, with the pointer over it
	colourEdge  fyne.ThemeColorName = "edge"  // of a dialog
	colourRing  fyne.ThemeColorName = "ring"  // around a button that has the keyboard
)

// Sizes of our own.
const (
	sizeTitle fyne.ThemeSizeName = "title" // an article's title
	sizeSmall fyne.ThemeSizeName = "small" // key caps, section heads
)

// A look is the program's theme: quiet surfaces, one accent, room to breathe.
type look struct {
	variant string // "light", "dark", "contrast", or "" for the system's
}

// ink is a colour on light and on dark.
type ink struct{ light, dark color.NRGBA }

var inks = map[fyne.ThemeColorName]ink{
	theme.ColorNameBackground:          {rgb(0xffffff), rgb(0x212428)}, // of all that lies beside each other: a ground of its own would be painted at each frame
	theme.ColorNameForeground:          {rgb(0x22262b), rgb(0xe3e4e5)},
	colourQuiet:                        {rgb(0x5c636b), rgb(0xa4aab1)},
	colourFaint:                        {rgb(0x767d85), rgb(0x878e96)},
	colourCap:                          {rgb(0xffffff), rgb(0x2d3136)},
	colourRow:                          {rgb(0xe4eaee), rgb(0x30383f)},
	colourOver:                         {rgb(0xcfd6da), rgb(0x4a5259)},
	colourEdge:                         {rgba(0, 0), rgba(0, 0)}, // the shadow does
	colourRing:                         {rgba(0, 0), rgba(0, 0)}, // its colour does
	theme.ColorNamePrimary:             {rgb(0x2b6480), rgb(0x84bdd6)},
	theme.ColorNameForegroundOnPrimary: {rgb(0xffffff), rgb(0x14212a)},
	theme.ColorNameHyperlink:           {rgb(0x2b6480), rgb(0x84bdd6)},
	theme.ColorNameFocus:               {rgba(0x2b6480, 0x30), rgba(0x84bdd6, 0x38)},
	theme.ColorNameSelection:           {rgba(0x2b6480, 0x38), rgba(0x84bdd6, 0x48)},
	theme.ColorNameHover:               {rgba(0x22262b, 0x0c), rgba(0xffffff, 0x10)},
	theme.ColorNamePressed:             {rgba(0x22262b, 0x18), rgba(0xffffff, 0x1c)},
	theme.ColorNameButton:              {rgb(0xe9e9e6), rgb(0x31353a)},
	theme.ColorNameDisabledButton:      {rgb(0xefefec), rgb(0x292c30)},
	theme.ColorNameDisabled:            {rgb(0x868c92), rgb(0x7f868d)},
	theme.ColorNamePlaceHolder:         {rgb(0x767d85), rgb(0x878e96)},
	theme.ColorNameInputBackground:     {rgb(0xffffff), rgb(0x292c31)},
	theme.ColorNameInputBorder:         {rgb(0xd5d6d3), rgb(0x43484e)},
	theme.ColorNameSeparator:           {rgb(0xe0e0dc), rgb(0x34383d)},
	theme.ColorNameHeaderBackground:    {rgb(0xffffff), rgb(0x212428)},
	theme.ColorNameMenuBackground:      {rgb(0xffffff), rgb(0x2a2d32)},
	theme.ColorNameOverlayBackground:   {rgb(0xfcfcfb), rgb(0x2a2d32)},
	theme.ColorNameShadow:              {rgba(0x000000, 0x26), rgba(0x000000, 0x60)},
	theme.ColorNameScrollBar:           {rgba(0x22262b, 0x50), rgba(0xffffff, 0x48)},
	theme.ColorNameScrollBarBackground: {rgba(0, 0), rgba(0, 0)},
	theme.ColorNameError:               {rgb(0xb3261e), rgb(0xf2a29b)},
	theme.ColorNameSuccess:             {rgb(0x2e7d4f), rgb(0x7fcf9f)},
	theme.ColorNameWarning:             {rgb(0xa85b00), rgb(0xf0b35f)},
}

// strong are the colours of high contrast: white and yellow on black. What is not among them is as on dark.
// On black a shadow is bright, or menus would have no edge. It lies on all that is behind a dialog too.
var strong = map[fyne.ThemeColorName]color.NRGBA{
	theme.ColorNameBackground:          rgb(0x000000),
	theme.ColorNameForeground:          rgb(0xffffff),
	colourQuiet:                        rgb(0xf0f0f0),
	colourFaint:                        rgb(0xe0e0e0),
	colourCap:                          rgb(0x000000),
	colourRow:                          rgb(0x4a4200),
	colourOver:                         rgb(0x6a6a6a),
	colourEdge:                         rgb(0xffffff),
	colourRing:                         rgb(0xffffff),
	theme.ColorNamePrimary:             rgb(0xffe14d),
	theme.ColorNameForegroundOnPrimary: rgb(0x000000),
	theme.ColorNameHyperlink:           rgb(0xffe14d),
	theme.ColorNameFocus:               rgba(0xffe14d, 0x78),
	theme.ColorNameSelection:           rgba(0xffe14d, 0x70),
	theme.ColorNameHover:               rgba(0xffffff, 0x30),
	theme.ColorNamePressed:             rgba(0xffffff, 0x48),
	theme.ColorNameButton:              rgb(0x303030),
	theme.ColorNameDisabled:            rgb(0xb0b0b0),
	theme.ColorNamePlaceHolder:         rgb(0xd0d0d0),
	theme.ColorNameInputBackground:     rgb(0x000000),
	theme.ColorNameInputBorder:         rgb(0xffffff),
	theme.ColorNameSeparator:           rgb(0xffffff),
	theme.ColorNameMenuBackground:      rgb(0x000000),
	theme.ColorNameOverlayBackground:   rgb(0x000000),
	theme.ColorNameShadow:              rgba(0xffffff, 0x80),
	theme.ColorNameScrollBar:           rgb(0xffe14d),
}

func rgb(hex uint32) color.NRGBA { return rgba(hex, 0xff) }

func rgba(hex uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), alpha}
}

// Color is the colour of a name, in the variant that was chosen or the system's.
func (l *look) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	if c, ours := strong[name]; ours && l.variant == "contrast" {
		return c
	}
	variant := l.of(system)
	if c, ours := inks[name]; ours {
		if variant == theme.VariantDark {
			return c.dark
		}
		return c.light
	}
	return theme.DefaultTheme().Color(name, variant)
}

func (l *look) of(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch l.variant {
	case "light":
		return theme.VariantLight
	case "dark", "contrast":
		return theme.VariantDark
	}
	return system
}

// dark reports whether the window is dark now.
func (l *look) dark() bool {
	return l.of(fyne.CurrentApp().Settings().ThemeVariant()) == theme.VariantDark
}

// Font is Fyne's.
func (l *look) Font(style fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(style) }

// Icon is Fyne's.
func (l *look) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size is the size of a name. Text sizes are those at which no descender is cut off: not 15.
func (l *look) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 14
	case theme.SizeNameCaptionText:
		return 12
	case sizeSmall:
		return 11
	case theme.SizeNameSubHeadingText:
		return 16
	case sizeTitle, theme.SizeNameHeadingText:
		return 20
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 6
	case theme.SizeNameInputBorder:
		if l.variant == "contrast" {
			return 2
		}
	case theme.SizeNameInnerPadding:
		return 7
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarRadius:
		return 5
	}
	return theme.DefaultTheme().Size(name)
}

// colour is a colour of the theme as it is now.
func colour(name fyne.ThemeColorName) color.Color {
	settings := fyne.CurrentApp().Settings()
	return settings.Theme().Color(name, settings.ThemeVariant())
}

// size is a size of the theme as it is now.
func size(name fyne.ThemeSizeName) float32 { return fyne.CurrentApp().Settings().Theme().Size(name) }
