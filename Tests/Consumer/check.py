#!/usr/bin/env python3
"""Builds and runs the package of Tests/Consumer, and checks that its programs are the docs' own words.

A block of Swift in the docs behind `<!-- code of: FILE -->` must be that file, word for word; every line that the program prints must
stand in the same page. `--words` compares the code alone and builds nothing.
"""
import glob
import os
import re
import subprocess
import sys

PACKAGE = "Tests/Consumer"


def main():
    faults, pages = [], {}
    for page in ["README.md", *sorted(glob.glob("Docs/**/*.md", recursive=True))]:
        with open(page, encoding="utf-8") as file:
            text = file.read()
        for block in re.finditer(r"(?:<!-- code of: (\S+) -->\n)?```swift\n(.*?)```", text, re.S):
            if not block[1]:
                faults.append(f"{page}: a block of Swift that is no file of {PACKAGE}; put <!-- code of: FILE --> before it")
            elif not os.path.exists(block[1]):
                faults.append(f"{page}: there is no {block[1]}")
            else:
                with open(block[1], encoding="utf-8") as file:
                    if file.read() != block[2]:
                        faults.append(f"{page}: its Swift is not that of {block[1]}")
                pages.setdefault(os.path.basename(os.path.dirname(block[1])), (page, text))
    for program in sorted(os.listdir(f"{PACKAGE}/Sources")):
        if program not in pages:
            faults.append(f"{PACKAGE}/Sources/{program} stands in no page")
    if "--words" not in sys.argv and not faults:
        build = ["swift", "build", "--package-path", PACKAGE, "--scratch-path", ".build/consumer"]
        subprocess.run(build, check=True, stdout=sys.stderr)
        folder = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
        for program, (page, text) in sorted(pages.items()):
            result = subprocess.run([f"{folder}/{program}"], capture_output=True, text=True)
            print(result.stdout, end="")
            if result.returncode or not result.stdout.strip():
                faults.append(f"{program} fails with {result.returncode}: {result.stderr}")
            faults += [f"{page} does not have what {program} prints: {line}" for line in result.stdout.splitlines() if line not in text]
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"consumer: {len(pages)} programs, {len(faults)} faults")
    sys.exit(1 if faults or not pages else 0)


main()
