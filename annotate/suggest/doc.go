// Package suggest proposes spans: further occurrences of words that have a
// label already. All offsets are bytes, as in package annotate.
package suggest
