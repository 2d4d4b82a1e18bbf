"""Runs the job with local[2] on 10,000 articles, kills workers in the middle, and compares with the program run alone.

    python3 integrations/spark/test_dateline_spark.py .build/release/dateline

Skipped with a sentence where pyspark or Java is missing. Only processes that this test began are killed, by their numbers.
"""
import collections
import glob
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
COUNT = int(os.environ.get("DATELINE_SPARK_ARTICLES", "10000"))


def skip(reason):
    print(f"test-spark: skipped: {reason}")
    sys.exit(0)


def children():
    """The parent of every process, by its number."""
    parents = {}
    for path in glob.glob("/proc/[0-9]*/stat"):
        try:
            with open(path) as file:
                text = file.read()
            parents[int(path.split("/")[2])] = int(text.rsplit(")", 1)[1].split()[1])
        except (OSError, ValueError, IndexError):
            pass
    return parents


def is_below(process, ancestor, parents):
    while process in parents:
        if process == ancestor:
            return True
        process = parents[process]
    return False


class Killer(threading.Thread):
    """Kills, one after another, a Python worker that feeds the program, and the program itself, while they are at work."""

    def __init__(self, job, program):
        super().__init__(daemon=True)
        self.job, self.program, self.killed = job, program, []

    def run(self):
        wanted = ["program", "worker", "program"]
        while wanted and self.job.poll() is None:
            parents = children()
            for process in parents:
                try:
                    with open(f"/proc/{process}/cmdline", "rb") as file:
                        command = file.read().split(b"\0")
                except OSError:
                    continue
                if command[:2] != [self.program.encode(), b"incidents"] or b"geojsonl" not in command:
                    continue
                if not is_below(process, self.job.pid, parents) or self.read(process) < 30_000:
                    continue
                what = wanted.pop(0)
                victim = process if what == "program" else parents[process]
                try:
                    os.kill(victim, signal.SIGKILL)
                    self.killed.append(what)
                except ProcessLookupError:
                    wanted.insert(0, what)
                time.sleep(0.5)
                break
            time.sleep(0.002)

    @staticmethod
    def read(process):
        """How many bytes it has read: those in the middle have some."""
        try:
            with open(f"/proc/{process}/io") as file:
                return int(file.readline().split()[1])
        except (OSError, ValueError, IndexError):
            return 0


def lines_of(folder):
    lines = []
    for path in glob.glob(f"{folder}/**/part-*", recursive=True):
        with open(path, encoding="utf-8") as file:
            lines += file.read().splitlines()
    return lines


def check(condition, words):
    if not condition:
        print(f"test-spark: {words}")
        sys.exit(1)


def main():
    program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/dateline")
    check(os.access(program, os.X_OK), f"{program} is not built")
    try:
        import pyspark
    except ImportError:
        skip("pyspark is missing (pip install pyspark)")
    if shutil.which("java") is None:
        skip("Java is missing (Debian: openjdk-17-jre-headless)")
    with tempfile.TemporaryDirectory() as work:
        run(program, pyspark, work)


def run(program, pyspark, work):
    articles = f"{work}/articles.ndjson"
    with open(articles, "wb") as file:
        generator = os.path.join(HERE, "../../Benchmarks/batch/articles.py")
        subprocess.run([sys.executable, generator, str(COUNT), "--per-event", "4"], stdout=file, check=True)
        # Not one of these may bring a partition down.
        file.write(b'{"id": "bad"}\nnot json\n')
    straight, merged = f"{work}/straight.geojsonl", f"{work}/merged.geojsonl"
    subprocess.run([program, "incidents", articles, "--format", "geojsonl", "-o", straight, "--quiet"], stderr=subprocess.DEVNULL)
    subprocess.run([program, "merge", straight, "--format", "geojsonl", "-o", merged, "--quiet"], check=True)
    with open(straight, encoding="utf-8") as file:
        expected = file.read().splitlines()
    with open(merged, encoding="utf-8") as file:
        events = file.read().splitlines()
    check(len(expected) > COUNT / 2, f"only {len(expected)} rows of {COUNT} articles")

    environment = dict(os.environ, SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable)
    submit = os.path.join(os.path.dirname(pyspark.__file__), "bin", "spark-submit")

    def job(*arguments, kills=False):
        with open(f"{work}/spark.log", "wb") as log:
            # Two cores; a task may fail three times.
            process = subprocess.Popen(
                [submit, "--master", "local[2,4]", "--conf", "spark.ui.enabled=false", "--conf", "spark.driver.memory=1g",
                 f"{HERE}/dateline_spark.py", "--dateline", program, *arguments],
                env=environment, stdout=log, stderr=log, cwd=work)
            killer = Killer(process, program)
            if kills:
                killer.start()
            code = process.wait()
            if kills:
                killer.join()
        if code != 0:
            with open(f"{work}/spark.log", encoding="utf-8", errors="replace") as log:
                print(log.read()[-4000:])
        check(code == 0, f"the job ended with {code}")
        return killer.killed

    began = time.time()
    killed = job("--input", articles, "--output", f"{work}/out", "--partitions", "8", "--merge", kills=True)
    check("program" in killed and "worker" in killed, f"killed were only {killed}: the job was too quick")
    found = lines_of(f"{work}/out/rows")
    check(collections.Counter(found) == collections.Counter(expected),
          f"{len(expected)} rows expected, {len(found)} found, {len(set(found))} of them different")
    print(f"test-spark: {COUNT} articles, killed {', '.join(killed)}: {len(found)} rows, none lost, none doubled ({time.time() - began:.0f} s)")
    check(collections.Counter(lines_of(f"{work}/out/events")) == collections.Counter(events), "events are not those of dateline merge")
    print(f"test-spark: {len(events)} events, those of dateline merge")
    for path in glob.glob(f"{work}/out/rows/day=*/country_code=*/part-*"):
        day, country = (part.split("=", 1)[1] for part in path.split("/")[-3:-1])
        with open(path, encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)["properties"]
                check((row["event_date"] or "__HIVE_DEFAULT_PARTITION__") == day, f"{path}: {row['event_date']}")
                check((row["iso3"] or "__HIVE_DEFAULT_PARTITION__") == country, f"{path}: {row['iso3']}")

    # Parquet in, Parquet out.
    import pyarrow.dataset
    import pyarrow.json
    import pyarrow.parquet
    few = f"{work}/few.ndjson"
    with open(articles, encoding="utf-8") as file, open(few, "w", encoding="utf-8") as other:
        other.writelines(file.readlines()[:400])
    pyarrow.parquet.write_table(pyarrow.json.read_json(few), f"{work}/few.parquet")
    job("--input", f"{work}/few.parquet", "--input-format", "parquet", "--output", f"{work}/table", "--output-format", "parquet",
        "--", "--types", "bombing,flood")
    table = pyarrow.dataset.dataset(f"{work}/table/rows", partitioning="hive").to_table().to_pylist()
    alone = subprocess.run([program, "incidents", few, "--format", "geojsonl", "--types", "bombing,flood", "--quiet"],
                           stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    alone = [json.loads(line)["properties"] for line in alone]
    check(sorted(row["site_id"] for row in table) == sorted(row["site_id"] for row in alone), "rows of Parquet are not those of GeoJSON")
    by_id = {row["site_id"]: row for row in table}
    for row in alone:
        other = by_id[row["site_id"]]
        for name, value in row.items():
            cell = other[name]
            cell = cell.isoformat() if hasattr(cell, "isoformat") else cell
            check(cell == value, f"{row['site_id']}: {name} is {cell!r} in Parquet, {value!r} in GeoJSON")
    print(f"test-spark: {len(table)} rows of Parquet, cell by cell those of GeoJSON")


if __name__ == "__main__":
    main()
