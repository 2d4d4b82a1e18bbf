#!/usr/bin/env python3
"""Writes a CycloneDX 1.5 bill of materials: Swift packages, system libraries and data files, with licences and checksums.

    scripts/sbom.py [--libraries FILE] -o FILE

FILE of --libraries names a shared library a line: those that a tarball carries. Without it those that the program asks the
system for are listed. The same inputs give the same bytes: no time of day, and a serial number made of the content.
"""
import argparse
import hashlib
import json
import re
import subprocess
import sys
import uuid

# Licences of Swift packages, as their repositories state them.
SWIFT = {"swift-argument-parser": "Apache-2.0", "grdb.swift": "MIT"}
SHIPPED = {"swift-argument-parser"}
DATA = [
    ("world.gazetteer", "CC-BY-4.0 AND MIT AND LGPL-2.1-or-later AND Apache-2.0",
     "Places: GeoNames, Natural Earth (public domain), airportsdata, iso-codes, tables of the project"),
    ("world.basemap", None, "Coasts and borders: Natural Earth 1:10m, public domain"),
    ("world.waters", "LGPL-3.0-only", "Lakes and rivers: GSHHG; names of seas: tables of the project"),
    ("news.model", "Apache-2.0", "Weights that find and resolve place names: Docs/model-card.md"),
    ("incidents.model", "Apache-2.0", "Weights that judge incidents: Docs/incident-model.md"),
    ("outlets.tsv", "Apache-2.0", "Where news outlets are at home"),
]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def digest(path):
    with open(path, "rb") as file:
        return [{"alg": "SHA-256", "content": hashlib.file_digest(file, "sha256").hexdigest()}]


def licences(expression, name=None):
    if expression:
        return [{"expression": expression}]
    return [{"license": {"name": name or "see the copyright file of the package"}}]


def swift_packages():
    """What `swift package show-dependencies` resolved, with the revisions of Package.resolved."""
    tree = json.loads(run("swift", "package", "show-dependencies", "--format", "json"))
    pins = {}
    try:
        with open("Package.resolved", encoding="utf-8") as file:
            pins = {pin["identity"]: pin["state"] for pin in json.load(file)["pins"]}
    except FileNotFoundError:
        pass
    found = {}

    def walk(node):
        for child in node.get("dependencies", []):
            found[child["identity"]] = child
            walk(child)

    walk(tree)
    for identity, package in sorted(found.items()):
        if identity not in SWIFT:
            sys.exit(f"sbom: no licence is on record for the Swift package {identity}: add it to SWIFT in {__file__}")
        location = re.sub(r"(\.git)?$", "", package["url"])
        path = re.sub(r"^https?://", "", location)
        component = {
            "type": "library", "bom-ref": f"swift:{identity}", "name": package["name"], "version": package["version"],
            "scope": "required" if identity in SHIPPED else "excluded", "licenses": licences(SWIFT[identity]),
            "purl": f"pkg:swift/{path}@{package['version']}",
            "externalReferences": [{"type": "vcs", "url": location}],
        }
        revision = pins.get(identity, {}).get("revision")
        if revision:
            component["properties"] = [{"name": "dateline:revision", "value": revision}]
        yield component


def owner(library):
    """The Debian package of a file: its name, its version and its source package."""
    for path in (library, "/usr" + library, re.sub(r"^/usr", "", library)):
        found = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True)
        if found.returncode == 0:
            name = found.stdout.split(":")[0]
            fields = run("dpkg-query", "-W", "-f", "${Version}\t${source:Package}\t${source:Version}\t${Architecture}\n", name)
            return name, fields.splitlines()[0].split("\t")
    return None


def declared(package):
    """The short names of licences in a machine-readable copyright file."""
    try:
        with open(f"/usr/share/doc/{package}/copyright", encoding="utf-8", errors="replace") as file:
            text = file.read()
    except OSError:
        return None
    names = dict.fromkeys(match.strip() for match in re.findall(r"^License:[ \t]*(\S.*)$", text, re.M))
    return ", ".join(names) or None


def system_libraries(paths):
    packages = {}
    for path in paths:
        found = owner(path)
        if not found:
            print(f"sbom: no Debian package owns {path}; it is left out", file=sys.stderr)
            continue
        packages.setdefault(found[0], (found[1], []))[1].append(path)
    for name, ((version, source, source_version, architecture), files) in sorted(packages.items()):
        yield {
            "type": "library", "bom-ref": f"deb:{name}", "name": name, "version": version,
            "licenses": licences(None, declared(name)),
            "purl": f"pkg:deb/debian/{name}@{version.replace(':', '%3A').replace('+', '%2B')}?arch={architecture}",
            "properties": [{"name": "dateline:source", "value": f"{source} {source_version}"}]
            + [{"name": "dateline:file", "value": file.rsplit("/", 1)[-1]} for file in sorted(files)],
        }


def linked_by_name():
    """The libraries that Package.swift asks pkg-config for."""
    with open("Package.swift", encoding="utf-8") as file:
        for name in re.findall(r'pkgConfig: "([^"]+)"', file.read()):
            folder = run("pkg-config", "--variable=libdir", name).strip()
            library = run("pkg-config", "--libs-only-l", name).split()[0].removeprefix("-l")
            yield run("readlink", "-f", f"{folder}/lib{library}.so").strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--libraries")
    parser.add_argument("-o", "--output", required=True)
    options = parser.parse_args()
    with open("Sources/DatelineKit/DatelineVersion.swift", encoding="utf-8") as file:
        version = re.search(r'current = "([^"]+)"', file.read())[1]
    if options.libraries:
        with open(options.libraries, encoding="utf-8") as file:
            libraries = file.read().split()
    else:
        libraries = list(linked_by_name())

    components = list(swift_packages())
    toolchain = re.search(r"Swift version (\S+)", run("swift", "--version"))
    components.append({
        "type": "library", "bom-ref": "swift:runtime", "name": "Swift runtime and Foundation",
        "version": toolchain[1] if toolchain else "unknown", "licenses": licences("Apache-2.0 WITH Swift-exception"),
    })
    components += system_libraries(libraries)
    if options.libraries:
        database = "/usr/share/proj/proj.db"
        components.append({
            "type": "data", "bom-ref": "data:proj.db", "name": "proj.db", "hashes": digest(database),
            "licenses": licences(None, "EPSG Dataset terms of use; PROJ: MIT"),
            "description": "PROJ's database of reference systems",
        })
    for name, expression, description in DATA:
        components.append({
            "type": "data", "bom-ref": f"data:{name}", "name": name, "hashes": digest(f"Gazetteer/{name}"),
            "licenses": licences(expression, "public domain"), "description": description,
        })
    product = {
        "type": "application", "bom-ref": "dateline", "name": "dateline", "version": version, "licenses": licences("Apache-2.0"),
    }
    shipped = [c["bom-ref"] for c in components if c.get("scope") != "excluded"]
    bill = {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "metadata": {"component": product},
        "components": components,
        "dependencies": [{"ref": "dateline", "dependsOn": shipped}] + [{"ref": c["bom-ref"]} for c in components],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bill, sort_keys=True))
    bill = {"$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json", "serialNumber": f"urn:uuid:{serial}"} | bill
    with open(options.output, "w", encoding="utf-8") as file:
        json.dump(bill, file, indent=2, ensure_ascii=False)
        file.write("\n")
    print(f"{options.output}: {len(components)} components", file=sys.stderr)


main()
