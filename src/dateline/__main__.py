"""`python -m dateline` is the command line too."""

from dateline.cli import main

main()
