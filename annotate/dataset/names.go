package dataset

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/glossator/glossator/annotate"
)

// A naming gives each name another one of a narrower kind, always the same and
// never the same for two.
type naming struct {
	form  func(string) string // the narrower form, of which two names may have one
	given map[string]string
	taken map[string]bool
}

func newNaming(form func(string) string) naming {
	return naming{form, map[string]string{}, map[string]bool{}}
}

// of is the name's other name, and whether it is given for the first time.
func (n naming) of(name string) (other string, first bool) {
	if given, ok := n.given[name]; ok {
		return given, false
	}
	other = n.next(n.form(name))
	n.given[name] = other
	return other, true
}

// next is a form that is not taken yet, and takes it. Case does not tell two
// apart, as it does not in the file systems of some systems.
func (n naming) next(form string) string {
	other := form
	for i := 2; n.taken[strings.ToLower(other)]; i++ {
		other = fmt.Sprintf("%s-%d", form, i)
	}
	n.taken[strings.ToLower(other)] = true
	return other
}

// storageForm is a name as brat's files may hold it: letters and digits of
// ASCII, hyphen and underscore.
func storageForm(name string) string {
	form := strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) || r == '-' || r == '_' {
			return r
		}
		return '_'
	}, name)
	if strings.Trim(form, "_-") == "" {
		return "type"
	}
	return form
}

// columnForm is a name as a column of white space separated files may hold it.
func columnForm(name string) string {
	return strings.Join(strings.FieldsFunc(name, notShown), "_")
}

// longestName is the length in bytes of the longest file name that is made,
// without extension and number.
const longestName = 80

// fileName is a name for an article's file: that of the file it came from, or
// its title.
func fileName(a annotate.Article) string {
	name := fileForm(stem(a.Meta["file"]))
	if a.Meta["file"] == "" || name == "" {
		name = fileForm(a.Title)
	}
	if name == "" {
		name = "article"
	}
	return name
}

// fileForm is a name as every file system takes it, without an extension;
// empty if nothing of it is left.
func fileForm(name string) string {
	var b strings.Builder
	for _, r := range name {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), strings.ContainsRune("-_.()", r):
		default:
			r = ' '
		}
		if b.Len()+utf8.RuneLen(r) > longestName {
			break
		}
		b.WriteRune(r)
	}
	form := strings.Join(strings.Fields(b.String()), "-")
	form = strings.Trim(form, ".-")
	if reserved[strings.ToUpper(form)] {
		return form + "_"
	}
	return form
}

// reserved are the names that Windows keeps for devices.
var reserved = map[string]bool{"CON": true, "PRN": true, "AUX": true, "NUL": true, "COM1": true, "COM2": true, "COM3": true, "COM4": true,
	"LPT1": true, "LPT2": true, "LPT3": true, "LPT4": true}

// folderForm is an author's name as a folder's.
func folderForm(name string) string {
	if form := fileForm(name); form != "" {
		return form
	}
	return "author"
}
