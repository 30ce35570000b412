"""The brief as one self-contained HTML page: no script, no font, no picture from elsewhere."""

from __future__ import annotations

from dostyk.briefs.data import RelationBrief
from dostyk.briefs.environment import environment
from dostyk.briefs.plain import basis_sentences, earlier_sentence


def to_html(brief: RelationBrief) -> str:
    """The page. Everything that comes from reports is escaped."""
    template = environment("brief.css").get_template("relation.html.j2")
    before = [earlier_sentence(one) for one in brief.earlier]
    return template.render(brief=brief, basis=basis_sentences(brief.basis), before=before)
