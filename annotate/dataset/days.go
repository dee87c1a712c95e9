package dataset

import (
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/glossator/glossator/annotate"
)

// dateNames are the names of metadata under which the day of a report stands.
var dateNames = []string{"date", "publish_date", "published", "event_date"}

// dateForms are the forms of days that are understood.
var dateForms = []string{time.DateOnly, "2006/01/02", "20060102", "02.01.2006", "2.1.2006", "2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006"}

// dayOf is the day of an article, as 2025-06-30; empty if it has none that is
// understood.
func dayOf(a annotate.Article) string {
	for _, name := range dateNames {
		text := strings.TrimSpace(a.Meta[name])
		for _, form := range dateForms {
			if day, err := time.Parse(form, text); err == nil {
				return day.Format(time.DateOnly)
			}
		}
		if len(text) > len(time.DateOnly) {
			if day, err := time.Parse(time.DateOnly, text[:len(time.DateOnly)]); err == nil {
				return day.Format(time.DateOnly)
			}
		}
	}
	return ""
}

// daysOf are the days of articles, ascending.
func daysOf(docs annotate.Documents) ([]string, error) {
	var days []string
	for doc, err := range docs {
		if err != nil {
			return nil, err
		}
		if day := dayOf(doc.Article); day != "" {
			days = append(days, day)
		}
	}
	if len(days) == 0 {
		return nil, errors.New("no article has a date in its metadata that can be read, such as date: 2025-06-30; part the sets by shares, without --by date")
	}
	slices.Sort(days)
	return days, nil
}

// setDays finds the last day of each set that makes its share of the articles,
// if none is given.
func (s *Split) setDays(days []string) {
	if len(s.Sets) == 0 || s.Sets[0].Until != "" {
		return
	}
	s.asked = s.String()
	s.Sets = slices.Clone(s.Sets)
	sum := 0.0
	for i := range s.Sets {
		sum += s.Sets[i].Share
		at := min(len(days)-1, max(0, int(sum*float64(len(days))+0.5)-1))
		s.Sets[i].Until = days[at]
	}
	s.Sets[len(s.Sets)-1].Until = rest
}
