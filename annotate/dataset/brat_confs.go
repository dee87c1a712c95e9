package dataset

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// writeConf writes annotation.conf and visual.conf into folders, each of an
// annotator.
func (u *bratUse) writeConf(root string, annotators map[string]string) error {
	annotation, visual := u.annotationConf(), u.visualConf()
	for folder, annotator := range annotators {
		at := filepath.Join(root, folder)
		head := ""
		if annotator = strings.TrimSuffix(annotator, bratSuffix); annotator != "" && annotator != defaultAuthor {
			head = annotatorMark + strings.Join(strings.FieldsFunc(annotator, notShown), " ") + "\n\n"
		}
		err := errors.Join(writeText(filepath.Join(at, "annotation.conf"), head+annotation), writeText(filepath.Join(at, "visual.conf"), visual))
		if err != nil {
			return err
		}
	}
	return nil
}

// annotationConf says which labels, links and attributes there are.
func (u *bratUse) annotationConf() string {
	var b strings.Builder
	b.WriteString("[entities]\n")
	for _, l := range u.scheme.Labels {
		if !l.Event {
			fmt.Fprintln(&b, u.named(u.labels, Spans, "label", l.Name))
		}
	}
	b.WriteString("\n[relations]\n")
	for _, k := range u.scheme.Links {
		if !k.Role || !u.joinsEvents(k) {
			fmt.Fprintf(&b, "%s\tArg1:%s, Arg2:%s\n", u.named(u.kinds, Links, "link kind", k.Name), u.ends(k.From, "<ANY>"), u.ends(k.To, "<ANY>"))
		}
	}
	b.WriteString("<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n")
	for _, l := range u.scheme.Labels {
		if l.Event {
			fmt.Fprintln(&b, strings.TrimRight(u.named(u.labels, Spans, "label", l.Name)+"\t"+u.rolesOf(l), "\t"))
		}
	}
	b.WriteString("\n[attributes]\n")
	for _, name := range u.attributeNames() {
		b.WriteString(u.attributeLine(name))
	}
	return b.String()
}

// joinsEvents reports whether a link kind may start at an event.
func (u *bratUse) joinsEvents(k annotate.LinkKind) bool {
	return slices.ContainsFunc(u.scheme.Labels, func(l annotate.Label) bool {
		return l.Event && (len(k.From) == 0 || slices.Contains(k.From, l.Name))
	})
}

// ends are labels as alternatives; none are all.
func (u *bratUse) ends(labels []string, all string) string {
	var names []string
	for _, l := range labels {
		names = append(names, u.named(u.labels, Spans, "label", l))
	}
	if len(names) == 0 {
		return all
	}
	return strings.Join(names, "|")
}

// rolesOf are the roles that an event may have, each as often as one likes.
func (u *bratUse) rolesOf(l annotate.Label) string {
	var roles []string
	for _, k := range u.scheme.Links {
		if k.Role && (len(k.From) == 0 || slices.Contains(k.From, l.Name)) {
			roles = append(roles, u.named(u.kinds, Links, "link kind", k.Name)+"*:"+u.ends(k.To, "<ENTITY>|<EVENT>"))
		}
	}
	return strings.Join(roles, ", ")
}

// attributeNames are those of the scheme and those in use, each once.
func (u *bratUse) attributeNames() []string {
	var names, more []string
	for _, l := range u.scheme.Labels {
		for _, a := range l.Attributes {
			names = merged(names, []string{a.Name})
		}
	}
	for key := range u.seen {
		more = append(more, key[1])
	}
	slices.Sort(more)
	return merged(names, more)
}

// attributeLine declares an attribute with its choices, or the values in use;
// empty if it has neither and is no flag.
func (u *bratUse) attributeLine(name string) string {
	var labels, values []string
	flag := false
	for _, l := range u.scheme.Labels {
		a, declared := l.Attribute(name)
		if declared || u.seen[[2]string{l.Name, name}] {
			labels = append(labels, l.Name)
		}
		flag = flag || declared && a.Kind == annotate.Flag
		values = merged(values, a.Choices)
	}
	values = merged(values, u.values[name])
	values = slices.DeleteFunc(values, func(v string) bool { return strings.ContainsAny(v, "|,<>") || strings.ContainsFunc(v, breaks) })
	used := slices.ContainsFunc(labels, func(l string) bool { return u.seen[[2]string{l, name}] })
	if len(values) == 0 && !flag && !used {
		return ""
	}
	line := u.named(u.attrs, Attributes, "attribute", name) + "\tArg:" + u.ends(labels, "<ENTITY>")
	if len(values) > 0 {
		line += ", Value:" + strings.Join(values, "|")
	}
	return line + "\n"
}

// visualConf gives titles and colours.
func (u *bratUse) visualConf() string {
	var b strings.Builder
	b.WriteString("[labels]\n")
	for _, l := range u.scheme.Labels {
		writeTitle(&b, u.named(u.labels, Spans, "label", l.Name), l.Shown())
	}
	for _, k := range u.scheme.Links {
		writeTitle(&b, u.named(u.kinds, Links, "link kind", k.Name), k.Shown())
	}
	for _, name := range u.attributeNames() {
		writeTitle(&b, u.named(u.attrs, Attributes, "attribute", name), u.attributeTitle(name))
	}
	b.WriteString("\n[drawing]\nSPAN_DEFAULT\tfgColor:black, bgColor:#dddddd, borderColor:darken\nARC_DEFAULT\tcolor:black\n")
	for _, l := range u.scheme.Labels {
		if hexColour.MatchString(l.Colour) {
			fmt.Fprintf(&b, "%s\tbgColor:%s, fgColor:%s, borderColor:darken\n", u.named(u.labels, Spans, "label", l.Name), l.Colour, inkOn(l.Colour))
		}
	}
	return b.String()
}

func writeTitle(b *strings.Builder, name, title string) {
	title = strings.Join(strings.FieldsFunc(title, func(r rune) bool { return notShown(r) || r == '|' }), " ")
	if title != "" && title != name {
		fmt.Fprintf(b, "%s | %s\n", name, title)
	}
}

func (u *bratUse) attributeTitle(name string) string {
	for _, l := range u.scheme.Labels {
		if a, ok := l.Attribute(name); ok {
			return a.Shown()
		}
	}
	return name
}

// inkOn is the colour in which text is read on a colour.
func inkOn(colour string) string {
	n, _ := strconv.ParseUint(colour[1:], 16, 32)
	if 299*(n>>16)+587*(n>>8&255)+114*(n&255) < 128_000 {
		return "white"
	}
	return "black"
}
