#!/bin/sh
# Starts RabbitMQ as its image does, with a user of the axis whose password is made at the first start. The hub reads it there.
set -eu
if [ ! -s /keys/amqp-url ]; then
  password=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
  echo "amqp://truc:$password@rabbitmq:5672" >/keys/amqp-url.new
  mv /keys/amqp-url.new /keys/amqp-url
fi
# For compose.tls.yaml.
sed 's|^amqp:|amqps:|; s|:5672$|:5671|' /keys/amqp-url >/keys/amqps-url
password=$(sed 's|^amqp://truc:\(.*\)@.*|\1|' /keys/amqp-url)
export RABBITMQ_DEFAULT_USER=truc RABBITMQ_DEFAULT_PASS="$password"
exec docker-entrypoint.sh rabbitmq-server
