package textview

import (
	"image"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A View shows a text with marks. Make one with New. All of it belongs to Fyne's own goroutine.
type View struct {
	widget.BaseWidget

	Snap       func(Range) Range                         // where set, widens what the user selects, say to whole words; not while Alt is held
	OnSelect   func(Range)                               // the user changed the selection; an empty range is a caret
	OnMark     func(id string)                           // the user clicked a mark; "" is a click where there is none
	OnAdjust   func(id string, r Range)                  // the user dragged an edge of the current mark; where it is nil, edges cannot be dragged
	OnHover    func(id string)                           // the pointer came over a mark, or left all ("")
	OnMenu     func(at fyne.Position, id string)         // a secondary click at a place of the window's canvas, over a mark or over none ("")
	OnKey      func(fyne.KeyName, fyne.KeyModifier) bool // offered every key first, those held with Ctrl or Alt as well; true means that it is used up
	OnShortcut func(fyne.Shortcut)                       // shortcuts that the view has no use for
	OnTurn     func()                                    // the wheel brings other text under the pointer: Point tells of the mark there, which is dear while it turns; where OnTurn is nil it is told at once
	OnZoom     func(steps int)                           // the wheel was turned with Ctrl held, by so many steps towards larger (or smaller, below 0)
	OnFocus    func(bool)                                // the view got or lost the keyboard
	OnInput    func()                                    // a key, the wheel or a button of the mouse, before anything is done about it

	ShowQuotation bool // lay a soft grey behind the quotation that holds the caret; Refresh after a change

	text       string
	hits       hits
	notices    hits
	index      index
	current    string
	hover      string
	typography Typography

	anchor, caret int
	behind        bool    // the caret stands behind the character before it: at the end of a wrapped line, not at the start of the next
	goal          float32 // where the caret wants to be when it moves up and down
	hasGoal       bool

	jumps  jumps
	grown  []step // how Expand came to the selection: before and after each time
	quoted quoted
	spoken Range // the quotation that is shown

	whole     *image.RGBA // where a line is painted
	bands     []band      // those of the line that is looked at
	changing  int         // changes that are made together, see Together
	changed   bool        // by them
	setting   setting     // what the layout below was made for
	layout    layout
	prepared  prepared
	shaper    *shaper
	tags      *shaper
	metrics   metrics
	palette   palette
	shapes    map[int]*shaped
	numbers   []int32 // of paragraphs, once asked for
	beginning beginning
	later     []func() // asked for before there was a layout

	scrolled  float64 // Fyne units that lie above the view
	surface   surface
	gesture   gesture
	adjusting adjustment
	pointed   fyne.Position // where the pointer was last
	overEdge  bool          // the pointer is over a handle of the current mark
	overStrip bool
	bar       bar
	strip     strip
	held      fyne.KeyModifier
	turned    float32 // of the wheel, on the way to a step of zoom
	focused   bool
	clock     func() time.Time
}

var (
	_ fyne.Focusable     = (*View)(nil)
	_ fyne.Tabbable      = (*View)(nil)
	_ fyne.Draggable     = (*View)(nil)
	_ fyne.Scrollable    = (*View)(nil)
	_ fyne.Shortcutable  = (*View)(nil)
	_ desktop.Keyable    = (*View)(nil)
	_ desktop.Mouseable  = (*View)(nil)
	_ desktop.Hoverable  = (*View)(nil)
	_ desktop.Cursorable = (*View)(nil)
)

// New returns an empty view.
func New() *View {
	v := &View{clock: time.Now}
	v.strip = newStrip(v.drawStrip)
	v.surface = newSurface(v.strip.raster)
	v.ExtendBaseWidget(v)
	return v
}

// SetText shows a new text: without marks, hits and notices, from its beginning, with the caret at 0.
func (v *View) SetText(text string) {
	v.gesture.active, v.adjusting = false, adjustment{}
	v.pull()
	v.text, v.index, v.current, v.hover = text, index{}, "", ""
	v.anchor, v.caret, v.behind, v.hasGoal = 0, 0, false, false
	v.hits, v.notices = hits{}, hits{}
	v.strip.generation++
	v.grown, v.quoted, v.jumps, v.beginning = nil, quoted{}, jumps{}, beginning{}
	v.scrolled, v.gesture, v.later = 0, gesture{}, nil
	v.setting = setting{}
	v.update()
}

// Text returns the text that is shown.
func (v *View) Text() string { return v.text }

// SetMarks replaces all marks. Nothing of the text moves. Marks past the text are cut to it, and
// those without a byte are not shown.
func (v *View) SetMarks(marks []Mark) {
	v.giveUpAdjusting()
	v.index = newIndex(marks, len(v.text), v.index)
	v.strip.generation++
	if _, there := v.index.find(v.hover); !there {
		v.hover = ""
	}
	v.update()
}

// SetCurrent makes one mark stand out; "" none. It need not be among the marks yet.
func (v *View) SetCurrent(id string) {
	if id != v.current {
		v.giveUpAdjusting()
	}
	v.current = id
	v.update()
}

// Selection returns where the selection was begun and where the caret is. Equal means a caret alone.
func (v *View) Selection() (anchor, caret int) { return v.anchor, v.caret }

// Select sets the selection without telling OnSelect, and does not scroll. Offsets past the text
// mean its end, those within a character, as a reader sees it, its beginning.
func (v *View) Select(anchor, caret int) {
	v.anchor, v.caret = v.stop(anchor), v.stop(caret)
	v.behind, v.hasGoal = false, false
	v.update()
}

// selection returns the selected bytes.
func (v *View) selection() Range { return Range{min(v.anchor, v.caret), max(v.anchor, v.caret)} }

// within returns the nearest offset at or before a place that begins a character of the text.
func (v *View) within(offset int) int {
	offset = min(max(0, offset), len(v.text))
	for offset > 0 && offset < len(v.text) && !utf8.RuneStart(v.text[offset]) {
		offset--
	}
	return offset
}

// SetTypography sets how the text is set, and keeps the reader's place.
func (v *View) SetTypography(t Typography) {
	v.typography = t
	v.update()
}

// Typography returns how the text is set.
func (v *View) Typography() Typography { return v.typography }

// CreateRenderer is Fyne's. What is drawn belongs to the view, so that a renderer can come and go.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	v.update()
	return renderer{v}
}

type renderer struct{ view *View }

func (r renderer) Layout(fyne.Size)             { r.view.update() }
func (r renderer) MinSize() fyne.Size           { return fyne.NewSize(120, 80) }
func (r renderer) Objects() []fyne.CanvasObject { return r.view.surface.objects }
func (r renderer) Refresh()                     { r.view.repaint() }
func (r renderer) Destroy()                     {}
