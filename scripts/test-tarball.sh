#!/bin/sh
# Unpacks the tarball in a root that has glibc and coreutils and nothing else (no Swift, no PROJ, no shell), and runs the program
# there from another folder. Needs Linux and the right to make such a root; else it says so and is skipped.
set -eu

say() { printf 'test-tarball: %s\n' "$*" >&2; }

if [ "${1:-}" != inside ]; then
  if [ "$(id -u)" -eq 0 ]; then spaces="--mount --pid --fork --mount-proc"; else spaces="--user --map-root-user --mount --pid --fork --mount-proc"; fi
  # shellcheck disable=SC2086
  if ! unshare $spaces true 2>/dev/null; then
    say "skipped: this machine lets nobody make a root of their own (unshare $spaces)"
    exit 0
  fi
  # shellcheck disable=SC2086
  exec unshare $spaces sh "$0" inside
fi

checkout=$(pwd)
archive=$(ls -t .build/dateline-*-linux-*.tar.gz | head -1)
(cd .build && sha256sum --quiet -c "$(basename "$archive").sha256")
root=$(mktemp -d)
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf "$root"' EXIT

# the root: a few of coreutils, what they link, and glibc
mkdir -p "$root/usr/bin" "$root/proc" "$root/dev" "$root/tmp/elsewhere" "$root/opt/a place"
for tool in env cat ls mv; do cp "$(command -v $tool)" "$root/usr/bin/"; done
for library in $(ldd "$root"/usr/bin/* | awk '/\// { for (i = 1; i <= NF; i++) if ($i ~ /^\//) print $i }' | grep -v : | sort -u) \
  $(for n in libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libresolv.so.2 libutil.so.1; do ldconfig -p | awk -v n="$n" '$1 == n { print $NF }' | head -1; done); do
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
done
if find "$root" -name 'libproj*' -o -name 'libswift*' -o -name 'libsqlite*' -o -name 'libstdc++*' | grep -q .; then
  say "the root holds more than glibc"
  exit 1
fi

tar -xzf "$archive" -C "$root/opt/a place"
home=$(cd "$root/opt/a place" && ls)
dateline="/opt/a place/$home/bin/dateline"
cp seeds/isfahan-strike.txt "$root/tmp/elsewhere/"
in_root() { chroot "$root" /usr/bin/env -i -C /tmp/elsewhere "$@"; }
same() { cmp "$1" "$2" || { say "$3"; exit 1; }; }

# outside the root, with the system's libraries: what the answers should be
expected=$(mktemp -d "$root/tmp/expected.XXXX")
program=$checkout/.build/release/dateline
(cd "$root/tmp/elsewhere" && "$program" map isfahan-strike.txt --quiet -o "$expected")
"$program" distance Isfahan Damascus Rafah --quiet >"$expected/distances"
plane="EPSG:2059" # a datum and a zone that PROJ has from its database alone
"$program" render "$expected/isfahan-strike.geojson" --projection "$plane" -o "$expected/mercator.svg" >/dev/null

mount -t proc proc "$root/proc"
in_root "$dateline" --version >"$root/tmp/version"
grep -q '^dateline [0-9]' "$root/tmp/version"
grep -q "^gazetteer .*/opt/a place/$home/share/dateline/world.gazetteer" "$root/tmp/version" \
  || { say "the data beside the program was not found"; cat "$root/tmp/version" >&2; exit 1; }
in_root "$dateline" map isfahan-strike.txt --quiet -o out
for form in geojson svg txt; do
  case $form in txt) name=isfahan-strike-alt.txt ;; *) name=isfahan-strike.$form ;; esac
  [ -e "$expected/$name" ] || name=isfahan-strike.$form
  same "$root/tmp/elsewhere/out/$name" "$expected/$name" "$name differs from what the checkout's program writes"
done
in_root "$dateline" distance Isfahan Damascus Rafah --quiet >"$root/tmp/distances"
same "$root/tmp/distances" "$expected/distances" "distances differ"

# proj.db is the one beside the program: with it codes are known, without it they are not
in_root "$dateline" render out/isfahan-strike.geojson --projection "$plane" -o mercator.svg >/dev/null
same "$root/tmp/elsewhere/mercator.svg" "$expected/mercator.svg" "the map in $plane differs"
in_root /usr/bin/mv "/opt/a place/$home/share/dateline/proj/proj.db" /tmp/proj.db
if in_root "$dateline" render out/isfahan-strike.geojson --projection "$plane" -o none.svg >/dev/null 2>/dev/null; then
  say "$plane was known without proj.db: this test tests nothing"
  exit 1
fi
in_root /usr/bin/mv /tmp/proj.db "/opt/a place/$home/share/dateline/proj/proj.db"

# moved, reached through a link and through PATH
in_root /usr/bin/mv "/opt/a place/$home" /opt/moved
ln -s /opt/moved/bin/dateline "$root/usr/bin/dateline"
in_root PATH=/usr/bin dateline distance Isfahan Damascus Rafah --quiet >"$root/tmp/distances"
same "$root/tmp/distances" "$expected/distances" "distances differ after the move"
say "passed: $(basename "$archive") runs in a root of glibc alone"
