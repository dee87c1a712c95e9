package window

import (
	"context"
	"errors"
	"testing"

	"fyne.io/fyne/v2"
)

// slowly begins work that goes on until it is stopped or allowed to end.
func (d *driver) slowly() (end chan<- struct{}, came *[]error) {
	allowed := make(chan struct{})
	came = &[]error{}
	work(d.Window, "Exporting", func(ctx context.Context, _ func(string)) (struct{}, error) {
		select {
		case <-ctx.Done():
			return struct{}{}, ctx.Err()
		case <-allowed:
			return struct{}{}, nil
		}
	}, func(_ struct{}, err error) { *came = append(*came, err) })
	return allowed, came
}

// leaver is a window that tells whether it was closed.
func leaver(t *testing.T) (d *driver, closed *bool) {
	d, closed = drive(t).open("Mill fire"), new(bool)
	d.win.SetOnClosed(func() { *closed = true })
	return d, closed
}

func TestQuittingStopsWorkThatGoesOn(t *testing.T) {
	d, closed := leaver(t)
	_, came := d.slowly()
	d.press("Ctrl+Q").expectDialog("Stop it and quit?").press("Ctrl+Q").expectDialog("Stop it and quit?")
	if *closed || len(*came) > 0 {
		t.Fatal("the window did not ask")
	}
	d.button("Stop it and quit").wait()
	if len(*came) != 1 || !errors.Is((*came)[0], context.Canceled) {
		t.Errorf("of the work came %v", *came)
	}
	d.pass().wait()
	if !*closed {
		t.Error("the window is open still")
	}
}

func TestWorkGoesOnWhenNobodyMeantToQuit(t *testing.T) {
	d, closed := leaver(t)
	end, came := d.slowly()
	d.press("Ctrl+Q").button("Go on with it").expectDialog("Exporting")
	d.press("Ctrl+Q", "Escape").expectDialog("Exporting")
	close(end)
	d.wait()
	d.pass().expectDialog("")
	if *closed || len(*came) != 1 || (*came)[0] != nil {
		t.Errorf("closed %t, of the work came %v", *closed, *came)
	}
}

// Work that ends while the question is open needs no answer any more.
func TestTheQuestionGoesWhenTheWorkHasEnded(t *testing.T) {
	d, closed := leaver(t)
	end, came := d.slowly()
	d.press("Ctrl+Q")
	close(end)
	d.wait()
	if d.pass().expectDialog(""); *closed || len(*came) != 1 {
		t.Errorf("closed %t, of the work came %v", *closed, *came)
	}
	d.press("Ctrl+Q").wait()
	if !*closed {
		t.Error("the window is open still")
	}
}

// A program that is told to end by the system stops its work and waits for it.
func TestAProgramThatEndsStopsItsWork(t *testing.T) {
	d, _ := leaver(t)
	d.slowly()
	d.Window.close()
	select {
	case <-d.jobs.idle():
	default:
		t.Error("the work goes on")
	}
	d.wait()
}

// A dialog that tells something while work goes on is above that of the work, and stays when the work
// has ended.
func TestWorkEndsBelowAnotherDialog(t *testing.T) {
	d := drive(t).open("Mill fire")
	end, came := d.slowly()
	d.tell("The project file is gone", words("It was moved."), fyne.NewSize(400, 0))
	close(end)
	d.wait()
	d.expectDialog("The project file is gone").press("Return").expectDialog("")
	if len(*came) != 1 {
		t.Errorf("of the work came %v", *came)
	}
}
