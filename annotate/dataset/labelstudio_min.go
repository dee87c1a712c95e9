package dataset

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"slices"
)

// studioMinKeys are the keys of a record of JSON-MIN that are about the
// annotation.
var studioMinKeys = []string{"annotator", "annotation_id", "created_at", "updated_at", "lead_time"}

// isStudioMin reports whether keys are those of JSON-MIN: data and controls side
// by side.
func isStudioMin(keys map[string]json.RawMessage) bool {
	if keys["text"] == nil && keys["annotation_id"] == nil {
		return false
	}
	for _, value := range keys {
		var region struct{ Start, End, Labels json.RawMessage }
		if json.Unmarshal(firstOf(value), &region) == nil && region.Start != nil && region.End != nil && region.Labels != nil {
			return true
		}
	}
	return keys["annotation_id"] != nil && keys["annotator"] != nil
}

// minRegions are the regions of one control.
func minRegions(value json.RawMessage) []map[string]json.RawMessage {
	if !bytes.HasPrefix(value, []byte("[")) {
		return nil
	}
	regions, err := list[map[string]json.RawMessage](value, "")
	if err != nil || len(regions) == 0 || regions[0]["start"] == nil || regions[0]["end"] == nil {
		return nil
	}
	return regions
}

// readMin makes a task of a record of JSON-MIN. What is said of regions is
// theirs that have the same place.
func (i *studioItem) readMin(keys map[string]json.RawMessage) error {
	work := studioWork{CompletedBy: keys["annotator"]}
	i.data = map[string]json.RawMessage{}
	for _, control := range slices.Sorted(maps.Keys(keys)) {
		regions := minRegions(keys[control])
		switch {
		case len(regions) > 0:
			for _, value := range regions {
				work.results = append(work.results, minResult(control, value))
			}
		case !slices.Contains(studioMinKeys, control):
			i.data[control] = keys[control]
		}
	}
	if len(work.results) > SpanLimit {
		return errors.New("it has too many regions; split the article")
	}
	i.works = []studioWork{work}
	return nil
}

// minResult is a result with its place for an id.
func minResult(control string, value map[string]json.RawMessage) studioResult {
	r := studioResult{Control: control, Value: value, ID: json.RawMessage(`"` + string(value["start"]) + "-" + string(value["end"]) + `"`)}
	for key := range value {
		if key != "start" && key != "end" && key != "text" {
			r.Type = key
		}
	}
	if r.Type == "" {
		r.Type = "textarea"
	}
	return r
}
