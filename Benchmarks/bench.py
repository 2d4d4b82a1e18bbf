#!/usr/bin/env python3
"""`make bench`: everything that is measured, in one table, and as JSON in Benchmarks/results.json.

    bench.py [--quick] [--places N,N...] [--only PART,PART...] [--output FILE]

Parts: startup, stages, gazetteer, geodesy, labels, growth, peers. Figures are CPU time, the least of several runs, because that of a busy
machine says nothing else; what is to be compared is measured in turn in the same run and told as a ratio. What is not installed is
left out with a sentence.
"""
import argparse, json, os, re, subprocess, sys, tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import peers

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM, LAB = ".build/release/dateline", ".build/release/dateline-lab"


class Table:
    """Rows of part, what, value, unit and the limit it should keep."""

    def __init__(self):
        self.rows = []

    def add(self, part, what, value, unit, limit=None):
        self.rows.append({"part": part, "what": what, "value": value, "unit": unit, "limit": limit})
        verdict = "" if limit is None else f"  (at most {limit:g}: {'met' if value <= limit else 'NOT met'})"
        shown = value if isinstance(value, str) else f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"
        print(f"{part:10} {what:52} {shown:>12} {unit}{verdict}", flush=True)

    def left_out(self, part, what, reason):
        self.rows.append({"part": part, "what": what, "left_out": reason})
        print(f"{part:10} {what}: left out: {reason}", flush=True)


def run(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


def compile_c(source, folder, *flags):
    target = os.path.join(folder, os.path.basename(source)[:-2])
    run("cc", "-O2", "-o", target, source, *flags)
    return target


def proj_flags():
    return run("pkg-config", "--cflags", "--libs", "proj").split() + ["-lm"]


def startup(table, folder, quick):
    """Whole processes beside a C program that links libproj and measures one distance."""
    runner = compile_c("Benchmarks/startup/run_once.c", folder)
    yardstick = compile_c("Benchmarks/startup/one_distance.c", folder, *proj_flags())
    jobs = [
        ("C program with libproj", [yardstick], None),
        ("distance of two coordinates", [PROGRAM, "distance", "51.6746,32.6525", "36.2913,33.5102"], 1.5),
        ("geoparse of one article", [PROGRAM, "geoparse", "seeds/isfahan-strike.txt"], 1.8),
        ("incidents of one article", [PROGRAM, "incidents", "seeds/isfahan-strike.txt"], None),
        ("map of one article", [PROGRAM, "map", "seeds/isfahan-strike.txt", "-o", folder], 3),
        ("--version", [PROGRAM, "--version"], None),
    ]
    best = {}
    # in turn, so that what else the machine does falls on all alike
    for _ in range(2 if quick else 5):
        for name, command, _ in jobs:
            figures = [float(x) for x in run(runner, "10", *command).split()]
            old = best.get(name, figures)
            best[name] = [min(a, b) for a, b in zip(old[:4], figures)] + [max(a, b) for a, b in zip(old[4:], figures[4:])]
    base = best[jobs[0][0]]
    for name, _, limit in jobs:
        cpu, _, wall, _, rss, private = best[name]
        table.add("startup", f"{name}, CPU", cpu, "ms")
        table.add("startup", f"{name}, clock", wall, "ms")
        if name != jobs[0][0]:
            table.add("startup", f"{name}, CPU over C", cpu / base[0], "times", limit)
        table.add("startup", f"{name}, resident memory", rss / 1024, "MB")
        if private:
            table.add(
                "startup", f"{name}, private memory, data files among it", private / 1024, "MB", 60 if "geoparse" in name else None)


def stages(table, _, quick):
    for line in run(LAB, "bench-stages", "--articles", "20" if quick else "60").splitlines():
        name, value, unit = line.split("\t")
        table.add("stages", name, float(value), unit)


def gazetteer(table, _, quick):
    for line in run(LAB, "bench-gazetteer", "--rounds", "50000" if quick else "200000").splitlines():
        found = re.match(r"(.+): ([\d.]+) (\S+?)(?:  \(at most (\d+).*)?(?: \(.*)?$", line)
        if found:
            table.add("gazetteer", found[1], float(found[2]), found[3], float(found[4]) if found[4] else None)


def geodesy(table, folder, quick):
    """The same loops in C and in Swift, over the same numbers: Swift's speed over C's."""
    program = compile_c("Benchmarks/geodesy/bench.c", folder, *proj_flags())
    lines = run("sh", "Benchmarks/geodesy/compare.sh", program, f"{LAB} bench-geodesy", "3" if quick else "9")
    for line in lines.splitlines():
        found = re.match(r"(\S+) +C ([\d.]+) s  Swift ([\d.]+) s  ratio ([\d.]+)", line)
        if not found:
            sys.exit(f"geodesy: {line}")
        table.add("geodesy", f"{found[1]}, Swift's time over C's", 1 / float(found[4]), "times", 1.1)


def labels(table, _, quick):
    for line in run(LAB, "bench-labels", "--seeds", "3" if quick else "25").splitlines()[1:]:
        cells = line.split("\t")
        table.add("labels", f"{cells[1]} points, {cells[0]}: labels with room", float(cells[3]), "%")
        table.add("labels", f"{cells[1]} points, {cells[0]}: time of a page", float(cells[6]), "ms")


def growth(table, folder, quick, sizes):
    """How cost grows; the power of the size beside each step. n log n has at most 1.1 over these sizes."""
    files = []
    for size in sizes:
        dump = os.path.join(folder, f"dump-{size}")
        file = os.path.join(folder, f"places-{size}.gazetteer")
        run(LAB, "synthetic-dump", dump, "--places", str(size), "--names", str(size))
        run(PROGRAM, "places", "build", dump, "-o", file)
        subprocess.run(["rm", "-rf", dump])
        files += ["--gazetteer", file]
    only = ["--only", "articles", "--only", "maps", "--only", "gazetteers"] + ([] if quick else ["--only", "hostile"])
    for line in run(LAB, "bench-growth", *files, *only).splitlines()[1:]:
        what, size, value, power = line.split("\t")
        if value == "too long":
            table.left_out("growth", f"{what}: {int(size):,}", "the size before says that it would take more than a minute")
            continue
        table.add("growth", f"{what}: {int(size):,}", float(value), "ms")
        if power:
            table.add("growth", f"{what}: {int(size):,}, grown by the power", float(power), "", 1.15)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="fewer runs, no hostile texts")
    options.add_argument("--places", default="1000000", help="sizes of made-up gazetteers, up to 13000000")
    options.add_argument("--only", default="startup,stages,gazetteer,geodesy,labels,growth,peers")
    options.add_argument("--output", default="Benchmarks/results.json")
    options = options.parse_args()
    os.chdir(ROOT)
    sizes = [int(size) for size in options.places.split(",") if size]
    table = Table()
    with tempfile.TemporaryDirectory() as folder:
        for part in options.only.split(","):
            if part == "growth":
                growth(table, folder, options.quick, sizes)
            elif part == "peers":
                peers.measure(table, folder, options.quick, PROGRAM, LAB)
            else:
                {"startup": startup, "stages": stages, "gazetteer": gazetteer, "geodesy": geodesy, "labels": labels}[part](
                    table, folder, options.quick)
    with open(options.output, "w", encoding="utf-8") as file:
        json.dump(table.rows, file, indent=1, ensure_ascii=False)
        file.write("\n")
    print(f"\n{len(table.rows)} figures are in {options.output}")


main()
