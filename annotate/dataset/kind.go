package dataset

// strange says why a file that no format takes cannot be read.
func (f file) strange() string { return "it is not of a format that can be read" }
