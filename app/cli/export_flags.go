package cli

import (
	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/dataset"
	"github.com/spf13/pflag"
)

// A chosenFlags is the flags of export that say what and how, as they came.
type chosenFlags struct {
	authors, labels       []string
	overlap, tags, layout string
	window                int
	plain                 bool
	units                 string
	licence               string
	adjudicated           bool
	parting               splitFlags
}

func (c *chosenFlags) register(flags *pflag.FlagSet) {
	flags.StringArrayVar(&c.authors, "author", nil, "only what the author of this `NAME` labelled; may be given several times")
	flags.StringArrayVar(&c.labels, "label", nil, "only spans of the label of this `NAME`, and links between them; may be given several times")
	flags.StringVar(&c.overlap, "overlap", "", "what becomes of spans that overlap, in conll and spacy: outermost or innermost stay, levels, files (conll alone), refuse; the `WAY` without it is the format's own")
	flags.StringVar(&c.tags, "tags", "", "the `STYLE` of tags in conll: iob1, iob2, iobes or bilou (without it: iob2)")
	flags.StringVar(&c.layout, "layout", "", "the columns of conll as in the `YEAR` 2002 or 2003, with spaces (without it: with TABs)")
	flags.IntVar(&c.window, "window", 0, "how many `TOKENS` a window of gliner has at most (without it: 384)")
	flags.BoolVar(&c.plain, "plain", false, "without titles, metadata and authors where only an import would read them (spacy, webanno, uima, xmi)")
	flags.StringVar(&c.units, "units", "", "what offsets count in doccano: utf16, code-points or graphemes, a `UNIT` (without it: utf16)")
	flags.StringVar(&c.licence, "licence", "", "the `LICENCE` that the dataset's card names: an SPDX identifier such as CC-BY-4.0, or a sentence")
	flags.BoolVar(&c.adjudicated, "adjudicated", false, "only the labels that a curator settled on, and articles that have such")
	c.parting.register(flags)
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
	if c.units != "" {
		if choices.Units, err = annotate.ParseUnit(c.units); err != nil || choices.Units == annotate.Bytes {
			return choices, misuse("--units must be utf16, code-points or graphemes, not %q", c.units)
		}
	}
	if c.window < 0 {
		return choices, misuse("--window must be a number of tokens, not %d", c.window)
	}
	return choices, nil
}

// sets are the sets that are asked for.
func (c *chosenFlags) sets() (splitWish, error) { return c.parting.wish() }
