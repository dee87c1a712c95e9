package dataset

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/glossator/glossator/annotate"
)

func TestCSVKeepsEverything(t *testing.T) {
	for seed := range uint64(150) {
		d := newDice(seed)
		docs := []annotate.Document{d.document(0), d.document(1), d.document(2)}
		docs[0].Article.Meta = annotate.Meta{"a,\"b\"\r\n": "\r\n,\"\r", "": "\x00"}
		out, ledger := exportUnsynced(t, "csv", docs...)
		if len(ledger.Losses) > 0 {
			t.Fatalf("seed %d: losses: %s", seed, ledger)
		}
		back := readAll(t, Reading{}, out)
		if len(back) != len(docs) {
			t.Fatalf("seed %d: %d documents", seed, len(back))
		}
		for i := range docs {
			if back[i].Scheme != nil && !reflect.DeepEqual(*back[i].Scheme, randomScheme) {
				t.Fatalf("seed %d: the scheme differs: %+v", seed, back[i].Scheme)
			}
			docs[i].Scheme = back[i].Scheme
			if diff := sameDocument(docs[i], back[i]); diff != "" {
				t.Fatalf("seed %d, document %d: %s", seed, i, diff)
			}
		}
	}
}

func TestCSVGolden(t *testing.T) {
	docs := readAll(t, Reading{Author: "Ada"}, "testdata/brat")
	out, _ := export(t, "csv", docs...)
	compareFolders(t, "testdata/csv.golden", out)
	back := readAll(t, Reading{}, "testdata/csv.golden/spans.csv", "testdata/csv.golden")
	if len(back) != 1 || sameDocument(docs[0], back[0]) != "" {
		t.Errorf("%+v", back)
	}
}

// A packageRead is what the package of a dataset of tables says of itself.
type packageRead struct {
	Schema    string `json:"$schema"`
	Name      string
	Licenses  []map[string]string
	Resources []struct {
		Name, Path, Type, Format, Mediatype, Encoding, Hash string
		Bytes                                               int64
		Schema                                              struct {
			Fields      []struct{ Name, Type string }
			PrimaryKey  []string
			ForeignKeys []struct {
				Fields    []string
				Reference struct {
					Resource string
					Fields   []string
				}
			}
			MissingValues *[]string
		}
	}
}

func packageIn(t *testing.T, folder string) (p packageRead) {
	t.Helper()
	if err := json.Unmarshal([]byte(contents(t, filepath.Join(folder, dataPackage))), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// TestCSVIsWhatItSays compares the description with the files: columns, keys,
// references, sizes and hashes.
func TestCSVIsWhatItSays(t *testing.T) {
	out, _ := export(t, "csv", newDice(3).document(0), newDice(4).document(1), newDice(5).document(2))
	p := packageIn(t, out)
	rows := map[string][]map[string]string{}
	for _, r := range p.Resources {
		content := contents(t, filepath.Join(out, r.Path))
		if int64(len(content)) != r.Bytes || fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(content))) != r.Hash || r.Schema.MissingValues == nil {
			t.Errorf("%s: %d bytes, %s", r.Name, r.Bytes, r.Hash)
		}
		scan := csvScanner{in: bufio.NewReader(strings.NewReader(content))}
		header, _, err := scan.row()
		for i, field := range r.Schema.Fields {
			if err != nil || header[i] != field.Name {
				t.Errorf("%s: column %s, %v", r.Name, field.Name, err)
			}
		}
		for {
			row, _, err := scan.row()
			if errors.Is(err, io.EOF) {
				break
			}
			named := map[string]string{}
			for i, name := range header {
				named[name] = row[i]
			}
			rows[r.Name] = append(rows[r.Name], named)
		}
	}
	pick := func(row map[string]string, columns []string) string {
		var fields []string
		for _, c := range columns {
			fields = append(fields, row[c])
		}
		return strings.Join(fields, "|")
	}
	keys := map[string]map[string]bool{}
	for _, r := range p.Resources {
		keys[r.Name] = map[string]bool{}
		for _, row := range rows[r.Name] {
			key := pick(row, r.Schema.PrimaryKey)
			if keys[r.Name][key] {
				t.Errorf("%s: %s is there twice", r.Name, key)
			}
			keys[r.Name][key] = true
			for _, foreign := range r.Schema.ForeignKeys {
				if to := foreign.Reference; to.Resource != r.Name && !keys[to.Resource][pick(row, foreign.Fields)] {
					t.Errorf("%s: %v is not in %s", r.Name, row, to.Resource)
				}
			}
		}
	}
	if len(keys["spans"]) == 0 || len(keys["links"]) == 0 || len(keys["gaps"]) == 0 || len(keys["attributes"]) == 0 {
		t.Error("there was nothing to look at")
	}
}

func TestCSVScanner(t *testing.T) {
	tests := []struct{ content, want string }{
		{"a,b\nc,\n", "[a b] [c ]"},
		{"a,b\r\n\r\n\"c\r\nd\",\"e\"\"f\"\r\n", "[a b] [c\r\nd e\"f]"},
		{"a\"b,c\rd", "[a\"b c\rd]"},
		{"\"\",\"\"", "[ ]"},
		{"\"a", "a quoted field is not closed"},
		{"\"a\"b,c", "something stands between"},
		{strings.Repeat(",", 1001), "too many columns"},
		{"", ""},
	}
	for _, test := range tests {
		scan := csvScanner{in: bufio.NewReader(strings.NewReader(test.content))}
		var got []string
		for {
			row, _, err := scan.row()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				got = append(got, err.Error())
				break
			}
			got = append(got, fmt.Sprint(row))
		}
		if joined := strings.Join(got, " "); joined != test.want && (test.want == "" || !strings.Contains(joined, test.want)) {
			t.Errorf("%.20q: %q", test.content, joined)
		}
	}
}

const csvID = "00000000-0000-8000-8000-00000000000"

// csvFiles is a small package of one article with a span.
func csvFiles() map[string]string {
	return map[string]string{
		dataPackage:    `{"resources":[{"name":"articles","path":"articles.csv"},{"name":"layers","path":"layers.csv"},{"name":"spans","path":"spans.csv"},{"name":"labels","path":"labels.csv"},{"name":"values","path":"values.csv"}]}`,
		"articles.csv": "id,text\r\n" + csvID + "1,\"Two men\r\nwere hurt.\"\r\n" + csvID + "2,Nobody was.\r\n",
		"layers.csv":   "article,id,author\n" + csvID + "1," + csvID + "3,Ada\n",
		"spans.csv":    "article,layer,id,label,start,end\n" + csvID + "1," + csvID + "3," + csvID + "4,actor,9,13\n",
		"labels.csv":   "name,colour\nactor,#aa0000\n",
		"values.csv":   "article,layer,name,value\n" + csvID + "1," + csvID + "3,status,done\n",
	}
}

func putFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestCSVMadeByHand(t *testing.T) {
	docs := readAll(t, Reading{}, putFiles(t, csvFiles()))
	layer := docs[0].Layers[0]
	if got := layer.Spans()[0].Quote(docs[0].Article.Text); got != "were" || layer.Status() != annotate.Done || len(docs) != 2 || docs[1].Layers != nil {
		t.Errorf("%q %+v", got, docs)
	}
	if l, _ := docs[0].Scheme.Label("actor"); l.Colour != "#aa0000" {
		t.Errorf("%+v", docs[0].Scheme)
	}
}

func TestCSVRefusals(t *testing.T) {
	tests := []struct{ name, file, was, is, want string }{
		{"cut", "articles.csv", "Nobody was.", "\"Nobody", "articles.csv: line 4: a quoted field is not closed"},
		{"past", "spans.csv", "9,13", "9,130", "end 130 is past the text"},
		{"no number", "spans.csv", "9,13", "9,x", `spans.csv: line 2: its end "x" is not a number`},
		{"no column", "spans.csv", "label", "lable", `spans.csv: line 1: there is no column "label"`},
		{"semicolons", "spans.csv", ",", ";", "parted by commas?"},
		{"short row", "spans.csv", ",9,13", "", "line 2: it has 4 columns, but the first line 6"},
		{"no layer", "spans.csv", csvID + "3", csvID + "9", "is not one of its article's"},
		{"order", "spans.csv", csvID + "1", csvID + "7", "spans.csv: line 2: its article"},
		{"article twice", "articles.csv", csvID + "2", csvID + "1", "is there twice"},
		{"outside", dataPackage, `"spans.csv"`, `"../spans.csv"`, "does not lie in its folder"},
		{"no file", dataPackage, `"spans.csv"`, `"span.csv"`, "span.csv: there is no such file"},
		{"not JSON", dataPackage, "{", "(", "cut off"},
		{"label", "labels.csv", "actor,", ",", "must not be empty"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := csvFiles()
			files[test.file] = strings.ReplaceAll(files[test.file], test.was, test.is)
			_, refusals := readSome(t, Reading{}, filepath.Join(putFiles(t, files), dataPackage))
			if test.name == "not JSON" || test.name == "outside" {
				_, refusals = readSome(t, Reading{Format: "csv"}, filepath.Join(putFiles(t, files), dataPackage))
			}
			if len(refusals) != 1 || !strings.Contains(refusals[0], test.want) {
				t.Errorf("got %q, want %q", refusals, test.want)
			}
		})
	}
}

func FuzzCSV(f *testing.F) {
	files := csvFiles()
	f.Add(files["articles.csv"], files["layers.csv"], files["spans.csv"], files["values.csv"])
	f.Add("id,text,title\na,\"x\ry\"\"\",t\n", "article,id,author\n", "article,layer,id,label,start,end,quote\n", "article,layer,name,value\na,b,c,d")
	f.Fuzz(func(t *testing.T, articles, layers, spans, values string) {
		files := csvFiles()
		files["articles.csv"], files["layers.csv"], files["spans.csv"], files["values.csv"] = articles, layers, spans, values
		docs, refusals := readSome(t, Reading{Format: "csv"}, putFiles(t, files))
		if len(refusals) > 0 {
			return
		}
		for _, doc := range docs {
			writtenStaysTheSame(t, "csv", []annotate.Document{doc})
		}
	})
}
