"""How time and memory of a build grow with the number of articles: `python tests/benchmarks/growth.py 100 1000`.

Articles are short, made of a few sentences by templates, so that each number of them builds in a known world. For each
number a process of its own builds a folder, another builds it once more with one new article, and the table says
seconds, articles a second and the largest memory.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

STATES = ("India", "Norway", "Poland", "Serbia", "Egypt", "Chile", "Kenya", "Japan", "Brazil", "Greece", "Peru", "Oman")
SELLERS = ("France", "Russia", "China", "Germany", "Sweden", "Israel", "Turkey", "Spain", "Italy", "South Korea")
WEAPONS = ("Rafale fighters", "S-400 systems", "Leopard 2 tanks", "K9 howitzers", "Gripen fighters", "Su-35 fighters")
SENTENCES = (
    "{state} ordered {count} {weapon} from {seller} in {year}.",
    "{seller} will deliver the first {half} {weapon} to {state} next year, the defence ministry said on Monday.",
    "The contract is worth {price} million euros, an official told reporters.",
    "{seller} denied that the sale of {weapon} to {state} had been suspended.",
    "Officials of {state} and {seller} met in the capital to discuss further deliveries.",
)


def write_articles(folder: Path, numbers: range) -> None:
    """Write one file of JSON lines with an article for each number."""
    with (folder / f"{numbers.start:07}.jsonl").open("w", encoding="utf-8") as file:
        for number in numbers:
            chance = random.Random(number)
            words = {
                "state": chance.choice(STATES),
                "seller": chance.choice(SELLERS),
                "weapon": chance.choice(WEAPONS),
                "count": chance.randrange(2, 300),
                "half": chance.randrange(2, 20),
                "year": chance.randrange(1995, 2025),
                "price": chance.randrange(20, 9000),
            }
            text = " ".join(sentence.format(**words) for sentence in SENTENCES) + f" Report {number}."
            date = f"{words['year']}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
            file.write(json.dumps({"id": number, "date": date, "text": text}) + "\n")


def build_once(articles: str, out: str) -> None:
    """Build in this process and print seconds and mebibytes."""
    import graphbuilder

    start = time.perf_counter()
    cpu = time.process_time()
    graphbuilder.build(articles, out)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{time.perf_counter() - start:.1f}\t{time.process_time() - cpu:.1f}\t{peak:.0f}\n")


def main(counts: list[int]) -> None:
    """Print the table."""
    sys.stdout.write("articles\tbuild\tseconds\tof the processor\tMiB\n")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            articles, out = Path(folder, "in"), Path(folder, "out")
            articles.mkdir()
            write_articles(articles, range(count))
            for name in ("first", "one new article"):
                command = [sys.executable, __file__, "--build", str(articles), str(out)]
                ran = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
                sys.stdout.write(f"{count}\t{name}\t{ran.stdout.strip()}\n")
                sys.stdout.flush()
                write_articles(articles, range(count, count + 1))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--build"]:
        build_once(*sys.argv[2:])
    else:
        main([int(word) for word in sys.argv[1:]] or [100, 1000])
