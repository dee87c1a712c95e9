package storage

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"text/tabwriter"
)

// tortureVariable, in the environment, asks for the figures of a release: half
// an hour instead of seconds.
const tortureVariable = "GLOSSATOR_TORTURE"

// figure is how often something is done: every day, or before a release.
func figure(daily, release int) int {
	if os.Getenv(tortureVariable) != "" {
		return release
	}
	return daily
}

// A line of the table that is printed after torture.
type line struct {
	what         string
	tried        int    // kills, faults, power cuts, damaged files
	acknowledged int    // edits or articles that were said to be saved
	lost         int    // of those
	unnoticed    int    // files that were broken, or damaged and nothing was said
	remark       string // what else there is to know
}

var table struct {
	sync.Mutex
	lines []line
}

// enter puts a line into the table, and into the test's log.
func enter(t *testing.T, l line) {
	t.Helper()
	t.Logf("%s: %d tried, %d acknowledged, %d lost, %d broken or unnoticed. %s", l.what, l.tried, l.acknowledged, l.lost, l.unnoticed, l.remark)
	table.Lock()
	defer table.Unlock()
	table.lines = append(table.lines, l)
}

// printTable prints the table, if there was torture.
func printTable(to io.Writer) {
	if os.Getenv(tortureVariable) == "" || len(table.lines) == 0 {
		return
	}
	columns := tabwriter.NewWriter(to, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(columns, "tried\tacknowledged\tlost\tbroken or unnoticed\t  what")
	for _, l := range table.lines {
		fmt.Fprintf(columns, "%d\t%d\t%d\t%d\t  %s\n", l.tried, l.acknowledged, l.lost, l.unnoticed, strings.TrimSuffix(l.what+"; "+l.remark, "; "))
	}
	columns.Flush()
}
