#!/usr/bin/env bash
# usage: readme-block.sh NAME
# Prints the code between <!-- example:NAME --> and <!-- /example --> in README.md (or in the file that HUB_README names), without its fence.
set -euo pipefail
readme=${HUB_README:-$(dirname "${BASH_SOURCE[0]}")/../../README.md}
[[ -r $readme ]] || {
    echo "README.md is not there." >&2
    exit 1
}
block=$(awk -v open="<!-- example:$1 -->" '
    $0 == open { inside = 1; next }
    $0 == "<!-- /example -->" { inside = 0; code = 0 }
    inside && /^```/ { code = !code; next }
    inside && code { print }' "$readme")
[[ -n $block ]] || {
    echo "README.md has no code between <!-- example:$1 --> and <!-- /example -->." >&2
    exit 1
}
printf '%s\n' "$block"
