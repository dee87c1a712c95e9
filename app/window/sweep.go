package window

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/suggest"
)

// A sweep is the page that offers each occurrence of a span's words in all articles, to be tagged or
// left out. What was taken is tagged in all articles at once.
type sweep struct {
	w     *Window
	sheet *sheet
	words string
	label annotate.Label
	found haul
	at    int       // the occurrence in hand
	log   [][]given // what each answer took the place of, so that it can be taken back

	list    *sweepList
	swatch  *backdrop
	asked   *line
	count   *line
	none    *hint
	keys    *line
	tag     *quietButton
	answers []*quietButton // seen while there is something to answer
	anyCase *switchButton
	within  *switchButton
	endings *switchButton
}

func newSweep(w *Window) *sweep {
	s := &sweep{w: w, swatch: newSwatch(nil, 12), none: newHintOf("", "")}
	s.asked = newLine("", theme.SizeNameText, theme.ColorNameForeground)
	s.asked.style.Bold = true
	s.count = newLine("", theme.SizeNameCaptionText, colourQuiet)
	s.list = newSweepList(s)
	s.anyCase = newSwitch(w, "Any case", "Upper and lower case count as the same", s.search)
	s.within = newSwitch(w, "Parts of words", "The words may be part of longer ones", s.search)
	s.endings = newSwitch(w, "Other endings", "Each word may end otherwise, as in inflected languages", s.search)
	s.keys = newLine(s.keyLine(), theme.SizeNameCaptionText, colourFaint)
	how := container.New(layout.NewCustomPaddedHBoxLayout(2), s.anyCase, s.within, s.endings)
	about := container.NewVBox(between(s.swatch, s.asked, how, 9), padded(2, 0, 0, 0, s.count), padded(6, 0, 0, 0, s.keys))
	body := container.NewBorder(padded(0, 8, 24, 18, about), nil, nil, nil, container.NewStack(padded(0, 6, 12, 12, s.list), s.none.object))
	s.tag = w.commandButton(nil, "Tag what was taken", "answer-apply")
	s.tag.filled = true
	all, none := w.commandButton(nil, "Take all", "answer-take-all"), w.commandButton(nil, "Leave all out", "answer-refuse-all")
	s.answers = []*quietButton{all, none, s.tag}
	s.sheet = w.newSheet("Tag all in the project", body, all, none, s.tag)
	s.sheet.focus = func() { w.win.Canvas().Focus(s.list) }
	return s
}

// keyLine is which keys answer.
func (s *sweep) keyLine() string {
	said := "Take: %s     Leave out: %s     Pass: %s     Take all left: %s     Tag what was taken: %s"
	var names []any
	for _, id := range []string{"answer-take", "answer-refuse", "answer-next", "answer-take-all", "answer-apply"} {
		names = append(names, s.w.keyOf(id))
	}
	return fmt.Sprintf(said, names...)
}

// keyOf is the first key of a command for people.
func (w *Window) keyOf(id string) string {
	for _, c := range w.commands {
		if c.ID == id && len(c.Keys) > 0 {
			return c.Keys[0].String()
		}
	}
	return "no key"
}

// sweepProject offers the chosen span's words in all articles, or goes on with those that were
// offered before and are not tagged yet.
func (w *Window) sweepProject() {
	if w.sweep != nil && w.sweep.found.count(answerTaken) > 0 {
		w.showSheet(w.sweep.sheet)
		w.sweep.show()
		return
	}
	span, _ := w.session.Selected()
	s := newSweep(w)
	s.words, s.label = span.Quote(w.view.Text()), w.label(span.Label)
	s.search()
}

func noSweep(w *Window) string {
	if why := readOnlyOrNone(w); why != "" {
		return why
	}
	if w.sweep != nil && w.sweep.found.count(answerTaken) > 0 {
		return ""
	}
	return noSpan(w)
}

// search looks through all articles; the answers that were given stay.
func (s *sweep) search() {
	project := s.w.project
	wish := suggest.Wish{Words: s.words, Label: s.label.Name, Author: s.w.author.ID,
		How: suggest.How{AnyCase: s.anyCase.on, Within: s.within.on, Endings: s.endings.on}}
	work(s.w, "Looking for “"+oneLine(s.words, 40)+"” in all articles", func(ctx context.Context, say func(string)) (haul, error) {
		return sweepAll(ctx, project, wish, say)
	}, func(found haul, err error) {
		if err != nil {
			s.w.showError("The articles could not be searched", err, "")
			return
		}
		found.keepAnswers(s.found)
		s.found, s.at, s.log = found, 0, nil
		s.w.sweep = s
		s.w.showSheet(s.sheet)
		s.list.lay()
		s.show()
		s.w.refreshMenu()
	})
}

// show shows how things are.
func (s *sweep) show() {
	f := &s.found
	s.swatch.paint = s.w.hue(s.label)
	s.asked.set("“" + isolated(oneLine(s.words, 60)) + "” as " + s.label.Shown())
	s.count.set(s.counts())
	s.tag.show(nil, fmt.Sprintf("Tag %s", grouped(f.count(answerTaken))))
	s.none.hide()
	s.keys.set(s.keyLine())
	seen(len(f.occurrences) > 0, s.answers...)
	if len(f.occurrences) == 0 {
		s.keys.set("")
		s.none.say("Nothing is left to tag", fmt.Sprintf("%s searched; %s labelled already. Other cases, parts of words or other endings may find more.",
			counted(f.searched, "article"), grouped(f.labelled)))
	}
	s.sheet.object.Refresh()
	s.list.reveal()
}

// counts is what was found, and how far one is.
func (s *sweep) counts() string {
	f := &s.found
	if len(f.occurrences) == 0 {
		return ""
	}
	said := fmt.Sprintf("%s in %s", counted(len(f.occurrences), "occurrence"), counted(len(f.articles), "article"))
	if f.more {
		said = fmt.Sprintf("The first %s of more; when these are tagged, begin again for the rest", said)
	}
	said += fmt.Sprintf("  ·  %s taken, %s left out, %s to answer", grouped(f.count(answerTaken)), grouped(f.count(answerRefused)), grouped(f.count(answerOpen)))
	if f.labelled > 0 {
		said += fmt.Sprintf("  ·  %s more labelled already", grouped(f.labelled))
	}
	return said
}

// shown reports whether the page is what one sees.
func (s *sweep) shown() bool { return s != nil && s.w.sheets.open == s.sheet }
