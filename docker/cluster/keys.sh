#!/bin/sh
# Makes what is missing of the cluster's secrets, once, before anything else starts: a file each in the volume `keys`.
set -eu
keep() {
  [ -s "/keys/$1" ] && return
  printf '%s' "$2" >"/keys/$1.new"
  mv "/keys/$1.new" "/keys/$1"
}
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

keep erlang-cookie "$(random)"
keep rabbitmq-password "$(random)"
keep postgres-password "$(random)"
keep amqp-url "amqp://truc:$(cat /keys/rabbitmq-password)@rabbitmq:5672"
keep database-url "postgres://truc:$(cat /keys/postgres-password)@postgres:5432/truc"
# The hubs read them as another user than this one.
chmod 644 /keys/*
