"""Reading, finding and the search for echoes on a cluster, with the functions that one machine uses."""

from cenotaph.run.spark.echoing import echoes_with_spark, write_echoes
from cenotaph.run.spark.reading import find_parts, read_with_spark

__all__ = ["echoes_with_spark", "find_parts", "read_with_spark", "write_echoes"]
