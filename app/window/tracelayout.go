package window

import (
	"encoding/json"
	"fmt"

	"fyne.io/fyne/v2"
	"github.com/glossator/glossator/annotate"
)

// A place is where something stands in the window: x, y, width and height in pixels.
type place [4]int

// showLayout writes where things stand, when that has changed.
func (t *trace) showLayout() {
	if t.file == nil || t.frames.busy() {
		return
	}
	e := event{"event": "layout", "targets": t.targets(), "words": t.words()}
	line, err := json.Marshal(e)
	if err == nil && string(line) != t.layout {
		t.layout = string(line)
		t.write(e)
	}
}

// where is the place of a part of an object.
func (t *trace) where(o fyne.CanvasObject, at fyne.Position, size fyne.Size) place {
	return t.pixels(corner(o).Add(at), size)
}

// corner is where an object begins. To know it Fyne walks the whole window.
func corner(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

func (t *trace) pixels(at fyne.Position, size fyne.Size) place {
	scale := t.w.win.Canvas().Scale()
	return place{int(at.X * scale), int(at.Y * scale), int(size.Width * scale), int(size.Height * scale)}
}

func (t *trace) targets() map[string]place {
	w := t.w
	found := map[string]place{}
	add := func(name string, o fyne.CanvasObject) { found[name] = t.where(o, fyne.Position{}, o.Size()) }
	add("text", w.view)
	add("filter", w.list.filter)
	add("filter-status", w.list.choice)
	add("status", w.page.header.status)
	add("done", w.page.header.done)
	for _, b := range w.panel.labels.buttons {
		add("label:"+b.label.Name, b)
	}
	if w.panel.card.note != nil {
		add("note", w.panel.card.note)
	}
	if w.panel.card.remove != nil {
		add("remove", w.panel.card.remove)
	}
	t.addRows(found, "row", w.list.list)
	t.addRows(found, "span", w.panel.spans.list)
	return found
}

// addRows adds the rows of a list that are in sight.
func (t *trace) addRows(found map[string]place, name string, list *rows) {
	if !list.Visible() || list.Length() == 0 {
		return
	}
	height := list.CreateItem().MinSize().Height
	pitch := height + size("padding")
	for i := int(list.GetScrollOffset() / pitch); i < list.Length(); i++ {
		y := float32(i)*pitch - list.GetScrollOffset()
		if y+height > list.Size().Height {
			return
		}
		if y >= 0 {
			found[fmt.Sprintf("%s:%d", name, i)] = t.where(list, fyne.NewPos(0, y), fyne.NewSize(list.Size().Width, height))
		}
	}
}

// words are the words in sight that stand in one line: start and end in code points, and the place.
func (t *trace) words() [][6]int {
	w := t.w
	found := [][6]int{}
	if w.session == nil || !w.view.Visible() {
		return found
	}
	text, view := w.view.Text(), corner(w.view)
	for token := range annotate.Tokens(text, annotate.Range{Start: w.view.Top(), End: len(text)}) {
		from, height, visible := w.view.Place(token.Start)
		if !visible && len(found) > 0 {
			break
		}
		to, _, visible := w.view.Place(token.End)
		if !visible || to.Y != from.Y {
			continue
		}
		start, end := w.units.OfRange(token.Range)
		p := t.pixels(view.Add(fyne.NewPos(min(from.X, to.X), from.Y)), fyne.NewSize(max(from.X, to.X)-min(from.X, to.X), height))
		found = append(found, [6]int{start, end, p[0], p[1], p[2], p[3]})
	}
	return found
}
