"""Print the Debian packages whose shared libraries this machine lacks, the needed ones first.

Asks the loader, not the package manager, so it is right on any distribution. Run by setup.sh with
whichever Python is there, hence the standard library only.

    libraries.py needed    what Qt cannot do without, with a display or without one
    libraries.py display   what a window on an X11 display needs beside that
    libraries.py build     what PyInstaller needs
"""

import ctypes
import shutil
import sys
import sysconfig

NEEDED = {
    "libglib2.0-0": ("libglib-2.0.so.0", "libgthread-2.0.so.0"),
    "libegl1": ("libEGL.so.1",),
    "libgl1": ("libGL.so.1",),
    "libfontconfig1": ("libfontconfig.so.1",),
    "libdbus-1-3": ("libdbus-1.so.3",),
    "libxkbcommon0": ("libxkbcommon.so.0",),
}
DISPLAY = {
    "libxcb-cursor0": ("libxcb-cursor.so.0",),
    "libxcb-icccm4": ("libxcb-icccm.so.4",),
    "libxcb-keysyms1": ("libxcb-keysyms.so.1",),
    "libxcb-shape0": ("libxcb-shape.so.0",),
    "libxcb-xkb1": ("libxcb-xkb.so.1",),
    "libxcb-render-util0": ("libxcb-render-util.so.0",),
    "libxcb-image0": ("libxcb-image.so.0",),
    "libxcb-util1": ("libxcb-util.so.1",),
    "libxkbcommon-x11-0": ("libxkbcommon-x11.so.0",),
}


def loads(name: str) -> bool:
    """Whether the loader finds the library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def lacking(libraries: dict[str, tuple[str, ...]]) -> list[str]:
    """The packages of which at least one library does not load."""
    return [package for package, names in libraries.items() if not all(map(loads, names))]


def build() -> list[str]:
    """PyInstaller reads libraries with objdump and copies Python's own shared library."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    tools = [] if shutil.which("objdump") else ["binutils"]
    folder = sysconfig.get_config_var("LIBDIR") or ""
    name = f"libpython{version}.so.1.0"
    return tools if loads(name) or loads(f"{folder}/{name}") else [*tools, f"libpython{version}"]


if __name__ == "__main__":
    asked = {"needed": lambda: lacking(NEEDED), "display": lambda: lacking(DISPLAY), "build": build}
    print(*asked[sys.argv[1]]())
