// Package agreement measures how far authors agree who labelled the same
// articles. Measures are about layers: they read no files and ask nobody.
package agreement
