// Package locale names a language to programs that run without one, as over ssh
// and in bare containers. Fyne reads the environment while its packages
// initialise and complains of "C" on standard error, even when a verb runs and
// no window is opened. Import it for its effect.
//
// Go initialises independent packages in the order of their paths, so that this
// one comes before golang.org/x/text, which Fyne waits for.
package locale

import "os"

// language is one that Fyne has.
const language = "en_US.UTF-8"

func init() {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			if bare(value) {
				_ = os.Setenv(name, language) // fails for names that are none
			}
			return
		}
	}
	_ = os.Setenv("LANG", language)
}

func bare(value string) bool {
	switch value {
	case "C", "POSIX", "C.UTF-8", "C.utf8":
		return true
	}
	return false
}
