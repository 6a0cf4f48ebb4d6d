#!/bin/bash
# A member is healthy when it answers, whether it belongs to a set yet or not.
exec mongosh --quiet --eval 'quit(db.adminCommand({ ping: 1 }).ok ? 0 : 1)'
