package dataset

var brat = Format{
	Name:       "brat",
	Title:      "brat standoff",
	About:      "A folder of .txt and .ann files with annotation.conf and visual.conf. It keeps spans with gaps, attributes, links and notes; not titles, metadata, statuses and article values. Several authors become one folder each.",
	Extensions: []string{".ann", ".txt", ".conf"},
	Folder:     true,
	takes:      func(f file) (string, bool) { return f.path, f.is(".ann") },
}

type bratConf struct{}
