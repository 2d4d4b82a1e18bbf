"""Reads an archive of news on a Spark cluster: every partition is piped through `dateline incidents`.

    spark-submit integrations/spark/dateline_spark.py --dateline /usr/local/bin/dateline \\
        --input 's3a://news/2024/*.ndjson' --output s3a://news/incidents --merge

Rows are written partitioned by day and country, as lines of GeoJSON or as Parquet. A partition whose process dies is done again by
Spark; what a failed attempt wrote is never seen. With --merge the incidents of all articles are joined by `dateline merge`, and
the events go to OUTPUT/events. See README.md beside this file.
"""
import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading

COUNTRY_UNKNOWN = None  # Spark writes it as __HIVE_DEFAULT_PARTITION__


class DatelineFailed(RuntimeError):
    """The program died or could not begin: the partition is to be done again."""


def piped(command, lines, is_accepted):
    """The lines that a command writes of those that it is given, one by one, while it reads.

    The command's end counts: if `is_accepted` refuses its exit code, this raises after the last line, the task fails, and Spark
    drops what the task has written and begins it anew.
    """
    with tempfile.TemporaryFile() as words:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=words)
        failures = []

        def feed():
            try:
                with process.stdin:
                    for line in lines:
                        process.stdin.write(line.encode("utf-8", "surrogatepass").rstrip(b"\r\n") + b"\n")
            except BrokenPipeError:
                pass  # It died: its exit code says so.
            except BaseException as failure:  # of the partition's own input
                failures.append(failure)

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        try:
            for line in process.stdout:
                yield line.decode("utf-8").rstrip("\n")
            feeder.join()
            if failures:
                raise failures[0]
            code = process.wait()
            if not is_accepted(code):
                words.seek(0)
                told = words.read()[-2000:].decode("utf-8", "replace")
                raise DatelineFailed(f"{command[0]} {command[1]} ended with {code}: {told}")
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()


def incidents(dateline, options, lines, paths=()):
    """Rows of GeoJSON of articles, given as lines of JSON or as files.

    Articles that cannot be read cost nothing but themselves: the program ends with 1 and lists them. If it lists none, something
    else was wrong, a missing gazetteer for instance.
    """
    with tempfile.TemporaryDirectory() as folder:
        errors = os.path.join(folder, "errors.ndjson")
        command = [dateline, "incidents", *(paths or ["-"]), "--format", "geojsonl", "--threads", "1", "--quiet",
                   "--errors", errors, *options]

        def is_accepted(code):
            return code == 0 or code == 1 and os.path.exists(errors) and os.path.getsize(errors) > 0

        yield from piped(command, lines, is_accepted)


def columns(dateline):
    """Names and types of the columns, as the program itself tells them."""
    with tempfile.TemporaryDirectory() as folder:
        table = os.path.join(folder, "none.csv")
        subprocess.run([dateline, "incidents", "-", "--format", "csv", "-o", table, "--quiet"], input=b"", check=True)
        with open(table, encoding="utf-8") as names, open(table + "t", encoding="utf-8") as types:
            return list(zip(names.readline().strip().split(","),
                            [kind.strip('"') for kind in types.readline().strip().split(",")]))


def articles(spark, options):
    """Lines of JSON, an article each; of WARC nothing: those files go to the program as they are."""
    if options.input_format == "parquet":
        return spark.read.parquet(*options.input).toJSON()
    lines = spark.sparkContext.textFile(",".join(options.input), minPartitions=options.partitions or None)
    return lines.filter(lambda line: line.strip())


def rows(spark, options):
    dateline, extra = options.dateline, options.options
    if options.input_format == "warc":
        # A file a task: records are found by reading from its beginning.
        files = spark.sparkContext.parallelize(options.input, len(options.input))
        return files.mapPartitions(
            lambda paths: (row for path in paths for row in incidents(dateline, extra, (), [path])))
    lines = articles(spark, options)
    if options.partitions:
        lines = lines.repartition(options.partitions)
    return lines.mapPartitions(lambda part: incidents(dateline, extra, part))


def keyed(row):
    """A row with what it is partitioned by."""
    properties = json.loads(row)["properties"]
    return row, properties.get("event_date"), properties.get("iso3") or COUNTRY_UNKNOWN


def write(spark, lines, schema, path, options):
    """Lines of GeoJSON into folders of days and countries."""
    from pyspark.sql import functions, types

    if options.output_format == "geojsonl":
        table = spark.createDataFrame(lines.map(keyed), "value string, day string, country_code string")
        table.write.mode(options.mode).partitionBy("day", "country_code").text(path)
        return
    kinds = {"Integer": types.LongType(), "Real": types.DoubleType(), "CoordX": types.DoubleType(),
             "CoordY": types.DoubleType(), "Date": types.DateType(), "DateTime": types.TimestampNTZType()}
    fields = [types.StructField(name, kinds.get(kind, types.StringType())) for name, kind in schema]
    feature = types.StructType([types.StructField("properties", types.StructType(fields))])
    # In quotes: the program's own names have no dots, but kept fields may.
    table = spark.read.schema(feature).json(lines).select(
        *[functions.col(f"properties.`{name}`").alias(name) for name, _ in schema])
    table.withColumn("day", functions.col("event_date")).withColumn("country_code", functions.col("iso3")) \
        .write.mode(options.mode).partitionBy("day", "country_code").parquet(path)


MERGED = [("n_sources", "Integer"), ("n_articles", "Integer"), ("articles", "String"), ("sources", "String"),
          ("source_urls", "String"), ("disagreements", "String")]


def parsed(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", nargs="+", required=True, help="files or folders as Spark takes them; for warc, paths on every worker")
    parser.add_argument("--input-format", choices=["ndjson", "parquet", "warc"], default="ndjson")
    parser.add_argument("--output", required=True, help="a folder; rows go to OUTPUT/rows, events to OUTPUT/events")
    parser.add_argument("--output-format", choices=["geojsonl", "parquet"], default="geojsonl")
    parser.add_argument("--mode", choices=["errorifexists", "overwrite"], default="errorifexists")
    parser.add_argument("--dateline", default="dateline", help="the program's path on every worker")
    parser.add_argument("--partitions", type=int, help="into how many parts the articles are dealt out")
    parser.add_argument("--merge", action="store_true", help="join the incidents of all articles, too")
    parser.add_argument("--within", default="25km", help="with --merge: how far apart two places of one event may be")
    parser.add_argument("--days", default="1", help="with --merge: how many days apart")
    parser.add_argument("options", nargs="*", help="behind --: further options of dateline incidents")
    return parser.parse_args(arguments)


def main(arguments=None):
    from pyspark import StorageLevel
    from pyspark.sql import SparkSession

    options = parsed(arguments)
    spark = SparkSession.builder.appName("dateline").getOrCreate()
    with contextlib.closing(_Stopped(spark)):
        schema = columns(options.dateline)
        found = rows(spark, options)
        if options.merge:
            # Read once, though written and joined.
            found = found.persist(StorageLevel.DISK_ONLY)
        write(spark, found, schema, f"{options.output}/rows", options)
        if options.merge:
            command = [options.dateline, "merge", "-", "--format", "geojsonl", "--within", options.within,
                       "--days", options.days, "--quiet"]
            # One process sees all incidents, so the result is that of dateline merge over all files, whatever the partitions.
            events = found.coalesce(1).mapPartitions(lambda part: piped(command, part, lambda code: code == 0))
            write(spark, events, schema + MERGED, f"{options.output}/events", options)


class _Stopped:
    def __init__(self, spark):
        self.spark = spark

    def close(self):
        self.spark.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
