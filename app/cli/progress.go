package cli

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/mattn/go-isatty"
)

// A progress is the line in which a terminal shows how far an import is.
type progress struct {
	terminal io.Writer // nil: none, and nothing is shown
	shown    int       // characters
}

func newProgress(errs io.Writer) *progress {
	if f, ok := errs.(*os.File); ok && isatty.IsTerminal(f.Fd()) {
		return &progress{terminal: f}
	}
	return &progress{}
}

// show says how many articles have been read.
func (p *progress) show(read int) {
	if p.terminal == nil {
		return
	}
	line := counted(read, "article") + " read"
	fmt.Fprintf(p.terminal, "\r%s", line)
	p.shown = len(line)
}

// clear makes the line empty again.
func (p *progress) clear() {
	if p.shown > 0 {
		fmt.Fprintf(p.terminal, "\r%s\r", strings.Repeat(" ", p.shown))
	}
}
