package dataset

import (
	"embed"
	"os"
	"path/filepath"
)

//go:embed loaders
var loaders embed.FS

// writeLoader writes the program that reads the dataset, where there is one for
// the format.
func (s *sink) writeLoader() error {
	program, err := loaders.ReadFile("loaders/" + s.format.Name + ".py")
	if err != nil {
		return nil // there is none: other programs read the format
	}
	if err := os.WriteFile(filepath.Join(s.folder, loaderFile), program, 0o666); err != nil {
		return cannotWrite(err)
	}
	return nil
}
