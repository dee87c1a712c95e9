// Package textview is a Fyne widget that shows one long read-only text with marks.
//
// A mark is a named, coloured stretch of the text. Marks may nest, cross, stack and have gaps,
// be one character long or many pages; each is told from its neighbours by a tint, by an
// underline in a lane of its own and by a tag with its name. The package knows nothing of what a
// mark means: it draws them, says which one the user pointed at, and lets the user select text.
//
// Beside the marks it shows what was found in the text (SetHits), an overview of the whole text
// (SetNotices), paragraph numbers and the quotation at the caret; it grows and shrinks the selection
// by the text's own parts (Expand, Shrink), and remembers the places from which it jumped (GoTo, Back).
//
// Every offset and range, in and out, counts bytes of the text.
//
// Nothing the view does moves the text: all lines have one pitch, with room for tags above and
// for lanes below, so that marks come and go without a reflow. Only the lines in sight are drawn,
// each into one raster, so that a text of ten megabytes costs as little as one of ten lines.
package textview
