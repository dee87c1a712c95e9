"""Reads the articles and spans of this folder and makes sure that every span is where it is said to be."""
import csv
import pathlib

csv.field_size_limit(2**31 - 1)


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def spans(folder):
    """The spans of a folder, each with the text of its article."""
    texts = {article["id"]: article["text"] for article in rows(folder / "articles.csv")}
    for span in rows(folder / "spans.csv"):
        text = texts[span["article"]]
        assert text[int(span["start"]):int(span["end"])] == span["quote"], span
        yield text, span


if __name__ == "__main__":
    for path in sorted(pathlib.Path(__file__).parent.rglob("spans.csv")):
        print(path.parent.name, sum(1 for _ in spans(path.parent)), "spans")
