"""The pages, a file for each kind; a new one joins the workbench by its router standing here."""

from cenotaph.web.pages import (
    adding,
    claims,
    doors,
    figures,
    handlings,
    judging,
    overview,
    paths,
    people,
    problems,
    reading,
    reports,
    reviewing,
    series,
    team,
    told,
)

ROUTERS = (
    overview.router,
    reports.router,
    reading.router,
    claims.router,
    handlings.router,
    figures.router,
    series.router,
    told.router,
    paths.router,
    people.router,
    doors.router,
    reviewing.router,
    judging.router,
    problems.router,
    adding.router,
    team.router,
)
