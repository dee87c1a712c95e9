package annotate_test

import (
	"slices"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestSchemesThatCannotBeUsed(t *testing.T) {
	for name, s := range map[string]annotate.Scheme{
		"no name":       {Labels: []annotate.Label{{}}},
		"twice":         {Labels: []annotate.Label{{Name: "a"}, {Name: "a"}}},
		"one key twice": {Labels: []annotate.Label{{Name: "a", Key: "x"}, {Name: "b", Key: "x"}}},
		"long key":      {Labels: []annotate.Label{{Name: "a", Key: "xy"}}},
		"digit key":     {Labels: []annotate.Label{{Name: "a", Key: "1"}}},
		"tab":           {Labels: []annotate.Label{{Name: "a\tb"}}},
		"unknown end":   {Links: []annotate.LinkKind{{Name: "by", From: []string{"claim"}}}},
	} {
		if s.Check() == nil {
			t.Errorf("%s: passed", name)
		}
	}
	if err := news.Check(); err != nil {
		t.Error(err)
	}
}

func TestMergingAddsWhatIsMissingAndKeepsTheRest(t *testing.T) {
	other := annotate.Scheme{
		Labels: []annotate.Label{
			{Name: "actor", Colour: "#000000", Attributes: []annotate.Attribute{{Name: "kind", Kind: annotate.Choice}, {Name: "side", Kind: annotate.Text}}},
			{Name: "weapon", Key: "a"},
		},
		Links: []annotate.LinkKind{{Name: "near"}, {Name: "said_by", To: []string{"actor", "place"}}, {Name: "armed_with", From: []string{"actor"}, To: []string{"weapon"}}},
	}
	merged, added := news.Merge(other)
	if want := []string{"attribute actor.side", "label weapon", "link kind said_by to place", "link kind armed_with"}; !slices.Equal(added, want) {
		t.Errorf("added %q, want %q", added, want)
	}
	if err := merged.Check(); err != nil {
		t.Error(err)
	}
	weapon, _ := merged.Label("weapon")
	if weapon.Key != "" || weapon.Colour == "" {
		t.Errorf("the new label is %+v", weapon)
	}
	actor, _ := merged.Label("actor")
	if kind, _ := actor.Attribute("kind"); kind.Kind != annotate.Text || actor.Colour != "" {
		t.Errorf("the old label became %+v", actor)
	}
	if again, added := merged.Merge(other); len(added) != 0 || len(again.Labels) != len(merged.Labels) {
		t.Errorf("merging twice added %q", added)
	}
	if len(news.Labels) != 4 || len(news.Labels[0].Attributes) != 1 {
		t.Error("merging changed the scheme that it started from")
	}
}
