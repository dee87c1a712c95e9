package dataset

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
)

var prodigy = Format{
	Name:  "prodigy",
	Title: "Prodigy JSON Lines",
	About: "A task a line for each author, with tokens, spans, relations, answer and hashes, for spans_manual and relations. It keeps spans, attributes, notes, links, titles, metadata, article notes, and of statuses skipped and flagged; " +
		"not gaps and other statuses. Read are the labels of accepted tasks; of rejected and ignored ones only the text.",
	Extensions: []string{".jsonl"},
	takes: func(f file) (string, bool) {
		return f.path, f.is(".jsonl", ".json", ".ndjson") && f.dialect() == "prodigy"
	},
	read:   readProdigy,
	write:  writeProdigy,
	suffix: prodigySuffix,
	lacks:  []Kind{Gaps},
}

const prodigySuffix = " (Prodigy)"

// The answers to a task.
const (
	accepted = "accept"
	rejected = "reject"
	ignored  = "ignore"
)

// The article-level values that Prodigy has: of a classification and of a choice.
const (
	prodigyLabel  = "label"
	prodigyAccept = "accept"
)

// prodigyKeys are the keys of a task that are not metadata, beside those that
// begin with an underscore.
var prodigyKeys = []string{"text", "tokens", "spans", "relations", "answer", "label", "accept", "options", "user_input", "flagged", "config", "html", "view_id", "versions", "sessions"}

// A prodigyTask is a line: a text with what one author marked.
type prodigyTask struct {
	keys      map[string]json.RawMessage
	number    int // of the line
	whole     raw
	repairs   []string
	tokens    []prodigyToken
	spans     []prodigySpan
	relations []prodigyRelation
	answer    string
}

type prodigyToken struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	ID    int    `json:"id"`
	Space bool   `json:"ws"`
}

// A prodigySpan has offsets, or first and last token. Attributes and notes are
// kept under keys that Prodigy passes on.
type prodigySpan struct {
	Start      *int              `json:"start"`
	End        *int              `json:"end"`
	TokenStart *int              `json:"token_start,omitempty"`
	TokenEnd   *int              `json:"token_end,omitempty"` // inclusive
	Label      string            `json:"label"`
	Text       string            `json:"text,omitempty"`
	Attributes map[string]string `json:"attributes,omitempty"`
	Note       string            `json:"note,omitempty"`
}

type prodigyRelation struct {
	Head      int          `json:"head"` // the last token of the span
	Child     int          `json:"child"`
	HeadSpan  *prodigySpan `json:"head_span"`
	ChildSpan *prodigySpan `json:"child_span"`
	Label     string       `json:"label"`
	Note      string       `json:"note,omitempty"`
}

// prodigyRecord takes a line apart.
func prodigyRecord(rec record) (prodigyTask, error) {
	keys, err := objectOf(rec.data)
	if err != nil {
		return prodigyTask{}, err
	}
	task := prodigyTask{keys: keys, number: rec.number, answer: plain(keys["answer"])}
	var text *string
	if err := decodeKey(keys, "text", &text); err != nil {
		return task, err
	}
	if text == nil {
		return task, errors.New("there is no \"text\" in the task")
	}
	var repairs annotate.Repairs
	task.whole, repairs = newRaw(*text)
	task.repairs = append(rec.repairs, inWords(repairs)...)
	if task.tokens, err = list[prodigyToken](keys["tokens"], "tokens"); err != nil {
		return task, err
	}
	if task.spans, err = list[prodigySpan](keys["spans"], "spans"); err != nil {
		return task, err
	}
	task.placeByTokens()
	task.relations, err = list[prodigyRelation](keys["relations"], "relations")
	return task, err
}

// placeByTokens gives spans their offsets that have only tokens.
func (t *prodigyTask) placeByTokens() {
	for i, s := range t.spans {
		if s.Start != nil || s.End != nil || s.TokenStart == nil || s.TokenEnd == nil {
			continue
		}
		first := slices.IndexFunc(t.tokens, func(token prodigyToken) bool { return token.ID == *s.TokenStart })
		last := slices.IndexFunc(t.tokens, func(token prodigyToken) bool { return token.ID == *s.TokenEnd })
		if first >= 0 && last >= 0 {
			t.spans[i].Start, t.spans[i].End = &t.tokens[first].Start, &t.tokens[last].End
		}
	}
}

// name is whose the task is; empty if it does not say.
func (t *prodigyTask) name() string {
	if name := plain(t.keys["_annotator_id"]); name != "" {
		return name
	}
	return plain(t.keys["_session_id"])
}

// mostClaims is how many tokens of a task are asked what offsets count.
const mostClaims = 500

// claims are where spans and tokens lie, and what the tokens hold.
func (t *prodigyTask) claims() []claim {
	var claims []claim
	for _, s := range t.spans {
		if s.Start != nil && s.End != nil {
			claims = append(claims, claim{*s.Start, *s.End, s.Text})
		}
	}
	for i, token := range t.tokens {
		if i < mostClaims && strings.TrimSpace(token.Text) != "" {
			claims = append(claims, claim{token.Start, token.End, token.Text})
		}
	}
	return claims
}

// isProdigy reports whether keys are those of a task.
func isProdigy(keys map[string]json.RawMessage) bool {
	if keys["text"] == nil || keys["layers"] != nil {
		return false
	}
	for _, key := range []string{"_input_hash", "_task_hash", "_view_id"} {
		if keys[key] != nil {
			return true
		}
	}
	return slices.ContainsFunc([]string{"tokens", "spans"}, func(key string) bool {
		var object struct{ Start, End *int }
		return json.Unmarshal(firstOf(keys[key]), &object) == nil && object.Start != nil && object.End != nil
	})
}
