//go:build !race

package textview

const raced = false
