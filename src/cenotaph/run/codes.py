"""Every sentence with which a run says what it met between the stages."""

from cenotaph.problems import Problem
from cenotaph.read.codes import CODES, Code

RUN_CODES: dict[str, Code] = {
    "report.same-id": Code(
        False, "{where} has the id {id} of another report with other bytes; it was kept as {new}, so check which is meant."
    ),
    "report.same-bytes": Code(
        False, "{where} holds the same bytes as the report {id}; it was not added again under the id {new}."
    ),
    "report.no-date": Code(
        False, "{where} has claims but no date, so its weekdays and months have no year; give it a published date."
    ),
    "judge.reread": Code(
        False, "The claim {id} of {where}, which people judged, is read otherwise by newer rules ({fields}); look at it again (`cenotaph show {id}`)."
    ),
    "find.failed": Code(
        True, "{where} was read, but finding claims in it failed ({reason}); please report this, with its text if you can."
    ),
}  # fmt: skip


def notice(code: str, where: str, *, report: str | None = None, **facts: object) -> Problem:
    """The problem of that code, its sentence filled with the facts it asks for."""
    return Problem(code, RUN_CODES[code].sentence.format(where=where, **facts), where, report)


def is_lost(problem: Problem) -> bool:
    """Whether some input was left out because of it, and not only read with a doubt; a page not fetched always was."""
    if problem.code.startswith("capture."):
        return True
    code = RUN_CODES.get(problem.code) or CODES.get(problem.code)
    return code is not None and code.lost


def row_of_problem(problem: Problem) -> dict[str, object]:
    """A problem as a flat row."""
    return {
        "code": problem.code,
        "lost": is_lost(problem),
        "message": problem.message,
        "where": problem.where,
        "report": problem.report,
        "start": problem.span.start if problem.span else None,
        "end": problem.span.end if problem.span else None,
    }
