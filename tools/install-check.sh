#!/bin/sh
# What `make check` needs beside Python: a browser, npm (once, for axe-core) and a database server. Debian and Ubuntu;
# elsewhere it names what is missing and stops.
set -eu
install() {
  echo "make check needs $1: installing"
  command -v apt-get >/dev/null || { echo "install $1, then run make check again"; exit 1; }
  as=""
  [ "$(id -u)" = 0 ] || as=sudo
  $as apt-get install -y -q "$1"
}
[ -n "${CHROMIUM:-}" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || install chromium
command -v npm >/dev/null || install npm
command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || install postgresql
