#!/bin/sh
# Loads what dateline writes into a PostGIS of its own, as Docs/postgis.md shows it, and asks it back.
# The server lives in a temporary folder and listens on loopback for this test alone. Skipped where something is missing.
#   scripts/test-postgis.sh [DATELINE]
set -eu
cd "$(dirname "$0")/.."
dateline=${1:-.build/debug/dateline}

skip() { echo "test-postgis: skipped: $*" >&2; exit 0; }
fail() { echo "test-postgis: $*" >&2; exit 1; }

[ -x "$dateline" ] || fail "$dateline is not built"
command -v ogr2ogr >/dev/null 2>&1 || skip "ogr2ogr is missing (Debian: gdal-bin)"
command -v psql >/dev/null 2>&1 || skip "psql is missing (Debian: postgresql)"
server=""
for folder in /usr/lib/postgresql/*/bin; do
  [ -x "$folder/initdb" ] && [ -f "$(dirname "$folder" | sed 's,/usr/lib,/usr/share,')/extension/postgis.control" ] && server=$folder
done
[ -n "$server" ] || skip "PostgreSQL with PostGIS is missing (Debian: postgresql postgresql-15-postgis-3)"
ogrinfo --formats 2>/dev/null | grep -q PostgreSQL || skip "this ogr2ogr does not know PostgreSQL"

work=$(mktemp -d)
as=""
if [ "$(id -u)" -eq 0 ]; then
  # The server refuses to run as root.
  command -v runuser >/dev/null 2>&1 || skip "runuser is missing, and the server does not run as root"
  id postgres >/dev/null 2>&1 || skip "there is no user postgres, and the server does not run as root"
  chown postgres "$work"
  as="runuser -u postgres --"
fi
end() {
  $as "$server/pg_ctl" -D "$work/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap end EXIT
trap 'exit 1' INT TERM

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || echo 54329)
$as "$server/initdb" -D "$work/data" -U dateline -A trust -E UTF8 --locale=C >"$work/log" 2>&1 || fail "initdb: $(cat "$work/log")"
$as "$server/pg_ctl" -D "$work/data" -l "$work/data/log" -w -t 60 \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off" start >"$work/log" 2>&1 ||
  fail "the server does not start: $(cat "$work/log" "$work/data/log")"
export PGHOST=127.0.0.1 PGPORT="$port" PGUSER=dateline PGDATABASE=news PGCONNECT_TIMEOUT=20
$server/createdb news
psql -qX -c "CREATE EXTENSION postgis"

files=$work/files
mkdir "$files"
"$dateline" incidents seeds/*.txt --format geojsonl --areas "$files/areas.geojson" -o "$files/rows.geojsonl" --quiet
"$dateline" incidents seeds/*.txt --format csv -o "$files/rows.csv" --quiet
"$dateline" incidents seeds/*.txt --format gpkg -o "$files/rows.gpkg" --quiet
"$dateline" merge "$files/rows.geojsonl" --format geojsonl -o "$files/events.geojsonl" --quiet

ask() { psql -qXAt -c "$1"; }
same() { [ "$2" = "$3" ] || fail "$1: expected '$2', found '$3'"; echo "test-postgis: $1: $3"; }

# As Docs/postgis.md has it.
ogr2ogr -f PostgreSQL PG: "$files/rows.geojsonl" -nln sites -nlt POINT -lco GEOMETRY_NAME=geom -lco FID=fid
ogr2ogr -f PostgreSQL PG: "$files/areas.geojson" -nln areas -nlt MULTIPOLYGON -lco GEOMETRY_NAME=geom -lco FID=fid
ogr2ogr -f PostgreSQL PG: "$files/rows.gpkg" toponyms articles incidents -lco GEOMETRY_NAME=geom
ogr2ogr -f PostgreSQL PG: "$files/rows.csv" -nln sites_csv -lco GEOMETRY_NAME=geom -oo AUTODETECT_TYPE=NO
ogr2ogr -f PostgreSQL PG: "$files/events.geojsonl" -nln events -nlt POINT -lco GEOMETRY_NAME=geom -lco FID=fid

lines=$(wc -l <"$files/rows.geojsonl" | tr -d ' ')
[ "$lines" -gt 5 ] || fail "the seeds have only $lines sites"
same "rows of geojsonl" "$lines" "$(ask 'SELECT count(*) FROM sites')"
same "rows of csv" "$lines" "$(ask 'SELECT count(*) FROM sites_csv')"
same "SRID of sites" 4326 "$(ask 'SELECT DISTINCT ST_SRID(geom) FROM sites WHERE geom IS NOT NULL')"
same "points stand where their columns say" 0 \
  "$(ask 'SELECT count(*) FROM sites WHERE geom IS NOT NULL AND (abs(ST_X(geom) - longitude) > 1e-6 OR abs(ST_Y(geom) - latitude) > 1e-6)')"
same "countries have no point" 0 "$(ask 'SELECT count(*) FROM sites WHERE (geo_precision = 4) <> (geom IS NULL)')"
same "csv and geojsonl agree" 0 \
  "$(ask "SELECT count(*) FROM sites a FULL JOIN sites_csv b USING (site_id) WHERE a.site_id IS NULL OR b.site_id IS NULL OR a.type <> b.type
     OR a.location IS DISTINCT FROM b.location OR a.event_date::text IS DISTINCT FROM nullif(replace(b.event_date::text, '/', '-'), '')
     OR a.killed_min::text IS DISTINCT FROM nullif(b.killed_min::text, '')")"
same "dates are dates, counts are numbers" "date integer" \
  "$(ask "SELECT string_agg(data_type, ' ' ORDER BY column_name) FROM information_schema.columns WHERE table_name = 'sites' AND column_name IN ('event_date', 'killed_min')")"
same "there is a spatial index" 1 "$(ask "SELECT count(*) FROM pg_indexes WHERE tablename = 'sites' AND indexdef LIKE '%gist%'")"
same "areas are valid" 0 "$(ask 'SELECT count(*) FROM areas WHERE NOT ST_IsValid(geom)')"
same "areas are of sites" 0 "$(ask 'SELECT count(*) FROM areas WHERE site_id NOT IN (SELECT site_id FROM sites)')"
same "circles hold their points" 0 \
  "$(ask "SELECT count(*) FROM areas a JOIN sites s USING (site_id) WHERE a.area = 'circle' AND NOT ST_Contains(a.geom, s.geom)")"
same "circles have their radius" 0 \
  "$(ask "SELECT count(*) FROM areas a JOIN sites s USING (site_id) WHERE a.area = 'circle'
     AND abs(ST_Distance(ST_PointN(ST_ExteriorRing(ST_GeometryN(a.geom, 1)), 1)::geography, s.geom::geography) - s.radius_m) > 1")"
near=$(ask "SELECT count(*) FROM sites WHERE ST_DWithin(geom::geography, ST_MakePoint(51.67, 32.65)::geography, 30000)")
[ "$near" -ge 1 ] || fail "nothing is found near Isfahan"
same "articles of the GeoPackage" "$(ls seeds/*.txt | wc -l | tr -d ' ')" "$(ask 'SELECT count(*) FROM articles')"
same "events" "$(wc -l <"$files/events.geojsonl" | tr -d ' ')" "$(ask 'SELECT count(*) FROM events')"
echo "test-postgis: all of it agrees"
