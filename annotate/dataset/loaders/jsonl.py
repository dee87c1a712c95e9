"""Reads the articles of this folder and makes sure that every span is where it is said to be."""
import json
import pathlib

HERE = pathlib.Path(__file__).parent


def articles(name):
    """The articles of a set: articles("train")."""
    with open(HERE / f"{name}.jsonl", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            article = json.loads(line)
            for layer in article["layers"]:
                for span in layer["spans"]:
                    assert article["text"][span["start"]:span["end"]] == span["quote"], span
            yield article


if __name__ == "__main__":
    for path in sorted(HERE.glob("*.jsonl")):
        print(path.stem, sum(1 for _ in articles(path.stem)), "articles")
