package annotate

import "testing"

func TestNewIDsAscendAndAreValid(t *testing.T) {
	last := ID("")
	for range 10000 {
		id := NewID()
		if err := id.Check(); err != nil {
			t.Fatal(err)
		}
		if id <= last {
			t.Fatalf("%s follows %s", id, last)
		}
		if id[14] != '7' {
			t.Fatalf("%s is not of version 7", id)
		}
		last = id
	}
}

func TestDerivedIDsFollowFromTheirParts(t *testing.T) {
	first := DerivedID("a", "b")
	if again := DerivedID("a", "b"); again != first {
		t.Errorf("the same parts gave %s and %s", first, again)
	}
	if DerivedID("a", "b") == DerivedID("ab") || DerivedID("a", "b") == DerivedID("a", "c") {
		t.Error("different parts gave one id")
	}
	if err := DerivedID("a").Check(); err != nil {
		t.Error(err)
	}
}

func TestCheckRefusesWhatIsNoID(t *testing.T) {
	for _, id := range []ID{"", "T12", "0190b2a0-0000-7000-8000-00000000000", "0190B2A0-0000-7000-8000-000000000000", "0190b2a0-0000-7000-8000-0000000000000"} {
		if id.Check() == nil {
			t.Errorf("%q passed", id)
		}
	}
}
