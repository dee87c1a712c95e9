//go:build unix

package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/glossator/glossator/assets"
)

// TestInterruptedTwice ends a process that waits for somebody to read a pipe,
// which no cancelling reaches.
func TestInterruptedTwice(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("sample.jsonl", assets.SampleJSONL, 0o666); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), "glossator", "import", "war.gloss", "sample.jsonl").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if err := syscall.Mkfifo("pipe", 0o600); err != nil {
		t.Fatal(err)
	}
	waiting := exec.CommandContext(t.Context(), "glossator", "export", "war.gloss", "--format", "jsonl", "-o", "pipe")
	if err := waiting.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- waiting.Wait() }()
	locked := func() bool { _, err := os.Stat(filepath.Join("war.gloss.lock")); return err == nil }
	for ticks := time.Tick(50 * time.Millisecond); ; {
		select {
		case err := <-ended:
			if err == nil {
				t.Error("it was not interrupted")
			}
			return
		case <-ticks:
			if locked() {
				_ = waiting.Process.Signal(os.Interrupt)
			}
		}
	}
}
