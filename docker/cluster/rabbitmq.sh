#!/bin/sh
# Starts a node of the RabbitMQ cluster, or with arguments a tool that talks to it: both have to know the cookie.
set -eu
cookie=/var/lib/rabbitmq/.erlang.cookie
cp /keys/erlang-cookie "$cookie.new"
chown rabbitmq:rabbitmq "$cookie.new" && chmod 400 "$cookie.new" && mv "$cookie.new" "$cookie"
if [ $# -gt 0 ]; then exec "$@"; fi
RABBITMQ_DEFAULT_PASS=$(cat /keys/rabbitmq-password)
export RABBITMQ_DEFAULT_USER=truc RABBITMQ_DEFAULT_PASS
exec docker-entrypoint.sh rabbitmq-server
