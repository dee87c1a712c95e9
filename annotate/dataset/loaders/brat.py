"""Reads the texts and annotations of this folder and makes sure that every span is where it is said to be."""
import pathlib


def spans(path):
    """The spans of an .ann file: label, pieces from start to end, quote."""
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    for line in path.read_bytes().decode("utf-8").split("\n"):
        if line.startswith("T"):
            _, place, quote = line.split("\t", 2)
            label, _, offsets = place.partition(" ")
            pieces = [tuple(map(int, piece.split())) for piece in offsets.split(";")]
            assert " ".join(text[start:end] for start, end in pieces) == quote, line
            yield label, pieces, quote


if __name__ == "__main__":
    for path in sorted(pathlib.Path(__file__).parent.rglob("*.ann")):
        print(path.stem, sum(1 for _ in spans(path)), "spans")
