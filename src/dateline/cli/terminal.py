"""What is safe to print: complaints on one line, and text of unknown origin without what would command a terminal."""

import re
import sys

COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters (but tabs and line feeds) and those that turn the direction of text."""


def printable(text: str) -> str:
    """The text with a replacement character for each that would command the terminal (escape sequences, reversed text)."""
    return COMMANDS.sub("\ufffd", text)


def complain(message: str) -> None:
    """Prints one line on standard error, whatever line breaks the message has."""
    sys.stderr.write("dateline: " + printable(" ".join(message.split())) + "\n")
    sys.stderr.flush()
