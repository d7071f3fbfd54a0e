#!/bin/sh
# For whatever builds a change: prints what it does to the rules and dialogs since REVISION, and keeps it in FILE.
# sh ops/rules-change.sh REVISION FILE
# It ends with 0 also where something is weaker: that is for a person to read. It ends with 2 where nothing can be compared.
set -u
revision=$1 file=$2
if git diff --quiet "$revision" HEAD -- rules dialogs; then
  echo 'No change to rules/ or dialogs/.' | tee "$file"
  exit 0
fi
npm run -s review -- --against "$revision" > "$file"
ended=$?
cat "$file"
[ "$ended" -le 1 ] || exit 2
