"""A paper to look at where what stands on it does not matter."""

from functools import cache
from io import BytesIO

import pikepdf


@cache
def en_tom_side() -> bytes:
    """A PDF of one empty page."""
    ut = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 280))
        pdf.save(ut)
    return ut.getvalue()
