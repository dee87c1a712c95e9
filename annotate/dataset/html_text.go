package dataset

import (
	"regexp"
	"slices"
	"strings"

	"github.com/glossator/glossator/annotate"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// dropped are elements that never hold an article's text.
var dropped = []atom.Atom{atom.Script, atom.Style, atom.Noscript, atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Iframe, atom.Svg, atom.Button, atom.Select, atom.Template,
	atom.Head, atom.Figure, atom.Video, atom.Audio, atom.Object, atom.Canvas, atom.Input, atom.Textarea, atom.Dialog, atom.Menu}

// blocks are elements that stand in lines of their own.
var blocks = []atom.Atom{atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol, atom.Blockquote, atom.Pre, atom.Section, atom.Article, atom.Main,
	atom.Header, atom.Table, atom.Tr, atom.Td, atom.Th, atom.Dl, atom.Dt, atom.Dd, atom.Hr, atom.Body, atom.Address, atom.Center, atom.Details, atom.Summary, atom.Figcaption}

// besideText is what classes and ids of what is not the article are called.
var besideText = regexp.MustCompile(`(?i)(^|[\s_-])(comments?|share|sharing|social|related|recommend(ed|ations)?|promo|advert(isement)?s?|ads?|sponsor(ed)?|newsletter|subscri(be|ption)|cookies?|consent|breadcrumbs?|sidebar|footer|nav|navbar|navigation|menu|paywall|popup|modal|skip|tags|pagination|print|toolbar|widget|trending|most-read|read-more|also-read)($|[\s_-])`)

func isDropped(n *html.Node) bool {
	if n.Type == html.CommentNode || n.Type == html.ElementNode && slices.Contains(dropped, n.DataAtom) {
		return true
	}
	if n.Type != html.ElementNode || n.DataAtom == atom.Body || n.DataAtom == atom.Html || n.DataAtom == atom.Article || n.DataAtom == atom.Main {
		return false
	}
	_, hidden := attr(n, "hidden")
	role, _ := attr(n, "role")
	class, _ := attr(n, "class")
	id, _ := attr(n, "id")
	style, _ := attr(n, "style")
	return hidden || role == "navigation" || role == "complementary" || role == "contentinfo" || besideText.MatchString(class) || besideText.MatchString(id) ||
		strings.Contains(strings.ReplaceAll(style, " ", ""), "display:none")
}

func attr(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// mainText is the text of the part of a page that is the article: what says so
// itself, or else what has the most text in paragraphs.
func mainText(root *html.Node) string {
	best, most := root, 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		itemprop, _ := attr(n, "itemprop")
		role, _ := attr(n, "role")
		weight := 0
		switch {
		case strings.EqualFold(itemprop, "articleBody"):
			weight = 4
		case n.DataAtom == atom.Article:
			weight = 3
		case n.DataAtom == atom.Main, role == "main":
			weight = 2
		}
		if size := paragraphs(n); weight > 0 && size >= fewParagraphs && weight<<40+size > most {
			best, most = n, weight<<40+size
		}
	}
	if most == 0 {
		best = densest(root)
	}
	w := &pageText{}
	w.node(best, false)
	return strings.TrimSpace(w.out.String())
}

// fewParagraphs is how many bytes of text in paragraphs a part of a page must
// have that says it is the article.
const fewParagraphs = 200

// paragraphs is how much text there is in the paragraphs of an element.
func paragraphs(n *html.Node) int {
	if isDropped(n) {
		return 0
	}
	if n.Type == html.ElementNode && n.DataAtom == atom.P {
		return len(strings.TrimSpace(innerText(n)))
	}
	size := 0
	for c := range n.ChildNodes() {
		size += paragraphs(c)
	}
	return size
}

// densest is the element whose own paragraphs hold most of the text, or the
// whole body where there are none.
func densest(root *html.Node) *html.Node {
	best, most := root, 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || isDropped(n) {
			continue
		}
		size := 0
		for c := range n.ChildNodes() {
			if c.DataAtom == atom.P {
				size += paragraphs(c)
			}
		}
		if size > most {
			best, most = n, size
		}
	}
	return best
}

// innerText is all text in an element.
func innerText(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// A pageText is text as a browser lays it out: blocks apart, white space in
// them as one space.
type pageText struct {
	out  strings.Builder
	line strings.Builder
}

func (w *pageText) node(n *html.Node, verbatim bool) {
	switch {
	case isDropped(n):
		return
	case n.Type == html.TextNode && verbatim:
		w.line.WriteString(n.Data)
		return
	case n.Type == html.TextNode:
		w.write(n.Data)
		return
	case n.DataAtom == atom.Br:
		w.line.WriteString("\n")
		return
	}
	block := slices.Contains(blocks, n.DataAtom)
	if block {
		w.flush()
	}
	if !block || !mostlyLinks(n) {
		for c := range n.ChildNodes() {
			w.node(c, verbatim || n.DataAtom == atom.Pre)
		}
	}
	if block {
		w.flush()
	}
}

// asciiSpace is the white space that a browser joins to one space.
const asciiSpace = " \t\n\r\f"

func (w *pageText) write(text string) {
	if text == "" {
		return
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(asciiSpace, r) })
	if strings.ContainsRune(asciiSpace, rune(text[0])) {
		w.space()
	}
	w.line.WriteString(strings.Join(words, " "))
	if len(words) > 0 && strings.ContainsRune(asciiSpace, rune(text[len(text)-1])) {
		w.space()
	}
}

func (w *pageText) space() {
	if line := w.line.String(); line != "" && !strings.HasSuffix(line, " ") && !strings.HasSuffix(line, "\n") {
		w.line.WriteByte(' ')
	}
}

// flush ends a block.
func (w *pageText) flush() {
	var lines []string
	for l := range strings.SplitSeq(w.line.String(), "\n") {
		lines = append(lines, strings.Trim(l, asciiSpace))
	}
	w.line.Reset()
	if text := strings.Trim(strings.Join(lines, "\n"), "\n"); text != "" {
		if w.out.Len() > 0 {
			w.out.WriteString("\n\n")
		}
		w.out.WriteString(text)
	}
}

// mostlyLinks reports whether a list or a short block is one of links, as under
// "read more".
func mostlyLinks(n *html.Node) bool {
	if n.DataAtom != atom.Ul && n.DataAtom != atom.Ol && n.DataAtom != atom.Li && n.DataAtom != atom.Div {
		return false
	}
	all, linked := 0, 0
	for c := range n.Descendants() {
		if c.Type != html.TextNode {
			continue
		}
		size := len(strings.TrimFunc(c.Data, annotate.IsSpace))
		all += size
		for p := c.Parent; p != nil && p != n; p = p.Parent {
			if p.DataAtom == atom.A {
				linked += size
				break
			}
		}
	}
	return all > 0 && all < 2000 && linked*3 > all*2
}
