#!/bin/bash
# The health check of a container: prints what the program at this port says of its health; 0 when it can do its work.
exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
printf 'GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
answer=$(tail -n 1 <&3)
echo "$answer"
[[ $answer == *'"status":"ok"'* ]]
