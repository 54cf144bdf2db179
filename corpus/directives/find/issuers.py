"""Issuers as they are printed after *của*, or straight after a number or date."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from corpus.language.letters import CAPITAL, upfirst
from corpus.language.lexicon import LEXICON, FieldNoun
from corpus.language.patterns import GAP, any_of, grammar, loose, whole_words

# Only the longer ones are met with damaged letters: "về" without its marks is a part of names (Vệ, Vê).
_TITLE_VERBS = LEXICON.verbs_that("titles")
_VERBS = "|".join(loose(verb) if len(verb) > 6 else verb for verb in _TITLE_VERBS) + "|v[eé&]"
TITLE = re.compile(
    grammar(
        r"\s{0,4} [,:]? \s{0,4} (?:\(\s? | [“\"]\s?)? (?!«ban hành kèm») (?!<act>) (?:[Vv]/[Vv] | (?i:<verbs>)) (?!\w)",
        verbs=_VERBS,
        # "…, Quy định số 132-QĐ/TW": the next act, not what this one provides.
        act=r"(?:Quy\sđịnh|Hướng\sdẫn)\s+(?:số\s|\d)",
    )
)

_CAPITAL_VERBS = "|".join(upfirst(verb) for verb in LEXICON.verbs_that("opens"))
# What begins the next line is no part of a name either: "tỉnh Đồng Tháp⏎Căn cứ …".
_VERB_AHEAD = rf"(?!(?i:{'|'.join(_TITLE_VERBS)})(?!\w)|(?:Căn\s+cứ|Theo|Xét|Thực\s+hiện|Trên\s+cơ\s+sở)(?!\w))"
# A proper name: words with capitals, but not the verb that begins the title.
_NAME = grammar(
    rf"<no_verb> (?!Ngày\b) [{CAPITAL}]\w* (?: · <no_verb> [{CAPITAL}]\w* | \s[-–]\s (?!<post>) [{CAPITAL}]\w* ){{0,4}}",
    post=whole_words(LEXICON.posts),  # "UBND tỉnh Hà Giang - Trưởng nhóm hợp tác"
    no_verb=_VERB_AHEAD,
)
UNIT = any_of([*(place.noun for place in LEXICON.places if not place.level), "khu vực"], caseless=True)
PLACE = grammar(
    r"(?:<unit>(?!\w)|[Tt][Pp](?:\.|(?!\w))) (?: (?: · | (?<=[Pp]\.) ) (?: <name> | \d{1,2}(?![\d/]) ) )? | «cấp» \s\w+ (?: ,\s «cấp» \s\w+ )?",
    unit=UNIT,
    name=_NAME,
)


def _fields(noun: FieldNoun) -> str:
    """Fields of work after ``noun``; the dash in them may be of either sort, with or without blanks.

    A name that others go on from does not end before "và" and a capital: "Sở Nông nghiệp và PTNT" is another
    body, "Sở Nông nghiệp và Sở Tài chính" two.
    """
    names = LEXICON.fields_of(noun)
    open_ended = [name for name in names if any(other.startswith(f"{name} và ") for other in names)]
    body = whole_words((*LEXICON.bodies, *LEXICON.posts))
    whole = f"{any_of(set(names) - set(open_ended))}|(?:{any_of(open_ended)})(?!{GAP}và{GAP}(?!{body})[{CAPITAL}])"
    return whole.replace(f"{GAP}\\-{GAP}", r"\s{0,3}[-–]\s{0,3}")


PARTS = {
    "place": PLACE,
    "committee": grammar("«Ủy ban nhân dân|UBND»"),
    "council": grammar("«Hội đồng nhân dân|HĐND»"),
    "of": grammar("(?: · «của»)? ·"),
    "party_unit": any_of({place.party for place in LEXICON.places if place.party}),
    "uy": "(?i:[ủuúùũụ][yỷỳýỹỵ])",
    "unit": UNIT,
    "name": _NAME,
    "national": any_of(LEXICON.central_names, caseless=True),
    "of_ministry": _fields("bộ"),
    "of_department": _fields("sở"),
    "of_division": _fields("phòng"),
    "term": grammar(r"(?: \s?[,(]?\s{0,4} «khóa» · [IVXLC\d]+ \)? )?"),
}
PARTS["of_place"] = grammar("(?: · <place>)?", **PARTS)
# "Đảng ủy Ủy ban nhân dân thành phố", "Đảng ủy các cơ quan Đảng tỉnh".
PARTS["party_place"] = grammar(
    r"""
    (?: · (?: <committee> | <council> | Chính\sphủ | Quốc\shội | (?:các\scơ\squan|Khối) (?:\s\w+){1,4}? (?= · <unit>) ) )?
    (?: · (?: <place> | <name> ) )?
    """,
    **PARTS,
)
_FORMS = (
    # Hội nghị lần thứ 6 Ban Chấp hành Trung ương Đảng khóa XII
    r"(?: «Hội nghị» · «lần thứ|Trung ương» · (?:mười\s)?\w+ (?: · (?:,\s?)? «của» )? ,? · )?"
    r" «Ban Chấp hành|BCH» · «Trung ương|TW» (?: · «Đảng» (?: · «Cộng sản Việt Nam»)? )? <term>",
    r"«Bộ Chính trị» (?: \s{0,3}(?:,|«và») · «Ban Bí thư» )? <term>",
    r"<national> <term>",
    r"(?: «Chủ tịch» <of>)? (?: <council> · «và» · )? <committee> <of_place>",
    r"(?: «Thường trực» <of>)? <council> <of_place> <term>",
    r"(?: «Ban Thường vụ|BTV|Ban Chấp hành|Thường trực» · )? <party_unit> \s? <uy> <party_place>",
    r"(?: «Ban Chấp hành|Ban Thường vụ» · )? «Đảng bộ» <party_place> <term>",
    r"«Bộ trưởng» , · «Chủ nhiệm» · «Văn phòng Chính phủ|Ủy ban Dân tộc»",
    r"(?: «Bộ trưởng» · )? (?: «Liên» \s)? «Bộ» · <of_ministry>",
    r"(?: «Giám đốc» · )? (?: «Sở» · <of_department> | «Phòng» · <of_division> ) <of_place>",
    r"«Văn phòng» · (?: <council> \s «và» \s )? <committee> <of_place>",
)
PARTS["known"] = "|".join(grammar(form, **PARTS) for form in _FORMS)
# "Ban Chấp hành Trung ương Đoàn" is another body than the one that ends before "Đoàn".
PARTS["no_more"] = r"(?!\w|(?:\s+Trung\s+ương)?\s+(?:Đoàn|Hội)\b)"
_OF_WORD = r"(?:c[ủuúùũụ]a|c[ltioh]{1,3}a|c[uiúl]\.a|coa|ctta)"
# The body after "của", after a blank with a capital, or in brackets; the long part of the pattern stands once.
ISSUER = re.compile(
    grammar(
        rf"""
        (?: \s{{0,4}} ,? \s{{0,4}} (?i:{_OF_WORD}) (?: · (?:cả\s)? | (?=[{CAPITAL}]) ) | [^\S\n]{{1,24}} (?=[{CAPITAL}])
            | ,? · (?= «Hội nghị» · «lần thứ|Trung ương» ) | (?P<bracket> \s? \( \s? (?: «của» · )? ) )
        (?P<issuer> <known> ) (?(bracket) \s? \) | <no_more> )
        """,
        **PARTS,
    )
)


# "… ban hành bởi Tỉnh ủy", "… do UBND tỉnh ban hành": the body is told, but does not belong to the reference.
BY_ISSUER = re.compile(
    grammar(
        r"""
        ,? · (?: «được» · )? (?: «ban hành» · «bởi» · (?P<issuer> <known> ) <no_more>
            | «do» · (?P<who> <known> ) (?= · (?: «đã|vừa» · )? «ban hành|ký ban hành|phê duyệt|thông qua» ) )
        """,
        **PARTS,
    )
)


# What follows a number, its date and issuer where something of these was printed that was not read. A body after a
# comma is the subject of what the sentence tells, "…, UBND xã ban hành …", unless the reference goes on after it.
UNREAD = re.compile(
    grammar(
        rf"""
        \s{{0,4}} (?: \[\d | [¹²³⁰⁴-⁹*†‡] | \(\d{{1,2}}\)
            | [,(]? \s{{0,4}} (?: (?i:{_OF_WORD}) | «do|bởi|thuộc|ngày|cùng ngày» ) (?!\w)
            | (?: (?P<bracket> \( \s? ) | , \s{{0,4}} ) (?: <known> )
              (?(bracket) | (?= \s{{0,4}} (?: $ | [.;)(,“"] | (?: về|ngày|năm|số|quy\sđịnh )\b ) ) ) )
        """,
        **PARTS,
    )
)


# A further issuer of an act of several; made when such an act is met.
@cache
def _more() -> re.Pattern[str]:
    return re.compile(
        grammar(
            r"""(?: \s? (?:,|«và») · | \s[-–]\s ) (?P<issuer> <known> ) <no_more>
            (?= \s{0,4} (?: $ | [.;,)“"] | (?: về|và|ngày|quy\sđịnh|hướng\sdẫn|[-–] ) (?!\w) ) )""",
            **PARTS,
        )
    )


# The field that a steering committee is named by, where the title of its act follows: "Ban Chỉ đạo Trung ương về
# phát triển khoa học, công nghệ về thúc đẩy …".
_FIELD = grammar(
    r"(?: phát\striển|phòng|cải\scách|chuyển\sđổi|hội\snhập|đổi\smới|an\sninh|an\stoàn ) (?: (?!,\s(?:UBND|HĐND|[ỦU][yỷ]\sban|Hội\sđồng)) [^.;:()\n\d] ){2,110}?"
    r"(?= · về · )"
)
# Any other body after "của": to the next mark of punctuation, or the word that begins the title.
OTHER_ISSUER = re.compile(
    grammar(
        rf"""
        \s{{0,4}} ,? \s{{0,4}} {_OF_WORD} · (?P<issuer> (?: (?=[{CAPITAL}]) <committee> | [{CAPITAL}][\w&/-]* )
            (?: · (?: <committee> | (?!<stop>(?!\w)) (?:[-–]\s)? [\w&/-]+ )
                (?: \svà\s[A-ZĐ]{{2,}}(?!\w) )?
                (?: ,\s(?=[{CAPITAL}]\w+\s(?:và|-)\s) | (?<=Phòng),(?=\schống\b) )?
            ){{0,17}} )
        """,
        stop="|".join((_VERBS, _CAPITAL_VERBS, *LEXICON.ends.issuer, *LEXICON.ends.clause)),
        committee=grammar(
            r"[Bb]an · [Cc]hỉ · đạo (?: (?: · chuyển · đổi · số | · (?!«ban hành|quy định|phê duyệt|về việc|ngày|số»(?!\w)) [\w/-]+ ){0,9}? "
            r"· (?: «quốc gia|Trung ương|Chính phủ» | <place> ) )? (?: · về · <field> )? "
            r"| Tổ · công · tác (?: · [\w/-]+ ){0,9}? · của · (?: Thủ\stướng\s)?Chính\sphủ | [Bb]an · [Tt]ổ · chức | [Bb]an · [Xx]ây · dựng",
            place=PLACE,
            field=_FIELD,
        ),
    )
)
_EXPANDED: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(loose("Ủy ban nhân dân"), re.IGNORECASE), "Ủy ban nhân dân"),
    (re.compile(loose("Hội đồng nhân dân"), re.IGNORECASE), "Hội đồng nhân dân"),
    (re.compile(loose("Chủ tịch")), "Chủ tịch"),
    (re.compile(r"\bUỷ\b"), "Ủy"),
    (re.compile(r"\buỷ\b"), "ủy"),
    *((re.compile(rf"\b{short}\b"), full) for short, full in LEXICON.abbreviations_in("issuers").items()),
    (re.compile(r"\bBan (chấp hành|thường vụ)\b"), lambda found: f"Ban {upfirst(found[1])}"),
    (re.compile(r"\b[Tt][Pp]\.?\s*(?=\w)"), "thành phố "),
    (re.compile(r"\b[Tt][Pp]\.?$"), "thành phố"),
    (re.compile(r"^[Ll]iên (?=Bộ .* Bộ )"), ""),
    (re.compile(r"^Thủ tướng$"), "Thủ tướng Chính phủ"),
    (re.compile(r"^(Chủ tịch|Thường trực) của "), r"\1 "),
)
_CANONICAL = {name.lower(): name for name in LEXICON.central_names}


def plain_issuer(printed: str) -> str:
    """``printed`` on one line, its usual abbreviations written out and national bodies spelt one way.

    >>> plain_issuer("UBND  TP. Hải Phòng")
    'Ủy ban nhân dân thành phố Hải Phòng'
    """
    name = " ".join(printed.split())
    for pattern, full in _EXPANDED:
        name = pattern.sub(full, name)
    return _CANONICAL.get(name.lower(), name)


def find_issuer(text: str, start: int, end: int, joint: bool = False) -> tuple[str, int] | None:
    """The issuer that stands at ``start``, with where it ends; nothing beyond ``end`` is looked at.

    ``joint``: the act may have several issuers, all of them are taken.
    """
    found = ISSUER.match(text, start, end) or OTHER_ISSUER.match(text, start, end)
    if not found:
        return None
    if found.re is ISSUER and found["bracket"]:
        return found["issuer"], found.end()
    first, stop = found.start("issuer"), found.end()
    for _ in range(4 if joint else 0):
        if not (more := _more().match(text, stop, end)):
            break
        stop = more.end()
    return text[first:stop], stop
