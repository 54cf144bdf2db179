"""The one definition of front matter and registers.

Validation, the JSON Schemas for editors and the reference table of the guide are all generated
from these models. Descriptions are in Vietnamese because the clerk reads them. Unknown keys and
silently converted types are refused.
"""

from __future__ import annotations

from typing import Literal

from corpus.schema.base import AgencyId, Day, DirectiveId, Kind, PlaceId, PlanId, Record, Text
from corpus.schema.front_matter import (
    Column,
    Difference,
    Dismissal,
    FrontMatter,
    Note,
    Period,
    Promulgated,
    ReadText,
    Signer,
    Source,
    Table,
    TableRow,
)
from corpus.schema.registers import (
    Agency,
    AgencyRegister,
    Directive,
    DirectiveName,
    DirectiveRegister,
    DirectiveRelation,
    Fact,
    Glossary,
    Group,
    KnownAct,
    Membership,
    Place,
    Redirect,
    RedirectRegister,
    Succession,
    Term,
)
from corpus.schema.restored_passages import (
    AbsentPassage,
    LinePart,
    LineRange,
    Noise,
    PassageRegister,
    RawLines,
    RestoredPassage,
)

__all__ = [
    "AbsentPassage",
    "Agency",
    "AgencyId",
    "AgencyRegister",
    "Column",
    "Day",
    "Difference",
    "Directive",
    "DirectiveId",
    "DirectiveName",
    "DirectiveRegister",
    "DirectiveRelation",
    "Dismissal",
    "Document",
    "Fact",
    "FrontMatter",
    "Glossary",
    "KnownAct",
    "Group",
    "Kind",
    "LinePart",
    "LineRange",
    "MODELS",
    "Membership",
    "Noise",
    "Note",
    "PassageRegister",
    "Period",
    "Place",
    "PlaceId",
    "PlanId",
    "Promulgated",
    "RawLines",
    "ReadText",
    "Record",
    "Redirect",
    "RedirectRegister",
    "RestoredPassage",
    "Signer",
    "Source",
    "Succession",
    "Table",
    "TableRow",
    "Term",
    "Text",
]

Document = Literal["plan", "agencies", "directives", "glossary", "redirects", "passages"]
MODELS: dict[Document, type[Record]] = {
    "plan": FrontMatter,
    "agencies": AgencyRegister,
    "directives": DirectiveRegister,
    "glossary": Glossary,
    "redirects": RedirectRegister,
    "passages": PassageRegister,
}
