#!/bin/sh
# Makes sure that a Chromium is here for the tests of the report page; installs Debian's where that is allowed.
set -eu

say() { printf 'setup: %s\n' "$*" >&2; }

for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
[ -n "${CHROMIUM:-}" ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  say "there is no Chromium; the report page is not driven (set CHROMIUM to its path)"
  exit 0
fi
root=""
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    root="sudo"
  else
    say "there is no Chromium and only root may install it: sudo apt-get install chromium"
    exit 0
  fi
fi
say "installing chromium"
DEBIAN_FRONTEND=noninteractive $root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq chromium >/dev/null || say "chromium cannot be installed; the report page is not driven"
