package dataset

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// A schema checks JSON values by the part of JSON Schema that ours uses; any
// other keyword is an error.
type schema struct{ root map[string]any }

func newSchema(t *testing.T) schema {
	t.Helper()
	var root map[string]any
	if err := json.Unmarshal(JSONLSchema, &root); err != nil {
		t.Fatal(err)
	}
	return schema{root}
}

// check says what is wrong with a value at a place; nothing if all is right.
func (s schema) check(rules map[string]any, value any, at string) []string {
	var wrong []string
	for _, keyword := range slices.Sorted(maps.Keys(rules)) {
		wrong = append(wrong, s.keyword(keyword, rules, value, at)...)
	}
	return wrong
}

func (s schema) keyword(keyword string, rules map[string]any, value any, at string) []string {
	rule := rules[keyword]
	fails := func(bad bool) []string {
		if bad {
			return []string{fmt.Sprintf("%s: %v is against %s %v", at, value, keyword, rule)}
		}
		return nil
	}
	text, isText := value.(string)
	number, isNumber := value.(float64)
	list, isList := value.([]any)
	object, isObject := value.(map[string]any)
	switch keyword {
	case "$schema", "$id", "title", "description", "$defs":
		return nil
	case "$ref":
		return s.check(s.root["$defs"].(map[string]any)[strings.TrimPrefix(rule.(string), "#/$defs/")].(map[string]any), value, at)
	case "type":
		kinds := map[string]bool{"string": isText, "number": isNumber, "integer": isNumber && number == float64(int(number)), "array": isList, "object": isObject, "null": value == nil}
		_, kinds["boolean"] = value.(bool)
		return fails(!kinds[rule.(string)])
	case "const":
		return fails(!reflect.DeepEqual(rule, value))
	case "enum":
		return fails(!slices.ContainsFunc(rule.([]any), func(one any) bool { return reflect.DeepEqual(one, value) }))
	case "pattern":
		return fails(isText && !regexp.MustCompile(rule.(string)).MatchString(text))
	case "minLength":
		return fails(isText && utf8.RuneCountInString(text) < int(rule.(float64)))
	case "minimum":
		return fails(isNumber && number < rule.(float64))
	case "minItems":
		return fails(isList && len(list) < int(rule.(float64)))
	case "maxItems":
		return fails(isList && len(list) > int(rule.(float64)))
	case "required":
		return fails(isObject && slices.ContainsFunc(rule.([]any), func(key any) bool { _, there := object[key.(string)]; return !there }))
	case "anyOf":
		return fails(!slices.ContainsFunc(rule.([]any), func(one any) bool { return len(s.check(one.(map[string]any), value, at)) == 0 }))
	case "items":
		var wrong []string
		for i, item := range list {
			wrong = append(wrong, s.check(rule.(map[string]any), item, fmt.Sprintf("%s[%d]", at, i))...)
		}
		return wrong
	case "properties", "additionalProperties":
		return s.properties(keyword, rules, object, at)
	}
	return []string{"the keyword " + keyword + " is not known to this test"}
}

func (s schema) properties(keyword string, rules, object map[string]any, at string) []string {
	declared, _ := rules["properties"].(map[string]any)
	var wrong []string
	for key, value := range object {
		rule, known := declared[key].(map[string]any)
		switch others := rules["additionalProperties"].(type) {
		case map[string]any:
			if !known && keyword == "additionalProperties" {
				wrong = append(wrong, s.check(others, value, at+"."+key)...)
			}
		case bool:
			if !known && keyword == "additionalProperties" && !others {
				wrong = append(wrong, at+": the key "+key+" is not declared")
			}
		}
		if known && keyword == "properties" {
			wrong = append(wrong, s.check(rule, value, at+"."+key)...)
		}
	}
	return wrong
}

func TestJSONLIsAsItsSchemaSays(t *testing.T) {
	s := newSchema(t)
	for seed := range uint64(60) {
		d := newDice(seed)
		path, _ := exportUnsynced(t, "jsonl", d.document(0), d.document(1), d.document(2))
		for line := range strings.Lines(contents(t, path)) {
			var value any
			if err := json.Unmarshal([]byte(line), &value); err != nil {
				t.Fatal(err)
			}
			if wrong := s.check(s.root, value, "line"); len(wrong) > 0 {
				t.Fatalf("seed %d: %s\n%s", seed, strings.Join(wrong, "\n"), line)
			}
		}
	}
}

func TestTheSchemaRefusesWhatIsWrong(t *testing.T) {
	s := newSchema(t)
	good := `{"format":"glossator/1","id":"` + string(articleID("a")) + `","title":"","text":"ab","sha256":"` + strings.Repeat("0", 64) + `","meta":{},"layers":[{"id":"` + string(articleID("a")) +
		`","author":"Ada","status":"done","spans":[{"id":"` + string(articleID("b")) + `","label":"actor","start":0,"end":1,"quote":"a"}],"links":[]}]}`
	for _, change := range [][2]string{{"", ""}, {`"start":0`, `"start":-1`}, {`"done"`, `"finished"`}, {`"label":"actor",`, ""}, {`"meta":{}`, `"meta":{"n":1}`}, {`"text"`, `"txt"`}, {`glossator/1`, `glossator/2`}, {`"end":1`, `"end":1.5`}} {
		var value any
		if err := json.Unmarshal([]byte(strings.Replace(good, change[0], change[1], 1)), &value); err != nil {
			t.Fatal(err)
		}
		if wrong := s.check(s.root, value, "line"); (len(wrong) > 0) != (change[0] != "") {
			t.Errorf("%q: %q", change, wrong)
		}
	}
}
