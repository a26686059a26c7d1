"""Summaries written by a language model, every sentence aligned to its evidence and checked against it."""
