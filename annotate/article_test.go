package annotate

import "testing"

func TestCleanTouchesOnlyLineEndsBadBytesAndMarks(t *testing.T) {
	for _, c := range []struct {
		raw, want string
		repairs   Repairs
	}{
		{"as  it\u00a0came \n", "as  it\u00a0came \n", Repairs{}},
		{"\ufeffmark", "mark", Repairs{Mark: true}},
		{"\ufeff\ufeffmarks", "marks", Repairs{Mark: true}},
		{"a\r\nb\rc\n", "a\nb\nc\n", Repairs{LineEnds: 2}},
		{"a\xff\xfeb", "a\ufffd\ufffdb", Repairs{Invalid: 2}},
		{"e\u0301 stays decomposed", "e\u0301 stays decomposed", Repairs{}},
	} {
		got, repairs := Clean(c.raw)
		if got != c.want || repairs != c.repairs {
			t.Errorf("Clean(%q) = %q, %+v; want %q, %+v", c.raw, got, repairs, c.want, c.repairs)
		}
	}
}
