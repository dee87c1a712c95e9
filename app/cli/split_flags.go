package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/glossator/glossator/annotate/dataset"
	"github.com/glossator/glossator/storage"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A splitFlags is the flags that say into which sets articles are parted.
type splitFlags struct {
	split, by, group string
	seed             uint64
}

// keptSets stands for the sets that the project keeps, instead of their shares.
const keptSets = "kept"

func (f *splitFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&f.split, "split", "", "part the articles into `SETS`: 80/10/10 (train, dev, test), train=80,test=20, by their last days train=2024-12-31,dev=2025-03-31,test=rest, or kept: the sets that the project keeps. An article stays in its set when more arrive")
	flags.Uint64Var(&f.seed, "seed", 0, "another `NUMBER` makes another --split")
	flags.StringVar(&f.by, "by", "", "`date`: the oldest articles go into the first set of --split")
	flags.StringVar(&f.group, "group", "", "the `NAME` of metadata, such as source, of which no value may lie in two sets of --split (without it: event)")
}

// A splitWish is the sets that are asked for, if any are.
type splitWish struct {
	split dataset.Split
	asked bool
	kept  bool // those that the project keeps are meant, whatever they are
}

// wish is what the flags ask for.
func (f *splitFlags) wish() (splitWish, error) {
	switch {
	case f.split == "" && f.by+f.group != "":
		return splitWish{}, misuse("--by and --group need --split, such as --split 80/10/10")
	case f.split == "":
		return splitWish{}, nil
	case f.split == keptSets && (f.by+f.group != "" || f.seed != 0):
		return splitWish{}, misuse("--split %s takes the sets as they are, without --seed, --by and --group", keptSets)
	case f.split == keptSets:
		return splitWish{asked: true, kept: true}, nil
	case f.by != "" && f.by != "date":
		return splitWish{}, misuse("--by must be date, not %q", f.by)
	}
	split, err := dataset.ParseSplit(f.split)
	if err != nil {
		return splitWish{}, misuse("--split: %v", err)
	}
	split.Seed, split.Group = f.seed, f.group
	split.ByDate = split.ByDate || f.by == "date"
	return splitWish{split: split, asked: true}, nil
}

// plan parts a project's articles. What is in a set stays there: another split
// than the one that the project keeps is refused.
func (w splitWish) plan(ctx context.Context, p *storage.Project) (*dataset.Plan, error) {
	sets, err := p.Sets(ctx)
	if err != nil {
		return nil, err
	}
	switch {
	case len(sets.Of) == 0 && w.kept:
		return nil, fmt.Errorf("%s keeps no sets: make them with --split 80/10/10", p.Path())
	case len(sets.Of) > 0:
		kept, err := dataset.ParseRule(sets.Rule)
		if err != nil {
			return nil, err
		}
		if !w.kept && !w.split.Same(kept) {
			return nil, fmt.Errorf("the articles of %s have had their sets since %s (%s): take these with --split %s, or let go of them with glossator sets %s --reset",
				p.Path(), sets.At.Format(time.DateOnly), ruleText(kept), keptSets, p.Path())
		}
		w.split = kept
	}
	return dataset.NewPlan(w.split, sets.Of, p.Documents(ctx, storage.Choice{}))
}

// ruleText is how sets were made, in words.
func ruleText(s dataset.Split) string {
	text := fmt.Sprintf("%s, seed %d", s, s.Seed)
	if s.ByDate {
		text = fmt.Sprintf("%s, by date", s)
	}
	if s.Group != "" {
		text += ", grouped by " + s.Group
	}
	return text
}

// keepPlan keeps the sets of a plan in the project, and says so where it cannot
// be written.
func keepPlan(verb *cobra.Command, p *storage.Project, plan *dataset.Plan) error {
	if plan.Fresh == 0 {
		return nil
	}
	if p.ReadOnly() {
		_, err := fmt.Fprintf(verb.ErrOrStderr(), "glossator: warning: %s cannot be written, so it does not keep the sets: articles may be in others when more arrive\n", p.Path())
		return err
	}
	return p.KeepSets(verb.Context(), plan.Split.Rule(), plan.Members())
}
