package storage

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/glossator/glossator/annotate"
)

// importForEver imports ever more articles until it is killed, saying how many
// are there after each import.
func importForEver(path string) error {
	p, err := Open(path)
	if err != nil {
		return err
	}
	n, err := p.Count(background, Query{})
	for ; err == nil; n += 40 {
		fmt.Println("imported", n)
		_, err = p.Import(background, numbered(n, n+40), ImportOptions{})
	}
	return err
}

// numbered are labelled articles with numbers.
func numbered(from, to int) annotate.Documents {
	return func(yield func(annotate.Document, error) bool) {
		for n := from; n < to; n++ {
			text := fmt.Sprintf("Report %d from Vell. %s", n, strings.Repeat("Nothing new. ", 50))
			layer, err := annotate.NewLayer("", dresden).With([]annotate.Span{{ID: annotate.NewID(), Label: "place",
				Range: annotate.Range{Start: strings.Index(text, "Vell"), End: strings.Index(text, "Vell") + 4}}}, nil, nil)
			doc := article(fmt.Sprint(n), text)
			doc.Layers = []annotate.Layer{layer}
			if !yield(doc, err) {
				return
			}
		}
	}
}

// snapshotForEver keeps snapshots until it is killed, saying where.
func snapshotForEver(path string) error {
	p, err := Open(path)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(path + snapshotsSuffix); err != nil {
		return err
	}
	fmt.Println("begun")
	for {
		s, err := p.Snapshot(background)
		if err != nil {
			return err
		}
		fmt.Println("kept", s.Path)
	}
}

// openOnce opens a project, which brings it to the last step, and waits.
func openOnce(path string) error {
	fmt.Println("begun")
	p, err := Open(path)
	if err != nil {
		return err
	}
	return errors.Join(holdStill(), p.Close())
}

// holdStill says that something is open, and waits until standard input ends.
func holdStill() error {
	fmt.Println("open")
	bufio.NewScanner(os.Stdin).Scan()
	return nil
}

// killed runs a process and kills it within some time after its first word. It
// tells its last whole line.
func killed(t *testing.T, what, path string, within time.Duration) string {
	t.Helper()
	working := child(t, what, path)
	out, err := working.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := working.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := working.Start(); err != nil {
		t.Fatal(err)
	}
	last := ""
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if last == "" {
			time.AfterFunc(rand.N(within), func() { working.Process.Kill() })
		}
		last = lines.Text()
	}
	if working.Wait() == nil {
		t.Fatalf("the process that does %s ended by itself", what)
	}
	return last
}

// TestKilledImport kills imports: the articles that were said to be imported are
// there, and no import is there by half.
func TestKilledImport(t *testing.T) {
	t.Parallel()
	kills := figure(20, 500)
	var p *Project
	articles := 0
	for n := range kills {
		if n%20 == 0 {
			p = newProject(t)
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		said := 0
		if _, err := fmt.Sscanf(killed(t, "import", p.Path(), 150*time.Millisecond), "imported %d", &said); err != nil {
			t.Fatal(err)
		}
		p = reopen(t, p)
		n, err := p.Count(t.Context(), Query{})
		if err != nil || n < said || n%40 != 0 {
			t.Fatalf("%d articles are there, %d were said to be: %v", n, said, err)
		}
		articles += said
		checkClean(t, p)
	}
	enter(t, line{what: "kills during import", tried: kills, acknowledged: articles, remark: "the acknowledged are articles"})
}

// TestKilledSnapshot kills snapshots: every file that has the name of one is
// whole, and the project untouched.
func TestKilledSnapshot(t *testing.T) {
	t.Parallel()
	kills := figure(20, 500)
	p := newProject(t)
	if _, err := p.Import(t.Context(), numbered(0, 400), ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	found := 0
	for range kills {
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		killed(t, "snapshot", p.Path(), 150*time.Millisecond)
		p = reopen(t, p)
		all, err := p.Snapshots()
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range all {
			if found++; verifyAlone(t.Context(), s.Path) != nil {
				t.Fatalf("%s is not whole", s.Path)
			}
		}
	}
	checkClean(t, p)
	enter(t, line{what: "kills during snapshots", tried: kills, acknowledged: found, remark: "the acknowledged are snapshots, all whole"})
}

// TestKilledStep kills the program while it brings a project to the last step:
// the next one finds it at the first step or the last.
func TestKilledStep(t *testing.T) {
	t.Parallel()
	kills := figure(20, 500)
	p := newProject(t)
	if _, err := p.Import(t.Context(), numbered(0, 400), ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	before := len(exported(t, p, Choice{}))
	done := 0
	for range kills {
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		backTo(t, p.Path(), 1)
		if killed(t, "step", p.Path(), 120*time.Millisecond) == "open" {
			done++
		}
		p = reopen(t, p)
		if version(t, p.writer) != len(schema) || len(exported(t, p, Choice{})) != before {
			t.Fatal("the project is not what it was")
		}
	}
	checkClean(t, p)
	enter(t, line{what: "kills during a schema step", tried: kills, acknowledged: 400 * kills, remark: fmt.Sprintf("the acknowledged are articles; %d kills came after the step", done)})
}

// TestDamagedCopies damages copies of a labelled project at random: each is
// unharmed, or its damage is named.
func TestDamagedCopies(t *testing.T) {
	t.Parallel()
	copies := figure(150, 3000)
	p := newProject(t)
	if _, err := p.Import(t.Context(), numbered(0, 60), ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	session, _ := begin(t, p, 0, person(t, p, "Ana"))
	s := newScribbler(t, session)
	for range 60 {
		s.edit()
	}
	want := exported(t, p, Choice{})
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(p.Path())
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(13, 17))
	counts := map[string]int{}
	for n := range copies {
		data := append([]byte(nil), whole...)
		kind := spoil(random, &data)
		path := filepath.Join(t.TempDir(), "copy.gloss")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		outcome := openSpoilt(t, path, want)
		counts[kind+" "+outcome]++
		if outcome == "unnoticed" {
			t.Errorf("copy %d (%s): what it holds has changed, and nothing was said", n, kind)
		}
		os.Remove(path)
	}
	for _, kind := range spoilings {
		refused, named, unharmed, unnoticed := counts[kind+" refused"], counts[kind+" named"], counts[kind+" unharmed"], counts[kind+" unnoticed"]
		enter(t, line{what: "damaged copies: " + kind, tried: refused + named + unharmed + unnoticed, unnoticed: unnoticed,
			remark: fmt.Sprintf("%d refused, %d damage named, %d unharmed", refused, named, unharmed)})
	}
}

var spoilings = []string{"flipped bits", "cut", "zeroed page", "random page", "header"}

// spoil damages the bytes of a file and tells how.
func spoil(random *rand.Rand, data *[]byte) string {
	d := *data
	page := random.IntN(len(d)/4096) * 4096
	kind := spoilings[random.IntN(len(spoilings))]
	switch kind {
	case "flipped bits":
		for range 1 + random.IntN(4) {
			d[random.IntN(len(d))] ^= 1 << random.IntN(8)
		}
	case "cut":
		*data = d[:random.IntN(len(d))]
	case "zeroed page":
		clear(d[page : page+4096])
	case "random page":
		for i := range 4096 {
			d[page+i] = byte(random.Uint32())
		}
	case "header":
		d[random.IntN(100)] = byte(random.Uint32())
	}
	return kind
}

// openSpoilt opens a file that was damaged, and tells what came of it.
func openSpoilt(t *testing.T, path string, want []annotate.Document) string {
	t.Helper()
	p, err := Open(path)
	if err != nil {
		if !strings.Contains(err.Error(), path) {
			t.Errorf("the error does not name the file: %v", err)
		}
		return "refused"
	}
	defer p.Close()
	if problems, err := p.Check(t.Context()); p.Damage() != nil || err != nil || len(problems) > 0 {
		return "named"
	}
	var got []annotate.Document
	for doc, err := range p.Documents(t.Context(), Choice{}) {
		if err != nil {
			return "named"
		}
		got = append(got, doc)
	}
	if sameDocuments(got, want) {
		return "unharmed"
	}
	return "unnoticed"
}

// TestDamagedLog damages the log of a project that was killed: where edits are
// gone, the mark outside of the file tells.
func TestDamagedLog(t *testing.T) {
	folder := t.TempDir()
	t.Setenv(marksVariable, folder)
	lost, all := 0, figure(10, 300)
	for range all {
		path := labelled(t)
		said := labelThenKill(t, path)
		log := path + "-wal"
		data, err := os.ReadFile(log)
		if err != nil || len(data) == 0 {
			continue
		}
		data[rand.IntN(len(data))] ^= 1 << rand.IntN(8)
		if err := os.WriteFile(log, data, 0o644); err != nil {
			t.Fatal(err)
		}
		p, err := Open(path)
		if err != nil {
			continue // refused is noticed
		}
		p.Remember(folder)
		_, work := begin(t, p, 0, person(t, p, "Ana"))
		if len(work.Past) < len(said)+1 {
			if lost++; !errors.Is(p.Missing(), ErrMissing) {
				t.Errorf("%d of %d edits are gone, and nothing was said", len(said)+1-len(work.Past), len(said)+1)
			}
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
	enter(t, line{what: "damaged logs", tried: all, remark: fmt.Sprintf("%d of them without some edits, all noticed", lost)})
}

// TestSequences makes sequences of 100 random edits, with reopening in between,
// undoes them and redoes them, comparing the layers at each step; then it
// replays their history to each of its points, and brings one of them back.
func TestSequences(t *testing.T) {
	t.Parallel()
	sequences := figure(12, 1000)
	points, reopenings := 0, 0
	p := newProject(t)
	author := person(t, p, "Ana")
	for n := range sequences {
		mustImport(t, p, ImportOptions{}, article(fmt.Sprint(n), fmt.Sprintf("%d. %s", n, mixed)))
		session, _ := begin(t, p, n, author)
		s := newScribbler(t, session)
		s.rand = rand.New(rand.NewPCG(uint64(n), 1))
		s.moves = []annotate.Layer{s.layer()}
		again := func() {
			reopenings++
			p = reopen(t, p)
			session, work := begin(t, p, n, author)
			if !work.Layer.Equal(s.layer()) {
				t.Fatalf("sequence %d: after reopening the layer is not what it was", n)
			}
			s.session = session
		}
		for s.done < 100 {
			if s.edit(); s.rand.IntN(40) == 0 {
				again()
			}
		}
		for s.done > 0 {
			s.undo()
		}
		again()
		for s.session.State().Redo != "" {
			s.redo()
		}
		points += len(s.moves)
		compareMoves(t, p, s)
	}
	checkClean(t, p)
	enter(t, line{what: "sequences of 100 edits", tried: sequences, acknowledged: points - sequences, remark: fmt.Sprintf(
		"undone and redone, with %d reopenings; %d points of their histories replayed, the same", reopenings, points)})
}

// compareMoves replays a history to each of its points, and brings one back.
func compareMoves(t *testing.T, p *Project, s *scribbler) {
	t.Helper()
	now := s.layer()
	work, err := p.Work(t.Context(), now.Article, now.Author)
	if err != nil || len(work.Past)+1 != len(s.moves) {
		t.Fatalf("%d entries for %d moves: %v", len(work.Past), len(s.moves)-1, err)
	}
	replayed := annotate.Layer{ID: now.ID, Article: now.Article, Author: now.Author}
	for i, entry := range work.Past {
		if replayed, err = replayed.Apply(entry.Edit); err != nil || !replayed.Equal(s.moves[i+1]) {
			t.Fatalf("after entry %d the history leads to another layer: %v", i+1, err)
		}
	}
	point := s.rand.IntN(len(work.Past))
	then, err := p.LayerAt(t.Context(), now.ID, work.Past[point].ID)
	if err != nil || !then.Equal(s.moves[point+1]) {
		t.Fatalf("entry %d leads to another layer: %v", point+1, err)
	}
	back := annotate.Between(now, then)
	back.Name = "Bring back"
	if now.Equal(then) {
		return
	}
	if err := s.session.Do(back); err != nil {
		t.Fatal(err)
	}
	if work, err = p.Work(t.Context(), now.Article, now.Author); err != nil || !work.Layer.Equal(then) {
		t.Fatalf("entry %d was brought back as another layer: %v", point+1, err)
	}
}
