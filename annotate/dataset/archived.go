package dataset

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"os"
)

// wholeArchive lets fill write a folder, and packs it into a zip archive that has
// its name only when it is whole. The folder lies beside the archive until then,
// since there is room for what was asked for there.
func wholeArchive(ctx context.Context, to Target, fill func(folder string) error) error {
	path, err := target(to.Path)
	if err != nil {
		return err
	}
	folder := beside(path) + ".files"
	if err := os.Mkdir(folder, 0o777); err != nil {
		return cannotWrite(err)
	}
	err = wholeFile(to, func(w io.Writer) error {
		if err := fill(folder); err != nil {
			return err
		}
		return pack(stoppable{ctx, w}, folder)
	}, func(string) error { return nil })
	return errors.Join(err, os.RemoveAll(folder))
}

// pack writes an archive of all files of a folder, in the order of their names.
func pack(w io.Writer, folder string) error {
	archive := zip.NewWriter(w)
	if err := archive.AddFS(os.DirFS(folder)); err != nil {
		return cannotWrite(err)
	}
	if err := archive.Close(); err != nil {
		return cannotWrite(err)
	}
	return nil
}

// A stoppable is a writer that fails when its context has ended.
type stoppable struct {
	ctx context.Context
	to  io.Writer
}

func (s stoppable) Write(data []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.to.Write(data)
}
