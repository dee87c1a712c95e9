package dataset

import (
	"fmt"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A studioLayer is the layer of one annotation while it is read.
type studioLayer struct {
	*gathered
	at      placing
	whole   raw
	targets map[string]annotate.ID // the span that a region's id stands for
	repairs []string
}

// A studioRegion is all that was said of one stretch of text.
type studioRegion struct {
	id     string // empty if it came without one
	result studioResult
	labels []string
	attrs  annotate.Attrs
	note   string
}

// read reads the results: regions, what is said of them, of the task, relations.
func (l *studioLayer) read(w studioWork) error {
	regions, byID := l.regions(w)
	for _, r := range w.results {
		if r.Type != "relation" && len(r.labels()) == 0 {
			l.say(r, byID)
		}
	}
	for _, region := range regions {
		if err := l.addRegion(region); err != nil {
			return err
		}
	}
	for _, r := range w.results {
		if r.Type == "relation" {
			l.addRelation(r)
		}
	}
	if _, told := l.values[annotate.StatusValue]; !told && (w.Cancelled || w.Skipped) {
		l.setValue(annotate.StatusValue, string(annotate.Skipped))
	}
	return nil
}

// regions are the regions with a label, in order, and by their ids.
func (l *studioLayer) regions(w studioWork) (regions []*studioRegion, byID map[string]*studioRegion) {
	byID = map[string]*studioRegion{}
	html := 0
	for _, r := range w.results {
		labels := r.labels()
		if len(labels) == 0 {
			continue
		}
		if _, _, ok := r.offsets(); !ok {
			html++
			continue
		}
		id := plain(r.ID)
		region := byID[id]
		if region == nil || id == "" {
			region = &studioRegion{id: id, result: r}
			regions, byID[id] = append(regions, region), region
		}
		region.labels = append(region.labels, labels...)
		if note := linesOf(r.Meta["text"]); note != "" && note != region.note {
			region.note = joinLines(region.note, note)
		}
	}
	delete(byID, "")
	if html > 0 {
		l.repairs = append(l.repairs, "left out: "+counted(html, "region")+" without offsets in plain text, as of web pages")
	}
	return regions, byID
}

// say keeps what was said of a region as an attribute, and what was said of the
// task as a value.
func (l *studioLayer) say(r studioResult, byID map[string]*studioRegion) {
	text, there := r.said()
	_, _, placed := r.offsets()
	region := byID[plain(r.ID)]
	switch {
	case !there || r.Control == "" || r.Control == studioAnnotator && region == nil:
	case region != nil:
		if region.attrs == nil {
			region.attrs = annotate.Attrs{}
		}
		name := plainControl(r.Control, region.labels)
		if was, twice := region.attrs[name]; twice {
			text = was + "\n" + text
		}
		region.attrs[name] = text
	case placed:
		l.repairs = append(l.repairs, fmt.Sprintf("what %s says of a region without a label was left out", r.Control))
	case r.Control == annotate.StatusValue && !slices.Contains(annotate.Statuses, annotate.Status(text)):
		l.setValue(r.Control+studioSuffix, text)
	default:
		l.setValue(r.Control, text)
	}
}

// addRegion adds a span for each label of a region. The second one's id has a
// number behind it.
func (l *studioLayer) addRegion(region *studioRegion) error {
	start, end, _ := region.result.offsets()
	place, err := l.at.place(start, end)
	if err == nil {
		err = annotate.Span{Range: place}.Check(l.whole.clean)
	}
	if err != nil {
		return fmt.Errorf("region %s (%s): %w", region.id, strings.Join(region.labels, ", "), err)
	}
	if quote := region.result.quote(); quote != "" && !alike(quote, l.whole.clean[place.Start:place.End]) {
		l.repairs = append(l.repairs, fmt.Sprintf("region %s says “%s”, but at its offsets stands “%s”; the offsets were kept", region.id, shorten(squeezed(quote), 60), shorten(squeezed(l.whole.clean[place.Start:place.End]), 60)))
	}
	for n, label := range region.labels {
		span := annotate.Span{Range: place, Label: strings.TrimSpace(label), Attrs: region.attrs, Note: region.note, Source: region.id}
		if n > 0 && region.id != "" {
			span.Source = fmt.Sprintf("%s/%d", region.id, n+1)
		}
		added := l.addSpan(span)
		if n == 0 && region.id != "" {
			l.targets[region.id] = added.ID
		}
	}
	return nil
}

// addRelation adds a link for each label of a relation, and one back when it
// goes both ways.
func (l *studioLayer) addRelation(r studioResult) {
	from, fromThere := l.targets[plain(r.From)]
	to, toThere := l.targets[plain(r.To)]
	if !fromThere || !toThere {
		l.repairs = append(l.repairs, "a relation was left out: a region that it joins is not there")
		return
	}
	if r.Direction == "left" {
		from, to = to, from
	}
	if len(r.Labels) == 0 {
		r.Labels = []string{"related"}
	}
	for _, kind := range r.Labels {
		l.addLink(annotate.Link{Kind: kind, From: from, To: to})
		if r.Direction == "bi" && from != to {
			l.addLink(annotate.Link{Kind: kind, From: to, To: from})
		}
	}
}
