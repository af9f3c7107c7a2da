"""Whether there is a display to open a window on."""

from collections.abc import Mapping


def has_display(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a window could be shown."""
    if platform in ("win32", "darwin"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
