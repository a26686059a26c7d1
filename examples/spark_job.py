"""Analyse a folder of referater on Spark: spark-submit spark_job.py IN OUT

IN is any folder that Spark reads (local, HDFS, S3, a lakehouse's Files). OUT gets documents/, findings/ and errors/ as Parquet.
"""

from __future__ import annotations

import sys

from pyspark.sql import SparkSession

from decisionnlp.running.analysis import Settings
from decisionnlp.running.spark import analyze_frame, findings_frame


def main(source: str, target: str, model: str = "linear", partitions: int = 64) -> None:
    spark = SparkSession.builder.appName("decisionnlp").getOrCreate()
    # Documents are small and the work on them is long: many partitions, small Arrow batches.
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "50")
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(source).select("path", "content")
    documents = analyze_frame(files.repartition(partitions), Settings(model=model)).cache()
    documents.where("error_kind = ''").drop("findings", "error_kind", "error_reason").write.mode("overwrite").parquet(
        f"{target}/documents"
    )
    findings_frame(documents).write.mode("overwrite").parquet(f"{target}/findings")
    documents.where("error_kind <> ''").select("path", "error_kind", "error_reason").write.mode("overwrite").parquet(
        f"{target}/errors"
    )
    print(f"{documents.count()} documents")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: spark_job.py IN OUT [MODEL]")
    main(*sys.argv[1:4])
