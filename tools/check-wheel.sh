#!/bin/sh
# Build the wheel, install it into an empty environment, and read a report there: the model must travel with it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
.venv/bin/python -m pip wheel -q --disable-pip-version-check --no-deps --no-build-isolation -w "$work" .
python=$(command -v python3.11 || command -v python3)
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
"$work/venv/bin/python" -m pip install -q --disable-pip-version-check --no-deps "$work"/dostyk-*.whl
printf '# title: A visit\n# published: 2025-05-06\n# outlet: Test\n\nPresident Aino Ek of Finland visited Chile on 5 May 2025.\n' > "$work/report.txt"
cd "$work"
DOSTYK_LEDGER="$work/ledger.db" venv/bin/dostyk read report.txt --claims claims.jsonl
grep -q '"kind": *"visit"' claims.jsonl || { echo "the wheel read no visit out of its test report"; cat claims.jsonl; exit 1; }
echo "wheel: reads a report in an empty environment"
