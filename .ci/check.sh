#!/usr/bin/env bash
# Every check but the tests. All of them run, so that one look shows all there is to mend.
set -u
cd "$(dirname "$0")/.."
export PATH="$PWD/.venv/bin:$PATH"
failed=""

check() {
    local name=$1 output
    shift
    if output=$("$@" 2>&1); then
        printf '%-14s ok\n' "$name"
    else
        printf '%-14s FAILED\n%s\n' "$name" "$output"
        failed="$failed $name"
    fi
}

check format ruff format --check .
check lint ruff check --quiet .
check types mypy quizapp tests benchmarks
# Without its cache, which does not notice that a module has come to be.
check imports lint-imports --no-logo --no-cache
check dead-code vulture
check dependencies deptry .

[ -z "$failed" ] || { printf 'check: failed:%s\n' "$failed"; exit 1; }
