package window

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/app/textview"
	"github.com/glossator/glossator/assets"
	"github.com/glossator/glossator/storage"
)

// Options say what to open.
type Options struct {
	Project string // a project file; "" the last one, or the sample at the very first start
	Version string // of the program, as About shows it
	Screen  Screen
	Trace   string // a file that gets a line of JSON for each thing that happens; "" none
}

// A Window shows one project. Make one with New.
type Window struct {
	app     fyne.App
	win     fyne.Window
	options Options
	prefs   preferences
	look    *look

	project *storage.Project // nil while none is open
	author  annotate.Author
	self    annotate.ID         // the user's, see identity; "" not read yet
	session *annotate.Session   // nil while no article is open
	others  []annotate.Layer    // what others marked in the article
	units   annotate.Units      // of the article's text, in code points
	words   int                 // of the article's text
	marked  []textview.Mark     // room for the marks of the article, which are made at each edit
	tops    map[annotate.ID]int // the first byte in sight of each article that was left

	disagreed   []disagreement // between what is shown of the article, in order
	disagreedAt int            // that was gone to last
	systemStill bool           // the system asks for no motion

	commands  []command
	menuSaid  string                    // all that the menus show
	menuItems map[string]*fyne.MenuItem // by command
	menuAsked int                       // how often the menus were to be refreshed
	painting  string                    // the label that each selection gets; "" none
	inHand    annotate.ID               // the span that was chosen last
	turns     int                       // of the wheel over the text
	moving    bool                      // a key is moving the text's caret
	exact     bool                      // the text was selected with Alt, which is held still
	dialog    *dialog                   // the one on top; nil none
	jobs      tally
	attention *attention
	trace     *trace                              // nil when nobody listens
	later     func(pause time.Duration, f func()) // calls f when some time has passed
	typing    bool                                // what was typed is going to be kept
	running   []*progress                         // the work that goes on, the last on top
	quitting  bool                                // the window closes when that has ended

	view   *textview.View
	page   *page
	list   *articleList
	panel  *panel
	status *statusLine

	body  *fyne.Container // list, page, panel and what is beside the page
	guide *guide

	sheets       *sheets
	search       *searchPage // this and the next three are nil until they are shown first
	history      *historyPage
	snapshots    *snapshotPage
	dataset      *datasetPage
	snapshotting latest // a snapshot that is being kept
	looking      latest // for the project's file
	gone         bool   // it was told that the file is not where it was
	checking     latest // of the whole project
	stopLooking  func() // looks after the project no more
	leaving      bool   // the window is about to be closed

	cameFrom *sheet // where the open article was found; nil: elsewhere

	finder  *finder
	tagging *tagging
	pile    pile
	sweep   *sweep // nil: none was begun
	batch   *batch // the last that was done; nil: none
	fresh   bool   // nothing was done since
}

// Run opens the window and returns the program's exit status when it is closed.
func Run(a fyne.App, o Options) int {
	spareMemory()
	w := New(a, o)
	w.win.SetMaster()
	w.start()
	w.win.ShowAndRun()
	w.attention.end()
	w.close()
	return 0
}

// New makes the window, with nothing open yet.
func New(a fyne.App, o Options) *Window {
	w := &Window{app: a, options: o, prefs: preferences{a.Preferences()}, tops: map[annotate.ID]int{}, later: later}
	w.attention = &attention{screen: o.Screen, later: later, now: time.Now}
	a.Lifecycle().SetOnStarted(func() { w.attention.started = time.Now() })
	w.look = &look{variant: w.prefs.String(keyTheme)}
	a.Settings().SetTheme(w.look)
	w.commands = rekeyed(commandsFor(annotate.Scheme{}), w.prefs.keyChanges())
	measured := meanwhile(w.measureTitles) // Fyne's fonts are for one goroutine: until this has ended nothing below may measure with them
	fonts.Do(func() { textview.UseFonts(append(assets.Fonts(), assets.Serif, assets.Dyslexic)...) })
	w.win = a.NewWindow("Glossator")
	w.status, w.sheets = newStatusLine(w), newSheets()
	w.panel = newPanel(w)
	_, _ = measured()
	w.page = newPage(w)
	w.list = newArticleList(w)
	w.guide = newGuide(w)
	w.guide.set(w.prefs.Bool(keyGuide))
	w.win.SetPadded(false)
	w.win.SetContent(w.layout())
	w.win.Resize(fyne.NewSize(w.prefs.size(keyWidth, 1280), w.prefs.size(keyHeight, 720)))
	w.win.SetCloseIntercept(w.quit)
	w.win.SetOnDropped(func(_ fyne.Position, dropped []fyne.URI) { w.drop(dropped) })
	w.watchKeys()
	w.applyMotion()
	a.Settings().AddListener(func(fyne.Settings) {
		w.keepSize()
		w.recolour()
	})
	return w
}

// fonts are given to the text once in a program.
var fonts sync.Once

// scheme is the open project's; empty when none is open.
func (w *Window) scheme() annotate.Scheme {
	if w.project == nil {
		return annotate.Scheme{}
	}
	return w.project.Scheme()
}

// focusText gives the keyboard to the article's text.
func (w *Window) focusText() {
	switch {
	case w.dialog != nil:
	case w.sheets.open != nil:
		w.sheets.open.focus()
	case w.session != nil:
		w.win.Canvas().Focus(w.view)
	}
}

// close gives back what is open.
func (w *Window) close() {
	w.panel.save()
	w.tagging.close()
	w.stopAll()
	w.closeProject()
	w.trace.close()
}

// remember keeps how the window is for the next start.
func (w *Window) remember() {
	room := w.exactSize()
	w.prefs.SetFloat(keyWidth, float64(room.Width))
	w.prefs.SetFloat(keyHeight, float64(room.Height))
	w.rememberPlace()
}

// showTitle puts the project's name into the window's title.
func (w *Window) showTitle() {
	if w.project == nil {
		w.win.SetTitle("Glossator")
		return
	}
	name := strings.TrimSuffix(filepath.Base(w.project.Path()), storage.Extension)
	if w.project.ReadOnly() {
		name += " (read-only)"
	}
	w.win.SetTitle(name + " · Glossator")
}

// shortPath is a path with the home folder as ~.
func shortPath(path string) string {
	home, err := os.UserHomeDir()
	if rest, inside := strings.CutPrefix(path, home+string(filepath.Separator)); err == nil && inside {
		return "~" + string(filepath.Separator) + rest
	}
	return path
}
