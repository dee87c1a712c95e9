package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/assets"
	"github.com/glossator/glossator/storage"
	"github.com/spf13/cobra"
)

// with opens a project, does something with it and closes it. What was found
// wrong at opening is said on standard error.
func with(verb *cobra.Command, path string, do func(*storage.Project) error) error {
	p, err := storage.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(remembering(verb, p, do), p.Close())
}

// remembering does something with an open project, keeping a mark of its last
// edit.
func remembering(verb *cobra.Command, p *storage.Project, do func(*storage.Project) error) error {
	if folder, err := storage.Marks(); err == nil {
		p.Remember(folder)
	}
	if old := p.Upgraded(); old != "" {
		fmt.Fprintf(verb.ErrOrStderr(), "glossator: %s was brought up to date; as it was before it is kept as %s\n", p.Path(), old)
	}
	for _, wrong := range []error{p.Damage(), p.Missing()} {
		if wrong != nil {
			fmt.Fprintf(verb.ErrOrStderr(), "glossator: warning: %s\n", plain(wrong.Error()))
		}
	}
	return do(p)
}

// withOrNew does something with a project, which is made with the default
// scheme when there is none. A project that was made only for what then failed
// is removed again.
func withOrNew(verb *cobra.Command, path string, do func(*storage.Project) error) error {
	err := with(verb, path, do)
	if !errors.Is(err, fs.ErrNotExist) || exists(path) {
		return err
	}
	scheme, err := annotate.ParseScheme(assets.SchemeJSON)
	if err != nil {
		return err
	}
	p, err := storage.Create(path, scheme)
	if err != nil {
		return err
	}
	if err := remembering(verb, p, do); err != nil {
		return errors.Join(err, p.Discard())
	}
	return p.Close()
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
