#!/bin/bash
# Starts one member of the replica set. The server refuses a key file that others could read, so it gets a copy of its own.
set -euo pipefail
install -m 400 /run/secrets/mongo-keyfile /tmp/keyfile
exec docker-entrypoint.sh mongod --replSet rs0 --bind_ip_all --keyFile /tmp/keyfile --quiet
