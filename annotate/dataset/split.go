package dataset

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A Split says into which sets articles are to be parted.
type Split struct {
	Sets []Set
	// Seed makes another split of the same articles; the same seed makes the same.
	// That an article stays in its set when more arrive, [NewPlan] sees to.
	Seed   uint64
	ByDate bool   // the oldest go into the first set
	Group  string // the name of metadata of which no value may lie in two sets; empty is "event"
	asked  string // as it was asked for, where days were found for shares since
}

// A Set is one of a split.
type Set struct {
	Name  string
	Share float64 // of all, from 0 to 1
	Until string  // the last day that goes into it, as 2025-06-30; empty if days don't part the sets
}

// rest is what stands for the day of the last set.
const rest = "rest"

var setName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_]*$`)

// usualNames are the names of two sets and of three, where only shares are given.
var usualNames = map[int][]string{2: {"train", "test"}, 3: {"train", "dev", "test"}}

// namedSets is "80/10/10" as "train=80,dev=10,test=10"; anything else stays.
func namedSets(text string) string {
	shares := strings.Split(text, "/")
	names := usualNames[len(shares)]
	if names == nil || strings.Contains(text, "=") {
		return text
	}
	var parts []string
	for i, share := range shares {
		parts = append(parts, names[i]+"="+strings.TrimSpace(share))
	}
	return strings.Join(parts, ",")
}

// ParseSplit reads "80/10/10" or "train=80,dev=10,test=10", shares of any sum, or
// "train=2024-12-31,dev=2025-03-31,test=rest", the last day of each set.
func ParseSplit(text string) (Split, error) {
	var s Split
	text = namedSets(text)
	sum := 0.0
	seen := map[string]bool{}
	for part := range strings.SplitSeq(text, ",") {
		name, value, found := strings.Cut(strings.TrimSpace(part), "=")
		if !found || !setName.MatchString(name) {
			return s, fmt.Errorf("%q is no set with its share, as in train=80,dev=10,test=10; names are of letters, digits and underlines", part)
		}
		if seen[strings.ToLower(name)] {
			return s, fmt.Errorf("there are two sets %q", name)
		}
		seen[strings.ToLower(name)] = true
		set := Set{Name: name}
		share, err := strconv.ParseFloat(value, 64)
		switch _, bad := time.Parse(time.DateOnly, value); {
		case bad == nil, value == rest:
			s.ByDate, set.Until = true, value
		case err != nil || !(share > 0 && share < 1e9):
			return s, fmt.Errorf("the share of the set %s must be a number above 0, or its last day as 2025-06-30, not %q", name, value)
		}
		set.Share = share
		sum += share
		s.Sets = append(s.Sets, set)
	}
	for i := range s.Sets {
		if (s.Sets[i].Until != "") != (s.Sets[0].Until != "") {
			return s, fmt.Errorf("the sets must all have shares, or all a last day, the last one %q", rest)
		}
		s.Sets[i].Share /= max(sum, 1e-9)
	}
	return s, s.checkDays()
}

// checkDays makes sure that days ascend to the rest.
func (s Split) checkDays() error {
	for i, set := range s.Sets {
		last := i == len(s.Sets)-1
		if set.Until != "" && last != (set.Until == rest) || i > 0 && set.Until != "" && !last && set.Until <= s.Sets[i-1].Until {
			return fmt.Errorf("days must ascend from set to set, and the last one be %q: train=2024-12-31,dev=2025-03-31,test=%s", rest, rest)
		}
	}
	return nil
}

// String is the split as [ParseSplit] reads it.
func (s Split) String() string {
	var parts []string
	for _, set := range s.Sets {
		value := set.Until
		if value == "" {
			value = strconv.FormatFloat(100*set.Share, 'g', 4, 64)
		}
		parts = append(parts, set.Name+"="+value)
	}
	return strings.Join(parts, ",")
}
