#!/usr/bin/env python3
"""Runs every command of the docs as a reader would, in a folder with the seeds and the files of Tests/Docs.

    scripts/test-docs.py PROGRAM [FILE.md ...]

What counts as a command: a block fenced as ```sh (one script), a block fenced as ```console (lines with `$ ` are commands, what follows
is their output, word for word), and, in blocks that are indented, lines that begin with a command (`dateline`, `echo`, `make` …) or `$ `.
The commands of one file run one after the other in one folder. A block behind `<!-- output of: COMMAND -->` must be its output, word for word (with
RECORD=1 in the environment it becomes that, and the test fails once), one of JSON behind `<!-- from: FILE -->` a part of that file. A block behind `<!-- not run: REASON -->` is left out; lines of `make` are checked to name a target. Files that others name with links must exist.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

DOCS = ["README.md", "CONTRIBUTING.md", "Gazetteer/README.md", "seeds/README.md"]
COMMANDS = ("dateline ", "echo ", "cat ", "make ", "ogrinfo ", "dateline-lab ", "swift ", "apt-get ", "brew ", "printf ", "git ")
NEEDS = {"ogrinfo": "gdal-bin", "ogr2ogr": "gdal-bin", "rsvg-convert": "librsvg2-bin"}


class Block:
    def __init__(self, file, line, kind, note):
        self.file, self.line, self.kind, self.note, self.lines = file, line, kind, note, []


def blocks(path):
    """Fenced and indented blocks, each with the comment before it."""
    note, block, fence = None, None, None
    with open(path, encoding="utf-8") as file:
        rows = file.read().split("\n")
    for number, row in enumerate(rows, 1):
        if fence:
            if row.strip() == "```":
                yield block
                note = block = fence = None
            else:
                block.lines.append(row)
            continue
        opened = re.match(r"^```(\w*)$", row)
        if opened:
            if block:
                yield block
            fence, block = True, Block(path, number, opened[1] or "text", note)
        elif row.startswith("    ") or (block and not row.strip()):
            if not block:
                block = Block(path, number, "indented", note)
            block.lines.append(row[4:].removeprefix("   "))
        else:
            if block:
                yield block
                note = block = None
            comment = re.match(r"^<!-- (.*?) -->$", row.strip())
            if comment:
                note = comment[1]
            elif row.strip():
                note = None
    if block:
        yield block


def commands(block):
    """Pairs of a command and the output that the page shows, if it shows one."""
    if block.kind == "sh":
        yield "\n".join(block.lines), None
        return
    current, output = None, None
    for row in block.lines + [""]:
        if current and current.endswith("\\"):
            current = current[:-1] + row.strip()
            continue
        prompt = row.startswith("$ ")
        plain = block.kind == "indented" and row.startswith(COMMANDS)
        if prompt or plain:
            if current:
                yield current, output
            current, output = (row[2:] if prompt else row), ([] if prompt else None)
        elif current and output is not None:
            output.append(row)
    if current:
        yield current, output


def run(command, folder, environment):
    return subprocess.run(
        ["sh", "-eu", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)


def same(shown, printed):
    shown, printed = "\n".join(shown).strip("\n"), printed.strip("\n")
    pattern = ".*?".join(re.escape(part) for part in shown.split("[…]"))
    return re.fullmatch(pattern, printed, re.S) is not None


def part_of(shown, whole):
    """Whether JSON says nothing but what the whole says; text may break off with an ellipsis, features are found by their id."""
    if isinstance(shown, dict):
        return isinstance(whole, dict) and all(key in whole and part_of(value, whole[key]) for key, value in shown.items())
    if isinstance(shown, list):
        if any(isinstance(item, dict) for item in shown):
            return isinstance(whole, list) and all(any(part_of(item, other) for other in whole) for item in shown)
        return shown == whole
    if isinstance(shown, str) and shown.endswith("…"):
        return isinstance(whole, str) and whole.startswith(shown[:-1].rstrip())
    return shown == whole


def record(block, text):
    with open(block.file, encoding="utf-8") as file:
        page = file.read()
    with open(block.file, "w", encoding="utf-8") as file:
        file.write(page.replace("\n".join(block.lines) + "\n", text.rstrip("\n") + "\n", 1))


def main():
    program = os.path.abspath(sys.argv[1])
    top = os.getcwd()
    names = sys.argv[2:] or DOCS + sorted(
        os.path.join(folder, name) for folder, _, files in os.walk("Docs") for name in files if name.endswith(".md"))
    heads = re.findall(r"^([a-z][a-z -]*):(?!=)", open("Makefile", encoding="utf-8").read(), re.M)
    targets = {target for head in heads for target in head.split()}
    faults, ran, skipped, missing = [], 0, 0, set()
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree("seeds", f"{folder}/seeds")
            shutil.copytree("Tests/Docs", folder, dirs_exist_ok=True)
            os.makedirs(f"{folder}/bin")
            os.symlink(program, f"{folder}/bin/dateline")
            environment = {**os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}", "HOME": folder, "LC_ALL": "C.UTF-8"}
            for block in blocks(name):
                place = f"{name}:{block.line}"
                note = block.note or ""
                if note.startswith("not run:"):
                    if len(note) < 15:
                        faults.append(f"{place}: say why it is not run")
                    skipped += 1
                    continue
                if note.startswith("output of:"):
                    command = note.removeprefix("output of:").strip()
                    result = run(command, folder, environment)
                    ran += 1
                    if not result.returncode and os.environ.get("RECORD") and not same(block.lines, result.stdout):
                        record(block, result.stdout)
                    if result.returncode or not same(block.lines, result.stdout):
                        faults.append(f"{place}: `{command}` prints\n{result.stdout}{result.stderr}")
                    continue
                if note.startswith("from:"):
                    source = note.removeprefix("from:").strip()
                    with open(f"{folder}/{source}", encoding="utf-8") as file:
                        if not part_of(json.loads("\n".join(block.lines)), json.load(file)):
                            faults.append(f"{place}: {source} says otherwise")
                    continue
                if block.kind not in ("sh", "console", "indented"):
                    continue
                for command, output in commands(block):
                    words = command.split()
                    if words[0] == "make":
                        target = next((word for word in words[1:] if "=" not in word), "help").rstrip(",;")
                        if target not in targets:
                            faults.append(f"{place}: the Makefile has no target {target}")
                        continue
                    if words[0] in ("apt-get", "brew", "git", "swift", "dateline-lab"):
                        faults.append(f"{place}: `{command}` needs <!-- not run: REASON --> before its block")
                        continue
                    absent = [tool for tool in NEEDS if tool in command and not shutil.which(tool)]
                    if absent:
                        missing.update(NEEDS[tool] for tool in absent)
                        continue
                    result = run(command.replace(".build/release/dateline", "dateline"), folder, environment)
                    ran += 1
                    if result.returncode:
                        faults.append(f"{place}: `{command}` fails with {result.returncode}\n{result.stderr}")
                    elif output is not None and not same(output, result.stdout):
                        faults.append(f"{place}: `{command}` prints\n{result.stdout}")
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", open(name, encoding="utf-8").read()):
            if not os.path.exists(os.path.join(top, os.path.dirname(name), target)):
                faults.append(f"{name}: the link to {target} leads nowhere")
    for fault in faults:
        print(fault, file=sys.stderr)
    for package in sorted(missing):
        print(f"docs: commands that need {package} were not run: it is not installed", file=sys.stderr)
    print(f"docs: {ran} commands of {len(names)} files run, {skipped} blocks left out with a reason, {len(faults)} faults")
    sys.exit(1 if faults or not ran else 0)


main()
