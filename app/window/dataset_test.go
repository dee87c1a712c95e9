package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/glossator/glossator/annotate"
)

// exporting opens the page, with a target in a folder of the test's.
func (d *driver) exporting(name string) (path string) {
	d.Helper()
	d.press("Ctrl+E").wait()
	if d.sheets.open != d.dataset.sheet {
		d.Fatal("the page is not open")
	}
	path = filepath.Join(d.TempDir(), name)
	d.dataset.form.path.SetText(path)
	d.wait()
	return path
}

// outlook is what the page says would come.
func (d *driver) outlook() string {
	var b strings.Builder
	for _, o := range test.LaidOutObjects(d.dataset.told) {
		switch o := o.(type) {
		case *prose:
			b.WriteString(o.text + "\n")
		case *line:
			b.WriteString(o.text + "\n")
		}
	}
	return b.String()
}

// expectTold looks for words in what the page says would come.
func (d *driver) expectTold(all ...string) *driver {
	d.Helper()
	told := d.outlook()
	for _, words := range all {
		if !strings.Contains(told, words) {
			d.Errorf("the page does not say %q, but %q, and below: %q", words, told, d.dataset.why.text)
		}
	}
	return d
}

func TestExportingShowsTheLedgerFirst(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	path := d.exporting("out.jsonl")
	d.expectTold("3 articles with 1 span and 0 links would be written. Nothing would be lost.")
	if taken(path) {
		t.Error("it is written already")
	}
	d.win.Canvas().Focus(d.dataset.form.path)
	d.press("Return").wait()
	d.expectDialog("Exported").expectSaid("3 articles with 1 of 1 span")
	if text := d.dialogText(); !strings.Contains(text, "read back, and all of it is there") {
		t.Errorf("the dialog says %q", text)
	}
	data, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(data), "Vessmark") {
		t.Errorf("the file holds %q, %v", data, err)
	}
	d.press("Return")
	d.win.Canvas().Focus(d.dataset.write)
	d.press("Return").expectDialog("Replace what is there?").button("Replace it").wait()
	d.expectDialog("Exported").press("Return")
	d.win.Canvas().Focus(d.dataset.form.format)
	d.press("Escape")
	if d.sheets.open != nil {
		t.Error("Escape does not leave the page")
	}
}

// Ctrl+Enter means "done, and the next": the article, which is covered, is not meant here.
func TestCtrlEnterExports(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	path := d.exporting("out.jsonl")
	d.press("Ctrl+Return").wait()
	d.expectDialog("Exported")
	if status := d.session.State().Layer.Status(); !taken(path) || status != annotate.Started {
		t.Errorf("there is a file: %t, the article is %s", taken(path), status)
	}
	d.press("Return")
	other := d.exporting("other.conll")
	d.dataset.form.format.SetSelected("CoNLL columns")
	d.dataset.form.strict.SetChecked(true)
	d.wait()
	if d.press("Ctrl+Return").wait(); taken(other) || d.sheets.open == nil {
		t.Error("something was written that would lose something, or the page was left")
	}
}

func TestExportingColumnsSaysWhatIsLost(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	path := d.exporting("out")
	form := d.dataset.form
	form.format.SetSelected("CoNLL columns")
	d.wait()
	d.expectTold("The format cannot carry all of it", "Lost or changed", "titles (3)", "Bridge closed: the article: nobody has labelled it")
	if !strings.HasSuffix(form.path.Text, "out.conll") {
		t.Errorf("the target is %q", form.path.Text)
	}
	form.ways.tags.SetSelected("BILOU")
	form.strict.SetChecked(true)
	d.wait()
	if !d.dataset.write.Disabled() || !strings.Contains(d.dataset.why.text, "Something would be lost") {
		t.Errorf("what would lose something can be written: %q", d.dataset.why.text)
	}
	form.strict.SetChecked(false)
	d.wait()
	d.dataset.export()
	d.wait()
	d.expectDialog("Exported, with losses")
	if data, err := os.ReadFile(path + ".conll"); err != nil || !strings.Contains(string(data), "Vessmark\tO\tU-place") {
		t.Errorf("the file holds %q, %v", data, err)
	}
}

func TestSetsAreMadeKeptAndLetGo(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	path := d.exporting("sets")
	form := d.dataset.form
	form.sets.SetSelected(setsByShare)
	form.shares.SetText("67/33")
	d.wait()
	d.expectTold("train\ntest\n", "articles\n2\n1\n", "No two articles of nearly the same text, or of one event, lie in two sets", "1 · 100 %")
	form.shares.SetText("67/")
	d.wait()
	if d.dataset.why.text == "" || !d.dataset.write.Disabled() {
		t.Error("what is wrong with the shares is not said")
	}
	form.shares.SetText("67/33")
	form.seed.SetText("5")
	d.wait()
	d.dataset.export()
	d.wait()
	d.expectDialog("Exported").press("Return").wait()
	sets, err := d.project.Sets(t.Context())
	if err != nil || len(sets.Of) != 3 || !strings.Contains(sets.Rule, `"seed":5`) {
		t.Errorf("kept are the sets %v, %v", sets, err)
	}
	if !taken(filepath.Join(path, "train.jsonl")) || !taken(filepath.Join(path, "README.md")) {
		t.Error("the folder lacks the sets or the card")
	}
	if form.sets.Selected != setsAsKept {
		t.Errorf("chosen is %q", form.sets.Selected)
	}
	d.dataset.askLetGo()
	d.expectDialog("Let go of the sets?").press("Return").expectDialog("").wait()
	if sets, err := d.project.Sets(t.Context()); err != nil || len(sets.Of) > 0 {
		t.Errorf("the sets are still %v, %v", sets, err)
	}
}

// A dataset whose sets could not be kept was written all the same, and is not called lost.
func TestADatasetIsWrittenThoughItsSetsAreNotKept(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	path := d.exporting("sets")
	d.dataset.form.sets.SetSelected(setsByShare)
	d.wait()
	move(t, d.project.Path(), t.TempDir()+"/elsewhere.gloss")
	d.dataset.export()
	d.wait()
	d.expectDialog("Exported, but its sets are not kept").expectSaid("moved or removed")
	if !taken(filepath.Join(path, "train.jsonl")) {
		t.Error("the dataset is not there")
	}
}

// Where a project is exported to is typed once; another one has a name of its own.
func TestTheTargetOfAnExportStays(t *testing.T) {
	d := drive(t).open("Mill fire")
	d.press("Ctrl+E").wait()
	d.dataset.form.path.SetText(filepath.Join(documents(), "raids.jsonl"))
	d.wait()
	d.press("Escape").press("Ctrl+E").wait()
	if name := filepath.Base(d.dataset.form.path.Text); name != "raids.jsonl" {
		t.Errorf("the target is %q", name)
	}
	d.press("Escape")
	d.makeProject(filepath.Join(t.TempDir(), "news.gloss"))
	d.showDataset()
	d.wait()
	if name := filepath.Base(d.dataset.form.path.Text); name != "news.jsonl" {
		t.Errorf("the target is %q", name)
	}
}

func TestExportingSomeOfIt(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2").drag("fire brigade").press("1")
	d.become("Ida Moor")
	d.open("Bridge closed").drag("Police").press("1")
	d.exporting("out.jsonl")
	form := d.dataset.form
	form.author.SetSelected("Ida Moor")
	d.wait()
	d.expectTold("1 article with 1 span")
	form.author.SetSelected(everyone)
	form.labels.SetSelected(someLabels)
	for i, name := range form.which.names {
		form.which.boxes[i].SetChecked(name == "place")
	}
	d.wait()
	d.expectTold("3 articles with 1 span")
	form.which.boxes[1].SetChecked(false)
	d.wait()
	if d.dataset.why.text != "Choose at least one label" {
		t.Errorf("below it says %q", d.dataset.why.text)
	}
	form.labels.SetSelected(allLabels)
	form.done.SetChecked(true)
	d.wait()
	d.expectTold("0 articles with 0 spans")
	d.press("Escape").open("Mill fire").setStatus(annotate.Done)
	d.press("Ctrl+E").wait()
	d.expectTold("1 article with 0 spans")
}

// TestTheDatasetPageIsDoneByKeys: Tab goes to each field and to the button, Enter and Space do what
// they say.
func TestTheDatasetPageIsDoneByKeys(t *testing.T) {
	d := drive(t).open("Mill fire").drag("Vessmark").press("2")
	d.exporting("out.jsonl")
	form, canvas := d.dataset.form, d.win.Canvas()
	form.sets.SetSelected(setsByShare)
	d.wait()
	canvas.Focus(form.format)
	passed := map[any]bool{}
	for range 20 {
		passed[canvas.Focused()] = true
		canvas.FocusNext()
	}
	for name, field := range map[string]any{"format": form.format, "labels of": form.author, "labels": form.labels, "done": form.done, "sets": form.sets,
		"shares": form.shares, "seed": form.seed, "group": form.group, "licence": form.licence, "path": form.path, "strict": form.strict, "read back": form.verify} {
		if !passed[field] {
			t.Errorf("Tab does not come to %s", name)
		}
	}
	canvas.Focus(form.format)
	d.press("Right").wait()
	if form.chosen().Name != "brat" {
		t.Errorf("the format is %s", form.chosen().Name)
	}
	d.win.Resize(fyne.NewSize(1280, 300))
	if d.press("Next"); d.dataset.report.Offset.Y == 0 {
		t.Error("Page Down does not read on")
	}
	if d.press("Prior"); d.dataset.report.Offset.Y > 0 {
		t.Error("Page Up does not go back")
	}
	canvas.Focus(form.done)
	d.write(" ").wait()
	if !form.done.Checked {
		t.Error("Space does not tick")
	}
}

// At 200 % a small screen has 640 by 360 units: there is no room for two columns.
func TestTheExportHasOneColumnInASmallWindow(t *testing.T) {
	d := drive(t).open("Mill fire")
	d.exporting("out.jsonl")
	form, place := d.dataset.form, d.app.Driver().AbsolutePositionForObject
	side := func() bool { return place(d.dataset.told).X > place(form.format).X+form.format.Size().Width }
	if !side() {
		t.Error("the form and what would come do not stand side by side")
	}
	for _, width := range []float32{1280, 990, 970, 640} {
		d.win.Resize(fyne.NewSize(width, 360))
		if need, has := form.verify.MinSize().Width, form.verify.Size().Width; need > has {
			t.Errorf("in a window as wide as %v, %q needs %v and has %v", width, form.verify.Text, need, has)
		}
	}
	d.settle()
	if wide := form.format.Size().Width; wide < 250 {
		t.Errorf("the field for the format is %v wide", wide)
	}
	if side() || place(d.dataset.told).Y < place(form.verify).Y+form.verify.Size().Height {
		t.Errorf("what would come stands at %v, the last of the form at %v", place(d.dataset.told), place(form.verify))
	}
	d.win.Canvas().Focus(form.format)
	for range 9 {
		d.press("Next")
	}
	if bottom := place(d.dataset.told).Y + d.dataset.told.Size().Height; bottom > place(d.dataset.write).Y {
		t.Errorf("Page Down does not come to the end: what would come ends at %v", bottom)
	}
	d.win.Resize(fyne.NewSize(1280, 720))
	if !side() {
		t.Error("they stay below each other")
	}
}
