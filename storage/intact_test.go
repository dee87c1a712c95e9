package storage

import (
	"errors"
	"fmt"
	"testing"

	"github.com/glossator/glossator/annotate"
)

// TestAHashOfAnyLength: damage may leave anything in the place of a hash.
func TestAHashOfAnyLength(t *testing.T) {
	for _, hash := range [][]byte{{}, {1, 2, 3}, make([]byte, 40)} {
		p := newProject(t)
		doc := article("Mixed", mixed)
		mustImport(t, p, ImportOptions{}, doc)
		for _, statement := range []string{"PRAGMA ignore_check_constraints=ON", fmt.Sprintf("UPDATE articles SET sha256 = x'%x'", hash), "PRAGMA ignore_check_constraints=OFF"} {
			if err := p.writer.Exec(statement).Error; err != nil {
				t.Fatal(err)
			}
		}
		problems, err := p.Check(t.Context())
		if err != nil || len(problems) == 0 {
			t.Errorf("%d bytes: %v, %v", len(hash), problems, err)
		}
		if _, err := p.Work(t.Context(), annotate.ArticleID(doc.Article.Hash()), person(t, p, "Ana")); !errors.Is(err, ErrDamaged) {
			t.Errorf("%d bytes: %v", len(hash), err)
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		rescue, err := Salvage(t.Context(), p.Path(), t.TempDir()+"/saved.gloss")
		if err != nil || rescue.Added != 1 || len(rescue.Lost) == 0 {
			t.Errorf("%d bytes: %+v, %v", len(hash), rescue, err)
		}
	}
}
