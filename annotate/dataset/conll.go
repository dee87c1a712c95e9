package dataset

var conll = Format{
	Name:       "conll",
	Title:      "CoNLL columns (IOB2)",
	About:      "One token a line, then a column for each label of the scheme with IOB2 tags, so that spans of different labels may overlap; of those of one label that overlap the longest is kept. Spans widen to whole tokens; gaps, attributes, links and notes stay behind.",
	Extensions: []string{".conll"},
	takes:      func(file) (string, bool) { return "", false },
}
