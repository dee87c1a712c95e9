package storage

import (
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
)

// applicationID marks a project in the file's header: "Glos".
const applicationID = 0x476c6f73

const (
	magic           = "SQLite format 3\x00"
	versionAt       = 60 // user_version, the number of the last schema step
	applicationIDAt = 68
	headerSize      = 100
)

// checkHeader says why a file cannot be a project that this version opens. It
// opens the file by itself, so it must not be called while SQLite has it open.
func checkHeader(path string, newest int) error {
	header, err := readHeader(path)
	switch {
	case err != nil:
		return err
	case len(header) == 0:
		return fail(ErrNotProject, "%s is empty: it holds no project; remove it and make a new one, or take a copy of the file from before", path)
	case len(header) < headerSize || !strings.HasPrefix(string(header), magic):
		return notProject(path)
	case binary.BigEndian.Uint32(header[applicationIDAt:]) != applicationID:
		return fail(ErrNotProject, "%s is a database of another program: choose a project that Glossator made", path)
	}
	return checkVersion(path, int(binary.BigEndian.Uint32(header[versionAt:])), newest)
}

func checkVersion(path string, version, newest int) error {
	if version > newest {
		return fail(ErrNewer, "%s was made by a newer version of Glossator (file format %d, this version reads up to %d): install the newest version", path, version, newest)
	}
	return nil
}

// readHeader reads the beginning of a file: at most headerSize bytes.
func readHeader(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer file.Close()
	header := make([]byte, headerSize)
	n, err := io.ReadFull(file, header)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, unreadable(path, err)
	}
	return header[:n], nil
}

// unreadable says why a path cannot be opened at all.
func unreadable(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fail(fs.ErrNotExist, "there is no project %s: see that its name is right and its disk connected", path)
	case errors.Is(err, fs.ErrPermission):
		return fail(fs.ErrPermission, "you may not read %s: ask its owner, or copy it to a folder of your own", path)
	}
	return fail(err, "%s cannot be read (%v): see that its disk is connected", path, err)
}
