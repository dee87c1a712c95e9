"""Reads the rows of this folder without any library, and makes sure that every span is where it is said to be."""
import json
import pathlib

HERE = pathlib.Path(__file__).parent


def rows(name):
    """The rows of a set: rows("train"). With datasets: load_dataset("this folder")["train"]."""
    with open(HERE / "jsonl" / f"{name}.jsonl", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            row = json.loads(line)
            for span in row["spans"]:
                assert row["text"][span["start"]:span["end"]] == span["quote"], span
            yield row


if __name__ == "__main__":
    for path in sorted((HERE / "jsonl").glob("*.jsonl")):
        print(path.stem, sum(1 for _ in rows(path.stem)), "rows")
