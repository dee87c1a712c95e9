package dataset

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// spaced puts spaces for what XML has no place for, and counts it.
func (o *casOutput) spaced() int {
	all := 0
	space := func(text string) string {
		text, n := xmlSpaced(text)
		all += n
		return text
	}
	o.text = space(o.text)
	for _, s := range o.structs {
		for feature, value := range s.values {
			s.values[feature] = space(value)
		}
	}
	return all
}

// xmi is the cas as XMI, whose namespaces stand for the packages of types.
func (o *casOutput) xmi() string {
	var b strings.Builder
	prefixes := o.prefixes()
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"")
	for pack, prefix := range sorted(prefixes) {
		fmt.Fprintf(&b, " xmlns:%s=\"http:///%s.ecore\"", prefix, strings.ReplaceAll(pack, ".", "/"))
	}
	b.WriteString(" xmi:version=\"2.0\">\n<cas:NULL xmi:id=\"0\"/>\n")
	var members []string
	for _, s := range o.structs[1:] {
		o.element(&b, prefixes, s)
		members = append(members, s.id)
	}
	fmt.Fprintf(&b, "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"%s\" mimeType=\"text\" sofaString=\"%s\"/>\n", initialView, xmlEscaped.Replace(o.text))
	fmt.Fprintf(&b, "<cas:View sofa=\"1\" members=\"%s\"/>\n</xmi:XMI>\n", strings.Join(members, " "))
	return b.String()
}

func packageOf(kind string) string { return strings.TrimSuffix(kind, "."+shortKind(kind)) }

// prefixes are those of the packages: their last part, numbered where two have
// the same.
func (o *casOutput) prefixes() map[string]string {
	prefixes := map[string]string{"uima.cas": "cas"}
	taken := []string{"cas", "xmi"}
	for _, s := range o.structs {
		pack := packageOf(s.kind)
		if prefixes[pack] != "" {
			continue
		}
		prefix := shortKind(pack)
		for i := 2; slices.Contains(taken, prefix); i++ {
			prefix = fmt.Sprint(shortKind(pack), i)
		}
		prefixes[pack], taken = prefix, append(taken, prefix)
	}
	return prefixes
}

func (o *casOutput) element(b *strings.Builder, prefixes map[string]string, s *casStruct) {
	fmt.Fprintf(b, "<%s:%s xmi:id=\"%s\" sofa=\"1\"", prefixes[packageOf(s.kind)], shortKind(s.kind), s.id)
	if s.placed {
		fmt.Fprintf(b, " begin=\"%d\" end=\"%d\"", s.begin, s.end)
	}
	for feature, value := range sorted(s.values) {
		fmt.Fprintf(b, " %s=\"%s\"", feature, xmlEscaped.Replace(value))
	}
	for feature, ids := range sorted(s.refs) {
		fmt.Fprintf(b, " %s=\"%s\"", feature, strings.Join(ids, " "))
	}
	b.WriteString("/>\n")
}

// typesXML is the type system of these types.
func typesXML(types []casType) (string, error) {
	file := xmlTypes{NS: "http://uima.apache.org/resourceSpecifier"}
	for _, t := range types {
		one := xmlType{Name: t.name, Super: t.super}
		for _, f := range t.features {
			one.Features = append(one.Features, xmlFeature{Name: f[0], Range: f[1]})
		}
		file.Types = append(file.Types, one)
	}
	data, err := xml.MarshalIndent(file, "", "  ")
	return xml.Header + string(data) + "\n", err
}
