package dataset

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The files beside a dataset that is a folder.
const (
	cardFile      = "README.md"
	croissantFile = "croissant.json"
	loaderFile    = "load.py"
)

// writeBeside writes the card, its form for machines and a loader into the folder of
// a dataset.
func (s *sink) writeBeside() error {
	if err := s.writeLoader(); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(s.folder, cardFile), []byte(s.card()), 0o666); err != nil {
		return cannotWrite(err)
	}
	return s.writeCroissant()
}

// isBeside reports whether a file of a folder is not of the dataset itself, but
// says something of it.
func isBeside(folder, name string) bool {
	switch name {
	case cardFile, croissantFile, loaderFile:
		return exists(filepath.Join(folder, croissantFile))
	}
	return false
}

// name is the dataset's name for people.
func (s *sink) name() string { return cmp.Or(s.census.scheme.Name, "Labelled news reports") }

// setNames are the sets in order; one empty name if there are none.
func (s *sink) setNames() []string {
	if s.plan == nil {
		return []string{""}
	}
	var names []string
	for _, set := range s.plan.Split.Sets {
		names = append(names, set.Name)
	}
	return names
}

// card is the dataset's description for people.
func (s *sink) card() string {
	var b strings.Builder
	if s.format.Name == huggingFace.Name {
		b.WriteString(s.frontMatter())
	}
	fmt.Fprintf(&b, "# %s\n\n%s, labelled by hand by %s. %s: %s\n\n", oneLine(s.name()), counted(s.ledger.Out[Articles], "article"), people(len(s.census.authors)), s.format.Title, s.format.About)
	b.WriteString("Offsets count Unicode code points from 0, the end is exclusive, unless the format says otherwise; texts are UTF-8 with `\\n` line ends.\n\n")
	b.WriteString("## Licence\n\n" + cmp.Or(oneLine(s.choices.Licence), "Not stated. Ask whoever made this dataset before you pass it on; the texts may belong to others.") + "\n\n")
	s.cardSets(&b)
	s.cardLabels(&b)
	s.cardAgreement(&b)
	s.cardLosses(&b)
	if s.format.Name == spacy.Name && s.plan != nil {
		b.WriteString("## Training\n\n    python -m spacy init config config.cfg --lang en --pipeline ner\n" +
			"    python -m spacy train config.cfg --paths.train train.spacy --paths.dev dev.spacy --output model\n\nWith `--pipeline spancat` spans that overlap are learned too, from `doc.spans[\"sc\"]`.\n\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}

// oneLine is a text without line ends and bars, which would end a cell.
func oneLine(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "|", "/")
}

// cardSets says what the sets are and how they were made.
func (s *sink) cardSets(b *strings.Builder) {
	b.WriteString("## Sets\n\n| set | articles | authors' layers | spans | links |\n|---|---|---|---|---|\n")
	for _, name := range s.setNames() {
		n := s.census.of(name)
		articles := n.Articles
		if s.ledger.Out[Articles] < s.ledger.In[Articles] { // those that nobody has labelled are not in it
			articles = n.Labelled
		}
		fmt.Fprintf(b, "| %s | %d | %d | %d | %d |\n", cmp.Or(name, "all"), articles, n.Layers, total(n.Spans), total(n.Links))
	}
	b.WriteByte('\n')
	if s.plan == nil {
		return
	}
	fmt.Fprintf(b, "Articles of nearly the same text, and of one %s where metadata tell it, are in one set. An article keeps its set when more are added to the project.\n\n", cmp.Or(s.plan.Split.Group, usualGroup))
	for _, line := range s.plan.Said() {
		b.WriteString("- " + oneLine(line) + "\n")
	}
	if len(s.plan.Leaks) > 0 {
		b.WriteString("\nIn two sets, though they are nearly the same:\n\n")
		for _, leak := range s.plan.Leaks {
			b.WriteString("- " + oneLine(leak) + "\n")
		}
	}
	b.WriteByte('\n')
}

func total(counts map[string]int) int {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	return sum
}

// cardLabels says what the labels mean, and how many spans of each there are.
func (s *sink) cardLabels(b *strings.Builder) {
	sets := s.setNames()
	b.WriteString("## Labels\n\n| label | meaning |")
	for _, name := range sets {
		fmt.Fprintf(b, " %s |", cmp.Or(name, "spans"))
	}
	b.WriteString("\n|---|---|" + strings.Repeat("---|", len(sets)) + "\n")
	for _, l := range s.census.scheme.Labels {
		fmt.Fprintf(b, "| %s | %s |", oneLine(l.Name), oneLine(strings.TrimSpace(l.Shown()+". "+l.Guideline)))
		for _, name := range sets {
			fmt.Fprintf(b, " %d |", s.census.of(name).Spans[l.Name])
		}
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
	if len(s.census.scheme.Links) > 0 {
		b.WriteString("## Links\n\n")
		for _, k := range s.census.scheme.Links {
			fmt.Fprintf(b, "- %s\n", oneLine(k.Name+": "+k.Shown()))
		}
		b.WriteByte('\n')
	}
}

// cardAgreement says how far people agree, where two labelled the same articles.
func (s *sink) cardAgreement(b *strings.Builder) {
	study := &s.census.study
	f, any := study.All.F()
	if !any {
		return
	}
	fmt.Fprintf(b, "## Agreement\n\nTwo people or more labelled %s; of %s of their work this is the span F1, exact: same label, first and last character, and gaps (Hripcsak and Rothschild 2005).\n\n| label | spans of both | alike | F1 |\n|---|---|---|---|\n",
		counted(study.Articles, "article"), counted(study.Pairs, "pair"))
	for _, label := range study.Labels() {
		of := study.ByLabel[label]
		one, _ := of.F()
		fmt.Fprintf(b, "| %s | %d | %d | %.3f |\n", oneLine(label), of.Marked, of.Alike, one)
	}
	fmt.Fprintf(b, "| all | %d | %d | %.3f |\n\n", study.All.Marked, study.All.Alike, f)
}

// cardLosses says what the format could not carry.
func (s *sink) cardLosses(b *strings.Builder) {
	counts, why := map[string]int{}, []string{}
	for _, loss := range s.ledger.Losses {
		line := loss.Kind + ": " + loss.Why
		if counts[line] == 0 && loss.Count > 0 {
			why = append(why, line)
		}
		counts[line] += loss.Count
	}
	if len(why) == 0 {
		return
	}
	slices.Sort(why)
	b.WriteString("## Left out\n\n")
	for _, line := range why {
		fmt.Fprintf(b, "- %d %s\n", counts[line], oneLine(line))
	}
	b.WriteByte('\n')
}
