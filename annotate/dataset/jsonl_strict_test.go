package dataset

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestUnknownKeysAreTold(t *testing.T) {
	line := `{"text":"Raid on Orvany: \"label\": x.","layers":[{"author":"Ada","mood":"calm","values":{"topic":"fire"},"spans":[{"label":"place","start":8,"end":14,"confidence":0.9,"Note":"x","attrs":{"kind":"town"}}],"links":[]}]}` + "\n"
	docs := readAll(t, Reading{}, put(t, "a.jsonl", line+line))
	want := []string{`"mood" of layers was left out, here and in the lines below: the format has no such key`,
		`"confidence" of spans was left out, here and in the lines below: the format has no such key`}
	if !slices.Equal(docs[0].Repairs, want) || len(docs[1].Repairs) > 0 {
		t.Errorf("%q, then %q", docs[0].Repairs, docs[1].Repairs)
	}
}

func TestTwoLayersOfOneAuthorAreRefused(t *testing.T) {
	layer := func(author, status string) string {
		return fmt.Sprintf(`{"author":%q,"status":%q,"spans":[]}`, author, status)
	}
	line := func(layers ...string) string {
		return `{"text":"Raid on Orvany.","layers":[` + strings.Join(layers, ",") + "]}\n"
	}
	for content, says := range map[string]string{
		line(layer("Ada", "done"), layer("Ben", ""), layer("Ada", "done")): "Ada has two layers on this article, the 1st and the 3rd",
		line(layer("", "done"), layer("", "")):                             "import has two layers on this article",
		line(layer("Ada", "done")) + line(layer("Ada", "flagged")):         "Ada has another layer on this article in line 1",
	} {
		if _, refusals := readSome(t, Reading{}, put(t, "a.jsonl", content)); len(refusals) != 1 || !strings.Contains(refusals[0], says) {
			t.Errorf("%q, want %s", refusals, says)
		}
	}
	readAll(t, Reading{}, put(t, "a.jsonl", line(layer("Ada", "done"), layer("Ben", "done"))+line(layer("Ada", "done"))))
}

func TestLoneSurrogatesAreTold(t *testing.T) {
	docs := readAll(t, Reading{}, put(t, "a.jsonl", `{"text":"Raid \ud83d on \ud83d\ude92 Orvany \\ud83d \udc00\n"}`))
	if got := docs[0]; !slices.Equal(got.Repairs, []string{"2 halves of a character without the other half became \ufffd"}) || !strings.HasPrefix(got.Article.Text, "Raid \ufffd on 🚒 Orvany \\ud83d") {
		t.Errorf("%q %q", got.Repairs, got.Article.Text)
	}
}

func TestValuesOfTheWrongKind(t *testing.T) {
	for line, says := range map[string]string{
		`{"text":"a b","layers":[{"author":"Ada","spans":[{"label":"x","start":0.5,"end":1}]}]}`: "“layers.spans.start” must be a whole number, not 0.5",
		`{"text":"a b","layers":{}}`: "“layers” must be a list, not an object in braces",
		`{"text":7}`:                 "“text” must be a text, not a number",
		`{"text":"a b","layers":[{"author":"Ada","values":[]}]}`: "“layers.values” must be an object in braces, not a list",
	} {
		if _, refusals := readSome(t, Reading{}, put(t, "a.jsonl", line)); len(refusals) != 1 || !strings.HasSuffix(refusals[0], says) {
			t.Errorf("%q, want %s", refusals, says)
		}
	}
}

func TestJunkBehindTheBeginningIsSeen(t *testing.T) {
	text := strings.Repeat("The mill at Orsun burnt.\n", 4000)
	for content, says := range map[string]string{
		text + "and\x00more":                             "there is a zero byte in line 4001",
		text + strings.Repeat("\x01\x02\x03\x04", 10000): "control characters",
	} {
		if _, refusals := readSome(t, Reading{}, put(t, "a.txt", content)); len(refusals) != 1 || !strings.Contains(refusals[0], says) {
			t.Errorf("%q, want %s", refusals, says)
		}
	}
}

func TestUpperCaseNamesOfBrat(t *testing.T) {
	for _, names := range [][2]string{{"A.TXT", "A.ann"}, {"a.txt", "a.ANN"}, {"A.TXT", "A.ANN"}} {
		path := put(t, names[0], "Raid on Orvany.")
		if err := os.WriteFile(strings.TrimSuffix(path, names[0])+names[1], []byte("T1\tplace 8 14\tOrvany\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		docs := readAll(t, Reading{}, strings.TrimSuffix(path, names[0]))
		if len(docs) != 1 || len(docs[0].Layers) != 1 || len(docs[0].Layers[0].Spans()) != 1 {
			t.Errorf("%v: %+v", names, docs)
		}
	}
}

func TestLossesAreNotSaidTwice(t *testing.T) {
	l := newLedger("x", "-")
	l.never(Titles, 8, "there are none")
	if got := l.String(); !strings.Contains(got, "not kept: 8 titles: there are none\n") || !strings.Contains(got, "to standard output\n") {
		t.Error(got)
	}
}
