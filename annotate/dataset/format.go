package dataset

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A Format is a way in which articles and their labels are kept in files.
type Format struct {
	Name       string   // as the command line and scripts call it: "jsonl"
	Title      string   // as people call it: "JSON Lines"
	About      string   // what it is for, and what it keeps, in a sentence or two
	Extensions []string // of its files, with the dot, the usual one first
	Folder     bool     // it is written as a folder of files

	// inFolder says whether it is a folder of files by what was chosen; nil if that
	// makes no difference.
	inFolder func(Choices) bool
	// inSets says that it writes sets itself.
	inSets bool
	// exact says that ids come back too, and kinds of authors.
	exact bool
	// lacks are kinds of which the files say nothing, though a reader may make
	// something up.
	lacks []Kind
	// heedsPlain says that a plain file says less, see [Choices].
	heedsPlain bool
	// suffix is what stands behind the names of authors who come back.
	suffix string
	// tokens says that only tokens come back, not what is between them.
	tokens bool
	// inXML says that characters for which XML has no place come back as spaces:
	// those of all that is said, and those of the text as well if xmlText is set.
	inXML, xmlText bool
	// counts is what offsets count that it writes, where its files don't tell.
	counts annotate.Unit
	// offers are the choices that mean something to it.
	offers Offers
	// along are extensions of further files that are written.
	along []string
	// takes says whether a file is of the format, and under which path it is
	// read: one of several files that belong together stands for all of them. An
	// empty path means that the file is read along with others.
	takes func(file) (path string, ok bool)
	// read reads the file at a path that takes gave; nil if the format is only
	// written.
	read func(*tour, string) annotate.Documents
	// write writes documents; nil if the format is only read.
	write func(*sink, annotate.Documents) error
}

// Reads reports whether files of the format can be imported.
func (f Format) Reads() bool { return f.read != nil }

// Writes reports whether the format can be exported.
func (f Format) Writes() bool { return f.write != nil }

// In is the format as it is written with some choices: one that is a file may be
// a folder then.
func (f Format) In(c Choices) Format {
	f.Folder = f.Folder || f.inFolder != nil && f.inFolder(c)
	if slices.Contains(f.offers.Units, c.Units) {
		f.counts = c.Units
	}
	return f
}

// Offers are the choices that mean something to the format.
func (f Format) Offers() Offers { return f.offers }

// Formats are all formats. When a file is to be recognised the first one that
// takes it has it.
func Formats() []Format {
	return []Format{
		jsonl,
		brat,
		webAnno,
		uima,
		xmi,
		qdpx,
		doccano,
		labelStudio,
		prodigy,
		spacy,
		gliner,
		huggingFace,
		csvFolder,
		conll,
		scraped,
		table,
		nexis,
		docx,
		factiva,
		webPage,
		text,
	}
}

// Find is the format of a name. It fails, naming those that there are, when
// there is none.
func Find(name string) (Format, error) {
	formats := Formats()
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Name == strings.ToLower(name) })
	if i >= 0 {
		return formats[i], nil
	}
	var names []string
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return Format{}, fmt.Errorf("there is no format %q; the formats are %s", name, strings.Join(names, ", "))
}

// owns reports whether a file of a name may be one that the format wrote.
func (f Format) owns(name string) bool {
	return slices.Contains(slices.Concat(f.Extensions, f.along), strings.ToLower(filepath.Ext(name)))
}
