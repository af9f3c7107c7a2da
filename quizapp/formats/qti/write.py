"""Writing packages of QTI 2.1 and 3.0: a manifest, a test, an item a file, and the pictures."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from io import BytesIO
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from quizapp.bank import Bank
from quizapp.formats.base import Loss, Written
from quizapp.formats.qti.build import KIND
from quizapp.formats.qti.dialect import QTI_2_1, QTI_3_0, Dialect, attributes, text
from quizapp.formats.qti.idents import theirs
from quizapp.formats.qti.losses import losses_of
from quizapp.formats.qti.package import MEDIA
from quizapp.formats.qti.write_item import written
from quizapp.items import Cloze, Item, Match, Order, decimal

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold: the same bank gives the same bytes
_LOM = 'xmlns:imsmd="http://ltsc.ieee.org/xsd/LOM"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def writer(dialect: Dialect) -> Callable[[Bank, Mapping[str, bytes]], Written]:
    """The writer of a version of QTI."""

    def write(bank: Bank, files: Mapping[str, bytes]) -> Written:
        losses: list[Loss] = []
        made: dict[str, bytes] = {}
        items: list[Item] = []
        for item in bank.items:
            losses += losses_of(item, files, dialect.format_id)
            data = written(item, dialect, bank.language)
            if data is not None:
                made[_file(item)] = data
                items.append(item)
        pictures = {MEDIA + name: files[name] for name in pictured(items, files)}
        manifest = _manifest(bank, items, dialect, files)
        test = _test(bank, items, dialect)
        whole = {"imsmanifest.xml": manifest, "test.xml": test, **made, **pictures}
        return Written(data=zipped(whole), losses=tuple(losses))

    return write


def pictured(items: Iterable[Item], files: Mapping[str, bytes]) -> list[str]:
    """The pictures that these items show and that there are, once each, in their order."""
    named = dict.fromkeys(item.picture.file for item in items if item.picture)
    return [name for name in named if name in files]


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files that is the same bytes whenever and wherever it is made."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in files.items():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, data)
    return out.getvalue()


def keywords(item: Item) -> list[str]:
    """What is said of an item beside it: its kind, its skills and its tags."""
    skills = (f"skill:{skill}" for skill in item.skills)
    kind = [f"{KIND}{item.kind}"]
    if isinstance(item, Order) and item.all_or_nothing:
        kind = []  # what an order that is not said to be ours is read as
    return [*kind, *skills, *item.tags]


def _file(item: Item) -> str:
    return f"items/{theirs(item.id)}.xml"


def _test(bank: Bank, items: Iterable[Item], dialect: Dialect) -> bytes:
    tag = dialect.tag
    refs = "".join(
        tag(
            "assessmentItemRef",
            tag("weight", identifier="WEIGHT", value=_weight(item)),
            identifier=theirs(item.id),
            href=_file(item),
        )
        for item in items
    )
    section = tag("assessmentSection", refs, identifier="S1", title=bank.title, visible="true")
    part = tag(
        "testPart",
        section,
        identifier="P1",
        navigationMode="nonlinear",
        submissionMode="individual",
    )
    return dialect.document(
        "assessmentTest", part, identifier=f"T-{theirs(bank.id)}", title=bank.title or bank.id
    )


def _weight(item: Item) -> str:
    """What the test multiplies the score with, so that the item counts as it does here."""
    if isinstance(item, Cloze) and not item.all_or_nothing:
        return f"{item.weight / sum(gap.weight for gap in item.gaps):.12g}"
    if isinstance(item, Match) and not item.all_or_nothing:
        most = sum(item.weights) or Decimal(len(item.pairs))
        return f"{item.weight / most:.12g}"
    return decimal(item.weight)


def _manifest(
    bank: Bank, items: Iterable[Item], dialect: Dialect, files: Mapping[str, bytes]
) -> bytes:
    name = "QTI Package" if dialect.hyphened else "QTIv2.1 Package"
    version = "3.0.0" if dialect.hyphened else "1.0.0"
    space = "http://www.imsglobal.org/xsd/imscp_v1p1"
    if dialect.hyphened:
        space = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
    resources = [_resource("test", dialect.test_type, "test.xml", [], "", items)]
    for item in items:
        own = [f"{MEDIA}{quote(n)}" for n in pictured([item], files)]
        id_ = f"I-{theirs(item.id)}"
        resources.append(_resource(id_, dialect.item_type, _file(item), own, _about(item), ()))
    title = f"<imsmd:title><imsmd:string>{text(bank.title)}</imsmd:string></imsmd:title>"
    return (
        f'{HEAD}<manifest xmlns="{space}" {_LOM} identifier="M-{theirs(bank.id)}"><metadata>'
        f"<schema>{name}</schema><schemaversion>{version}</schemaversion>"
        f"<imsmd:lom><imsmd:general>{title}</imsmd:general></imsmd:lom></metadata>"
        f"<organizations/><resources>{''.join(resources)}</resources></manifest>\n"
    ).encode()


def _about(item: Item) -> str:
    words = "".join(
        f"<imsmd:keyword><imsmd:string>{text(word)}</imsmd:string></imsmd:keyword>"
        for word in keywords(item)
    )
    return f"<metadata><imsmd:lom><imsmd:general>{words}</imsmd:general></imsmd:lom></metadata>"


def _resource(
    id_: str, type_: str, href: str, more: list[str], about: str, items: Iterable[Item]
) -> str:
    given = attributes({"identifier": id_, "type": type_, "href": href})
    named = "".join(f"<file{attributes({'href': name})}/>" for name in (href, *more))
    needed = (attributes({"identifierref": f"I-{theirs(item.id)}"}) for item in items)
    depends = "".join(f"<dependency{one}/>" for one in needed)
    return f"<resource{given}>{about}{named}{depends}</resource>"


write_2_1 = writer(QTI_2_1)
write_3_0 = writer(QTI_3_0)
