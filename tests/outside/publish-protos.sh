#!/usr/bin/env bash
# usage: publish-protos.sh [PROTOS]
# Writes what protos/ says today into protos/promise.json: from then on partners may rely on it. Refuses what would break a partner.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/outside.sh"
install_tools
protos=${1:-$root/protos}
buf lint "$protos"
buf format "$protos" --diff --exit-code
if [[ -e $protos/promise.json ]] && ! buf breaking "$protos" --against "$protos/promise.json"; then
    echo "This breaks what was promised to partners. Add beside it, or begin a v2 package; nothing was published." >&2
    exit 1
fi
node "$here/promise.mjs" "$protos" >"$work/promise.json"
cp "$work/promise.json" "$protos/promise.json"
echo "published: $protos/promise.json"
