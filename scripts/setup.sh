#!/bin/sh
# Makes sure that Swift, libproj and the headers of SQLite, zlib, libcurl and libxml2 are here; installs the libraries where
# that is allowed.
set -eu

say() { printf 'setup: %s\n' "$*" >&2; }

if ! command -v swift >/dev/null 2>&1; then
  say "Swift is missing: install Swift 6.3 from https://swift.org/install and run this again"
  exit 1
fi

have() { pkg-config --exists "$1" 2>/dev/null; }

missing=""
command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
have proj || missing="$missing libproj-dev"
have sqlite3 || missing="$missing libsqlite3-dev"
have zlib || missing="$missing zlib1g-dev"
have libcurl || missing="$missing libcurl4-gnutls-dev"
have libxml-2.0 || missing="$missing libxml2-dev"
[ -z "$missing" ] && exit 0

if command -v apt-get >/dev/null 2>&1; then
  root=""
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
      root="sudo"
    else
      say "these packages are missing and only root may install them; run: sudo apt-get install$missing"
      exit 1
    fi
  fi
  say "installing$missing"
  DEBIAN_FRONTEND=noninteractive $root apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq $missing >/dev/null
elif command -v brew >/dev/null 2>&1; then
  say "installing proj, sqlite, curl, libxml2, zlib and pkg-config with Homebrew"
  brew install proj sqlite curl libxml2 zlib pkg-config
else
  say "libproj, SQLite, zlib, libcurl or libxml2 with their headers are missing and neither apt-get nor brew is here: install them by hand (version 9 of PROJ or later)"
  exit 1
fi

for library in proj sqlite3 zlib libcurl libxml-2.0; do
  have "$library" || { say "$library is still not found by pkg-config"; exit 1; }
done
