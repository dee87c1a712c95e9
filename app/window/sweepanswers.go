package window

import "fmt"

// given is the answer that an occurrence had before another was given.
type given struct {
	occurrence int
	before     answer
}

// take takes the occurrence in hand, and goes on.
func (s *sweep) take() { s.answerOne(answerTaken) }

// refuse leaves the occurrence in hand out, and goes on.
func (s *sweep) refuse() { s.answerOne(answerRefused) }

func (s *sweep) answerOne(a answer) {
	if s.at < len(s.found.occurrences) {
		s.answer(a, []int{s.at})
		s.pass(+1)
	}
}

// takeAll takes all that are not answered.
func (s *sweep) takeAll() { s.answer(answerTaken, s.open()) }

// refuseAll leaves out all that are not answered.
func (s *sweep) refuseAll() { s.answer(answerRefused, s.open()) }

// open are the occurrences that are not answered.
func (s *sweep) open() []int {
	var open []int
	for i, o := range s.found.occurrences {
		if o.answer == answerOpen {
			open = append(open, i)
		}
	}
	return open
}

// answer answers occurrences, which can be taken back as one.
func (s *sweep) answer(a answer, which []int) {
	var log []given
	for _, i := range which {
		log = append(log, given{i, s.found.occurrences[i].answer})
		s.found.occurrences[i].answer = a
	}
	s.log = append(s.log, log)
	s.show()
	s.w.say("")
}

// unanswer takes the last answer back, or says that this cannot be redone.
func (s *sweep) unanswer(redo bool) {
	switch {
	case redo:
		s.w.say("An answer that was taken back is given again by its key")
		return
	case len(s.log) == 0:
		s.w.say("There is no answer to take back")
		return
	}
	last := s.log[len(s.log)-1]
	s.log = s.log[:len(s.log)-1]
	for _, g := range last {
		s.found.occurrences[g.occurrence].answer = g.before
		s.at = g.occurrence
	}
	s.show()
	s.w.say("Took back the last answer")
}

// pass goes to another occurrence without an answer; the list does not begin anew behind its end.
func (s *sweep) pass(by int) {
	if n := len(s.found.occurrences); n > 0 {
		s.at = min(n-1, max(0, s.at+by))
		s.list.reveal()
	}
}

// tapped takes an occurrence that was clicked, or leaves it out when it was taken.
func (s *sweep) tapped(i int) {
	s.at = i
	if s.found.occurrences[i].answer == answerTaken {
		s.answer(answerRefused, []int{i})
		return
	}
	s.answer(answerTaken, []int{i})
}

// leave goes back to the article. What was taken is kept for coming back, but tagged nowhere.
func (s *sweep) leave() {
	s.w.leaveSheet()
	if n := s.found.count(answerTaken); n > 0 {
		s.w.say(fmt.Sprintf("%s that you took are not tagged yet: %s comes back to them", grouped(n), s.w.keyOf("sweep")))
		return
	}
	s.w.sweep = nil
	s.w.say("Nothing was tagged")
}

// apply tags what was taken.
func (s *sweep) apply() {
	parts := s.found.parts()
	if len(parts) == 0 {
		s.w.say("Nothing is taken yet: " + s.w.keyOf("answer-take") + " takes the one in hand, " + s.w.keyOf("answer-take-all") + " all that are left")
		return
	}
	w := s.w
	w.leaveSheet()
	w.sweep = nil
	w.tagBatch(&batch{project: w.project, author: w.author, scheme: w.scheme(), label: s.label, parts: parts})
}

func (w *Window) applySweep() { w.sweep.apply() }

func noSweepShown(w *Window) string {
	if w.sweep.shown() {
		return ""
	}
	return "Begin with “Tag all in the project”"
}
