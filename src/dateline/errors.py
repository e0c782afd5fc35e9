"""The errors that a user may see: one sentence that says what, where and what to do."""


class DatelineError(Exception):
    """Bad input or a refused request; the command line prints its text alone and exits with 2."""


class UnreadableInput(DatelineError):
    """A file, page or record that cannot be read; the rest of the batch goes on."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(f"{address}: {reason}")

    def __reduce__(self) -> tuple[type["UnreadableInput"], tuple[str, str]]:
        """Pickled by its two parts, so that it can travel between processes."""
        return type(self), (self.address, self.reason)


class NotFound(DatelineError):
    """Something asked for by its id or name is not there."""
