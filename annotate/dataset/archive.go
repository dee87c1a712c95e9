package dataset

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// What an archive may hold: each file, and all of them together, in bytes, and
// how many they may be. Small files that unpack to huge ones are refused before
// they fill the memory or the disk.
const (
	archiveFileLimit = FileLimit
	archiveLimit     = 4 << 30
	archiveFiles     = 1 << 18
	// a file that is larger than bombSize and shrank to less than a bombRatio-th is
	// no text that somebody wrote
	bombSize  = 32 << 20
	bombRatio = 200
)

// openArchive opens a zip archive and checks its names and sizes.
func openArchive(path string) (*zip.ReadCloser, error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, errors.New("it is damaged, cut off or no zip archive")
	}
	if err := checkArchive(z.File); err != nil {
		return nil, errors.Join(err, z.Close())
	}
	return z, nil
}

func checkArchive(files []*zip.File) error {
	var all uint64
	if len(files) > archiveFiles {
		return fmt.Errorf("it holds more than %d files", archiveFiles)
	}
	for _, f := range files {
		all += min(f.UncompressedSize64, archiveLimit)
		switch name := strings.ReplaceAll(f.Name, `\`, "/"); {
		case strings.HasPrefix(name, "/"), strings.Contains("/"+name+"/", "/../"), len(name) > 1 && name[1] == ':':
			return fmt.Errorf("it holds a file named “%s”, which would lie outside of its folder", shorten(f.Name, 80))
		case f.Flags&1 != 0:
			return errors.New("it is protected by a password; unpack it and import what is in it")
		case f.UncompressedSize64 > bombSize && f.UncompressedSize64/bombRatio > f.CompressedSize64:
			return fmt.Errorf("“%s” in it would unpack from %d kB to %d MB, as archives do that are made to do harm", shorten(f.Name, 80), f.CompressedSize64>>10, f.UncompressedSize64>>20)
		case all > archiveLimit:
			return fmt.Errorf("it would unpack to more than %d GB; unpack it and import what is in it part by part", archiveLimit>>30)
		}
	}
	return nil
}

// archived is what a file of an archive holds.
func archived(f *zip.File, limit int64) ([]byte, error) {
	in, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("“%s” in it cannot be unpacked; it is damaged", f.Name)
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return nil, fmt.Errorf("“%s” in it is damaged or cut off", f.Name)
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("“%s” in it unpacks to more than %d MB", f.Name, limit>>20)
	}
	return data, nil
}

// inArchive finds a file of an archive by its name, in whatever folder and case.
func inArchive(files []*zip.File, name string) *zip.File {
	for _, f := range files {
		if strings.EqualFold(path.Base(strings.ReplaceAll(f.Name, `\`, "/")), name) {
			return f
		}
	}
	return nil
}
