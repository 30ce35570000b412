#!/bin/sh
# The ledger's contract tests over PostgreSQL too, on a server of their own that goes when they end.
# Needs PostgreSQL's initdb and pg_ctl (apt-get install postgresql).
set -eu
cd "$(dirname "$0")/.."
PATH="$PATH:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)"
command -v initdb >/dev/null || { echo "PostgreSQL is needed: apt-get install postgresql"; exit 1; }
work=$(mktemp -d)
as=""
if [ "$(id -u)" = 0 ]; then # the server refuses to run as root
  chown nobody "$work"
  as="setpriv --reuid=nobody --clear-groups"
fi
trap '$as pg_ctl -D "$work/data" -m immediate stop >/dev/null 2>&1; rm -rf "$work"' EXIT
$as initdb -D "$work/data" -U dostyk -A trust >/dev/null
$as pg_ctl -D "$work/data" -w -l "$work/log" -o "-c listen_addresses= -k $work" start >/dev/null
DOSTYK_TEST_POSTGRES="postgresql+psycopg://dostyk@/postgres?host=$work" .venv/bin/python -m pytest tests/ledger "$@"
