"""What a run may be told from outside: environment variables that begin with DATELINE_, and the clock."""

import os
from datetime import UTC, datetime
from pathlib import Path


def now() -> datetime:
    """The present moment in UTC, whole seconds; DATELINE_NOW (ISO 8601) sets it, so that runs can be repeated exactly."""
    fixed = os.environ.get("DATELINE_NOW")
    if fixed:
        moment = datetime.fromisoformat(fixed)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return datetime.now(UTC).replace(microsecond=0)


def database_url() -> str:
    """The store that is used when no --db is given: DATELINE_DB, else `dateline.db` in the working folder."""
    return os.environ.get("DATELINE_DB") or str(Path("dateline.db"))


def max_input_bytes() -> int:
    """The largest single file or page that is read, in bytes: DATELINE_MAX_BYTES, else 50 MB."""
    return int(os.environ.get("DATELINE_MAX_BYTES") or 50_000_000)


def allowed_private_hosts() -> frozenset[str]:
    """Hosts that may be fetched although they are private or loopback: DATELINE_ALLOW_HOSTS, comma-separated hosts."""
    return frozenset(h.strip() for h in os.environ.get("DATELINE_ALLOW_HOSTS", "").split(",") if h.strip())


def one_thread_for_arrays() -> None:
    """Lets the array library work in one thread, unless the user has said otherwise; to be called before it is first imported.

    Our arrays are small: more threads spend their time waiting for each other, and take it from other processes.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
