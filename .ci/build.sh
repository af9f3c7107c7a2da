#!/usr/bin/env bash
# Pack the program into dist/quizapp with what is in .venv-build, then try what came out.
set -eu
cd "$(dirname "$0")/.."
rm -rf build dist
.venv-build/bin/pyinstaller --noconfirm --clean --log-level ERROR build.spec </dev/null
# PySide6 comes stripped; Python and the other libraries keep tables that nobody reads. What lies beside
# numpy was moved about in its file, and cannot be loaded any more once it is stripped again.
find dist/quizapp -name '*.so*' -type f -not -path '*/PySide6/*' -not -path '*/shiboken6/*' \
    -not -name 'libscipy_openblas*' -not -name 'libgfortran-*' -not -name 'libquadmath-*' \
    -exec strip --strip-unneeded {} +
printf 'dist/quizapp: %s MB in one folder\n' "$(du -sb dist/quizapp | awk '{printf "%.1f", $1 / 1e6}')"
bash .ci/try-package dist/quizapp
