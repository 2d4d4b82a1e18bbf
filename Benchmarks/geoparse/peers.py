#!/usr/bin/env python3
"""Whole articles per second and exact F1: `dateline geoparse` beside flashgeotext, in one run on one core.

    peers.py GOLD... [--dateline PATH] [--rounds 3]

GOLD is JSON lines {"id", "text", "toponyms": [{"start", "end"}]}, offsets in code points; only articles with 15 toponyms or more are
timed. CPU seconds of each are measured, start-up included for Dateline and data loading left out for flashgeotext; the best of
the rounds counts. Without `pip install flashgeotext` only Dateline is measured.
"""
import argparse, json, os, resource, subprocess, sys, tempfile, time


def main():
    options = argparse.ArgumentParser()
    options.add_argument("gold", nargs="+")
    options.add_argument("--dateline", default=".build/release/dateline")
    options.add_argument("--rounds", type=int, default=3)
    options = options.parse_args()
    articles = []
    for path in options.gold:
        for line in open(path, encoding="utf-8"):
            article = json.loads(line)
            if len(article["toponyms"]) >= 15:
                articles.append(article)
    size = sum(len(a["text"].encode()) for a in articles) / len(articles)
    names = sum(len(a["toponyms"]) for a in articles) / len(articles)
    print(f"{len(articles)} articles of {size / 1000:.1f} kB and {names:.1f} toponyms on average")
    # one process reads them often enough that its start hardly counts; sentences in another order make each text a new one
    texts = []
    for turn in range(20):
        for number, article in enumerate(articles):
            parts = article["text"].split(". ")
            shift = turn % len(parts)
            texts.append({"id": f"{turn}-{number}", "text": ". ".join(parts[shift:] + parts[:shift])})
    rows = [("dateline geoparse", *dateline(options, articles, texts))]
    flash = flashgeotext(options, articles, texts)
    if flash:
        rows.append(("flashgeotext", *flash))
    print(f"{'':20}{'articles/s':>12}{'ratio':>8}{'exact F1':>10}")
    for name, rate, f1 in rows:
        print(f"{name:20}{rate:12.0f}{rate / rows[-1][1]:8.2f}{f1:10.3f}")
    print("published: the best neural geoparser needs some 195 ms an article on a CPU, 5 articles/s")


def dateline(options, articles, texts):
    def run(rows):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "in.jsonl")
            with open(path, "w", encoding="utf-8") as file:
                file.writelines(json.dumps(row) + "\n" for row in rows)
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            done = subprocess.run([options.dateline, "geoparse", path], capture_output=True, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout.decode()
    seconds = min(run(texts)[0] for _ in range(options.rounds))
    out = [json.loads(line) for line in run([{"id": str(i), "text": a["text"]} for i, a in enumerate(articles)])[1].splitlines()]
    found = [{(t["start"], t["end"]) for t in row["toponyms"]} for row in out]
    return len(texts) / seconds, score(articles, found)


def flashgeotext(options, articles, texts):
    try:
        from flashgeotext.geotext import GeoText
    except ImportError:
        print("flashgeotext is not installed: pip install flashgeotext", file=sys.stderr)
        return None
    try:
        from loguru import logger
        logger.remove()
    except ImportError:
        pass
    parser = GeoText()

    def spans(text):
        found = parser.extract(input_text=text)
        return {tuple(span) for kind in found.values() for place in kind.values() for span in place["span_info"]}
    best = None
    for _ in range(options.rounds):
        start = time.process_time()
        for row in texts:
            spans(row["text"])
        took = time.process_time() - start
        best = took if best is None else min(best, took)
    return len(texts) / best, score(articles, [spans(a["text"]) for a in articles])


def score(articles, found):
    right = sum(len(f & {(t["start"], t["end"]) for t in a["toponyms"]}) for a, f in zip(articles, found))
    gold, got = sum(len(a["toponyms"]) for a in articles), sum(map(len, found))
    return 2 * right / max(gold + got, 1)


main()
