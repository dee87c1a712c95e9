package window

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/glossator/glossator/annotate"
)

// expectSpans compares the spans of the open article, each as "actor: Police".
func (d *driver) expectSpans(want ...string) *driver {
	d.Helper()
	var got []string
	state := d.session.State()
	for _, span := range state.Layer.Spans() {
		got = append(got, span.Label+": "+span.Quote(state.Article.Text))
	}
	if !slices.Equal(got, want) {
		d.Errorf("the spans are %q, not %q", got, want)
	}
	if shown := d.panel.spans.layer.SpanCount(); shown != len(want) {
		d.Errorf("the panel shows %d spans, not %d", shown, len(want))
	}
	return d
}

// expectStatus compares how far the author is, in the session and in the list.
func (d *driver) expectStatus(want annotate.Status) *driver {
	d.Helper()
	state := d.session.State()
	if got := state.Layer.Status(); got != want {
		d.Errorf("%q is %s, not %s", state.Article.Title, got, want)
	}
	if row, _ := d.list.row(d.list.place(state.Article.ID)); row.Status != want {
		d.Errorf("the list says that %q is %s, not %s", row.Title, row.Status, want)
	}
	return d
}

// expectArticle compares which article is open.
func (d *driver) expectArticle(title string) *driver {
	d.Helper()
	if got := d.session.State().Article.Title; got != title {
		d.Errorf("the article %q is open, not %q", got, title)
	}
	if d.page.header.title.text != title {
		d.Errorf("the page is headed %q, not %q", d.page.header.title.text, title)
	}
	return d
}

// expectSaid looks for words in the status line.
func (d *driver) expectSaid(words string) *driver {
	d.Helper()
	if !strings.Contains(d.status.said.text, words) {
		d.Errorf("the status line says %q, not %q", d.status.said.text, words)
	}
	return d
}

// expectDialog compares the title of the dialog on top; "" none.
func (d *driver) expectDialog(title string) *driver {
	d.Helper()
	got := ""
	if d.dialog != nil {
		got = d.dialog.title
	}
	if got != title {
		d.Fatalf("the dialog on top is %q, not %q", got, title)
	}
	return d
}

// dialogText is all text of the dialog on top.
func (d *driver) dialogText() string {
	var b strings.Builder
	for _, o := range test.LaidOutObjects(d.dialog.body) {
		switch o := o.(type) {
		case *widget.Label:
			fmt.Fprintln(&b, o.Text)
		case *prose:
			fmt.Fprintln(&b, o.text)
		case *line:
			fmt.Fprintln(&b, o.text)
		}
	}
	return b.String()
}
