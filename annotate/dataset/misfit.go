package dataset

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// misfit says that a JSON value is not of the kind that it must be.
func misfit(wrong *json.UnmarshalTypeError, key string) string {
	what := "it"
	if key != "" {
		what = "“" + key + "”"
	}
	return fmt.Sprintf("%s must be %s, not %s", what, wanted(wrong.Type), given(wrong.Value))
}

func wanted(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Int, reflect.Int64:
		return "a whole number"
	case reflect.Float64:
		return "a number"
	case reflect.String:
		return "a text"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice, reflect.Array:
		return "a list"
	}
	return "an object in braces"
}

// given is a value as encoding/json calls it, in words.
func given(value string) string {
	if number, is := strings.CutPrefix(value, "number "); is {
		return number
	}
	switch value {
	case "string":
		return "a text"
	case "bool":
		return "true or false"
	case "array":
		return "a list"
	case "object":
		return "an object in braces"
	}
	return "a " + value
}
