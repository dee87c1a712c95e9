package dataset

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func TestTitles(t *testing.T) {
	const body = "\n\nGunmen crossed the Tesk before dawn, officials said. Nobody was hurt."
	tests := []struct{ name, text, want string }{
		{"a headline", "Raid on Orvany" + body, "Raid on Orvany"},
		{"a headline that asks", "Who raided Orvany?" + body, "Who raided Orvany?"},
		{"a headline with odd spaces", "\n  Raid\u00a0on \t Orvany " + body, "Raid on Orvany"},
		{"a first sentence", body, "Gunmen crossed the Tesk before dawn, officials said."},
		{"a quoted sentence", "“Nobody was hurt.”" + body, "“Nobody was hurt.”"},
		{"a single line", "Raid on Orvany", "Raid on Orvany"},
		{"a long paragraph", strings.Repeat("Gunmen crossed the Tesk and ", 9) + body, "Gunmen crossed the Tesk and Gunmen crossed the Tesk and Gunmen crossed the Tesk…"},
	}
	for _, test := range tests {
		if got := title(test.text, "001_7a6bcf93.txt"); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	for name, want := range map[string]string{"raid-on-orvany.txt": "raid-on-orvany", "news-17.txt": "Gunmen crossed.", "deadbeef-cafe.txt": "Gunmen crossed."} {
		if got := title("Gunmen crossed.", name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestTitleOfMarkdown(t *testing.T) {
	if got := title("# Raid on Orvany\n\nGunmen came.", "001.md"); got != "Raid on Orvany" {
		t.Errorf("%q", got)
	}
}

func TestATextMayBeginAsOtherFilesDo(t *testing.T) {
	for _, content := range []string{"RIFF raff", "ID3 of five", "MZ and others", "Rar!"} {
		if docs := readAll(t, Reading{}, put(t, "001.txt", content)); docs[0].Article.Text != content {
			t.Errorf("%q", docs[0].Article.Text)
		}
	}
}

func TestTextIsUntouched(t *testing.T) {
	const content = "  Raid\u00a0on Orvany \n\n\tGunmen e\u0301 \u2028 crossed.\n\n"
	doc := readAll(t, Reading{}, put(t, "001.txt", content))[0]
	if doc.Article.Text != content || doc.Article.Meta["file"] != "001.txt" || doc.Repairs != nil {
		t.Errorf("%q %v %q", doc.Article.Text, doc.Article.Meta, doc.Repairs)
	}
	again := readAll(t, Reading{}, put(t, "002.txt", content))[0]
	if again.Article.ID != doc.Article.ID {
		t.Error("the same text has two ids")
	}
}

const (
	ukrainian = "Обстріл міста Орвані тривав цілу ніч, повідомили місцеві посадовці. Двоє людей поранені, зруйновано кілька будинків.\n"
	russian   = "Обстрел города Орвани продолжался всю ночь, сообщили местные чиновники. Двое ранены, разрушено несколько домов.\n"
	french    = "Le préfet a déclaré que l’attaque d’Orvany avait fait des dégâts à l’école. Où étaient les blessés ?\n"
)

func TestEncodings(t *testing.T) {
	tests := []struct {
		name, text, repair string
		with               encoding.Encoding
	}{
		{"UTF-8", ukrainian, "", unicode.UTF8},
		{"UTF-8 with a mark", ukrainian, "byte-order mark", unicode.UTF8BOM},
		{"UTF-16 little", ukrainian, "read as UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"UTF-16 big", french, "read as UTF-16", unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
		{"UTF-16 without a mark", french, "read as UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-32", ukrainian, "read as UTF-32", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)},
		{"Cyrillic of Windows", russian, "read as windows-1251", charmap.Windows1251},
		{"KOI8-R", russian, "read as koi8-r", charmap.KOI8R},
		{"Western of Windows", french, "read as windows-1252", charmap.Windows1252},
	}
	for _, test := range tests {
		encoded, err := test.with.NewEncoder().String(test.text)
		if err != nil {
			t.Fatal(err)
		}
		doc := readAll(t, Reading{}, put(t, "001.txt", encoded))[0]
		if doc.Article.Text != test.text {
			t.Errorf("%s: %q", test.name, doc.Article.Text)
		}
		if got := strings.Join(doc.Repairs, "; "); !strings.Contains(got, test.repair) || test.repair == "" && got != "" {
			t.Errorf("%s: repairs %q, want %q", test.name, got, test.repair)
		}
	}
}

func TestDamagedUTF8StaysUTF8(t *testing.T) {
	doc := readAll(t, Reading{}, put(t, "001.txt", ukrainian+"\xff\r\n"+ukrainian))[0]
	if doc.Article.Text != ukrainian+"\ufffd\n"+ukrainian || len(doc.Repairs) != 2 {
		t.Errorf("%q %q", doc.Article.Text, doc.Repairs)
	}
}

func TestWhatIsNotTextIsRefusedInWords(t *testing.T) {
	for name, want := range map[string]string{
		"photo.png\x89PNG\r\n\x1a\n\x00\x00":          "it is a PNG picture, not text",
		"photo.txt\xff\xd8\xff\xe0\x00\x10JFIF":       "it is a JPEG picture, not text",
		"report.pdf%PDF-1.7\n":                        "it is a PDF document, not text; save it as plain text",
		"report.docxPK\x03\x04\x14\x00":               "it is damaged, cut off or no zip archive",
		"report.odtPK\x03\x04\x14\x00":                "it is an OpenDocument text, not text; save it as plain text",
		"old.glossSQLite format 3\x00":                "it is a database, not text; if it is a project, open it instead",
		"data.bin\x00\x01\x02\x03\x04abc\x00\x00\x00": "it is a file of a program, not text",
		"page.xml<?xml version='1.0'?><p>Raid</p>":    "it is an XML file, which cannot be imported as it is",
		"table.csvid,number\n1,2\n":                   "it is a table",
		"empty.txt \n\n":                              "there is no text in it",
		"lines.jsonl\x89PNG\r\n\x1a\n":                "it is a PNG picture, not text",
	} {
		at := strings.Index(name, ".") + 4
		for at < len(name) && name[at] >= 'a' && name[at] <= 'z' && !strings.HasPrefix(name[at:], "id,") {
			at++
		}
		_, refusals := readSome(t, Reading{}, put(t, name[:at], name[at:]))
		if len(refusals) != 1 || !strings.Contains(refusals[0], want) {
			t.Errorf("%q: %q, want %q", name[:at], refusals, want)
		}
	}
}

func TestAHugeFileIsRefusedUnread(t *testing.T) {
	path := put(t, "huge.txt", "Raid on Orvany\n")
	if err := os.Truncate(path, 200<<20); err != nil {
		t.Fatal(err)
	}
	_, refusals := readSome(t, Reading{Format: "text"}, path)
	if len(refusals) != 1 || !strings.Contains(refusals[0], "it has 200 MB, too much for one article (the limit is 100 MB); split it") {
		t.Errorf("%q", refusals)
	}
}

func TestFoldersAreReadInOrderWithoutHiddenFiles(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"b.txt", "a/2.txt", "a/10.txt", ".git/x.txt", "a/.x.txt", "Thumbs.db"} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("Raid on "+name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, doc := range readAll(t, Reading{}, root, filepath.Join(root, "b.txt")) {
		got = append(got, strings.TrimPrefix(doc.Article.Text, "Raid on "))
	}
	if !slices.Equal(got, []string{"a/10.txt", "a/2.txt", "b.txt"}) {
		t.Errorf("%q", got)
	}
}

func TestWhatIsNotThere(t *testing.T) {
	_, refusals := readSome(t, Reading{}, filepath.Join(t.TempDir(), "none.txt"))
	if !slices.Equal(refusals, []string{"none.txt: there is no such file"}) {
		t.Errorf("%q", refusals)
	}
	_, refusals = readSome(t, Reading{Format: "worde"}, ".")
	if len(refusals) != 1 || !strings.Contains(refusals[0], "the formats are jsonl, brat, ") {
		t.Errorf("%q", refusals)
	}
	_, refusals = readSome(t, Reading{Format: "huggingface"}, ".")
	if len(refusals) != 1 || !strings.Contains(refusals[0], "can be written, but not read") {
		t.Errorf("%q", refusals)
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte(ukrainian))
	f.Add([]byte("\xff\xfeR\x00a\x00\r\x00\n\x00"))
	f.Add([]byte("caf\xe9 \r\n\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, refusals := readSome(t, Reading{Format: "text"}, put(t, "in.txt", string(data)))
		if len(docs)+len(refusals) != 1 {
			t.Fatalf("%d documents, %d refusals", len(docs), len(refusals))
		}
		for _, doc := range docs {
			a := doc.Article
			if !utf8.ValidString(a.Text) || strings.Contains(a.Text, "\r") || strings.HasPrefix(a.Text, "\ufeff") {
				t.Errorf("the text is not clean: %q", a.Text)
			}
			if utf8.RuneCountInString(a.Title) > longestHeadline || !utf8.ValidString(a.Title) || strings.Contains(a.Title, "\n") {
				t.Errorf("title %q", a.Title)
			}
			back := readAll(t, Reading{Format: "text"}, put(t, "again.txt", a.Text))
			if utf8.Valid(data) && back[0].Article.Text != a.Text {
				t.Errorf("%q became %q", a.Text, back[0].Article.Text)
			}
		}
	})
}
