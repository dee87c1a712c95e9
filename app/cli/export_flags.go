package cli

import (
	"github.com/glossator/glossator/annotate/dataset"
	"github.com/spf13/pflag"
)

// A chosenFlags is the flags of export that say what and how, as they came.
type chosenFlags struct {
	authors, labels       []string
	overlap, tags, layout string
	window                int
	plain                 bool
	licence               string
	split, by, group      string
	seed                  uint64
}

func (c *chosenFlags) register(flags *pflag.FlagSet) {
	flags.StringArrayVar(&c.authors, "author", nil, "only what the author of this `NAME` labelled; may be given several times")
	flags.StringArrayVar(&c.labels, "label", nil, "only spans of the label of this `NAME`, and links between them; may be given several times")
	flags.StringVar(&c.overlap, "overlap", "", "what becomes of spans that overlap, in conll and spacy: outermost or innermost stay, levels, files (conll alone), refuse; the `WAY` without it is the format's own")
	flags.StringVar(&c.tags, "tags", "", "the `STYLE` of tags in conll: iob1, iob2, iobes or bilou (without it: iob2)")
	flags.StringVar(&c.layout, "layout", "", "the columns of conll as in the `YEAR` 2002 or 2003, with spaces (without it: with TABs)")
	flags.IntVar(&c.window, "window", 0, "how many `TOKENS` a window of gliner has at most (without it: 384)")
	flags.BoolVar(&c.plain, "plain", false, "without titles, metadata and authors where only an import would read them (spacy)")
	flags.StringVar(&c.licence, "licence", "", "the `LICENCE` that the dataset's card names: an SPDX identifier such as CC-BY-4.0, or a sentence")
	flags.StringVar(&c.split, "split", "", "part the articles into `SETS`: train=80,dev=10,test=10, or by their last days train=2024-12-31,dev=2025-03-31,test=rest")
	flags.Uint64Var(&c.seed, "seed", 0, "another `NUMBER` makes another --split")
	flags.StringVar(&c.by, "by", "", "`date`: the oldest articles go into the first set of --split")
	flags.StringVar(&c.group, "group", "", "the `NAME` of metadata, such as source, of which no value may lie in two sets of --split (without it: event)")
}

// choices are those of the format.
func (c *chosenFlags) choices() (choices dataset.Choices, err error) {
	choices = dataset.Choices{Window: c.window, Plain: c.plain, Licence: c.licence}
	if choices.Overlap, err = dataset.ParseOverlap(c.overlap); err != nil {
		return choices, misuse("--overlap: %v", err)
	}
	if choices.Tags, err = dataset.ParseTagStyle(c.tags); err != nil {
		return choices, misuse("--tags: %v", err)
	}
	if choices.Layout, err = dataset.ParseLayout(c.layout); err != nil {
		return choices, misuse("--layout: %v", err)
	}
	if c.window < 0 {
		return choices, misuse("--window must be a number of tokens, not %d", c.window)
	}
	return choices, nil
}

// sets is the split, and whether there is one.
func (c *chosenFlags) sets() (split dataset.Split, asked bool, err error) {
	switch {
	case c.split == "" && c.by+c.group != "":
		return split, false, misuse("--by and --group need --split, such as --split train=80,dev=10,test=10")
	case c.split == "":
		return split, false, nil
	case c.by != "" && c.by != "date":
		return split, false, misuse("--by must be date, not %q", c.by)
	}
	if split, err = dataset.ParseSplit(c.split); err != nil {
		return split, false, misuse("--split: %v", err)
	}
	split.Seed, split.Group = c.seed, c.group
	split.ByDate = split.ByDate || c.by == "date"
	return split, true, nil
}
