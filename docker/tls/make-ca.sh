#!/bin/sh
# Makes a certificate authority of this machine's own, and a certificate for the services of the axis, below docker/tls/certs. For trying out
# TLS: the keys lie there unencrypted and readable, but for the authority's own, docker/tls/ca.key. A second run makes a new certificate of the same authority.
set -eu
cd "$(dirname "$0")"
mkdir -p certs && cd certs
if [ -s server.key ] && [ ! -s ../ca.key ]; then
  echo 'docker/tls/certs holds a certificate that this script did not make; it is left as it is.'
  exit 0
fi
if [ ! -s ../ca.key ]; then
  openssl req -x509 -newkey rsa:3072 -sha256 -nodes -days 825 -keyout ../ca.key -out ca.pem \
    -subj '/CN=Truc lien thong local CA' -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign
  chmod 600 ../ca.key
fi
openssl req -newkey rsa:2048 -sha256 -nodes -keyout server.key -out server.csr -subj '/CN=truc'
printf 'subjectAltName=DNS:localhost,DNS:hub,DNS:proxy,DNS:rabbitmq,IP:127.0.0.1\nextendedKeyUsage=serverAuth\n' >server.ext
openssl x509 -req -sha256 -days 397 -in server.csr -CA ca.pem -CAkey ../ca.key -CAcreateserial -extfile server.ext -out server.pem
cat server.pem server.key >proxy.pem
# Each service reads them as a user of its own.
chmod 644 ca.pem server.pem server.key proxy.pem
rm server.csr server.ext
echo "docker/tls/certs: ca.pem is what clients have to trust."
