"""Putting the app together: the store's life, the guard, the endpoints, errors as sentences, and the pages."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

import dateline
from dateline.api import pages, routes
from dateline.api.guard import Guard
from dateline.errors import DatelineError, NotFound
from dateline.store import Store
from dateline.web import built_page


def create_app(open_store: Callable[[], Store], allowed_hosts: Iterable[str] = ()) -> FastAPI:
    """The read-only app over the store that `open_store` gives.

    The store is entered when the app starts and left when it ends. `allowed_hosts` are the host names, beside the loopback ones,
    that requests may be addressed to.
    """

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        with open_store() as store:
            app.state.store = store
            yield

    # The interactive documentation would load scripts from other hosts; the schema itself is enough.
    app = FastAPI(
        title="Dateline",
        version=dateline.__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=life,
    )
    app.add_middleware(Guard, allowed_hosts=tuple(allowed_hosts))
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(DatelineError, _refused)
    app.add_exception_handler(Exception, _failed)
    app.include_router(routes.router)
    app.include_router(pages.router)
    _add_workbench(app)
    return app


def _add_workbench(app: FastAPI) -> None:
    """The built workbench at every other path, or the plain pages where it has not been built."""
    folder = built_page()
    if folder is None:
        app.include_router(pages.fallback)
        return
    index = folder / "index.html"
    app.mount("/assets", StaticFiles(directory=folder / "assets"))

    @app.get("/{path:path}", include_in_schema=False)
    def workbench(path: str) -> FileResponse:  # noqa: ARG001 - the page reads the address itself
        return FileResponse(index, media_type="text/html")


def _sentence(text: str, status: int) -> JSONResponse:
    return JSONResponse({"error": text}, status)


def _http_error(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - narrows the type that the registration promises
    return _sentence(str(error.detail), error.status_code)


def _invalid(_request: Request, error: Exception) -> JSONResponse:
    """The first fault as one sentence: which parameter, what is wrong with it."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - narrows the type that the registration promises
    fault = error.errors()[0]
    if fault["type"] == "extra_forbidden":
        return _sentence(f"There is no parameter {fault['loc'][-1]!r}; /api/openapi.json lists those there are.", 422)
    name = next((part for part in reversed(fault["loc"]) if isinstance(part, str)), "request")
    return _sentence(f"Parameter {name}: {fault['msg'][:1].lower()}{fault['msg'][1:]}.", 422)


def _refused(_request: Request, error: Exception) -> JSONResponse:
    return _sentence(str(error), 404 if isinstance(error, NotFound) else 400)


def _failed(_request: Request, error: Exception) -> JSONResponse:
    return _sentence(f"The server failed on this request ({type(error).__name__}); its log says more.", 500)
