#!/bin/sh
# Packs the program with all that it needs but glibc: unpack it anywhere and run bin/dateline. Debian and Ubuntu.
# `make tarball` runs it after building.
set -eu

say() { printf 'tarball: %s\n' "$*" >&2; }

[ "$(uname)" = Linux ] || { say "this packs for Linux, on Linux"; exit 1; }
if ! command -v patchelf >/dev/null 2>&1; then
  root=""
  [ "$(id -u)" -eq 0 ] || root="sudo -n"
  say "installing patchelf"
  { $root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq patchelf >/dev/null; } \
    || { say "patchelf is missing; run: sudo apt-get install patchelf"; exit 1; }
fi

program=.build/release/dateline
version=$("$program" --version | sed -n '1s/^dateline \([0-9.]*\).*/\1/p')
[ -n "$version" ] || { say "$program tells no version"; exit 1; }
name="dateline-$version-linux-$(uname -m)"
stage=.build/tarball/$name
rm -rf ".build/tarball"
mkdir -p "$stage/lib/dateline" "$stage/share/dateline/proj"

make --no-print-directory --silent install-files PREFIX="$(pwd)/$stage" DESTDIR=
strip --strip-all "$stage/bin/dateline"

# every library but glibc, which must be the system's: what the program links, and what it loads by name when it needs it
loaded=$(LC_ALL=C grep -aoE 'lib[A-Za-z0-9_+-]+\.so(\.[0-9]+)*' "$program" | sort -u | while read -r wanted; do
  path=$(ldconfig -p | awk -v name="$wanted" '$1 == name { print $NF; exit }')
  [ -z "$path" ] || printf '%s\n' "$path"
done)
{
  ldd "$program"
  for library in $loaded; do
    printf '%s => %s\n' "$(basename "$library")" "$library"
    ldd "$library"
  done
} | awk '$2 == "=>" && $3 ~ /^\// { print $1, $3 }' | sort -u | while read -r wanted library; do
  case $wanted in
    ld-linux*|libc.so*|libm.so*|libdl.so*|libpthread.so*|librt.so*|libresolv.so*|libutil.so*|libswift*) continue ;;
  esac
  cp -L "$library" "$stage/lib/dateline/$wanted"
  readlink -f "$library"
done | sort -u >.build/tarball/libraries
[ -n "$(find "$stage/lib/dateline" -name 'libproj.so*')" ] || { say "$program links no libproj and loads none"; exit 1; }
for library in "$stage"/lib/dateline/*; do
  chmod 755 "$library"
  patchelf --set-rpath '$ORIGIN' "$library"
done
patchelf --set-rpath '$ORIGIN/../lib/dateline' "$stage/bin/dateline"

# the database of this libproj, and no grids: none of our maps asks for one
cp "$(pkg-config --variable=datadir proj 2>/dev/null || echo /usr/share/proj)/proj.db" "$stage/share/dateline/proj/proj.db" 2>/dev/null \
  || cp /usr/share/proj/proj.db "$stage/share/dateline/proj/proj.db"

# whose work it is
licences=$stage/share/doc/dateline/licences
mkdir -p "$licences"
while read -r library; do
  # where /lib is a link to /usr/lib, dpkg knows some files by one name and some by the other
  owner=$(dpkg -S "$library" 2>/dev/null || dpkg -S "${library#/usr}" 2>/dev/null || true)
  package=$(printf '%s' "$owner" | sed -n '1s/:.*//p')
  [ -n "$package" ] || { say "no package owns $library: its licence is not known"; exit 1; }
  cp "/usr/share/doc/$package/copyright" "$licences/$package.txt"
done <.build/tarball/libraries
cp /usr/share/doc/proj-data/copyright "$licences/proj-data.txt"
cp .build/checkouts/swift-argument-parser/LICENSE.txt "$licences/swift-argument-parser.txt"
cp LICENSE "$licences/swift.txt" # the runtime is under the same licence, with an exception for what is linked with it

glibc=$(find "$stage/bin" "$stage/lib" -type f -exec objdump -T {} + 2>/dev/null | sed -n 's/.*GLIBC_\([0-9.]*\).*/\1/p' | sort -Vu | tail -1)
cat >"$stage/README" <<TEXT
Dateline $version for Linux on $(uname -m), with glibc $glibc or later. Nothing is to be installed:

    bin/dateline map STORY.txt -o out

The folder may lie anywhere and be moved; bin/dateline may be linked to from elsewhere. share/man has its man page,
share/doc/dateline/sbom.cdx.json what is in it, share/doc/dateline/licences whose work that is. The libraries in
lib/dateline are Debian's, unchanged but for the path by which they find each other; their sources are at
https://sources.debian.org under the versions that the SBOM names.

Whoever publishes places found with it names GeoNames (CC BY 4.0).
TEXT
python3 scripts/sbom.py --libraries .build/tarball/libraries -o "$stage/share/doc/dateline/sbom.cdx.json"

epoch=$(git log -1 --format=%ct 2>/dev/null || echo 0)
tar --sort=name --mtime="@$epoch" --owner=0 --group=0 --numeric-owner --mode=u+rwX,go+rX,go-w -C .build/tarball -cf - "$name" \
  | gzip -n -9 >".build/$name.tar.gz"
(cd .build && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
say ".build/$name.tar.gz ($(du -h ".build/$name.tar.gz" | cut -f1)), glibc $glibc or later"
