"""The shapes of docs/feed-format.md. A shape is a function that returns whether a value has it; nothing is converted."""

import math
import re


def text(pattern=None, least=0, most=None):
    compiled = pattern and re.compile(pattern, re.ASCII)

    def check(value):
        if not isinstance(value, str):
            return False
        # Lengths count UTF-16 code units, as the format's own program does.
        length = len(value.encode("utf-16-le", "surrogatepass")) // 2
        return least <= length and (most is None or length <= most) and (not compiled or compiled.search(value) is not None)

    return check


def number(least=None, most=None):
    def check(value):
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            return False
        return (least is None or value >= least) and (most is None or value <= most)

    return check


def whole(least, most=2**53 - 1):
    within = number(least, most)
    return lambda value: within(value) and value == int(value)


def one_of(*values):
    return lambda value: isinstance(value, (str, int)) and not isinstance(value, bool) and value in values


def truth(value):
    return isinstance(value, bool)


def maybe(shape):
    return lambda value: value is None or shape(value)


def either(*shapes):
    return lambda value: any(shape(value) for shape in shapes)


def some(shape, least=0, most=None):
    return (
        lambda value: isinstance(value, list)
        and least <= len(value)
        and (most is None or len(value) <= most)
        and all(shape(item) for item in value)
    )


def closed(members, optional=()):
    """An object with exactly these members; those in `optional` may be missing."""

    def check(value):
        if not isinstance(value, dict) or any(name not in members for name in value):
            return False
        return all(shape(value[name]) if name in value else name in optional for name, shape in members.items())

    return check


def by_language(shape_of):
    return closed({language: shape_of(language) for language in LANGUAGES}, optional=LANGUAGES)


WRITTEN = ("vi", "en", "fr", "zh-Hans")
# What a program has converted, by what it is made from: it says so, and what people have written does not
CONVERTED = {"zh-Hant": "zh-Hans"}
LANGUAGES = (*WRITTEN, *CONVERTED)
TYPES = ("article", "event", "image", "place", "topic", "agency", "album")
public_id = text(r"^[A-Za-z0-9_-]{22}\Z")
instant = text(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\Z")
sha256 = text(r"^[0-9a-f]{64}\Z")
feed_id = text(r"^[0-9a-f]{32}\Z")
slug = text(r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z", most=200)
references = some(public_id, most=100)
summary = text(most=2000)

MARKS = ("bold", "italic", "underline", "strikethrough", "subscript", "superscript", "code")
run = closed({"type": one_of("text"), "text": text(), "marks": some(one_of(*MARKS))}, optional=("marks",))
line_break = closed({"type": one_of("break")})
target = either(
    closed({"document": closed({"type": one_of(*TYPES), "id": public_id})}),
    closed({"href": text(r"^(?i:https?:|mailto:|tel:)", most=2000)}),
)
link = closed({"type": one_of("link"), "to": target, "children": some(either(run, line_break))})
inlines = some(either(run, line_break, link))


def list_(value):
    item = closed({"children": inlines, "list": list_}, optional=("list",))
    return closed({"type": one_of("list"), "ordered": truth, "items": some(item)})(value)


paragraph = closed({"type": one_of("paragraph"), "children": inlines})
cell = closed({"header": truth, "colSpan": whole(1, 20), "rowSpan": whole(1, 100), "children": inlines})
block = either(
    paragraph,
    closed({"type": one_of("heading"), "level": one_of(2, 3, 4), "children": inlines}),
    closed({"type": one_of("quote"), "children": inlines}),
    closed({"type": one_of("rule")}),
    list_,
    closed({"type": one_of("image"), "image": public_id, "caption": maybe(text(most=2000))}),
    closed({"type": one_of("table"), "rows": some(some(cell))}),
    closed({"type": one_of("facts"), "title": text(most=300), "blocks": some(either(paragraph, list_))}),
)

common = {
    "slug": slug,
    "title": text(least=1, most=500),
    "appearsAt": maybe(instant),
    "vanishesAt": maybe(instant),
    "publishedAt": instant,
    "updatedAt": instant,
    "state": one_of("original", "human", "machine", "outdated", "under-correction"),
    "source": one_of(*WRITTEN),
    "sourceUpdatedAt": instant,
}


def label_of(language):
    return {"converted": closed({"from": one_of(CONVERTED[language])})} if language in CONVERTED else {}


source = closed(
    {
        "type": one_of("image/webp", "image/jpeg"),
        "width": whole(1),
        "height": whole(1),
        "blob": sha256,
        "bytes": whole(1),
    }
)
access_copy = closed({"width": whole(1), "height": whole(1), "blob": sha256, "bytes": whole(1)})
fraction = number(0, 1)
# A member that is there only where it is true
yes = lambda value: value is True
crop = closed(
    {"x": whole(0), "y": whole(0), "width": whole(1), "height": whole(1), "set": yes},
    optional=("set",),
)
contact = closed(
    {
        "name": text(least=1, most=300),
        "role": maybe(text(most=300)),
        "organisation": maybe(text(most=300)),
        "phone": maybe(text(most=50)),
        "email": maybe(text(most=254)),
    }
)
# What an edition has only where somebody has said something of it
SAID = {
    "image": (
        "accessCopy holder terms webStatement maxSide download mark uses territories people headline "
        "extendedDescription event copyright keywords sourceType crops"
    ).split(),
    "album": ("press",),
}
editions = {
    "article": {
        "summary": summary,
        "body": some(block),
        "cover": maybe(public_id),
        "topics": references,
        "places": references,
        "agency": maybe(public_id),
    },
    "event": {
        "summary": summary,
        "body": some(block),
        "cover": maybe(public_id),
        "kind": one_of("festival", "fair", "exhibition", "conference", "delegation", "press-tour"),
        "status": one_of("planned", "confirmed", "postponed", "cancelled"),
        "startsAt": instant,
        "endsAt": instant,
        "allDay": truth,
        "zone": text(most=64),
        "place": maybe(public_id),
        "organiser": maybe(public_id),
        "topics": references,
    },
    "image": {
        "alt": text(most=1000),
        "caption": text(most=4000),
        "credit": text(least=1, most=500),
        "creator": text(most=500),
        "rights": text(r"^http://(creativecommons\.org|rightsstatements\.org)/"),
        "date": maybe(text(r"^\d{4}(-\d\d(-\d\d)?)?\Z")),
        "width": whole(1),
        "height": whole(1),
        "focus": lambda value: some(fraction, least=2, most=2)(value),
        "thumbhash": text(most=64),
        "sources": some(source, least=1, most=24),
        "accessCopy": access_copy,
        "holder": text(most=500),
        "terms": text(most=4000),
        "webStatement": text(r"^https?://", most=300),
        "maxSide": whole(1),
        "download": yes,
        "mark": yes,
        "uses": some(one_of("web", "print", "social", "commercial"), least=1, most=4),
        "territories": some(text(least=1, most=100), least=1, most=300),
        "people": some(closed({"slug": slug, "name": text(least=1, most=500)}), least=1, most=50),
        "headline": text(most=300),
        "extendedDescription": text(most=4000),
        "event": text(most=300),
        "copyright": text(most=500),
        "keywords": some(text(most=150), least=1, most=100),
        "sourceType": text(r"^[A-Za-z]{1,60}\Z"),
        "crops": closed({shape: crop for shape in ("16:9", "4:3", "1:1", "9:16")}),
        "topics": references,
        "places": references,
        "agency": maybe(public_id),
    },
    "place": {
        "summary": summary,
        "address": text(most=500),
        "position": maybe(closed({"latitude": number(-90, 90), "longitude": number(-180, 180)})),
    },
    "topic": {"summary": summary, "parent": maybe(public_id)},
    "album": {
        "description": text(most=4000),
        "parent": maybe(public_id),
        "cover": maybe(public_id),
        "agency": maybe(public_id),
        "press": closed({"text": text(most=20000), "contacts": some(contact, most=10)}),
    },
    "agency": {
        "summary": summary,
        "website": maybe(text(r"^https?://", most=500)),
        "email": maybe(text(most=254)),
        "phone": maybe(text(most=50)),
    },
}


def editions_of(own, optional):
    return lambda language: some(closed({**common, **own, **label_of(language)}, optional=optional), least=1, most=2)


# What stands in a record beside its editions
beside = {"album": {"members": some(public_id, most=20000)}}
record = either(
    *(
        closed(
            {
                "type": one_of(name),
                "id": public_id,
                "editions": by_language(editions_of(own, SAID.get(name, ()))),
                "formerSlugs": by_language(lambda _: some(slug, most=100)),
                "formerIds": some(public_id, most=100),
                "awaited": by_language(lambda _: one_of("fallback", "none")),
                **beside.get(name, {}),
            },
            optional=("formerIds", "awaited"),
        )
        for name, own in editions.items()
    )
)
change = either(
    closed({"op": one_of("put"), "record": record}),
    closed({"op": one_of("withdraw"), "type": one_of(*TYPES), "id": public_id}),
)
entry = closed({"seq": whole(1), "at": instant, "change": change})

version = one_of(1)
entries = some(entry, least=1, most=256)
snapshot_id = text(r"^\d{6,10}-[0-9a-f]{8}\Z")
place = {"segment": whole(0), "seq": whole(0), "head": maybe(sha256)}
segment = closed(
    {
        "version": version,
        "feed": feed_id,
        "segment": whole(1),
        "previous": maybe(sha256),
        "issuedAt": instant,
        "entries": entries,
    }
)
part = closed(
    {
        "version": version,
        "feed": feed_id,
        "snapshot": snapshot_id,
        "part": whole(1),
        "previous": maybe(sha256),
        "entries": entries,
    }
)
mark = closed({"id": snapshot_id, **place, "parts": whole(1), "entries": whole(1), "last": sha256, "issuedAt": instant})
checkpoint = closed(
    {"version": version, "feed": feed_id, **place, "base": closed(place), "issuedAt": instant, "snapshot": maybe(mark)}
)
