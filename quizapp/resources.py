"""Where the files that come with the program lie: in a checkout, a wheel, or a frozen folder."""

from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """The folder that holds ``assets`` and ``questions``."""
    packed = _PACKAGE / "_data"
    return packed if packed.is_dir() else _PACKAGE.parent


def path(name: str) -> Path:
    """The file or folder called ``name``, such as ``assets/icons/check.svg``.

    Raises ``ValueError`` for a name that is absolute or leads out of the folder.
    """
    pure = PurePosixPath(name)
    if not name or pure.is_absolute() or ".." in pure.parts or "\\" in name or ":" in name:
        raise ValueError(f"{name!r} is not the name of a resource")
    return root().joinpath(*pure.parts)
