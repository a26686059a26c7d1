"""The same function on Spark: a local cluster with two executors of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from decisionnlp.errors import InputError
from decisionnlp.running.analysis import Settings
from decisionnlp.running.batch import analyze_files
from decisionnlp.running.spark import analyze_frame, findings_frame, spark_row
from tests.requirements import missing
from tests.running.writing import write_minutes

pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("ignore")]
RULES = Settings(model="rules")


def _java_home() -> str | None:
    """A Java that Spark runs on (17 or 21), or None."""
    homes = [os.environ.get("JAVA_HOME", "")]
    java = shutil.which("java")
    if java:
        homes.append(str(Path(java).resolve().parents[1]))
    homes += sorted(map(str, Path("/usr/lib/jvm").glob("java-*"))) if Path("/usr/lib/jvm").exists() else []
    for home in filter(None, homes):
        binary = Path(home) / "bin" / "java"
        if binary.exists():
            told = subprocess.run([str(binary), "-version"], capture_output=True, text=True, check=False).stderr
            if any(f'version "{version}' in told for version in ("17", "21")):
                return home
    return None


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    try:
        import pyspark.sql as sql
    except ImportError:
        missing("spark", "pyspark is not installed")
    home = _java_home()
    if home is None:
        missing("spark", "no Java 17 or 21 found (JAVA_HOME, PATH, /usr/lib/jvm)")
    kept = {
        name: os.environ.get(name) for name in ("JAVA_HOME", "PYSPARK_PYTHON", "PYSPARK_DRIVER_PYTHON", "PYTHONPATH")
    }
    root = Path(__file__).resolve().parents[2]
    os.environ |= {"JAVA_HOME": home, "PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable}
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(root / "src"), str(root), kept["PYTHONPATH"])))
    work = tmp_path_factory.mktemp("spark")
    session = (
        sql.SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName("decisionnlp tests")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.local.dir", str(work))
        .config("spark.sql.warehouse.dir", str(work / "warehouse"))
        .config("spark.executorEnv.PYTHONPATH", os.environ["PYTHONPATH"])
        .getOrCreate()
    )
    yield session
    session.stop()
    for name, value in kept.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("in")
    paths = write_minutes(folder, 11)
    (folder / "a" / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    return folder, sorted([*paths, str(folder / "a" / "broken.pdf")])


def test_same_results_as_a_plain_loop(spark: Any, files: tuple[Path, list[str]]) -> None:
    from pyspark.sql.functions import regexp_replace

    frame = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(str(files[0]))
    frame = frame.withColumn("path", regexp_replace("path", "^file:/*", "/")).repartition(4)
    documents = analyze_frame(frame, RULES).cache()
    found = {row["path"]: row.asDict() for row in documents.collect()}
    expected = {outcome.path: outcome for outcome in analyze_files(files[1], RULES)}
    assert found == {path: spark_row(outcome) for path, outcome in expected.items()}
    assert [path for path, row in found.items() if row["error_kind"]] == [str(files[0] / "a" / "broken.pdf")]

    rows = [row.asDict() for row in findings_frame(documents).collect()]
    wanted = [row for outcome in expected.values() for row in outcome.findings]

    def place(row: dict[str, Any]) -> tuple[str, int, str]:
        return row["file"], row["start"], row["kind"]

    assert sorted(rows, key=place) == sorted(wanted, key=place)


def test_texts_in_a_column_and_the_executors(spark: Any) -> None:
    from pyspark import TaskContext

    executors = spark.sparkContext.parallelize(range(4), 4).map(
        lambda _: (TaskContext.get(), os.environ.get("SPARK_EXECUTOR_DIRS"))
    )
    assert len({where for _, where in executors.map(lambda pair: (None, pair[1])).collect()}) == 2
    frame = spark.createDataFrame(
        [("a.txt", "Referat af møde den 3. maj 2024\n1. Budget\nBeslutning: Godkendt.\n")], ["name", "text"]
    )
    rows = analyze_frame(frame, RULES, path_column="name", content_column="text").collect()
    assert (rows[0]["path"], rows[0]["items"], rows[0]["meeting_date"]) == ("a.txt", 1, "2024-05-03")


def test_what_is_refused(spark: Any) -> None:
    frame = spark.createDataFrame([("a.txt",)], ["path"])
    with pytest.raises(InputError, match="no column content"):
        analyze_frame(frame, RULES)
    with pytest.raises(InputError, match="key"):
        analyze_frame(frame, Settings(pseudonymize=True), content_column=None)


def test_the_example_job(
    spark: Any, files: tuple[Path, list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import importlib.util

    import pandas

    specification = importlib.util.spec_from_file_location(
        "spark_job", Path(__file__).parents[2] / "examples" / "spark_job.py"
    )
    assert specification is not None and specification.loader is not None
    job = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(job)
    job.main(str(files[0]), str(tmp_path), "rules", partitions=4)
    assert capsys.readouterr().out.strip() == "12 documents"
    assert len(pandas.read_parquet(tmp_path / "documents")) == 11
    assert pandas.read_parquet(tmp_path / "errors")["error_kind"].tolist() == ["input"]
    expected = sum(len(outcome.findings) for outcome in analyze_files(files[1], RULES))
    assert len(pandas.read_parquet(tmp_path / "findings")) == expected
