//go:build !linux

package dataset

import "errors"

// exchange swaps two folders at one stroke. It fails where the system cannot.
func exchange(a, b string) error { return errors.ErrUnsupported }
