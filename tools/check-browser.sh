#!/bin/sh
# The site in Chromium, looked over by axe-core, and its interface under generated requests.
# Needs Chromium (apt-get install chromium, or CHROMIUM=…) and npm once, for axe-core: it is MPL-2.0 and not kept here.
# --where-possible: what lacks Chromium or axe-core is left out, and said so, instead of failing.
set -eu
cd "$(dirname "$0")/.."
lenient=""
[ "${1:-}" != --where-possible ] || { lenient=yes; shift; }
axe=.venv/axe.min.js
sum=29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c
if [ -z "${CHROMIUM:-$(command -v chromium || command -v chromium-browser)}" ]; then
  echo "browser: Chromium is needed: apt-get install chromium, or set CHROMIUM" >&2
  [ -n "$lenient" ] || exit 1
  echo "browser: SKIPPED, the site was not driven in a browser" >&2
  exec .venv/bin/python -m pytest -m site tests/web/test_generated.py "$@"
fi
if [ ! -f "$axe" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  (cd "$work" && npm pack --silent axe-core@4.14.1 >/dev/null 2>&1 && tar xzf axe-core-4.14.1.tgz package/axe.min.js) ||
    echo "browser: axe-core 4.14.1 cannot be fetched: npm is needed once" >&2
  [ ! -f "$work/package/axe.min.js" ] || cp "$work/package/axe.min.js" "$axe"
fi
if [ -f "$axe" ]; then
  echo "$sum  $axe" | sha256sum -c --quiet -
elif [ -n "$lenient" ]; then
  echo "browser: SKIPPED, the pages were not looked over by axe-core" >&2
  set -- -k "not axe" "$@"
else
  exit 1
fi
.venv/bin/python -m pytest -m site tests/web "$@"
