"""A text with tags in Python's Tk, as simple as it can be.

Reads {"text": ..., "spans": [{"start": ..., "end": ...}]} and writes how many milliseconds it took to
add a label, and to scroll, each time until Tk has drawn it.
"""

import bisect
import json
import random
import re
import sys
import time
import tkinter

load = json.load(sys.stdin)
text, lines = load["text"], [0]
for found in re.finditer("\n", text):
    lines.append(found.end())


def index(offset):
    line = bisect.bisect_right(lines, offset)
    return f"{line}.{offset - lines[line - 1]}"


window = tkinter.Tk()
window.geometry("1280x720+0+0")
widget = tkinter.Text(window, wrap="word", font=("sans-serif", -16))
widget.pack(fill="both", expand=True)
widget.insert("1.0", text)
widget.tag_configure("mark", background="#fd8", underline=True)
widget.tag_configure("new", background="#8df", underline=True)
for span in load["spans"]:
    widget.tag_add("mark", index(span["start"]), index(span["end"]))
window.update()


def measure(steps):
    took, until = [], time.monotonic() + 15
    for step in steps:
        if time.monotonic() > until:
            break
        time.sleep(random.random() * 0.017)
        begun = time.perf_counter()
        step()
        window.update()
        took.append((time.perf_counter() - begun) * 1000)
    return took


words = [m.span() for m in re.finditer(r"[A-Za-z]{4,}", text[:4000])][:40]
labels = measure([lambda w=w: widget.tag_add("new", index(w[0]), index(w[1])) for w in words])
scrolls = measure([lambda: widget.yview_scroll(66, "pixels")] * 60)
print(json.dumps({"labels": labels, "scrolls": scrolls}))
