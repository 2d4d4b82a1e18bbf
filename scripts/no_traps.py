#!/usr/bin/env python3
"""Lists what may end the program in Sources/: force unwraps, forced casts and tries, fatalError, precondition, unowned, unchecked
builds. Who needs one writes it into scripts/no-traps.allowed with the reason; entries that nothing needs any more are faults too.

    no_traps.py [FOLDER...]        exit code 1 where something is not allowed

An entry is a path, a tab, the line as it stands (blanks at its ends apart), a tab, the reason.
"""
import os, re, sys

PATTERNS = [
    (r"\btry!", "try!"), (r"\bas!", "as!"), (r"\bfatalError\(", "fatalError"), (r"\b(assertionFailure|preconditionFailure)\(", "failure"),
    (r"\bprecondition\(", "precondition"), (r"\bunowned\b", "unowned"), (r"unsafelyUnwrapped", "unsafelyUnwrapped"),
    (r"-Ounchecked|unsafeFlags", "unchecked build"), (r"\bunsafeBitCast\(", "unsafeBitCast"),
    # a bang behind a name, a bracket or a closing sign that is neither != nor the start of a negation
    (r"(?<=[\w\)\]\?])!(?!=)", "force unwrap"), (r":\s*\w+(\[[^\]]*\])?!\s*($|[={,)])", "implicitly unwrapped"),
]


def plain(text):
    """The code of a file with comments and the letters of strings blanked, line by line; interpolations stay."""
    out, index, depth, state = [], 0, 0, []
    while index < len(text):
        two = text[index : index + 2]
        top = state[-1] if state else None
        if top in ("string", "long"):
            quote = '"' if top == "string" else '"""'
            if two == "\\(":
                state.append(["code", 1])
                out.append("  ")
                index += 2
            elif text[index] == "\\":
                out.append("  " if text[index + 1] != "\n" else " \n")
                index += 2
            elif text.startswith(quote, index):
                state.pop()
                out.append(" " * len(quote))
                index += len(quote)
            else:
                out.append("\n" if text[index] == "\n" else " ")
                index += 1
            continue
        if isinstance(top, str) and top.startswith("raw"):
            end = '"' + top[3:]
            if text.startswith(end, index):
                state.pop()
                out.append(" " * len(end))
                index += len(end)
            else:
                out.append("\n" if text[index] == "\n" else " ")
                index += 1
            continue
        if two == "//":
            end = text.find("\n", index)
            end = len(text) if end < 0 else end
            out.append(" " * (end - index))
            index = end
        elif two == "/*":
            end = text.find("*/", index)
            end = len(text) if end < 0 else end + 2
            out.append(re.sub(r"[^\n]", " ", text[index:end]))
            index = end
        elif text[index] == "#" and (found := re.match(r'(#+)("""|")', text[index:])):
            state.append("raw" + ('""' if found[2] == '"""' else "") + found[1])
            out.append(" " * len(found[0]))
            index += len(found[0])
        elif text.startswith('"""', index):
            state.append("long")
            out.append("   ")
            index += 3
        elif text[index] == '"':
            state.append("string")
            out.append(" ")
            index += 1
        else:
            if isinstance(top, list):
                top[1] += {"(": 1, ")": -1}.get(text[index], 0)
                if top[1] == 0:
                    state.pop()
                    out.append(" ")
                    index += 1
                    continue
            out.append(text[index])
            index += 1
    return "".join(out).split("\n")


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    root = os.path.dirname(here)
    os.chdir(root)
    allowed = {}
    with open(os.path.join(here, "no-traps.allowed"), encoding="utf-8") as table:
        for number, row in enumerate(table, 1):
            if row.startswith("#") or not row.strip():
                continue
            cells = row.rstrip("\n").split("\t")
            if len(cells) != 3 or not cells[2].strip():
                sys.exit(f"scripts/no-traps.allowed:{number}: path, line and reason are expected, with tabs between")
            allowed[(cells[0], cells[1].strip())] = number
    used, faults = set(), 0
    for folder in sys.argv[1:] or ["Sources"]:
        for path, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                if not name.endswith(".swift"):
                    continue
                file = os.path.join(path, name)
                text = open(file, encoding="utf-8").read()
                for number, (code, line) in enumerate(zip(plain(text), text.split("\n")), 1):
                    kinds = [kind for pattern, kind in PATTERNS if re.search(pattern, code)]
                    if not kinds:
                        continue
                    key = (file, line.strip())
                    if key in allowed:
                        used.add(key)
                        continue
                    faults += 1
                    print(f"{file}:{number}: {kinds[0]}: {line.strip()}")
    if not sys.argv[1:]:
        for key, number in sorted(allowed.items(), key=lambda entry: entry[1]):
            if key not in used:
                faults += 1
                print(f"scripts/no-traps.allowed:{number}: nothing in {key[0]} needs this any more")
    if faults:
        sys.exit(f"{faults} places may trap: find another way, or write the reason into scripts/no-traps.allowed")


main()
