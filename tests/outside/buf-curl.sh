#!/usr/bin/env bash
# usage: buf-curl.sh
# Runs README.md's buf block as a newcomer would paste it; HUB_GRPC and HUB_DATA say which hub. Prints what the block prints.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
block=$("$here/readme-block.sh" buf-curl)
said=$(bash -c "set -eo pipefail; $block" 2>&1) || {
    printf '%s\n' "$said"
    exit 1
}
printf '%s\n' "$said"
for words in STATE_ADMITTED STATE_READY STATE_PLANNED STATE_DISCHARGED CRITERIA_TO_RESIDE_NOT_MET '"dischargeReadyDate"' '"code": *"assign-pathway"'; do
    grep -q -- "$words" <<<"$said" || {
        echo "The story does not show $words."
        exit 1
    }
done
