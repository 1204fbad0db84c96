"""The pages, a file for each kind; a new one joins the workbench by its router standing here."""

from cenotaph.web.pages import adding, claims, handlings, judging, overview, problems, reading, reports, team

ROUTERS = (
    overview.router,
    reports.router,
    reading.router,
    claims.router,
    handlings.router,
    judging.router,
    problems.router,
    adding.router,
    team.router,
)
