package storage

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// straced makes a process run under strace, or skips the test where that cannot
// be done.
func straced(t *testing.T, cmd *exec.Cmd, options ...string) {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil || exec.CommandContext(t.Context(), strace, "-o", "/dev/null", "true").Run() != nil {
		t.Skip("there is no strace, or it may not trace")
	}
	cmd.Args = append(append(append([]string{strace, "-f", "-qq"}, options...), cmd.Path), cmd.Args[1:]...)
	cmd.Path = strace
}

// A call is a system call that was made.
type call struct {
	name     string
	path, to string
	at       int64 // offset, or size
	data     []byte
	made     bool // openat made the file
}

// The calls that change files, and those that would and that the model of the
// disk does not know.
const (
	modelled   = "?open,openat,?mkdir,mkdirat,unlinkat,?unlink,renameat,?rename,pwrite64,ftruncate,fsync,fdatasync,write"
	unmodelled = "pwritev,pwritev2,writev,fallocate,truncate,link,linkat,symlink,symlinkat,renameat2,copy_file_range,sendfile,sync_file_range"
)

// readCalls hands out the calls of a trace that was made with -y -xx.
func readCalls(trace io.Reader, each func(call) error) error {
	begun := map[string]string{} // by thread: what other threads interrupted
	lines := bufio.NewScanner(trace)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		thread, line, _ := strings.Cut(lines.Text(), " ")
		line = strings.TrimSpace(line)
		if start, cut := strings.CutSuffix(line, "<unfinished ...>"); cut {
			begun[thread] = start
			continue
		}
		if _, rest, resumed := strings.Cut(line, " resumed>"); resumed {
			line = begun[thread] + rest
		}
		c, ok, err := readCall(line)
		if err == nil && ok {
			err = each(c)
		}
		if err != nil {
			return fmt.Errorf("%.100s: %w", line, err)
		}
	}
	return lines.Err()
}

var (
	descriptor = regexp.MustCompile(`\d+<([^>]*)>`)
	inQuotes   = regexp.MustCompile(`"([^"]*)"(\.\.\.)?`)
	number     = regexp.MustCompile(`-?\d+`)
)

// readCall reads a line of a trace; not ok is a call that did not succeed.
func readCall(line string) (c call, ok bool, err error) {
	end := strings.LastIndex(line, " = ")
	name, arguments, call := strings.Cut(line[:max(end, 0)], "(")
	if !call || strings.HasPrefix(line[end:], " = -1") {
		return c, false, nil
	}
	c.name = name
	var texts []string
	for _, q := range inQuotes.FindAllStringSubmatch(arguments, -1) {
		if q[2] != "" {
			return c, false, fmt.Errorf("the trace is cut short")
		}
		texts = append(texts, unhex(q[1]))
	}
	if d := descriptor.FindStringSubmatch(arguments); d != nil {
		c.path = unhex(d[1])
	}
	switch name {
	case "open", "openat":
		c.path, c.made = texts[0], strings.Contains(arguments, "O_CREAT")
	case "mkdir", "mkdirat", "unlinkat", "unlink":
		c.path = texts[0]
	case "renameat", "rename":
		c.path, c.to = texts[0], texts[1]
	case "write", "pwrite64":
		c.data = []byte(texts[0])
	}
	if name == "pwrite64" || name == "ftruncate" {
		numbers := number.FindAllString(arguments[strings.LastIndexAny(arguments, ">\""):], -1)
		c.at, err = strconv.ParseInt(numbers[len(numbers)-1], 10, 64)
	}
	return c, true, err
}

// unhex reads a text in which strace has written every byte as \x41.
func unhex(text string) string {
	bytes, err := hex.DecodeString(strings.ReplaceAll(text, `\x`, ""))
	if err != nil {
		return text
	}
	return string(bytes)
}
