package textview

// sorted returns the numbers below n in the order that compare gives them; equals keep theirs.
// Numbers that come in a few ordered runs, as the marks of several people do, are merged in as many
// steps as that takes.
func sorted(n int, compare func(a, b int) int) []int {
	order, spare := make([]int, n), make([]int, n)
	for i := range order {
		order[i] = i
	}
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
