#!/usr/bin/env python3
"""Counts the instructions of six fixed jobs under valgrind and compares them with Benchmarks/instructions.tsv.

    instructions.py            exit code 1 where a job needs over 5 % more than is on record, and a sentence where 5 % less
    instructions.py --record   writes what it counts; commit the file with what made the counts change

Counts hardly depend on the machine's speed or load, but on the compiler, the libraries and the data files. The record names compiler and
libraries; where others are installed it is not compared. Data files and models change the counts: record anew in the same commit.
"""
import os, re, shutil, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RECORD = "Benchmarks/instructions.tsv"
PROGRAM = ".build/release/dateline"
TOLERANCE = 0.05

JOBS = {
    "distance": ["distance", "51.6746,32.6525", "36.2913,33.5102", "44.4,33.3"],
    "places": ["places", "search", "Springfield", "--limit", "5"],
    "geoparse": ["geoparse", "seeds/isfahan-strike.txt", "seeds/derna-flood.txt", "seeds/nairobi-protests.txt"],
    "incidents": ["incidents", "seeds/isfahan-strike.txt", "seeds/derna-flood.txt", "seeds/nairobi-protests.txt"],
    "map": ["map", "seeds/isfahan-strike.txt", "--quiet", "-o", "{folder}"],
    "validate": ["validate", "{folder}/features.geojson"],
}


def setting():
    """Compiler and libraries, as one line."""
    swift = re.search(r"Swift version (\S+)", subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout)
    proj = subprocess.run(["pkg-config", "--modversion", "proj"], capture_output=True, text=True).stdout.strip()
    libc = subprocess.run(["getconf", "GNU_LIBC_VERSION"], capture_output=True, text=True).stdout.strip()
    return f"Swift {swift[1] if swift else '?'}, {libc}, PROJ {proj}, {os.uname().machine}"


def features(path):
    """A collection that the repository need not hold."""
    rows = [
        '{"type":"Feature","id":%d,"geometry":{"type":"Polygon","coordinates":[[[%d.5,%d],[%d.75,%d],[%d.6,%d.25],[%d.5,%d]]]},"properties":{"n":%d}}'
        % (i, i % 170, i % 80, i % 170, i % 80, i % 170, i % 80, i % 170, i % 80, i)
        for i in range(5000)
    ]
    with open(path, "w") as file:
        file.write('{"type":"FeatureCollection","features":[' + ",\n".join(rows) + "]}\n")


def count(program, arguments, folder):
    environment = {
        "PATH": os.environ["PATH"], "LC_ALL": "C", "TZ": "UTC", "SWIFT_DETERMINISTIC_HASHING": "1", "HOME": folder,
        "DATELINE_GAZETTEER": "Gazetteer/world.gazetteer", "DATELINE_BASEMAP": "Gazetteer/world.basemap",
    }
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/callgrind", program] + [
        a.replace("{folder}", folder) for a in arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode or not found:
        sys.exit(f"{' '.join(arguments)}: {done.stderr[-600:]}")
    return int(found[1])


def main():
    os.chdir(ROOT)
    if not shutil.which("valgrind"):
        return print("instructions: valgrind is not installed (apt-get install valgrind), so nothing is compared")
    counts, here = {}, setting()
    with tempfile.TemporaryDirectory() as folder:
        # a copy beside a link to the data, without what valgrind cannot read of the compiler's notes for debuggers
        os.makedirs(f"{folder}/bin")
        os.makedirs(f"{folder}/share")
        os.symlink(os.path.abspath("Gazetteer"), f"{folder}/share/dateline")
        program = f"{folder}/bin/dateline"
        subprocess.run(["objcopy", "--strip-debug", PROGRAM, program], check=True)
        features(f"{folder}/features.geojson")
        for name, arguments in JOBS.items():
            counts[name] = count(program, arguments, folder)
    if "--record" in sys.argv:
        with open(RECORD, "w") as file:
            file.write(f"# instructions of fixed jobs, by `make bench-instructions-record`; {here}\n")
            file.writelines(f"{name}\t{number}\n" for name, number in counts.items())
        return print(open(RECORD).read(), end="")
    if not os.path.exists(RECORD):
        return print("instructions: none are on record; make bench-instructions-record writes them")
    lines = open(RECORD).read().splitlines()
    there = lines[0].split("; ", 1)[-1]
    record = {row.split("\t")[0]: int(row.split("\t")[1]) for row in lines[1:]}
    if there != here:
        print(f"instructions: on record is {there}; here is {here}; nothing is compared")
    grown = []
    for name, number in counts.items():
        if name not in record:
            grown.append(name)
            print(f"{name:10} {number:14,}  is not on record")
            continue
        change = number / record[name] - 1
        print(f"{name:10} {number:14,}  {change:+.1%} of {record[name]:,}")
        if change > TOLERANCE:
            grown.append(name)
        elif change < -TOLERANCE:
            print(f"{name} needs less than on record: make bench-instructions-record keeps it so")
    if grown and there == here:
        sys.exit(
            f"{', '.join(grown)}: over 5 % more instructions than on record. Where that is meant (new data files, a new model, a feature): "
            "make bench-instructions-record, and commit Benchmarks/instructions.tsv with a word on why")


main()
