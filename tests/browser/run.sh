#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs one browser test: run.sh TEST.mjs ARGUMENT... Installs its two packages when they are missing.
# Exit status 77 means skipped, and the line before says why.
set -u
cd "$(dirname "$0")" || exit 1

skip() {
    echo "SKIPPED: $1"
    exit 77
}

command -v node >/dev/null || skip "node is not installed"
if [ "${1-}" != workbook.mjs ] && [ -z "${CROSSCLAIM_CHROMIUM:-}" ] && [ ! -x /usr/bin/chromium ] &&
    [ ! -x /usr/bin/chromium-browser ] && [ ! -x /usr/bin/google-chrome ]; then
    skip "Chromium is not installed"
fi
if [ ! -d node_modules/playwright-core ] || [ ! -d node_modules/axe-core ]; then
    command -v npm >/dev/null || skip "npm is not installed"
    npm ci >/dev/null 2>&1 || skip "the packages of package-lock.json could not be installed"
fi
exec node "$@"
