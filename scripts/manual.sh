#!/bin/sh
# Writes the man page and the completions of bash, zsh and fish, as the program itself knows its commands.
# scripts/manual.sh PROGRAM FOLDER: FOLDER/man/man1/dateline.1 and so on.
set -eu

program=$1
out=$2
tools=.build/tools
mkdir -p "$tools" "$out/man/man1" "$out/bash-completion/completions" "$out/zsh/site-functions" "$out/fish/vendor_completions.d"
if [ ! -x "$tools/manual" ] || [ scripts/manual.swift -nt "$tools/manual" ]; then
  swiftc -swift-version 6 scripts/manual.swift -o "$tools/manual"
fi
version=$("$program" --version | sed -n '1s/^dateline \([0-9.]*\).*/\1/p')
"$program" --experimental-dump-help | "$tools/manual" "$version" >"$out/man/man1/dateline.1"
"$program" --generate-completion-script bash >"$out/bash-completion/completions/dateline"
"$program" --generate-completion-script zsh >"$out/zsh/site-functions/_dateline"
"$program" --generate-completion-script fish >"$out/fish/vendor_completions.d/dateline.fish"
