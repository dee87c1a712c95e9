package dataset

var jsonl = Format{
	Name:       "jsonl",
	Title:      "JSON Lines",
	About:      "One article a line with all its layers. It keeps everything: export it to archive, to exchange between laptops and for scripts.",
	Extensions: []string{".jsonl", ".ndjson"},
	takes:      func(f file) (string, bool) { return f.path, f.is(".jsonl", ".ndjson") },
}
