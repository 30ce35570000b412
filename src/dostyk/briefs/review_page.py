"""The papers of a review meeting as one self-contained HTML page."""

from __future__ import annotations

from dostyk.briefs.environment import environment
from dostyk.briefs.review_data import ReviewPaper


def to_html(paper: ReviewPaper) -> str:
    """The page. Everything that comes from registers and reports is escaped."""
    return environment("review.css").get_template("review.html.j2").render(paper=paper)
