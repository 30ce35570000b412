"""Briefs: pages made for one meeting or one relation, as HTML, Markdown and JSON."""

from dostyk.briefs.data import RelationBrief
from dostyk.briefs.gather import build
from dostyk.briefs.page import to_html
from dostyk.briefs.plain import to_json, to_markdown
from dostyk.briefs.relation import relation_brief

__all__ = ["RelationBrief", "build", "relation_brief", "to_html", "to_json", "to_markdown"]
