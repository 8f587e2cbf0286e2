#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs one test of this folder: run.sh TEST.mjs ARGUMENT... The two packages that the browser tests
# need are installed when they are missing. Exit status 77 means skipped; the line before says why.
set -u
cd "$(dirname "$0")" || exit 1

skip() {
    echo "SKIPPED: $1"
    exit 77
}

has_chromium() {
    [ -n "${CROSSCLAIM_CHROMIUM:-}" ] || [ -x /usr/bin/chromium ] ||
        [ -x /usr/bin/chromium-browser ] || [ -x /usr/bin/google-chrome ]
}

command -v node >/dev/null || skip "node is not installed"
if [ "${1-}" = report.mjs ] || [ "${1-}" = links.mjs ] || [ "${1-}" = serve.mjs ]; then
    has_chromium || skip "Chromium is not installed"
    if [ ! -d node_modules/playwright-core ] || [ ! -d node_modules/axe-core ]; then
        command -v npm >/dev/null || skip "npm is not installed"
        npm ci >/dev/null 2>&1 || skip "the packages of package-lock.json could not be installed"
    fi
fi
exec node "$@"
