"""PostgreSQL: for teams; a tsvector column for search, no extensions needed."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from dateline.errors import DatelineError
from dateline.store.words import Term, words_of

# Any number of our own: whoever writes to a Dateline database holds this advisory lock until the transaction ends.
_WRITE_LOCK = 0x6461_7465
_LONGEST_WORD = 500  # a tsvector word may have 2,046 bytes, a character up to four
_LAST_POSITION = 16_383


class Postgres:
    """The `Database` behind a postgresql:// address."""

    def engine(self, url: sa.URL) -> sa.Engine:
        """An engine on psycopg 3."""
        try:
            engine = sa.create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
        except ModuleNotFoundError as error:
            raise DatelineError("PostgreSQL needs the psycopg package: pip install 'dateline[postgres]'") from error
        sa.event.listen(engine, "begin", _begin)
        return engine

    def insert_new(self, table: sa.Table) -> sa.Insert:
        """INSERT ... ON CONFLICT DO NOTHING."""
        return postgresql.insert(table).on_conflict_do_nothing()

    def index_sentences(self, connection: sa.Connection, sentences: Iterable[tuple[int, str]]) -> None:
        """Fills `words` with words and positions of our own, so that both databases take texts apart alike."""
        rows = [{"key": number, "value": _vector(text)} for number, text in sentences]
        if rows:
            connection.execute(sa.text("UPDATE sentences SET words = CAST(:value AS tsvector) WHERE id = :key"), rows)

    def matching(self, terms: Sequence[Term]) -> sa.Subquery:
        """Word search with ts_rank."""
        query = " & ".join("(" + " <-> ".join(_quoted(term)) + ")" for term in terms)
        statement = sa.text(
            "SELECT id AS sentence_id, -ts_rank(words, q) AS rank FROM sentences, CAST(:query AS tsquery) AS q WHERE words @@ q"
        )
        columns = (sa.column("sentence_id", sa.BigInteger), sa.column("rank", sa.Float))
        return statement.bindparams(query=query).columns(*columns).subquery("hits")

    def explain(self, error: sa.exc.DBAPIError) -> str:
        """The server's first line."""
        lines = str(error.orig).strip().splitlines()
        return f"{lines[0] if lines else 'the server gave no reason'}; check the address, the server and your rights"


def _begin(connection: sa.Connection) -> None:
    if connection.get_execution_options().get("writes"):
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_WRITE_LOCK)))


def _quoted(term: Term) -> list[str]:
    words = [f"'{w[:_LONGEST_WORD]}'" for w in term.words]
    if term.prefix:
        words[-1] += ":*"
    return words


def _vector(text: str) -> str:
    words = words_of(text)[:_LAST_POSITION]
    return " ".join(f"'{word[:_LONGEST_WORD]}':{place}" for place, word in enumerate(words, 1))
