package dataset

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// sizes are the classes of sizes that Hugging Face has.
var sizes = []struct {
	below int
	name  string
}{{1000, "n<1K"}, {10000, "1K<n<10K"}, {100000, "10K<n<100K"}, {1000000, "100K<n<1M"}}

var (
	languageCode = regexp.MustCompile(`^[a-z]{2,3}$`)
	licenceCode  = regexp.MustCompile(`^[a-z0-9][a-z0-9.-]*$`)
)

// frontMatter is the beginning of the card, which Hugging Face reads. A text of
// JSON is one of YAML too.
func (s *sink) frontMatter() string {
	var b strings.Builder
	quoted := func(text string) string { data, _ := json.Marshal(text); return string(data) }
	b.WriteString("---\n")
	if code := strings.ToLower(s.choices.Licence); licenceCode.MatchString(code) {
		fmt.Fprintf(&b, "license: %s\n", quoted(code))
	}
	if slices.IndexFunc(s.census.languages, func(l string) bool { return !languageCode.MatchString(l) }) < 0 && len(s.census.languages) > 0 {
		fmt.Fprintf(&b, "language: [\"%s\"]\n", strings.Join(s.census.languages, "\", \"")) // no is Norwegian, not false
	}
	size, articles := "1M<n<10M", s.ledger.Out[Articles]
	for _, class := range slices.Backward(sizes) {
		if articles < class.below {
			size = class.name
		}
	}
	fmt.Fprintf(&b, "pretty_name: %s\nsize_categories: [%s]\ntask_categories: [token-classification]\nannotations_creators: [expert-generated]\n", quoted(oneLine(s.name())), size)
	b.WriteString("configs:\n- config_name: default\n  default: true\n  data_files:\n")
	for _, set := range s.setNames() {
		fmt.Fprintf(&b, "  - {split: %s, path: data/%s-*.parquet}\n", hfSet(set), hfSet(set))
	}
	b.WriteString("dataset_info:\n  features:\n")
	for _, c := range hfColumns {
		s.frontColumn(&b, c, "  ")
	}
	b.WriteString("---\n\n")
	return b.String()
}

// frontColumn is a column as the card describes it.
func (s *sink) frontColumn(b *strings.Builder, c hfColumn, indent string) {
	fmt.Fprintf(b, "%s- name: %s\n", indent, c.name)
	switch {
	case c.inner != nil:
		fmt.Fprintf(b, "%s  list:\n", indent)
		for _, inner := range c.inner {
			s.frontColumn(b, inner, indent+"  ")
		}
	case c.kind == "class":
		fmt.Fprintf(b, "%s  sequence:\n%s    class_label:\n%s      names:\n", indent, indent, indent)
		for i, tag := range s.tags {
			name, _ := json.Marshal(tag)
			fmt.Fprintf(b, "%s        '%d': %s\n", indent, i, name)
		}
	case c.list:
		fmt.Fprintf(b, "%s  sequence: %s\n", indent, c.kind)
	default:
		fmt.Fprintf(b, "%s  dtype: %s\n", indent, c.kind)
	}
}
