package window

import (
	"context"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// showError turns an error into a dialog: what could not be done, why, and what to do about it
// where the error does not say so itself.
func (w *Window) showError(title string, err error, advice string) {
	if errors.Is(err, context.Canceled) {
		w.say("Cancelled; nothing was changed")
		return
	}
	why := paragraph(sentence(err.Error()))
	why.Selectable = true
	body := container.NewVBox(flush(why))
	if advice != "" {
		body.Add(words(advice))
	}
	w.say(title + ". " + sentence(err.Error()))
	w.tell(title, body, fyne.NewSize(480, 0))
}

// sentence begins a message with a capital and ends it with a full stop.
func sentence(message string) string {
	message = strings.TrimSpace(message)
	first, size := utf8.DecodeRuneInString(message)
	if size == 0 {
		return ""
	}
	message = string(unicode.ToUpper(first)) + message[size:]
	if strings.ContainsRune(".!?”)", []rune(message)[utf8.RuneCountInString(message)-1]) {
		return message
	}
	return message + "."
}
