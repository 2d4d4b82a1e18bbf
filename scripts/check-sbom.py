#!/usr/bin/env python3
"""Checks a bill of materials: against CycloneDX's own schema where PyPI's cyclonedx-python-lib is installed, and that its checksums hold."""
import hashlib
import json
import sys

path = sys.argv[1]
with open(path, encoding="utf-8") as file:
    text = file.read()
bill = json.loads(text)
faults = []
references = {component["bom-ref"] for component in bill["components"]} | {"dateline"}
for dependency in bill["dependencies"]:
    faults += [f"{name} is no component" for name in [dependency["ref"], *dependency.get("dependsOn", [])] if name not in references]
for component in bill["components"]:
    if not component.get("licenses"):
        faults.append(f"{component['name']} has no licence")
    if component["type"] == "data" and component["name"] != "proj.db":
        with open(f"Gazetteer/{component['name']}", "rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != component["hashes"][0]["content"]:
                faults.append(f"{component['name']}: the checksum is another file's")
try:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator
except ImportError:
    print("sbom: cyclonedx-python-lib[json-validation] is not installed: the schema was not checked", file=sys.stderr)
else:
    found = JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)
    if found:
        faults.append(f"schema: {found}")
for fault in faults:
    print(f"{path}: {fault}", file=sys.stderr)
print(f"{path}: {len(bill['components'])} components, {len(faults)} faults")
sys.exit(1 if faults else 0)
