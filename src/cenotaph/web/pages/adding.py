"""Adding reports: files and pasted text, and how far the reading of them is."""

from datetime import date
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, File, Form, HTTPException, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from cenotaph.web.desk import DeskOf
from cenotaph.web.page import failure, is_part, page
from cenotaph.web.people import Recorder, own_form
from cenotaph.web.uploads import Progress, Sent

router = APIRouter()


@router.get("/add", response_class=HTMLResponse)
def form(request: Request, person: Recorder) -> HTMLResponse:
    """The form for files and for pasted text."""
    return page(request, "add.html", today=date.today().isoformat())


@router.post("/add/files", response_class=RedirectResponse, status_code=303, dependencies=[Depends(own_form)])
def files(
    request: Request, desk: DeskOf, person: Recorder, files: Annotated[list[UploadFile], File()]
) -> Response:
    """Begin to read uploaded files; leads to how far it is."""
    sent = [Sent(one.filename, one.file.read()) for one in files if one.filename]
    if not sent:
        return failure(request, 422, "No file was chosen; go back and choose one.")
    return _leading(desk.uploads.add(sent))


@router.post("/add/text", response_class=RedirectResponse, status_code=303, dependencies=[Depends(own_form)])
def text(
    request: Request,
    desk: DeskOf,
    person: Recorder,
    text: Annotated[str, Form()] = "",
    id: Annotated[str, Form(max_length=200)] = "",
    title: Annotated[str, Form(max_length=500)] = "",
    outlet: Annotated[str, Form(max_length=200)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
    url: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Begin to read pasted text; leads to how far it is."""
    if not text.strip():
        return failure(request, 422, "There is no text in the form; go back and paste it.")
    record: dict[str, Any] = {
        "text": text.replace("\r\n", "\n"),
        "title": title or None,
        "outlet": outlet or None,
        "published": published or None,
        "url": url or None,
    }
    if id:
        record["id"] = id
    data = msgspec.json.encode(record)
    return _leading(desk.uploads.add([Sent(id or "pasted text", data, "application/json")]))


@router.get("/add/{upload_id}", response_class=HTMLResponse)
def progress(request: Request, desk: DeskOf, person: Recorder, upload_id: str) -> HTMLResponse:
    """How far an upload is; its own page, and the part of it that is asked for again and again."""
    found = _the_upload(desk, upload_id)
    return page(request, "upload_part.html" if is_part(request) else "upload.html", upload=found)


def _the_upload(desk: DeskOf, upload_id: str) -> Progress:
    found = desk.uploads.get(upload_id)
    if found is None:
        raise HTTPException(
            404, "This upload is not remembered any more; its reports are in the list of reports."
        )
    return found


def _leading(progress: Progress) -> RedirectResponse:
    return RedirectResponse(f"/add/{progress.id}", 303)
