package window

import (
	"context"
	"strconv"
	"strings"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/annotate/dataset"
	"github.com/glossator/glossator/storage"
)

// A datasetWish is what the form says.
type datasetWish struct {
	format dataset.Format
	target dataset.Target
	choice storage.Choice
	chosen dataset.Chosen
	parted bool
	split  dataset.Split // where the project keeps no sets
}

// wish is what the form says, or what is wrong with it.
func (f *datasetForm) wish() (wish datasetWish, problem string) {
	wish.format = f.chosen()
	wish.target = dataset.Target{Path: expand(strings.TrimSpace(f.path.Text)), Keep: storage.Files(f.p.w.project.Path()), Choices: f.ways.choices(),
		Verify: f.verify.Checked, Strict: f.strict.Checked}
	wish.target.Choices.Licence = strings.TrimSpace(f.licence.Text)
	wish.choice.Done = f.done.Checked
	if problem = f.wishPeople(&wish); problem == "" {
		problem = f.wishSets(&wish)
	}
	switch {
	case problem != "":
	case f.ways.check() != "":
		problem = f.ways.check()
	case strings.TrimSpace(f.path.Text) == "":
		problem = "Type where to export to, or browse for it"
	}
	return wish, problem
}

// wishPeople takes whose labels are meant, and which.
func (f *datasetForm) wishPeople(wish *datasetWish) (problem string) {
	switch f.author.Selected {
	case everyone:
	case adjudicated:
		wish.chosen.Adjudicated = true
	case severalPeople:
		if wish.chosen.Authors = f.people.ticked(); len(wish.chosen.Authors) == 0 {
			return "Choose at least one person"
		}
	default:
		wish.choice.Author = f.author.Selected
	}
	if f.labels.Selected == someLabels {
		if wish.chosen.Labels = f.which.ticked(); len(wish.chosen.Labels) == 0 {
			return "Choose at least one label"
		}
	}
	return ""
}

// wishSets takes into which sets articles are parted.
func (f *datasetForm) wishSets(wish *datasetWish) (problem string) {
	wish.parted = f.parted()
	if !wish.parted || f.sets.Selected == setsAsKept {
		return ""
	}
	text := strings.TrimSpace(f.shares.Text)
	if text == "" {
		text = f.shares.PlaceHolder
	}
	split, err := dataset.ParseSplit(text)
	if err != nil {
		return sentence(err.Error())
	}
	if seed := strings.TrimSpace(f.seed.Text); seed != "" && f.sets.Selected == setsByShare {
		if split.Seed, err = strconv.ParseUint(seed, 10, 64); err != nil {
			return "The seed must be a whole number, 0 or more"
		}
	}
	split.Group = strings.TrimSpace(f.group.Text)
	split.ByDate = split.ByDate || f.sets.Selected == setsByDate
	wish.split = split
	return ""
}

// documents are what is to be written.
func (wish datasetWish) documents(ctx context.Context, project *storage.Project) annotate.Documents {
	return wish.chosen.Of(project.Documents(ctx, wish.choice))
}
