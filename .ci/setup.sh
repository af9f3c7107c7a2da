#!/usr/bin/env bash
# Prepare a virtual environment and what it needs from the system.
#   setup.sh .venv dev           for running, testing and checking
#   setup.sh .venv-build build   for packing: run-time dependencies and PyInstaller only
# PYTHON=… chooses the interpreter. Ends with a stamp, $venv/ready, that the Makefile looks at.
set -eu
cd "$(dirname "$0")/.."
venv=$1
extra=$2

say() { printf '%s\n' "$*" >&2; }
stop() { say "setup: $*"; exit 1; }

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local name
    if [ -n "${PYTHON:-}" ]; then
        new_enough "$PYTHON" || stop "PYTHON=$PYTHON is not Python 3.11 or newer."
        command -v "$PYTHON"
        return
    fi
    for name in python3.11 python3 python3.12 python3.13; do
        if new_enough "$name"; then command -v "$name"; return; fi
    done
    stop "Python 3.11 or newer is needed. On Debian 12: sudo apt-get install -y python3 python3-venv"
}

# Packages that $python finds missing: the list "needed" (nothing works without) or "display".
missing() {
    if [ "$1" = display ]; then "$python" .ci/libraries.py display; return; fi
    "$python" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
    "$python" .ci/libraries.py needed
    [ "$extra" != build ] || "$python" .ci/libraries.py build
}

# Install as root, or with a sudo that asks for no password; otherwise fail without a word.
install() {
    local as_root=""
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || return 1
        as_root="sudo -n"
    fi
    say "Installing with apt: $*"
    local log; log=$(mktemp)
    # A stale or half-reachable package list is no reason to stop: the installation decides.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get update >"$log" 2>&1 || true
    if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        "$@" >>"$log" 2>&1 </dev/null; then
        tail -n 5 "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

python=$(find_python)

needed=$(missing needed | xargs)
display=$(missing display)
if [ -n "$needed$display" ]; then
    # shellcheck disable=SC2086  # package names, one word each
    install $needed $display || true
    needed=$(missing needed | xargs)
    display=$(missing display)
    if [ -n "$needed" ]; then
        say "This machine lacks what the program needs. Paste this line, then run make again:"
        say "    sudo apt-get update && sudo apt-get install -y $needed${display:+ $display}"
        exit 1
    fi
    if [ -n "$display" ]; then
        say "To open windows on an X11 display this machine still needs (all else works without):"
        say "    sudo apt-get update && sudo apt-get install -y $display"
    fi
fi

if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1 || ! new_enough "$venv/bin/python"; then
    say "Making $venv with $("$python" --version) ($python)"
    rm -rf "$venv"
    "$python" -m venv "$venv"
fi

say "Installing the exact versions of .ci/constraints.txt into $venv (the first time fetches about 140 MB)"
pip() { "$venv/bin/python" -m pip --disable-pip-version-check --no-input "$@" </dev/null; }
pip install -q -c .ci/constraints.txt hatchling \
    && pip install -q -c .ci/constraints.txt --no-build-isolation -e ".[$extra]" \
    || stop "the libraries could not be installed; the lines above say why. Running make again goes on from here."

"$venv/bin/python" -c 'import PySide6.QtWidgets' \
    || stop "Qt is installed but does not load; the line above names what it misses."
[ "$extra" != dev ] || [ -x "$venv/bin/quizapp" ] || stop "$venv/bin/quizapp was not made."
touch "$venv/ready"
say "$venv is ready"
