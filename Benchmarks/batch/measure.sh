#!/bin/sh
# How memory and time of a batch grow: measure.sh DATELINE ARTICLES.ndjson [THREADS]
# Prints a line a second: articles done, resident and anonymous memory in MB; then the wall and processor seconds of it all.
set -eu
dateline=$1 articles=$2 threads=${3:-2}
output=$(mktemp -d)/out.ndjson
began=$(date +%s.%N)
"$dateline" incidents "$articles" --threads "$threads" -o "$output" --quiet &
process=$!
while kill -0 $process 2>/dev/null; do
  done=$(sed -n 's/.*"done":\([0-9]*\).*/\1/p' "$output.journal" 2>/dev/null || true)
  awk -v done="${done:-0}" '/^VmRSS/ { rss = $2 } /^RssAnon/ { anon = $2 } END { if (rss) printf "%d %.1f %.1f\n", done, rss / 1024, anon / 1024 }' \
    /proc/$process/status 2>/dev/null || true
  sleep 1
done
wait $process
awk -v began="$began" -v ended="$(date +%s.%N)" 'BEGIN { printf "wall %.2f s\n", ended - began }'
rm -r "$(dirname "$output")"
