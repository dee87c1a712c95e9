// Package window is the program's window on one project: the list of articles on the left, the
// article in the middle, its labels and spans on the right.
//
// Every edit goes through an annotate.Session, which saves it before it is shown. Widgets tell the
// page what the user did; the page calls the session; the session's watcher shows what came of it.
// Everything belongs to Fyne's own goroutine but for what background.go does.
package window
