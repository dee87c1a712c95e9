package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// leastHalves is how wide the page must be for its form and what would come of it to stand side by side,
// with no field of the form cut.
const leastHalves = 770

// datasetPart is how much of the width the form has otherwise.
const datasetPart = 0.48

// datasetColumns are the form, above what ends it, and what would come of it. Each scrolls by itself
// where they stand side by side; where there is no room for that they are one column.
type datasetColumns struct {
	halves
	page       *datasetPage
	form, told fyne.CanvasObject
	left       *fyne.Container // in the scroll of the form
	right      *fyne.Container // in the other
	one        bool            // there is one column
}

// newDatasetColumns sets the form and what would come of it into their scrolls, with what ends the form.
func newDatasetColumns(p *datasetPage, foot fyne.CanvasObject) *fyne.Container {
	c := &datasetColumns{halves: halves{datasetPart}, page: p, left: container.New(flowing{}), right: container.NewStack()}
	c.form, c.told = padded(2, 14, 24, 18, p.form.object), padded(2, 18, 22, 22, p.told)
	p.columns = c
	p.scroll, p.report = container.NewVScroll(c.left), container.NewVScroll(c.right)
	c.fill()
	ended := container.NewBorder(nil, container.NewVBox(hairline(), foot), nil, nil, p.scroll)
	return container.New(c, ended, hairline(), p.report)
}

// fill puts each part into the scroll in which it stands now.
func (c *datasetColumns) fill() {
	c.left.Objects, c.right.Objects = []fyne.CanvasObject{c.form}, []fyne.CanvasObject{c.told}
	if c.one {
		c.left.Objects, c.right.Objects = []fyne.CanvasObject{c.form, padded(0, 10, 24, 18, hairline()), padded(0, 0, 2, 0, c.told)}, nil
	}
}

// Layout is Fyne's.
func (c *datasetColumns) Layout(o []fyne.CanvasObject, room fyne.Size) {
	if one := room.Width < leastHalves; one != c.one {
		c.one = one
		c.fill()
		o[1].Show()
		if one {
			o[1].Hide()
		}
		c.left.Refresh()
		c.right.Refresh()
	}
	if c.one {
		o[0].Resize(room)
		o[2].Resize(fyne.Size{})
		return
	}
	c.halves.Layout(o, room)
}

// read is the scroll in which what would come stands.
func (c *datasetColumns) read() *container.Scroll {
	if c.one {
		return c.page.scroll
	}
	return c.page.report
}
