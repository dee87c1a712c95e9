package textview

// firstGuess returns the numbers below n in the order that they had when there were more or fewer.
func firstGuess(before []int, n int) []int {
	order := make([]int, 0, n)
	for _, i := range before {
		if i < n {
			order = append(order, i)
		}
	}
	for i := len(order); i < n; i++ {
		order = append(order, i)
	}
	return order
}

// sorted puts numbers into the order that compare gives them; equals keep theirs. Numbers that
// come in a few ordered runs, as the marks of several people do, are merged in as many steps as that
// takes. It changes what it is given.
func sorted(order []int, compare func(a, b int) int) []int {
	spare := make([]int, len(order))
	for ends := runs(order, compare); len(ends) > 1; {
		merged, from := ends[:0], 0
		for k := 0; k < len(ends); k += 2 {
			middle, end := ends[k], ends[min(k+1, len(ends)-1)]
			merge(spare[from:end], order[from:middle], order[middle:end], compare)
			merged, from = append(merged, end), end
		}
		order, spare, ends = spare, order, merged
	}
	return order
}

// runs returns where each stretch ends that is in order already.
func runs(order []int, compare func(a, b int) int) []int {
	var ends []int
	for i := 1; i < len(order); i++ {
		if compare(order[i-1], order[i]) > 0 {
			ends = append(ends, i)
		}
	}
	return append(ends, len(order))
}

// merge fills a slice from two that are in order.
func merge(to, a, b []int, compare func(a, b int) int) {
	for n := range to {
		if len(b) == 0 || len(a) > 0 && compare(a[0], b[0]) <= 0 {
			to[n], a = a[0], a[1:]
		} else {
			to[n], b = b[0], b[1:]
		}
	}
}
