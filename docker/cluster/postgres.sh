#!/bin/sh
# Starts PostgreSQL as its image does, with the password of the cluster.
set -eu
POSTGRES_PASSWORD=$(cat /keys/postgres-password)
export POSTGRES_USER=truc POSTGRES_DB=truc POSTGRES_PASSWORD
exec docker-entrypoint.sh postgres -c shared_buffers=256MB -c max_wal_size=2GB
