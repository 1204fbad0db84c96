"""Every sentence with which capturing says why a page was not fetched."""

from cenotaph.problems import Problem

CAPTURE_CODES: dict[str, str] = {
    "capture.address": "{where} is no address of the web; give one that begins with http:// or https://.",
    "capture.private": "{where} leads to {address}, an address inside a network; if that is meant, say --allow-private.",
    "capture.robots": "{where} may not be fetched by programs (its site's robots.txt says so); save the page by hand and read the file.",
    "capture.robots-silent": "{where} was not fetched, since its site's robots.txt could not be had ({reason}); try again later.",
    "capture.unreachable": "{where} could not be fetched ({reason}); check the address and try again.",
    "capture.status": "{where} was answered with HTTP {status}; the answer was archived and not read, so check the address.",
    "capture.too-large": "{where} is larger than {limit} MiB and was left out; raise the limit with --max-size if that is meant.",
    "capture.too-slow": "{where} took longer than {limit} seconds and was left out; try again, or raise the limit with --max-time.",
    "capture.redirects": "{where} led on to other addresses more than {limit} times; give the address of the page itself.",
}


def refusal(code: str, where: str, **facts: object) -> Problem:
    """The problem of that code, its sentence filled with the facts it asks for."""
    return Problem(code, CAPTURE_CODES[code].format(where=where, **facts), where)
