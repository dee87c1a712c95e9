package dataset

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/glossator/glossator/annotate"
)

// A casSaid is what a file says, as one line of JSON, for which UIMA has no
// place.
type casSaid struct {
	Title  string            `json:"title,omitempty"`
	Meta   annotate.Meta     `json:"meta,omitempty"`
	Author *string           `json:"author,omitempty"` // of the layer; nil if there is none
	Values []annotate.Value  `json:"values,omitempty"`
	Names  map[string]string `json:"names,omitempty"`  // of attributes, by those of their features
	Before string            `json:"before,omitempty"` // the text before the first token
}

// readSaid takes what a file says in our way.
func (c *cas) readSaid(data string) error {
	var said casSaid
	if json.Unmarshal([]byte(data), &said) != nil {
		return errors.New("what it says of the article is cut off, or no JSON")
	}
	seen := map[string]bool{}
	for _, v := range said.Values {
		if seen[v.Name] {
			return errors.New("it gives the value “" + v.Name + "” twice")
		}
		seen[v.Name] = true
	}
	c.said = &said
	return nil
}

// say is what a file says of an article and a layer of it; of nobody's if the
// article has none.
func say(a annotate.Article, layer *annotate.Layer, names map[string]string) casSaid {
	said := casSaid{Title: a.Title, Meta: a.Meta}
	if layer != nil {
		name := homeName(layer.Author, uimaSuffix)
		said.Author, said.Values = &name, layer.Values()
		for feature, name := range names {
			if feature == name {
				continue
			}
			if said.Names == nil {
				said.Names = map[string]string{}
			}
			said.Names[feature] = name
		}
	}
	return said
}

func (s casSaid) line() (string, error) {
	var o object
	o.encode(s)
	return o.out.String(), o.err
}

// A casFolder is where the files of a dataset get their names and the ledger
// its entries: a file for each author's work on an article.
type casFolder struct {
	*sink
	usage
	names  naming
	ext    string
	what   string // the format in words
	titled bool   // there is a place for titles and languages
}

// unseen enters, in a plain file, a layer of which no span is written: nothing
// says there that somebody looked at the article.
func (f *casFolder) unseen(layer *annotate.Layer, spans int) {
	if f.choices.Plain && layer != nil && spans == 0 {
		f.ledger.carried(Layers, -1)
		f.ledger.never(Layers, 1, "a plain file without a span does not say that somebody looked at the article")
		f.ledger.meant.bare(*layer)
	}
}

// renamed enters, in a plain file, attributes whose features have other names:
// nothing says there what they were called.
func (f *casFolder) renamed(a annotate.Article, names map[string]string) {
	for feature, name := range sorted(names) {
		if f.choices.Plain && feature != name {
			f.ledger.meant.rename(Attributes, name, feature)
			f.ledger.lost(Loss{Kind: Attributes, Article: a.Title, What: "“" + name + "”", Why: fmt.Sprintf("features have names of letters and digits alone: it is “%s” there", feature)})
		}
	}
}

// each writes the documents by a function that gets an article, a layer of it or
// nil, and the name of the file.
func (f *casFolder) each(docs annotate.Documents, write func(annotate.Article, *annotate.Layer, string) error) error {
	f.names = newNaming(itself)
	for doc, err := range docs {
		if err != nil {
			return err
		}
		doc = withoutSuggestions(f.ledger, doc)
		if f.learn(doc) {
			changedScheme(f.ledger, f.what+" keeps labels with their guidelines as a tag set; titles, colours, keys, attributes and what a link may join it does not")
		}
		f.account(doc)
		if len(doc.Layers) == 0 {
			err = write(doc.Article, nil, f.names.next(fileName(doc.Article)))
		}
		for i := range doc.Layers {
			err = cmp.Or(err, write(doc.Article, &doc.Layers[i], f.names.next(fileName(doc.Article)+"."+folderForm(doc.Layers[i].Author.Name))))
		}
		if err != nil {
			return err
		}
	}
	return f.writeTags()
}

// account enters what of an article every file of UIMA carries.
func (f *casFolder) account(doc annotate.Document) {
	l, n := f.ledger, tally(doc)
	for _, kind := range []Kind{Articles, Layers} {
		l.carried(kind, n[kind])
	}
	own := map[Kind]int{} // what has a place of its own
	if f.titled {
		own[Titles], own[Metadata] = n[Titles], present(doc.Article.Meta["language"])
	}
	for _, kind := range []Kind{Titles, Metadata, Authors, Statuses, ArticleNotes, Values} {
		l.carried(kind, own[kind])
		f.carriedUnlessPlain(kind, n[kind]-own[kind])
	}
	for _, layer := range doc.Layers {
		for _, s := range layer.Spans() {
			if len(s.Gaps) > 0 {
				l.lost(Loss{Kind: Gaps, Article: doc.Article.Title, What: quoted(s, doc.Article.Text), Why: f.what + " has no gaps: the span goes from its start to its end", Count: len(s.Gaps)})
			}
		}
	}
}

// path is where a file of a name is written.
func (f *casFolder) path(name string) string { return filepath.Join(f.folder, name+f.ext) }

// tagSet is the file that says which labels there are, as INCEpTION imports it.
const tagSet = "tagset.json"

type casTagSet struct {
	Name        string   `json:"name"`
	Description string   `json:"description"`
	Language    string   `json:"language"`
	Tags        []casTag `json:"tags"`
	Open        bool     `json:"create_tag"`
}

type casTag struct {
	Name        string `json:"tag_name"`
	Description string `json:"tag_description"`
}

// writeTags writes the labels for those who set up a project there.
func (f *casFolder) writeTags() error {
	set := casTagSet{Name: cmp.Or(f.scheme.Name, "Labels"), Language: "en", Tags: []casTag{}}
	for _, l := range f.scheme.Labels {
		set.Tags = append(set.Tags, casTag{l.Name, l.Guideline})
	}
	return writeIndented(filepath.Join(f.folder, tagSet), set)
}

// readTags is the scheme of the tag set beside a file; nil if there is none.
func readTags(path string) (*annotate.Scheme, []string) {
	path = filepath.Join(filepath.Dir(path), tagSet)
	if !exists(path) {
		return nil, nil
	}
	var set casTagSet
	var s annotate.Scheme
	content, _, why := readWhole(path)
	if why == "" && json.Unmarshal([]byte(content), &set) != nil {
		why = "it is no tag set"
	}
	for _, t := range set.Tags {
		s.Labels = append(s.Labels, annotate.Label{Name: t.Name, Guideline: t.Description})
	}
	if err := s.Check(); err != nil && why == "" {
		why = err.Error()
	}
	if why != "" {
		return nil, []string{tagSet + " was left out: " + why}
	}
	return &s, nil
}

// featureForm is a name as a feature may have it: letters and digits of ASCII.
func featureForm(name string) string {
	form := []byte{}
	for _, c := range []byte(name) {
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' && len(form) > 0 {
			form = append(form, c)
		}
	}
	if len(form) == 0 {
		return "attribute"
	}
	return string(form)
}

// features are the attributes of a layer by the names of their features.
func features(layer *annotate.Layer) (names map[string]string, of map[string]string) {
	names, of = map[string]string{}, map[string]string{}
	if layer == nil {
		return names, of
	}
	taken := map[string]bool{}
	for _, reserved := range []string{casLabel, casNote, "begin", "end", "sofa", "id", "base", "value"} {
		taken[reserved] = true
	}
	used := map[string]bool{}
	for _, s := range layer.Spans() {
		for name := range s.Attrs {
			used[name] = true
		}
	}
	for name := range sorted(used) {
		form := featureForm(name)
		feature := form
		for i := 2; taken[strings.ToLower(feature)]; i++ {
			feature = form + strconv.Itoa(i)
		}
		taken[strings.ToLower(feature)] = true
		names[feature], of[name] = name, feature
	}
	return names, of
}

func isTagSet(f file) bool { return filepath.Base(f.path) == tagSet }
