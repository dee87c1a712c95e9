package dataset

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"
)

// croissantTerms are the words of Croissant that need more than a prefix.
var croissantTerms = map[string]any{
	"@language": "en", "@vocab": "https://schema.org/",
	"sc": "https://schema.org/", "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/", "dct": "http://purl.org/dc/terms/",
	"conformsTo": "dct:conformsTo", "column": "cr:column", "data": map[string]string{"@id": "cr:data", "@type": "@json"},
	"dataType": map[string]string{"@id": "cr:dataType", "@type": "@vocab"}, "examples": map[string]string{"@id": "cr:examples", "@type": "@json"},
	"equivalentProperty": "cr:equivalentProperty", "extract": "cr:extract", "field": "cr:field", "fileObject": "cr:fileObject", "fileProperty": "cr:fileProperty",
	"fileSet": "cr:fileSet", "format": "cr:format", "includes": "cr:includes", "excludes": "cr:excludes", "isLiveDataset": "cr:isLiveDataset",
	"jsonPath": "cr:jsonPath", "key": "cr:key", "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path", "recordSet": "cr:recordSet",
	"references": "cr:references", "containedIn": "cr:containedIn", "samplingRate": "cr:samplingRate", "regex": "cr:regex", "replace": "cr:replace", "repeated": "cr:repeated", "separator": "cr:separator",
	"source": "cr:source", "subField": "cr:subField", "transform": "cr:transform", "citeAs": "cr:citeAs",
}

// mediaTypes are what files are, by extension.
var mediaTypes = map[string]string{
	".jsonl": "application/jsonlines", ".json": "application/json", ".csv": "text/csv", ".parquet": "application/vnd.apache.parquet",
	".txt": "text/plain", ".ann": "text/plain", ".conf": "text/plain", ".conll": "text/tab-separated-values", ".tsv": "text/tab-separated-values",
	".xml": "application/xml", ".md": "text/markdown", ".py": "text/x-python", ".spacy": "application/zlib", ".zip": "application/zip",
}

// writeCroissant describes the folder for programs: Croissant 1.1.
func (s *sink) writeCroissant() error {
	ids := newNaming(croissantForm)
	files, err := s.croissantFiles(ids)
	if err != nil {
		return err
	}
	licence := cmp.Or(s.choices.Licence, "not stated")
	if licenceCode.MatchString(strings.ToLower(licence)) {
		licence = "https://spdx.org/licenses/" + licence
	}
	var o object
	o.put("@context", croissantTerms)
	o.put("@type", "sc:Dataset")
	o.put("conformsTo", "http://mlcommons.org/croissant/1.1")
	o.put("name", oneLine(s.name()))
	o.put("description", fmt.Sprintf("%s with hand-made labels of spans. %s", counted(s.ledger.Out[Articles], "article"), s.format.About))
	o.put("license", licence)
	o.put("url", cardFile)
	o.put("creator", map[string]string{"@type": "sc:Organization", "name": "not stated"})
	o.put("datePublished", time.Now().UTC().Format(time.DateOnly))
	o.put("version", "1.0.0")
	o.put("citeAs", fmt.Sprintf("%s. %s, %s.", oneLine(s.name()), counted(s.ledger.Out[Articles], "labelled article"), time.Now().UTC().Format("2006")))
	if len(s.census.languages) > 0 {
		o.put("inLanguage", s.census.languages)
	}
	o.put("rai:dataAnnotationProtocol", s.guidelines())
	if f, any := s.census.study.All.F(); any {
		o.put("rai:dataAnnotationAnalysis", fmt.Sprintf("%s by two people or more; span F1, exact: %.3f (Hripcsak and Rothschild 2005)", counted(s.census.study.Articles, "article"), f))
	}
	o.put("distribution", files)
	if sets := s.recordSets(ids); len(sets) > 0 {
		o.put("recordSet", sets)
	}
	return writeIndented(filepath.Join(s.folder, croissantFile), &o)
}

// guidelines are what the scheme says of its labels.
func (s *sink) guidelines() string {
	var lines []string
	for _, l := range s.census.scheme.Labels {
		lines = append(lines, strings.TrimSpace(l.Name+": "+oneLine(l.Guideline)))
	}
	return strings.Join(lines, "\n")
}

// croissantFiles are the files of the folder with their sizes and hashes.
func (s *sink) croissantFiles(ids naming) ([]*object, error) {
	var files []*object
	err := filepath.WalkDir(s.folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, err := filepath.Rel(s.folder, path)
		if err != nil {
			return err
		}
		size, hash, err := measure(path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		var o object
		o.put("@type", "cr:FileObject")
		id, _ := ids.of(name)
		o.put("@id", id)
		o.put("name", name)
		o.put("contentUrl", (&url.URL{Path: name}).String())
		o.put("contentSize", fmt.Sprintf("%d B", size))
		o.put("encodingFormat", cmp.Or(mediaTypes[filepath.Ext(name)], "application/octet-stream"))
		o.put("sha256", hash)
		files = append(files, &o)
		return nil
	})
	return files, err
}

// measure is the size of a file, and its SHA-256.
func measure(path string) (size int64, hash string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, "", err
	}
	defer f.Close()
	sum := sha256.New()
	size, err = io.Copy(sum, f)
	return size, fmt.Sprintf("%x", sum.Sum(nil)), err
}

// croissantForm is a path as the name of a thing: without white space and signs
// that mean something in addresses.
func croissantForm(path string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_./", r) {
			return r
		}
		return '_'
	}, path)
}
