//go:build display

package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A cost is a kind of what a user does with the keyboard and the mouse.
type cost string

const (
	placing   cost = "keys that place the caret"
	extending cost = "keys that extend the selection"
	labelKey  cost = "keys of labels"
	otherKey  cost = "other keys"
	drags     cost = "drags"
	clicks    cost = "clicks"
	wheel     cost = "steps of the wheel"

	anyKey cost = "keys"
	mouse  cost = "drags and clicks"
)

// kinds are what a sum of costs is of.
var kinds = map[cost][]cost{
	anyKey: {placing, extending, labelKey, otherKey},
	mouse:  {drags, clicks, wheel},
}

// pay counts what a command of xdotool does, so that nothing is done uncounted.
func (p *program) pay(args []string) {
	if p.spent == nil {
		p.spent = map[cost]int{}
	}
	switch {
	case args[0] == "key":
		for _, key := range args[3:] { // behind --delay
			p.spent[costOfKey(key)]++
		}
	case args[0] == "type":
		p.spent[otherKey] += len([]rune(args[len(args)-1]))
	case slices.Contains(args, "mousedown"):
		p.spent[drags]++
	case slices.Contains(args, "click"):
		p.spent[costOfButton(args[len(args)-1])]++
	}
}

// costOfKey tells what a key is for, as xdotool names it.
func costOfKey(key string) cost {
	held, name := "", key
	if i := strings.LastIndexByte(key, '+'); i >= 0 {
		held, name = key[:i], key[i+1:]
	}
	switch {
	case slices.Contains(slices.Collect(maps.Values(keysOf)), key):
		return labelKey
	case !slices.Contains([]string{"Left", "Right", "Up", "Down", "Home", "End", "Prior", "Next"}, name):
		return otherKey
	case strings.Contains(held, "shift"):
		return extending
	}
	return placing
}

func costOfButton(button string) cost {
	if button == "4" || button == "5" {
		return wheel
	}
	return clicks
}

// cost is how often something of a kind was done.
func (p *program) cost(of cost) int {
	sum := p.spent[of]
	for _, part := range kinds[of] {
		sum += p.spent[part]
	}
	return sum
}

// wantCost checks how often something of a kind was done.
func (p *program) wantCost(of cost, want int) {
	p.t.Helper()
	if got := p.cost(of); got != want {
		p.t.Errorf("it took %d %s, not %d", got, of, want)
	}
}

// tellCost says what labelling so many spans took.
func (p *program) tellCost(spans int) {
	p.t.Helper()
	var said []string
	for _, of := range []cost{placing, extending, labelKey, otherKey, drags, clicks, wheel} {
		if n := p.spent[of]; n > 0 {
			said = append(said, fmt.Sprintf("%d %s", n, of))
		}
	}
	p.t.Logf("%d spans: %s; %.1f keys a span in all", spans, strings.Join(said, ", "), float64(p.cost(anyKey))/float64(spans))
}
