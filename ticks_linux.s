//go:build !headless && !ci

// Go wants a file like this one in a package that declares a function whose body is elsewhere.
