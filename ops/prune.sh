#!/bin/sh
# Takes out of a production install what is never run: maps, types, sources, guides, and Node's own headers.
# sh ops/prune.sh node_modules
set -eu
find "$1" -type f \( -name '*.map' -o -name '*.ts' -o -name '*.mts' -o -name '*.cts' -o -name '*.md' -o -name '*.markdown' \
  -o -name '*.flow' -o -name '*.tsbuildinfo' \) -delete
rm -rf "$1"/node-linux-*/include "$1"/node-linux-*/share
