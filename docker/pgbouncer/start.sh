#!/bin/sh
# The one role that comes through here; its password is given at start, never built in.
set -eu
umask 077
printf '"throughline_app" "%s"\n' "$APP_PASSWORD" > /tmp/userlist.txt
exec pgbouncer /etc/pgbouncer/pgbouncer.ini
