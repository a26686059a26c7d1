"""The version, alone in a module so that build tools can read it."""

__version__ = "0.1.0"
