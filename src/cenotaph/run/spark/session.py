"""A Spark context for a run: on a cluster, on a master on this machine, or in this process."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cenotaph.problems import CenotaphError

if TYPE_CHECKING:
    from pyspark import SparkContext


class NoSpark(CenotaphError):
    """PySpark or Java is not there, or the master cannot be reached."""


@contextmanager
def spark(master: str) -> "Iterator[SparkContext]":
    """A context on a master ("spark://host:7077", "yarn", "local[4]"), stopped at the end.

    Whatever the cluster's own configuration says holds; set here is only what the work cannot do without.
    """
    try:
        import pyspark
    except ImportError as error:
        raise NoSpark("Spark needs PySpark; install it with pip install 'cenotaph[spark]'.") from error
    home = Path(pyspark.__file__).parent
    os.environ.setdefault("SPARK_HOME", str(home))
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    conf = pyspark.SparkConf().setMaster(master).setAppName("cenotaph")
    conf.setIfMissing("spark.ui.enabled", "false")
    conf.setIfMissing("spark.ui.showConsoleProgress", "false")
    conf.setIfMissing("spark.log.level", "ERROR")
    if master.startswith("local"):
        conf.setIfMissing("spark.driver.host", "127.0.0.1")
    try:
        context = pyspark.SparkContext(conf=conf)
    except Exception as error:
        reason = str(error).partition("\n")[0].rstrip(".")
        raise NoSpark(
            f"Spark did not start on {master} ({reason}); check the master's address and that Java 17 is installed."
        ) from error
    try:
        yield context
    finally:
        context.stop()
