package assets_test

import (
	"image/color"
	"math"
	"strconv"
	"testing"

	"github.com/glossator/glossator/annotate"
	"github.com/glossator/glossator/assets"
)

func TestSchemeIsUsable(t *testing.T) {
	scheme := parse(t)
	var names []string
	for _, l := range scheme.Labels {
		names = append(names, l.Name)
		if l.Key == "" || l.Guideline == "" || l.Colour == "" || l.Dark == "" {
			t.Errorf("label %s lacks a key, a guideline or a colour", l.Name)
		}
		for _, a := range l.Attributes {
			checkAttribute(t, l.Name, a)
		}
	}
	if got := names; len(got) != 4 || got[0] != "actor" || got[1] != "place" || got[2] != "casualty" || got[3] != "claim" {
		t.Errorf("labels %v: the keys 1 to 4 stand for actor, place, casualty, claim", got)
	}
}

func checkAttribute(t *testing.T, label string, a annotate.Attribute) {
	t.Helper()
	if (a.Kind == annotate.Choice) != (len(a.Choices) > 0) {
		t.Errorf("%s.%s is a %s with the choices %q", label, a.Name, a.Kind, a.Choices)
	}
}

// Chips write a label's name in white on its colour, on dark backgrounds in
// black: both must be readable (WCAG 2, level AA).
func TestLabelsAreReadable(t *testing.T) {
	for _, l := range parse(t).Labels {
		if c := 1.05 / (luminance(t, l.Colour) + 0.05); c < 4.5 {
			t.Errorf("white on %s of %s has a contrast of only %.1f", l.Colour, l.Name, c)
		}
		if c := (luminance(t, l.Dark) + 0.05) / 0.05; c < 4.5 {
			t.Errorf("black on %s of %s has a contrast of only %.1f", l.Dark, l.Name, c)
		}
	}
}

func parse(t *testing.T) annotate.Scheme {
	t.Helper()
	scheme, err := annotate.ParseScheme(assets.SchemeJSON)
	if err != nil {
		t.Fatal(err)
	}
	return scheme
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(hex[1:], 16, 24)
	if err != nil || hex[0] != '#' {
		t.Fatalf("%q is no colour", hex)
	}
	c := color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(c uint8) float64 {
	v := float64(c) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}
