package dataset

import "strings"

var qdpx = Format{
	Name:  "qdpx",
	Title: "REFI-QDA project",
	About: "One .qdpx file for QualCoder, NVivo, ATLAS.ti and MAXQDA: articles as sources, labels as codes with their colours and guidelines, authors as users, notes on spans and on articles, links. " +
		"Attributes, statuses and values become notes, metadata variables; gaps are not kept, nor layers in which nothing is marked. Of other programs' projects the texts and what is coded in them are read.",
	Extensions: []string{".qdpx"},
	takes:      takesQDPX,
	read:       readQDPX,
	write:      writeQDPX,
	suffix:     qdaSuffix,
	lacks:      []Kind{Gaps},
	inXML:      true,
}

const (
	qdaSuffix   = " (QDA)"
	qdaSpace    = "urn:QDA-XML:project:1.0"
	qdaInternal = "internal://"
	qdaProject  = "project.qde"
	qdaSources  = "sources/"
	qdaOrigin   = "Glossator"
	qdaAttrs    = "Attributes" // the note that holds a span's
)

func takesQDPX(f file) (string, bool) {
	return f.path, f.is(".qdpx") && strings.HasPrefix(string(f.start), "PK\x03\x04")
}

type qdaUser struct {
	GUID string `xml:"guid,attr"`
	Name string `xml:"name,attr,omitempty"`
}

type qdaCode struct {
	GUID    string               `xml:"guid,attr"`
	Name    string               `xml:"name,attr"`
	Codable string               `xml:"isCodable,attr"`
	Colour  string               `xml:"color,attr,omitempty"`
	About   string               `xml:"Description,omitempty"`
	Codes   boundedList[qdaCode] `xml:"Code"`
}

type qdaSource struct {
	GUID       string                    `xml:"guid,attr"`
	Name       string                    `xml:"name,attr,omitempty"`
	Path       string                    `xml:"plainTextPath,attr,omitempty"`
	Rich       string                    `xml:"richTextPath,attr,omitempty"`
	User       string                    `xml:"creatingUser,attr,omitempty"`
	About      string                    `xml:"Description,omitempty"`
	Content    *string                   `xml:"PlainTextContent"`
	Selections boundedList[qdaSelection] `xml:"PlainTextSelection"`
	Codings    boundedList[qdaCoding]    `xml:"Coding"`
	NoteRefs   boundedList[qdaRef]       `xml:"NoteRef"`
	Variables  boundedList[qdaValue]     `xml:"VariableValue"`
}

type qdaValue struct {
	Variable qdaRef `xml:"VariableRef"`
	Text     string `xml:"TextValue"`
}

type qdaVariable struct {
	GUID string `xml:"guid,attr"`
	Name string `xml:"name,attr"`
	Type string `xml:"typeOfVariable,attr"`
}

type qdaSelection struct {
	GUID     string                 `xml:"guid,attr"`
	Name     string                 `xml:"name,attr,omitempty"`
	Start    string                 `xml:"startPosition,attr"`
	End      string                 `xml:"endPosition,attr"`
	User     string                 `xml:"creatingUser,attr,omitempty"`
	About    string                 `xml:"Description,omitempty"`
	Codings  boundedList[qdaCoding] `xml:"Coding"`
	NoteRefs boundedList[qdaRef]    `xml:"NoteRef"`
}

type qdaCoding struct {
	GUID     string              `xml:"guid,attr"`
	User     string              `xml:"creatingUser,attr,omitempty"`
	Code     qdaRef              `xml:"CodeRef"`
	NoteRefs boundedList[qdaRef] `xml:"NoteRef"`
}

type qdaRef struct {
	GUID string `xml:"targetGUID,attr"`
}

type qdaNote struct {
	GUID    string  `xml:"guid,attr"`
	Name    string  `xml:"name,attr,omitempty"`
	Path    string  `xml:"plainTextPath,attr,omitempty"`
	User    string  `xml:"creatingUser,attr,omitempty"`
	Content *string `xml:"PlainTextContent"`
	About   string  `xml:"Description,omitempty"`
}

type qdaLink struct {
	GUID      string              `xml:"guid,attr"`
	Name      string              `xml:"name,attr,omitempty"`
	Direction string              `xml:"direction,attr,omitempty"`
	Origin    string              `xml:"originGUID,attr"`
	Target    string              `xml:"targetGUID,attr"`
	NoteRefs  boundedList[qdaRef] `xml:"NoteRef"`
}
