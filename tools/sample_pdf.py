"""Write the sample's PDF, three plain pages of text in Helvetica.

usage: sample_pdf.py OUT   (the sample has it as sample/reports/monitoring-update.pdf)

The file is written by hand, object by object, so that it is the same wherever it is made and carries no date.
"""

import sys
from pathlib import Path

TITLE = "Civilian casualties in Ukraine: update of 3 April 2022"
PAGES = (
    """Civilian casualties in Ukraine: update of 3 April 2022

From 24 February 2022 to midnight on 2 April 2022, the UN human rights
office (OHCHR) recorded 3,455 civilian casualties in Ukraine: 1,417 killed
and 2,038 injured.

The 1,417 dead were 293 men, 201 women, 22 girls and 40 boys, as well as 59
children and 802 adults whose sex is not yet known.

In the Donetsk and Luhansk regions the office recorded 468 people killed
and 1,036 injured; in the rest of the country, 949 killed and 1,002 in-
jured.""",
    """Most of these people were hit by explosive weapons with a wide effect, such
as heavy artillery, rocket launchers, missiles and bombs from the air.

OHCHR believes that the real figures are considerably higher. Reports from
Mariupol, Izium and Popasna are still being checked and are not in the
figures above.""",
    """In Chernihiv, at least 10 people who stood in line for bread were killed
on 16 March, according to the US embassy. Russia's Defence Ministry
said that it had no soldiers in the city.

By 2 April 4.1 million people had left the country, 90 per cent of
them women and children.""",
)
HEAD = "Monitoring notes from the spring"
TOP, LEFT, SIZE, LEADING = 760, 72, 11, 15


def content(text: str, number: int) -> bytes:
    """The drawing of one page: its head, its lines, its number."""
    drawn = [
        (HEAD, 800),
        *((line, TOP - LEADING * row) for row, line in enumerate(text.splitlines())),
        (str(number), 40),
    ]
    lines = (f"1 0 0 1 {LEFT} {y} Tm ({_escaped(line)}) Tj" for line, y in drawn if line)
    return f"BT /F1 {SIZE} Tf\n{chr(10).join(lines)}\nET".encode("latin-1")


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def objects() -> list[bytes]:
    """The body of the file: catalogue, page tree, font, title, then two objects a page."""
    numbers = [5 + 2 * at for at in range(len(PAGES))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    found = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(PAGES)} /MediaBox [0 0 595 842] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({_escaped(TITLE)}) >>".encode(),
    ]
    for at, text in enumerate(PAGES):
        drawn = content(text, at + 1)
        found += [
            f"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents {numbers[at] + 1} 0 R >>".encode(),
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn), drawn),
        ]
    return found


def document() -> bytes:
    """The whole file with its table of offsets."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects(), start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(offsets) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%b%b" % (size, rows, trailer)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    Path(sys.argv[1]).write_bytes(document())
