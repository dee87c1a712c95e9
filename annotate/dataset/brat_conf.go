package dataset

import (
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A bratConf is what the configuration above a text says.
type bratConf struct {
	scheme    *annotate.Scheme // nil if there is no annotation.conf
	annotator string           // whose folder it is, as we write it
	repairs   []string         // told with the first document
}

// confDepth is how many folders above a text's own are looked into for its
// configuration.
const confDepth = 3

// conf is the configuration of the texts in a folder.
func (t *tour) conf(folder string) *bratConf {
	if known, ok := t.confs[folder]; ok {
		return known
	}
	c := &bratConf{}
	at := folder
	for range confDepth + 1 {
		if path := filepath.Join(at, "annotation.conf"); exists(path) {
			c = readConf(path)
			break
		}
		at = filepath.Join(at, "..")
	}
	t.confs[folder] = c
	return c
}

func readConf(path string) *bratConf {
	content, repairs, why := readWhole(path)
	if why != "" {
		return &bratConf{repairs: []string{"annotation.conf was left out: " + why}}
	}
	c := &bratConf{repairs: repairs}
	s := newBratTypes(content).scheme()
	s.Name = filepath.Base(filepath.Dir(path))
	if visual, _, why := readWhole(filepath.Join(filepath.Dir(path), "visual.conf")); why == "" {
		s = decorate(s, visual)
	}
	if err := s.Check(); err != nil {
		c.repairs = append(c.repairs, "annotation.conf was left out: "+err.Error())
		return c
	}
	c.scheme = &s
	c.annotator = annotatorIn(content)
	return c
}

// annotatorMark begins the comment in which we say whose folder it is.
const annotatorMark = "# annotator: "

func annotatorIn(conf string) string {
	for l := range strings.Lines(conf) {
		if name, ok := strings.CutPrefix(l, annotatorMark); ok {
			return strings.TrimSpace(name)
		}
	}
	return ""
}

// A confLine is a line of a section of a configuration.
type confLine struct {
	name   string
	depth  int    // how far it is indented
	hidden bool   // "!": for the hierarchy alone
	parent string // the line that it is indented under
	args   []confArg
}

// A confArg is "Arg1:actor|place": a key with its alternatives.
type confArg struct {
	key    string
	values []string
}

// bratTypes are the sections of an annotation.conf.
type bratTypes map[string][]confLine

var macroLine = regexp.MustCompile(`^(<[^<>]+>)=(.*)$`)

func newBratTypes(content string) bratTypes {
	types, macros := bratTypes{}, macrosIn(content)
	section := ""
	var above []confLine // the lines that the next one may be indented under
	for l := range strings.Lines(content) {
		bare := strings.TrimSpace(l)
		switch {
		case bare == "" || bare[0] == '#' || strings.Trim(bare, "-") == "" || macroLine.MatchString(bare):
			continue
		case bare[0] == '[':
			section, above = strings.Trim(bare, "[]"), nil
			continue
		}
		line := parseConfLine(expandMacros(bare, macros))
		line.depth = len(l) - len(strings.TrimLeft(l, " \t"))
		for len(above) > 0 && above[len(above)-1].depth >= line.depth {
			above = above[:len(above)-1]
		}
		if len(above) > 0 {
			line.parent = above[len(above)-1].name
		}
		above = append(above, line)
		types[section] = append(types[section], line)
	}
	return types
}

func macrosIn(content string) map[string]string {
	macros := map[string]string{}
	for l := range strings.Lines(content) {
		if m := macroLine.FindStringSubmatch(strings.TrimSpace(l)); m != nil {
			macros[m[1]] = m[2]
		}
	}
	return macros
}

const (
	macroDepth   = 8       // how deep macros may hold macros
	longestMacro = 1 << 16 // bytes of a line with its macros put in; it grows no further
)

// expandMacros puts in what macros stand for.
func expandMacros(text string, macros map[string]string) string {
	for range macroDepth {
		before := text
		for _, name := range slices.Sorted(maps.Keys(macros)) {
			if len(text) < longestMacro && strings.Count(text, name)*len(macros[name]) < longestMacro {
				text = strings.ReplaceAll(text, name, macros[name])
			}
		}
		if text == before {
			break
		}
	}
	return text
}

func parseConfLine(text string) confLine {
	name, rest := text, ""
	if i := strings.IndexAny(text, " \t"); i >= 0 {
		name, rest = text[:i], text[i+1:]
	}
	name, hidden := strings.CutPrefix(name, "!")
	name, _, _ = strings.Cut(name, "|")
	l := confLine{name: name, hidden: hidden}
	for arg := range strings.SplitSeq(rest, ",") {
		key, values, ok := strings.Cut(strings.TrimSpace(arg), ":")
		if ok {
			l.args = append(l.args, confArg{strings.TrimSpace(key), alternatives(values)})
		}
	}
	return l
}

func alternatives(text string) []string {
	var list []string
	for v := range strings.SplitSeq(text, "|") {
		if v = strings.TrimSpace(v); v != "" {
			list = append(list, v)
		}
	}
	return list
}
