#!/bin/sh
# The site in Chromium, looked over by axe-core, and its interface under generated requests.
# Needs Chromium (apt-get install chromium, or CHROMIUM=…) and npm once, for axe-core: it is MPL-2.0 and not kept here.
set -eu
cd "$(dirname "$0")/.."
axe=.venv/axe.min.js
sum=29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c
if [ ! -f "$axe" ]; then
  work=$(mktemp -d)
  (cd "$work" && npm pack --silent axe-core@4.14.1 >/dev/null 2>&1 && tar xzf axe-core-4.14.1.tgz package/axe.min.js) ||
    { echo "axe-core 4.14.1 cannot be fetched: npm is needed once"; exit 1; }
  cp "$work/package/axe.min.js" "$axe"
  rm -r "$work"
fi
echo "$sum  $axe" | sha256sum -c --quiet -
.venv/bin/python -m pytest -m site tests/web "$@"
