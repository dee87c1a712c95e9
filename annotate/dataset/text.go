package dataset

var text = Format{
	Name:       "text",
	Title:      "Plain text",
	About:      "One article a file. The title is the headline in the first line, or the file's name if that says something, or the beginning of the first sentence.",
	Extensions: []string{".txt", ".text", ".md"},
	takes:      func(f file) (string, bool) { return f.path, f.is(".txt", ".text", ".md") },
}
