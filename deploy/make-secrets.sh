#!/bin/sh
# Makes every key and password that docker-compose.yml asks for, once, into ./secrets. What is there stays.
# Needs openssl. The folder is for its owner only; the files inside are readable, because each container reads them as a
# user of its own.
set -eu
umask 022
mkdir -p secrets
chmod 700 secrets
cd secrets

once() { # name, command
  if [ ! -s "$1" ]; then
    sh -c "$2" > "$1.new"
    mv "$1.new" "$1"
  fi
}

once mongo-keyfile 'openssl rand -base64 512'
once mongo-root-password 'openssl rand -hex 32'
once mongo-studio-password 'openssl rand -hex 32'
once mongo-gate-password 'openssl rand -hex 32'
once studio.secret 'openssl rand -hex 48'
once feed-token 'openssl rand -hex 32'
once metrics-token 'openssl rand -hex 32'
once gate.pem 'openssl genpkey -algorithm ed25519'
once trust.pem 'openssl pkey -in gate.pem -pubout'

hosts=mongo-1:27017,mongo-2:27017,mongo-3:27017
once studio-database-url "printf 'mongodb://studio:%s@$hosts/benthanh?replicaSet=rs0&authSource=benthanh&w=majority' \$(cat mongo-studio-password)"
once gate-database-url "printf 'mongodb://gate:%s@$hosts/benthanh?replicaSet=rs0&authSource=benthanh&readConcernLevel=majority' \$(cat mongo-gate-password)"
chmod 444 ./*
