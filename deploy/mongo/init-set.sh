#!/bin/bash
# Joins the members into a set and makes the two people of the database. May run any number of times.
set -euo pipefail
root="mongodb://root:$(cat /run/secrets/mongo-root-password)@mongo-1:27017/?authSource=admin"
export STUDIO_PASSWORD GATE_PASSWORD
STUDIO_PASSWORD=$(cat /run/secrets/mongo-studio-password)
GATE_PASSWORD=$(cat /run/secrets/mongo-gate-password)
exec mongosh --quiet "$root&directConnection=true" /deploy/init-set.js
