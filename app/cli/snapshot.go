package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/glossator/glossator/storage"
	"github.com/spf13/cobra"
)

// A snapshotRecord is the JSON form of a snapshot.
type snapshotRecord struct {
	Name string `json:"name"`
	Path string `json:"path"`
	At   string `json:"at"`    // RFC 3339, UTC
	Last int64  `json:"edits"` // the number of the last edit in it
	Size int64  `json:"bytes"`
}

func snapshotVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "snapshot PROJECT",
		Short: "Keep a copy of a project as it is now",
		Long: "Snapshot keeps a copy of the project in the folder PROJECT.snapshots beside it, once it has been\n" +
			"checked. Older ones are thinned out: all of two days stay, then one a day, a week, a month.",
		Args:                  takes(false, "a PROJECT"),
		DisableFlagsInUseLine: true,
		RunE: func(verb *cobra.Command, args []string) error {
			return with(verb, args[0], func(p *storage.Project) error {
				s, err := p.Snapshot(verb.Context())
				if err != nil {
					return err
				}
				_, err = fmt.Fprintln(verb.OutOrStdout(), s.Path)
				return err
			})
		},
	}
}

func snapshotsVerb() *cobra.Command {
	var asJSON bool
	verb := &cobra.Command{
		Use:                   "snapshots PROJECT [--json]",
		Short:                 "List the copies of a project that were kept",
		Long:                  "Snapshots lists the copies that were kept of a project, the newest first. The project may be\nopen, damaged or gone.",
		Args:                  takes(false, "a PROJECT"),
		DisableFlagsInUseLine: true,
	}
	verb.Flags().BoolVar(&asJSON, "json", false, "write the list as JSON")
	verb.RunE = func(verb *cobra.Command, args []string) error {
		all, err := storage.Snapshots(args[0])
		if err != nil {
			return err
		}
		if len(all) == 0 && !exists(args[0]) {
			return fmt.Errorf("there is no project %s, and no snapshot of one: see that its name is right", args[0])
		}
		return printSnapshots(verb, all, asJSON)
	}
	return verb
}

func printSnapshots(verb *cobra.Command, all []storage.Snapshot, asJSON bool) error {
	w := verb.OutOrStdout()
	if asJSON {
		return writeJSON(w, listed(all, func(s storage.Snapshot) snapshotRecord {
			return snapshotRecord{s.Name(), s.Path, s.At.Format(time.RFC3339), s.Last, s.Size}
		}))
	}
	for _, s := range all {
		_, err := fmt.Fprintf(w, "%s  %s  up to edit %d, %.1f MB\n", s.Name(), s.At.Local().Format("2 January 2006 15:04:05"), s.Last, float64(s.Size)/1e6)
		if err != nil {
			return err
		}
	}
	return nil
}

func restoreVerb() *cobra.Command {
	var preview bool
	verb := &cobra.Command{
		Use:   "restore PROJECT SNAPSHOT [--preview]",
		Short: "Put a copy that was kept in the place of a project",
		Long: "Restore puts a snapshot in the place of a project: one by its name, as glossator snapshots lists\n" +
			"it, any project file, or \"newest\". What was there is kept aside under another name. With --preview\n" +
			"it only says what would change.",
		Args:                  takes(false, "a PROJECT", "a SNAPSHOT"),
		DisableFlagsInUseLine: true,
	}
	verb.Flags().BoolVar(&preview, "preview", false, "say what would change, and change nothing")
	verb.RunE = func(verb *cobra.Command, args []string) error {
		snapshot, err := findSnapshot(args[0], args[1])
		if err != nil {
			return err
		}
		if preview {
			return with(verb, args[0], func(p *storage.Project) error { return printPreview(verb, p, snapshot) })
		}
		return restore(verb, args[0], snapshot)
	}
	return verb
}

// findSnapshot is the file of a snapshot by its name.
func findSnapshot(project, name string) (string, error) {
	all, err := storage.Snapshots(project)
	if err != nil {
		return "", err
	}
	if name == "newest" && len(all) > 0 {
		return all[0].Path, nil
	}
	for _, s := range all {
		if name == s.Name() || name == filepath.Base(s.Path) {
			return s.Path, nil
		}
	}
	if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
		return name, nil
	}
	return "", fmt.Errorf("there is no snapshot %s of %s; glossator snapshots lists those there are", name, project)
}

func restore(verb *cobra.Command, project, snapshot string) error {
	if sameFile(project, snapshot) {
		return errors.New(project + " cannot be restored from itself: name a snapshot")
	}
	if folder, err := storage.Marks(); err == nil {
		if err := storage.Forget(folder, project); err != nil {
			return err
		}
	}
	aside, err := storage.Restore(verb.Context(), project, snapshot)
	if err != nil && aside != "" {
		return fmt.Errorf("%w; what was there is in %s", err, aside)
	}
	if err != nil {
		return err
	}
	w := verb.OutOrStdout()
	if _, err := fmt.Fprintf(w, "%s is restored from %s\n", project, snapshot); err != nil || aside == "" {
		return err
	}
	_, err = fmt.Fprintf(w, "what was there before is kept in %s\n", aside)
	return err
}

// printPreview says what restoring would change.
func printPreview(verb *cobra.Command, p *storage.Project, snapshot string) error {
	preview, err := p.Preview(verb.Context(), snapshot)
	if err != nil {
		return err
	}
	w := verb.OutOrStdout()
	for _, f := range []struct {
		what      string
		now, then int
	}{
		{"articles", preview.Now.Articles, preview.Then.Articles},
		{"spans", preview.Now.Spans, preview.Then.Spans},
		{"links", preview.Now.Links, preview.Then.Links},
		{"edits", preview.Now.Edits, preview.Then.Edits},
	} {
		if _, err := fmt.Fprintf(w, "%-10s %8d now, %8d then\n", f.what, f.now, f.then); err != nil {
			return err
		}
	}
	for _, c := range preview.Changed {
		fmt.Fprintf(w, "%s on %q: %s now, %d then\n", oneLine(c.Author), oneLine(c.Title), counted(c.Now, "span"), c.Then)
	}
	if preview.More > 0 {
		_, err = fmt.Fprintf(w, "and %d more\n", preview.More)
	}
	return err
}
