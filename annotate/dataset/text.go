package dataset

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/glossator/glossator/annotate"
)

var text = Format{
	Name:       "text",
	Title:      "Plain text",
	About:      "One article a file. The title is the headline in the first line, or the file's name if that says something, or the beginning of the first sentence.",
	Extensions: []string{".txt", ".text", ".md"},
	takes:      takesText,
	read:       readText,
}

// takesText takes what is text, but for what is more than plain text.
func takesText(f file) (string, bool) {
	_, marked := markup[f.ext()]
	return f.path, !marked && f.binary() == ""
}

// FileLimit is the size of the largest file, in bytes, that is taken as one
// article.
const FileLimit = 100 << 20

func readText(t *tour, path string) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		content, repairs, why := readWhole(path)
		if why == "" && strings.TrimSpace(content) == "" {
			why = "there is no text in it"
		}
		if why != "" {
			yield(annotate.Document{}, refusal(path, 0, why))
			return
		}
		yield(annotate.Document{Article: newArticle(content, path), Origin: annotate.Origin{File: path}, Repairs: repairs}, nil)
	}
}

// newArticle is the article of a clean text from a file.
func newArticle(content, path string) annotate.Article {
	return annotate.Article{
		ID:    articleID(content),
		Title: title(content, path),
		Text:  content,
		Meta:  annotate.Meta{"file": filepath.Base(path)},
	}
}

// articleID is the ID of an article of this text, the same on every laptop.
func articleID(content string) annotate.ID {
	return annotate.ArticleID(annotate.HashText(content))
}

// readWhole is the clean text of a file, and what had to be done to read it; or
// why it cannot be read.
func readWhole(path string) (content string, repairs []string, why string) {
	raw, repairs, why := readRaw(path)
	if why != "" {
		return "", nil, why
	}
	content, cleaned := annotate.Clean(raw)
	return content, append(repairs, inWords(cleaned)...), ""
}

// readRaw is what stands in a file, its line ends as they are.
func readRaw(path string) (raw string, repairs []string, why string) {
	return readRawAs(path, func([]byte) (encodingFound, bool) { return encodingFound{}, false })
}

// readRawAs is readRaw for files that may say what their encoding is.
func readRawAs(path string, says func([]byte) (encodingFound, bool)) (raw string, repairs []string, why string) {
	info, err := os.Stat(path)
	if err != nil {
		return "", nil, reason(err)
	}
	if info.Size() > FileLimit {
		return "", nil, fmt.Sprintf("it has %d MB, too much for one article (the limit is %d MB); split it into one file for each article, or into a line for each in a JSON Lines file", info.Size()>>20, FileLimit>>20)
	}
	data, err := readLimited(path)
	if err != nil {
		return "", nil, reason(err)
	}
	if why := (file{path: path, start: data[:min(len(data), headSize)]}).notText(); why != "" {
		return "", nil, why
	}
	raw, repairs = decodeAs(data, says)
	if at := strings.IndexByte(raw, 0); at >= 0 {
		return "", nil, fmt.Sprintf("it is not text all through: there is a zero byte in line %d; see whether the file is damaged, or save it as plain text again", 1+strings.Count(raw[:at], "\n"))
	}
	if junk(raw) {
		return "", nil, "it is not text all through: there are control characters all over it; see whether the file is damaged, or save it as plain text again"
	}
	return raw, repairs, ""
}

// decodeAs decodes by what says knows, or else by what is likely.
func decodeAs(data []byte, says func([]byte) (encodingFound, bool)) (string, []string) {
	found, told := says(data)
	if !told || found.with == nil {
		return decode(data)
	}
	decoded, err := found.with.NewDecoder().Bytes(data)
	if err != nil {
		return decode(data)
	}
	return string(decoded), []string{"read as " + found.name}
}

func readLimited(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, FileLimit))
}
