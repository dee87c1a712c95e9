package storage

import (
	"slices"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// TestJoin knows a person by the ID, whatever the name.
func TestJoin(t *testing.T) {
	p := newProject(t)
	mustImport(t, p, ImportOptions{}, article("Mixed", mixed))
	ana := annotate.Author{ID: id("ana"), Name: "Ana", Kind: annotate.Person}
	other := person(t, p, "Ana")
	for _, name := range []string{"Ana", "Ana", "Ana Moor", "Ana"} {
		ana.Name = name
		if got, err := p.Join(ana); err != nil || got != ana {
			t.Errorf("%v joined as %v: %v", ana, got, err)
		}
		p = reopen(t, p)
		authors, err := p.Authors(t.Context())
		if err != nil || len(authors) != 2 || !slices.Contains(authors, ana) || !slices.Contains(authors, other) {
			t.Errorf("the authors are %v: %v", authors, err)
		}
		checkClean(t, p)
	}
	for _, bad := range []annotate.Author{{ID: "x", Name: "Ben", Kind: annotate.Person}, {ID: ana.ID, Kind: annotate.Person}, {ID: ana.ID, Name: "a\nb", Kind: annotate.Person}} {
		if got, err := p.Join(bad); err == nil {
			t.Errorf("%v joined as %v", bad, got)
		}
	}
}
