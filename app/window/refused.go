package window

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/dataset"
	"github.com/glossator/glossator/storage"
)

// A refusal is the dialog that tells what cannot be imported, and asks what would help: whether to
// import the rest, to add labels, what offsets count.
type refusal struct {
	w       *Window
	in      intake
	body    *fyne.Container
	labels  *box               // nil when labels are not what is wrong
	units   *widget.RadioGroup // nil when no file leaves open what its offsets count
	further *widget.Button     // nil when nothing would help
	rest    int                // documents that were not refused
}

// unitTitles are what offsets may count, for people.
var unitTitles = map[annotate.Unit]string{
	annotate.CodePoints: "characters, as Python counts them",
	annotate.UTF16:      "characters, as browsers count them",
	annotate.Graphemes:  "signs as one sees them",
}

// showRefused tells what cannot be imported of so many documents.
func (w *Window) showRefused(in intake, read int, refused *storage.RefusedError) {
	r := &refusal{w: w, in: in, rest: read - len(refused.Refused) - refused.More}
	var lines []string
	for _, one := range refused.Refused {
		if open, is := errors.AsType[*dataset.UnitsError](&one); is {
			one.Reason = open.Open // the rest is asked below
		}
		lines = append(lines, one.Error())
	}
	r.body = container.NewVBox(words(r.intro()))
	if refused.More > 0 {
		lines = append(lines, fmt.Sprintf("… and %d more", refused.More))
	}
	addListing(r.body, "Refused", lines)
	r.ask(refused.Refused)
	r.show()
}

func (r *refusal) intro() string {
	if r.rest > 0 {
		return "Nothing was imported yet, because some of it cannot be:"
	}
	return "Nothing was imported:"
}

// ask adds the questions whose answers would help.
func (r *refusal) ask(refused []annotate.Refusal) {
	var units []annotate.Unit
	for _, one := range refused {
		if open, is := errors.AsType[*dataset.UnitsError](&one); is {
			for _, unit := range open.Units {
				if !slices.Contains(units, unit) {
					units = append(units, unit)
				}
			}
		}
		if strings.Contains(one.Reason, "label ") && r.labels == nil {
			r.labels = newBox(r.w.inDialogs(), "Add labels that the scheme does not have yet", func(bool) { r.enable() })
			r.body.Add(r.labels)
		}
	}
	if len(units) > 0 {
		r.askUnits(units)
	}
}

// askUnits asks what offsets count that files leave open.
func (r *refusal) askUnits(units []annotate.Unit) {
	r.units = widget.NewRadioGroup(nil, func(title string) {
		r.in.units = annotate.Bytes
		for _, unit := range units {
			if unitTitles[unit] == title {
				r.in.units = unit
			}
		}
		r.enable()
	})
	for _, unit := range units {
		r.units.Options = append(r.units.Options, unitTitles[unit])
	}
	r.body.Add(padded(8, 0, 0, 0, words("What do the offsets of these files count? They differ where there are emoji.")))
	r.body.Add(r.units)
}

// show shows the dialog. Where nothing would help there is but one button.
func (r *refusal) show() {
	if r.rest <= 0 && r.labels == nil && r.units == nil {
		r.w.say("Nothing was imported")
		r.w.tell("This cannot be imported", r.body, fyne.NewSize(600, 0))
		return
	}
	d := r.w.newDialog("Some of this cannot be imported", r.body)
	d.button("Cancel", func() {
		d.close()
		r.w.say("Nothing was imported")
	})
	title := "Import the rest"
	if r.rest <= 0 {
		title = "Import again"
	}
	r.further = d.primary(title, func() {
		d.close()
		r.again()
	})
	r.enable()
	d.show(fyne.NewSize(600, 0))
}

// answered reports whether something would be otherwise if the same were imported again.
func (r *refusal) answered() bool {
	return r.labels != nil && r.labels.Checked || r.units != nil && r.units.Selected != ""
}

// enable lets the import go on when that would bring something.
func (r *refusal) enable() {
	switch {
	case r.further == nil:
	case r.rest > 0 || r.answered():
		r.further.Enable()
	default:
		r.further.Disable()
	}
}

// again imports with what was answered.
func (r *refusal) again() {
	r.in.options.SkipRefused = r.rest > 0
	r.in.options.AddLabels = r.labels != nil && r.labels.Checked
	r.w.take(r.in)
}
