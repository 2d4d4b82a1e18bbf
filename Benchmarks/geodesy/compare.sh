#!/bin/sh
# Runs the loops in C and in Swift in turn and prints the best seconds of CPU time of each, and Swift's speed over C's.
#
#   compare.sh 'C COMMAND' 'SWIFT COMMAND' [REPEATS]
set -eu
runs=$(mktemp)
trap 'rm -f "$runs"' EXIT
i=0
while [ "$i" -lt "${3:-9}" ]; do
  $1 | sed 's/^/c /' >>"$runs"
  $2 | sed 's/^/swift /' >>"$runs"
  i=$((i + 1))
done
awk '
  { key = $1 " " $2; if (!(key in best) || $4 < best[key]) best[key] = $4; if ($1 == "c" && !seen[$2]++) names[++n] = $2
    if ($1 == "c") check[$2] = $5; else { d = $5 - check[$2]; if (d < 0) d = -d; if (d > 1e-6 * (1 + (check[$2] < 0 ? -check[$2] : check[$2]))) print "results differ:", $2, check[$2], $5 } }
  END { for (i = 1; i <= n; i++) { name = names[i]; if (("swift " name) in best)
    printf "%-16s C %.4f s  Swift %.4f s  ratio %.3f\n", name, best["c " name], best["swift " name], best["c " name] / best["swift " name] } }
' "$runs"
