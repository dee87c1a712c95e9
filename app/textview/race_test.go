//go:build race

package textview

// raced tells that the tests run under the race detector, ten times as slowly.
const raced = true
