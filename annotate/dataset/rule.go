package dataset

import (
	"cmp"
	"encoding/json"
	"fmt"
)

// A ruleRecord is the JSON form of a split: what a project keeps with its sets.
type ruleRecord struct {
	Sets   string `json:"sets"`
	Seed   uint64 `json:"seed"`
	ByDate bool   `json:"by_date,omitempty"`
	Group  string `json:"group,omitempty"`
	Asked  string `json:"asked,omitempty"`
}

// Rule is the split as JSON, which [ParseRule] reads.
func (s Split) Rule() string {
	data, _ := json.Marshal(ruleRecord{s.String(), s.Seed, s.ByDate, s.Group, s.asked}) // texts and numbers: it cannot fail
	return string(data)
}

// ParseRule reads what [Split.Rule] wrote.
func ParseRule(rule string) (Split, error) {
	var r ruleRecord
	if err := json.Unmarshal([]byte(rule), &r); err != nil {
		return Split{}, fmt.Errorf("how the sets were made cannot be read (%s); make them anew", rule)
	}
	s, err := ParseSplit(r.Sets)
	if err != nil {
		return s, fmt.Errorf("how the sets were made cannot be read: %w; make them anew", err)
	}
	s.Seed, s.ByDate, s.Group, s.asked = r.Seed, s.ByDate || r.ByDate, r.Group, r.Asked
	return s, nil
}

// Same reports whether a split asks for the same sets as one that was kept, for
// which days may have been found since.
func (s Split) Same(kept Split) bool {
	sets := s.String()
	return s.Seed == kept.Seed && s.ByDate == kept.ByDate && cmp.Or(s.Group, usualGroup) == cmp.Or(kept.Group, usualGroup) &&
		(sets == kept.String() || sets == kept.asked)
}
