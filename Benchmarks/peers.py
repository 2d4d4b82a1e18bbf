"""Other programs for the same work, in the same run: ratios. Each is left out with a sentence where it is not installed.

    pip install flashgeotext pyproj; apt-get install python3-mapnik node-d3-geo proj-bin
"""
import json, os, re, resource, shutil, subprocess, sys

LEAST = 3


def measure(table, folder, quick, program, lab):
    for peer in [flashgeotext, pyproj, proj_bin, d3_geo, mapnik]:
        peer(table, folder, quick, program, lab)


def cpu(command, **more):
    """CPU seconds of a whole process and of what it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, **more)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1:] or ["it failed"])
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def best(times, work):
    return min(work() for _ in range(times))


def loops(lab):
    """Items a second of CPU time of each loop of bench-geodesy."""
    rates = {}
    for _ in range(LEAST):
        for line in subprocess.run([lab, "bench-geodesy"], capture_output=True, text=True, check=True).stdout.splitlines():
            name, count, seconds, _ = line.split()
            rates[name] = max(rates.get(name, 0), int(count) / float(seconds))
    return rates


def flashgeotext(table, folder, quick, program, lab):
    """Articles a second, on the seeds in ever other orders."""
    code = """
import json, sys, time
from flashgeotext.geotext import GeoText
try:
    from loguru import logger
    logger.remove()
except ImportError:
    pass
parser = GeoText()
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
best = 1e9
for _ in range(3):
    start = time.process_time()
    for text in texts:
        parser.extract(input_text=text)
    best = min(best, time.process_time() - start)
print(len(texts) / best)
"""
    path = os.path.join(folder, "articles.jsonl")
    seeds = [open(os.path.join("seeds", name), encoding="utf-8").read() for name in sorted(os.listdir("seeds")) if name.endswith(".txt")]
    with open(path, "w", encoding="utf-8") as file:
        for turn in range(50 if quick else 400):
            for number, text in enumerate(seeds):
                parts = text.split(". ")
                shift = turn % len(parts)
                file.write(json.dumps({"id": f"{turn}-{number}", "text": ". ".join(parts[shift:] + parts[:shift])}) + "\n")
    count = (50 if quick else 400) * len(seeds)
    ours = count / best(LEAST, lambda: cpu([program, "geoparse", path])[0])
    table.add("peers", "dateline geoparse, start-up included", ours, "articles/s")
    try:
        theirs = float(cpu([sys.executable, "-c", code, path])[1])
    except RuntimeError as error:
        return table.left_out("peers", "flashgeotext", f"pip install flashgeotext ({error.args[0][0]})")
    table.add("peers", "flashgeotext, loading left out", theirs, "articles/s")
    table.add("peers", "geoparse over flashgeotext", ours / theirs, "times as fast")


def pyproj(table, folder, quick, program, lab):
    code = """
import random, time
import numpy, pyproj
random.seed(1)
n = 200000
def spread(a, b): return numpy.array([random.uniform(a, b) for _ in range(n)])
geod = pyproj.Geod(ellps="WGS84")
a, b, c, d = spread(-180, 180), spread(-90, 90), spread(-180, 180), spread(-90, 90)
laea = pyproj.Transformer.from_pipeline("+proj=laea +lon_0=12 +lat_0=45 +ellps=WGS84")
x, y = numpy.radians(spread(10, 15)), numpy.radians(spread(30, 60))
one = two = 1e9
for _ in range(3):
    start = time.process_time(); geod.inv(a, b, c, d); one = min(one, time.process_time() - start)
    start = time.process_time(); laea.transform(x, y, radians=True); two = min(two, time.process_time() - start)
print(n / one, n / two)
"""
    try:
        inverse, forward = (float(x) for x in cpu([sys.executable, "-c", code])[1].split())
    except RuntimeError as error:
        return table.left_out("peers", "pyproj", f"pip install pyproj numpy ({error.args[0][0]})")
    ours = loops(lab)
    table.add("peers", "geodesics over pyproj's arrays", ours["inverse"] / inverse, "times as fast")
    table.add("peers", "laea over pyproj's arrays", ours["laea-forward"] / forward, "times as fast")


def proj_bin(table, folder, quick, program, lab):
    """Lines of text in, lines of text out: `geod` beside `dateline distance --chain`, whole processes."""
    if not shutil.which("geod"):
        return table.left_out("peers", "geod", "apt-get install proj-bin")
    count = 2_000 if quick else 20_000
    points = [((i * 7919) % 3600 / 10 - 180, (i * 104729) % 1700 / 10 - 85) for i in range(count + 1)]
    sites = os.path.join(folder, "sites.csv")
    with open(sites, "w") as file:
        file.write("name,lon,lat\n" + "".join(f"p{i},{x},{y}\n" for i, (x, y) in enumerate(points)))
    pairs = os.path.join(folder, "pairs.txt")
    with open(pairs, "w") as file:
        file.write("".join(f"{a[1]} {a[0]} {b[1]} {b[0]}\n" for a, b in zip(points, points[1:])))
    theirs = best(LEAST, lambda: cpu(["geod", "+ellps=WGS84", "-I", "-f", "%.7f", "-F", "%.3f", pairs])[0])
    ours = best(LEAST, lambda: cpu([program, "distance", "--chain", "--from", sites, "--format", "csv"])[0])
    table.add("peers", f"distance --chain over geod, {count:,} legs as text", theirs / ours, "times as fast")


def d3_geo(table, folder, quick, program, lab):
    code = """
const d3 = require("d3-geo");
const n = 200000, points = [];
for (let i = 0; i < n; i++) points.push([10 + 5 * ((i * 7919) % n) / n, 30 + 30 * ((i * 104729) % n) / n]);
const projection = d3.geoAzimuthalEqualArea().rotate([-12, -45]);
let best = 1e9, sum = 0;
for (let round = 0; round < 5; round++) {
  const start = process.cpuUsage();
  for (let i = 0; i < n; i++) sum += projection(points[i])[1];
  const used = process.cpuUsage(start);
  best = Math.min(best, (used.user + used.system) / 1e6);
}
console.log(n / best);
"""
    if not shutil.which("node"):
        return table.left_out("peers", "d3-geo", "apt-get install node-d3-geo")
    try:
        paths = ":".join(filter(None, [os.environ.get("NODE_PATH", ""), "/usr/share/nodejs", "/usr/lib/nodejs"]))
        theirs = float(cpu(["node", "-e", code], env=os.environ | {"NODE_PATH": paths})[1])
    except RuntimeError as error:
        return table.left_out("peers", "d3-geo", f"apt-get install node-d3-geo ({error.args[0][0]})")
    table.add("peers", "laea on the ellipsoid over d3-geo's on the sphere", loops(lab)["laea-forward"] / theirs, "times as fast")


def mapnik(table, folder, quick, program, lab):
    """The outline of a country drawn as SVG by both, from GeoJSON with 20,000 vertices: whole processes."""
    python = next((p for p in ["/usr/bin/python3", sys.executable] if os.path.exists(p)), None)
    path, out = os.path.join(folder, "shape.geojson"), os.path.join(folder, "shape.svg")
    import math
    ring = []
    for i in range(20_000):
        angle = 2 * math.pi * i / 20_000
        reach = 5 + math.sin(23 * angle) + 0.3 * math.sin(401 * angle)
        ring.append([round(20 + reach * math.cos(angle), 5), round(45 + reach * math.sin(angle), 5)])
    ring.append(ring[0])
    with open(path, "w") as file:
        json.dump({"type": "Feature", "properties": {"name": "shape"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}, file)
    code = f"""
import mapnik
m = mapnik.Map(800, 600, "+proj=laea +lon_0=20 +lat_0=45 +ellps=WGS84")
style, rule = mapnik.Style(), mapnik.Rule()
rule.symbols.append(mapnik.PolygonSymbolizer())
style.rules.append(rule)
m.append_style("s", style)
layer = mapnik.Layer("l", "+proj=longlat +datum=WGS84")
layer.datasource = mapnik.GeoJSON(file={path!r})
layer.styles.append("s")
m.layers.append(layer)
m.zoom_all()
mapnik.render_to_file(m, {out!r} + ".m.svg", "svg")
"""
    try:
        theirs = best(LEAST, lambda: cpu([python, "-c", code])[0])
    except RuntimeError as error:
        return table.left_out("peers", "mapnik", f"apt-get install python3-mapnik ({error.args[0][0]})")
    ours = best(LEAST, lambda: cpu([program, "render", path, "-o", out])[0])
    table.add("peers", "render of 20,000 vertices, with coasts and labels, over mapnik without", theirs / ours, "times as fast")
