#!/usr/bin/env python3
"""Checks man page and completions: every command and option that the program knows stands in them, and formatter and shells take them.

    scripts/check-manual.py PROGRAM FOLDER
"""
import json
import shutil
import subprocess
import sys

program, folder = sys.argv[1:3]
root = json.loads(subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout)["command"]
with open(f"{folder}/man/man1/dateline.1", encoding="ascii") as file:
    page = file.read()
plain = page.replace("\\-", "-").replace("\\fB", "").replace("\\fR", "").replace("\\fI", "")
scripts = {
    "bash": f"{folder}/bash-completion/completions/dateline", "zsh": f"{folder}/zsh/site-functions/_dateline",
    "fish": f"{folder}/fish/vendor_completions.d/dateline.fish",
}
completions = {shell: open(path, encoding="utf-8").read() for shell, path in scripts.items()}
faults, seen = [], 0


def walk(command):
    global seen
    for sub in command.get("subcommands", []):
        if sub["commandName"] == "help" or not sub.get("shouldDisplay", True):
            continue
        seen += 1
        path = " ".join([*sub.get("superCommands", []), sub["commandName"]])
        start = plain.find(f'.SS "{path}"')
        if start < 0:
            faults.append(f"the man page has no section on {path}")
        body = plain[start:plain.find(".SS ", start + 1)]
        for argument in sub.get("arguments", []):
            for name in argument.get("names", []):
                spelled = ("--" if name["kind"] == "long" else "-") + name["name"]
                if argument.get("shouldDisplay", True) and name["name"] not in ("help", "h", "version") and spelled not in body:
                    faults.append(f"the man page does not have {spelled} of {path}")
        faults.extend(f"{shell} does not complete {path}" for shell, text in completions.items() if sub["commandName"] not in text)
        walk(sub)


walk(root)
for shell, path in scripts.items():
    if shutil.which(shell):
        result = subprocess.run([shell, "-n", path], capture_output=True, text=True)
        if result.returncode:
            faults.append(f"{shell}: {result.stderr}")
if shutil.which("groff"):
    result = subprocess.run(["groff", "-man", "-Tutf8", "-ww", f"{folder}/man/man1/dateline.1"], capture_output=True, text=True)
    if result.stderr or "isfahan" not in result.stdout.lower():
        faults.append(f"groff: {result.stderr}")
for fault in faults:
    print(fault, file=sys.stderr)
print(f"manual: {seen} commands, {len(faults)} faults")
sys.exit(1 if faults or not seen else 0)
