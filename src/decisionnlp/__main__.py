"""``python -m decisionnlp``."""

from decisionnlp.cli import main

main()
