#!/bin/bash
# A member is healthy when it answers as one of a set, whether the set has been made yet or not. The image starts a server
# of its own for a moment to make the root user: that one knows of no set.
exec mongosh --quiet --eval 'const me = db.hello(); quit(me.setName || me.isreplicaset ? 0 : 1)'
