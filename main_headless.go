//go:build headless

package main

import (
	"fmt"
	"os"
)

// openWindow says that there is none.
func openWindow(opening) int {
	fmt.Fprintln(os.Stderr, "glossator: this build has no window, only the verbs; glossator --help lists them.")
	return 2
}
