"""Meetings, items, zones and sentences: what every stretch of a document is."""

from decisionnlp.segmentation.segmenting import Segmentation, segment
from decisionnlp.segmentation.sentences import split_sentences

__all__ = ["Segmentation", "segment", "split_sentences"]
