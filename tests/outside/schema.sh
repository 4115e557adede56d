#!/usr/bin/env bash
# Checks the printed GraphQL schemas against the published ones, schema/published; then that these checks find what they must.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/outside.sh"
install_tools

schema() { node "$here/graphql-schema.mjs" "$@"; }

# planted CHECK WORDS EDIT: in a copy of schema/ with one edit of directory.graphql, the check fails and says these words.
planted() {
    local copy said
    copy=$(mktemp -d -p "$work")
    cp -r "$root/schema/." "$copy"
    sed -i "$3" "$copy/directory.graphql"
    if cmp -s "$copy/directory.graphql" "$root/schema/directory.graphql"; then
        echo "The edit changed nothing: $3"
        return 1
    fi
    if said=$(schema "$1" "$copy" 2>&1); then
        echo "$1 took what it must refuse: $3"
        return 1
    fi
    grep -qF -- "$2" <<<"$said" && diff -r "$copy/published" "$root/schema/published" && return
    printf '%s failed, but not as it should:\n%s\n' "$1" "$said"
    return 1
}

remove_field='/^  maintainedBy: String!$/d'
add_field='s/^type Service implements Node {$/&\n  "New."\n  brandNew: String/'

check schema-promise-kept schema kept "$root/schema"
check schema-promise-published schema published "$root/schema"
check planted-removed-graphql-field-refused planted kept 'FIELD_REMOVED: Organization.maintainedBy' "$remove_field"
check planted-new-required-argument-refused planted kept 'REQUIRED_ARG_ADDED' 's/^  service($/&\n    must: Int!/'
check planted-changed-graphql-type-refused planted kept 'FIELD_CHANGED_KIND' 's/^  etag: String!$/  etag: Int!/'
check planted-graphql-addition-needs-publishing planted published 'graphql-schema.mjs publish' "$add_field"
check planted-graphql-removal-cannot-be-published planted publish 'FIELD_REMOVED' "$remove_field"
exit $((failures > 0))
