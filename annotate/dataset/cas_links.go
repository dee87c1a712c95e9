package dataset

import (
	"cmp"
	"fmt"

	"github.com/glossator/glossator/annotate"
)

// isRelation reports whether a structure joins two others.
func (s *casStruct) isRelation() bool {
	return len(s.refs[casSource]) == 1 && len(s.refs[casTarget]) == 1
}

// addLinks makes links of relations, of slots, of chains, and of whatever else
// refers from one annotation to another.
func (r *casReader) addLinks() {
	for _, s := range r.structs {
		switch {
		case casFrame(s.kind):
		case s.isRelation():
			r.addRelation(s)
		case s.placed:
			for feature, ids := range sorted(s.refs) {
				for _, id := range ids {
					r.addReference(s, feature, id)
				}
			}
		}
	}
}

func (r *casReader) addRelation(s *casStruct) {
	kind := named(cmp.Or(s.values[r.labelFeature(s.kind)], shortKind(s.kind)))
	from, to := r.end(s.refs[casSource][0]), r.end(s.refs[casTarget][0])
	if from == "" || to == "" {
		r.repairs = append(r.repairs, fmt.Sprintf("left out: a relation %s, as an annotation that it joins is not there", kind))
		return
	}
	if n := len(s.values); n > 1 && s.values[casNote] == "" || n > 2 {
		r.repairs = append(r.repairs, fmt.Sprintf("of a relation %s only the kind and the note were kept, not its other features", kind))
	}
	r.addLink(annotate.Link{Kind: kind, From: from, To: to, Note: s.values[casNote]})
}

// addReference makes a link of a reference from a span: to a span itself, or to
// the structure of a slot, which has a role and a target.
func (r *casReader) addReference(s *casStruct, feature, id string) {
	from, there := r.spans[s]
	target := r.byID[id]
	if !there || target == nil {
		return
	}
	kind := feature
	if feature == "next" {
		kind = cmp.Or(s.values["referenceRelation"], shortKind(s.kind))
	}
	if targets := target.refs["target"]; len(targets) == 1 && !target.placed {
		kind = cmp.Or(target.values["role"], feature)
		id = targets[0]
	} else if !target.placed {
		if target.values["target"] != "" {
			r.repairs = append(r.repairs, fmt.Sprintf("left out: a link %s, as the annotation that it goes to is not there", named(cmp.Or(target.values["role"], feature))))
		}
		return
	}
	to := r.end(id)
	if to == "" {
		r.repairs = append(r.repairs, fmt.Sprintf("left out: a link %s, as the annotation that it goes to is not there", named(kind)))
		return
	}
	r.addLink(annotate.Link{Kind: named(kind), From: from, To: to})
}

// end is the span that an id stands for. That of a token is what is said of the
// token, as its part of speech, or else a span of its own.
func (r *casReader) end(id string) annotate.ID {
	s := r.byID[id]
	if s == nil {
		return ""
	}
	if span, there := r.spans[s]; there {
		return span
	}
	if !s.placed || shortKind(s.kind) != shortKind(casToken) {
		return ""
	}
	for _, ids := range sorted(s.refs) {
		for _, said := range ids {
			if span, there := r.spans[r.byID[said]]; there {
				return span
			}
		}
	}
	span, err := r.span(s)
	if err != nil || span.Empty() {
		return ""
	}
	r.spans[s] = r.gathered.addSpan(span).ID
	return r.spans[s]
}
