package dataset

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// addLink adds a link between two spans; from which line it came its source
// says. Its ID follows from what it says, wherever in the file that is said.
func (r *bratReader) addLink(kind, source string, from, to int) {
	link := annotate.Link{Kind: kind, From: r.spans[from].ID, To: r.spans[to].ID, Source: source}
	said := annotate.Link{Kind: kind, From: link.From, To: link.To}
	r.said[said]++
	link.ID = annotate.DerivedID(r.hash, r.author.Name, "brat", kind, string(link.From), string(link.To), strconv.Itoa(r.said[said]))
	r.links = append(r.links, link)
}

// readRoles makes a link from an event's trigger to each of its arguments. The
// source is event, place and role as written: "E3.2 Org-Arg2".
func (r *bratReader) readRoles(l annLine) error {
	args, ok := parseArgs(strings.Fields(l.head))
	if !ok {
		return errGarbled
	}
	from, err := r.span(l.id)
	if err != nil {
		return fmt.Errorf("there is no %s to be its trigger", args[0].id)
	}
	var missing []error
	for i, arg := range args[1:] {
		to, err := r.span(arg.id)
		if err != nil {
			missing = append(missing, fmt.Errorf("its argument %s: %w", arg.role, err))
			continue
		}
		r.addLink(r.conf.role(arg.role), fmt.Sprintf("%s.%d %s", l.id, i+1, arg.role), from, to)
	}
	if len(missing) > 0 {
		r.repairs = append(r.repairs, fmt.Sprintf("%s was kept in part: %v", l.place(), missing[0]))
	}
	return nil
}

// role is a role's name without the number that tells several of a kind apart.
func (c *bratConf) role(written string) string {
	if c.scheme != nil {
		for name := written; name != ""; name = name[:len(name)-1] {
			if k, known := c.scheme.Link(name); known && k.Role {
				return name
			}
			if last := name[len(name)-1]; last < '0' || last > '9' {
				break
			}
		}
	}
	if name := strings.TrimRight(written, "0123456789"); name != "" {
		return name
	}
	return written
}

func (r *bratReader) readRelation(l annLine) error {
	fields := strings.Fields(l.head)
	if len(fields) != 3 {
		return errGarbled
	}
	args, ok := parseArgs(fields[1:])
	if !ok {
		return errGarbled
	}
	if args[0].role == "Arg2" && args[1].role == "Arg1" {
		slices.Reverse(args)
	}
	from, err := r.span(args[0].id)
	if err != nil {
		return err
	}
	to, err := r.span(args[1].id)
	if err != nil {
		return err
	}
	r.relations[l.id] = len(r.links)
	r.addLink(fields[0], l.id, from, to)
	return nil
}

// readSet makes a chain of links of an equivalence set. The source tells which
// set of the file it is: "*1" is the first.
func (r *bratReader) readSet(l annLine) error {
	fields := strings.Fields(l.head)
	if len(fields) < 3 {
		return errGarbled
	}
	var members []int
	for _, id := range fields[1:] {
		i, err := r.span(id)
		if err != nil {
			return err
		}
		members = append(members, i)
	}
	r.sets++
	for i := range members[1:] {
		r.addLink(fields[0], fmt.Sprintf("*%d", r.sets), members[i], members[i+1])
	}
	return nil
}

// readAttribute reads an A or M line. Several of one name are a line each of the
// value.
func (r *bratReader) readAttribute(l annLine) error {
	fields := strings.SplitN(l.head, " ", 3)
	if len(fields) < 2 {
		return errGarbled
	}
	value := "true"
	if len(fields) == 3 && strings.TrimSpace(fields[2]) != "" {
		value = fields[2]
	}
	return r.setAttribute(fields[0], fields[1], value)
}

func (r *bratReader) setAttribute(name, target, value string) error {
	if _, onLink := r.relations[target]; onLink {
		return errors.New("a link has no attributes here")
	}
	i, err := r.span(target)
	if err != nil {
		return err
	}
	span := &r.spans[i]
	if span.Attrs == nil {
		span.Attrs = annotate.Attrs{}
	}
	span.Attrs[name] = joinLines(span.Attrs[name], value)
	return nil
}

// joinLines adds a line to a text.
func joinLines(text, more string) string {
	if text == "" {
		return more
	}
	return text + "\n" + more
}

const (
	normPrefix = "N:" // attributes that are N lines: "N:Reference" is "Wikidata:Q204707 al-Shabaab"
	notePrefix = "#"  // attributes that are notes of another type than the usual: "#Normalization"
	usualNote  = "AnnotatorNotes"
)

// readNorm keeps a normalisation as an attribute.
func (r *bratReader) readNorm(l annLine) error {
	fields := strings.Fields(l.head)
	if len(fields) != 3 {
		return errGarbled
	}
	return r.setAttribute(normPrefix+fields[0], fields[1], strings.TrimRight(fields[2]+" "+l.tail, " "))
}

// readNote reads a # line. Notes of other types than the annotator's are kept as
// attributes of a span; on a link, with their type before them.
func (r *bratReader) readNote(l annLine) error {
	kind, target, ok := strings.Cut(l.head, " ")
	if !ok || strings.TrimSpace(l.tail) == "" {
		return errGarbled
	}
	if i, onLink := r.relations[target]; onLink {
		text := l.tail
		if kind != usualNote {
			text = kind + ": " + text
		}
		r.links[i].Note = joinLines(r.links[i].Note, text)
		return nil
	}
	if kind != usualNote {
		return r.setAttribute(notePrefix+kind, target, l.tail)
	}
	i, err := r.span(target)
	if err == nil {
		r.spans[i].Note = joinLines(r.spans[i].Note, l.tail)
	}
	return err
}
