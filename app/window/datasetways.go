package window

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/dataset"
)

// formatWays are the fields of what can be chosen of a format; nil those that mean nothing to it.
type formatWays struct {
	objects               []fyne.CanvasObject
	overlap, tags, layout *picker
	units                 *picker
	counts                []annotate.Unit // that units offers
	window                *entry
	plain                 *box
}

// What may become of spans that overlap, for people.
var overlapTitles = map[dataset.Overlap]string{
	dataset.Outermost: "The longest stays", dataset.Innermost: "The shortest stays", dataset.Levels: "Three columns, by level",
	dataset.Files: "A file for each label", dataset.Refuse: "Write nothing",
}

var layoutTitles = map[dataset.Layout]string{dataset.CoNLL2002: "As CoNLL 2002", dataset.CoNLL2003: "As CoNLL 2003"}

func newFormatWays(p *datasetPage, offers dataset.Offers) formatWays {
	var ways formatWays
	pick := func(caption string, titles []string) *picker {
		s := newPagePick(p, titles, p.form.changed)
		s.Selected = titles[0]
		ways.objects = append(ways.objects, beside(caption, s))
		return s
	}
	if len(offers.Overlaps) > 0 {
		titles := []string{asUsual}
		for _, o := range offers.Overlaps {
			titles = append(titles, overlapTitles[o])
		}
		ways.overlap = pick("Overlaps", titles)
	}
	if offers.Tags {
		titles := []string{}
		for _, t := range usualFirst(dataset.TagStyles, dataset.IOB2) {
			titles = append(titles, strings.ToUpper(string(t)))
		}
		ways.tags = pick("Tags", titles)
	}
	if offers.Layout {
		ways.layout = pick("Columns", []string{asUsual, layoutTitles[dataset.CoNLL2002], layoutTitles[dataset.CoNLL2003]})
	}
	if len(offers.Units) > 0 {
		titles := []string{}
		for _, u := range offers.Units {
			titles = append(titles, unitTitles[u])
		}
		ways.counts, ways.units = offers.Units, pick("Offsets count", titles)
	}
	if offers.Window {
		ways.window = newPageEntry(p, "384")
		ways.objects = append(ways.objects, beside("Tokens at most", ways.window))
	}
	if offers.Plain {
		ways.plain = newPageTick(p, "Without what only an import would read")
		ways.objects = append(ways.objects, beside("", ways.plain))
	}
	return ways
}

// usualFirst puts what is usual before the others.
func usualFirst(styles []dataset.TagStyle, usual dataset.TagStyle) []dataset.TagStyle {
	list := []dataset.TagStyle{usual}
	for _, s := range styles {
		if s != usual {
			list = append(list, s)
		}
	}
	return list
}

// choices are what was chosen.
func (f formatWays) choices() dataset.Choices {
	var c dataset.Choices
	if f.overlap != nil {
		for o, title := range overlapTitles {
			if title == f.overlap.Selected {
				c.Overlap = o
			}
		}
	}
	if f.tags != nil {
		c.Tags = dataset.TagStyle(strings.ToLower(f.tags.Selected))
	}
	if f.layout != nil {
		for l, title := range layoutTitles {
			if title == f.layout.Selected {
				c.Layout = l
			}
		}
	}
	if f.units != nil {
		c.Units = f.counts[max(0, f.units.SelectedIndex())]
	}
	c.Plain = f.plain != nil && f.plain.Checked
	if f.window != nil {
		c.Window, _ = strconv.Atoi(strings.TrimSpace(f.window.Text)) // what is no number, check says
	}
	return c
}

// check says what is wrong with what was typed.
func (f formatWays) check() string {
	if f.window == nil || strings.TrimSpace(f.window.Text) == "" {
		return ""
	}
	if n, err := strconv.Atoi(strings.TrimSpace(f.window.Text)); err != nil || n <= 0 {
		return "The tokens of a window must be a number above 0"
	}
	return ""
}
