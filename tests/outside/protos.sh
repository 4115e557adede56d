#!/usr/bin/env bash
# Checks protos/ against the rules of style and against the published promise, protos/promise.json; then that these checks find what they must.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/outside.sh"
install_tools

# What protos/ promises, as the file that holds it.
image() { node "$here/promise.mjs" "$1"; }

lint() { buf lint "$1"; }

format() { buf format "$1" --diff --exit-code; }

kept() { buf breaking "$1" --against "$1/promise.json"; }

published() {
    image "$1" >"$work/now.json"
    diff -u "$1/promise.json" "$work/now.json" >"$work/promise.diff" && return
    head -n 40 "$work/promise.diff"
    echo "protos/ and protos/promise.json differ. If partners may rely on the change, publish it: tests/outside/publish-protos.sh"
    return 1
}

# planted CHECK WORDS EDIT: in a copy of protos/ with one edit, the check fails and says these words.
planted() {
    local copy said
    copy=$(mktemp -d -p "$work")
    (cd "$root/protos" && find . \( -name obj -o -name bin \) -prune -o \( -name '*.proto' -o -name buf.yaml -o -name promise.json \) -print | tar cf - -T -) | tar xf - -C "$copy"
    local file=$copy/halton/hub/discharge/v1/discharge.proto
    sed -i "$3" "$file"
    if cmp -s "$file" "$root/protos/halton/hub/discharge/v1/discharge.proto"; then
        echo "The edit changed nothing: $3"
        return 1
    fi
    if said=$("$1" "$copy" 2>&1); then
        echo "$1 took what it must refuse: $3"
        return 1
    fi
    grep -qF -- "$2" <<<"$said" && cmp -s "$copy/promise.json" "$root/protos/promise.json" && return
    printf '%s failed, but not as it should:\n%s\n' "$1" "$said"
    return 1
}

publish() { "$here/publish-protos.sh" "$1"; }

remove_field='/^  string ward = 12;/d'
add_field='s/^  string ward = 12;/&\n  \/\/ Bay.\n  string bay = 900;/'

check protos-lint lint "$root/protos"
check protos-format format "$root/protos"
check protos-promise-kept kept "$root/protos"
check protos-promise-published published "$root/protos"
check planted-lint-error-found planted lint 'should be lower_snake_case' 's/^  string ward = 12;/  string wardName = 12;/'
check planted-missing-comment-found planted lint 'should have a non-empty comment' '/^  \/\/ Moment of admission/d'
check planted-format-error-found planted format 'string   ward' 's/^  string ward = 12;/  string   ward = 12;/'
check planted-removed-field-refused planted kept 'Previously present field "12"' "$remove_field"
check planted-changed-type-refused planted kept 'Field "12"' 's/^  string ward = 12;/  int32 ward = 12;/'
check planted-addition-needs-publishing planted published 'publish-protos.sh' "$add_field"
check planted-removal-cannot-be-published planted publish 'Previously present field "12"' "$remove_field"
exit $((failures > 0))
