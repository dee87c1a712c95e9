package dataset

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// What INCEpTION and WebAnno call the parts of a project that they export: a
// file that describes it, the documents as they came, and a folder for each
// document with a file for each who worked on it.
const (
	inceptionMark    = "exportedproject"
	inceptionSource  = "source"
	inceptionWork    = "annotation"
	inceptionGold    = "curation"
	inceptionCurator = "CURATION_USER"
	inceptionNobody  = "INITIAL_CAS"
)

// isInceptionMark reports whether a file describes a project that was exported.
func isInceptionMark(name string) bool {
	return strings.HasPrefix(name, inceptionMark) && filepath.Ext(name) == ".json"
}

// isInceptionProject reports whether a folder is such a project.
func isInceptionProject(folder string) bool {
	entries, err := os.ReadDir(folder)
	return err == nil && slices.ContainsFunc(entries, func(e os.DirEntry) bool { return isInceptionMark(e.Name()) })
}

// inceptionDocument finds out which document of a project a file is the work
// on, and whose: nobody's if it is the document as it came.
func inceptionDocument(path string) (document, user string, is bool) {
	folder := filepath.Dir(path)
	part := filepath.Base(filepath.Dir(folder))
	if part != inceptionWork && part != inceptionGold || !isInceptionProject(filepath.Dir(filepath.Dir(folder))) {
		return "", "", false
	}
	switch user = stem(path); user {
	case inceptionNobody:
		user = ""
	case inceptionCurator:
		user = inceptionGold
	}
	return folder, user, true
}

// ofInception reports whether a file in a folder says nothing that another file
// of its project does not: what describes it, its documents in the form of
// programs in Java, and those as they came of which there is work.
func ofInception(folder, name string) bool {
	above := filepath.Dir(folder)
	switch {
	case isInceptionMark(name):
		return exists(filepath.Join(folder, inceptionWork)) || exists(filepath.Join(folder, inceptionSource))
	case name == inceptionWork+"_ser", name == inceptionGold+"_ser":
		return isInceptionProject(folder)
	case filepath.Base(folder) == inceptionSource:
		return exists(filepath.Join(above, inceptionWork, name)) && isInceptionProject(above)
	}
	return false
}
