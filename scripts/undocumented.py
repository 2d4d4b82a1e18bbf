#!/usr/bin/env python3
"""Lists public symbols without a doc comment; exits with 1 where there are more in a module than LIMITS allows.

A comment over the first of several stored properties, cases or shorthands that follow each other without a blank line speaks for all of
them. What a protocol of the standard library asks for (description, ==, hash, encode …) has its meaning there.
"""
import glob
import re
import sys
from collections import defaultdict

# How many each module may still have: only ever to be lowered.
LIMITS = {"Incidents": 28, "Formats": 20, "DatelineKit": 7, "GeoJSON": 1}
GIVEN = re.compile(
    r"\b(var (description|debugDescription|errorDescription|hashValue|id|startIndex|endIndex|rawValue|codingPath|userInfo)\b"
    r"|func (==|<|hash|encode|index|makeIterator|next)\b|static func (==|<)|init\(from |init\?\(rawValue|init\(\w+Literal "
    r"|subscript\(position|typealias (Element|Index|Iterator|RawValue)|func next\(|static var allCases)")
PUBLIC = re.compile(r"^(\s*)(@\w+(\([^)]*\))? )*public (?!extension)(.*)$")
MEMBER = re.compile(r"(private\(set\) |package\(set\) |internal\(set\) |nonisolated |static )*(var|let) |init\(\w*Literal")


def symbols(path):
    with open(path, encoding="utf-8") as file:
        rows = file.read().split("\n")
    if rows and "@main" in rows:
        return
    spoken = False  # whether a comment speaks for the run of members that this line belongs to
    for number, row in enumerate(rows):
        found = PUBLIC.match(row)
        above = number - 1
        while above >= 0 and re.match(r"\s*(@\w+|#if|#endif|#else)[^{]*$", rows[above]):
            above -= 1
        previous = rows[above].strip() if above >= 0 else ""
        commented = previous.startswith("///") or previous.endswith("*/")
        if not found:
            if not row.strip():
                spoken = False
            continue
        text = found[4]
        if commented:
            spoken = bool(MEMBER.match(text))
            continue
        if GIVEN.search(row) or (spoken and MEMBER.match(text)):
            continue
        yield number + 1, text.strip()[:90]


def main():
    open_, count = defaultdict(list), 0
    for path in sorted(glob.glob("Sources/*/**/*.swift", recursive=True)):
        module = path.split("/")[1]
        if module in ("DatelineCommand", "DatelineLab"):
            continue  # programs: nothing of theirs can be imported
        for line, text in symbols(path):
            open_[module].append(f"{path}:{line}: {text}")
            count += 1
    failed = False
    for module, lines in sorted(open_.items()):
        if len(lines) > LIMITS.get(module, 0):
            failed = True
            print("\n".join(lines))
    print(f"undocumented: {count} public symbols" + "".join(f", {len(v)} in {k}" for k, v in sorted(open_.items())))
    sys.exit(1 if failed else 0)


main()
