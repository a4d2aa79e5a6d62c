"""Reading: files, folders and standard input become articles whose parts are told apart."""

from graphbuilder.read.files import FORMATS, read_articles

__all__ = ["FORMATS", "read_articles"]
