#!/usr/bin/env bash
# usage: run.sh HTTP GRPC DATA
# Checks a running hub (in development mode) with programs that are not ours, and that README.md's examples work as they are written.
set -euo pipefail
[[ $# == 3 ]] || {
    echo "usage: $0 HTTP GRPC DATA" >&2
    exit 2
}
source "$(dirname "${BASH_SOURCE[0]}")/outside.sh"
export HUB_HTTP=$1 HUB_GRPC=$2
HUB_DATA=$(cd "$3" && pwd)
export HUB_DATA
install_tools

# Synthetic people are many, yet now and then one drawn at random is in hospital already.
anew() {
    local said
    if said=$("$@" 2>&1); then
        printf '%s\n' "$said"
    elif grep -qiE 'ALREADY_?EXISTS' <<<"$said"; then
        "$@"
    else
        printf '%s\n' "$said"
        return 1
    fi
}

# says WORDS COMMAND...: the command succeeds and prints these words.
says() {
    local words=$1 said
    shift
    said=$("$@" 2>&1) || {
        printf '%s\n' "$said"
        return 1
    }
    printf '%s\n' "$said"
    grep -q -- "$words" <<<"$said" || {
        echo "It should have said: $words"
        return 1
    }
}

# The newcomer's folder: the block, the protos, and what npm installed.
node_example() {
    local folder=$work/node-example
    mkdir -p "$folder"
    ln -sfn "$root/protos" "$folder/protos"
    ln -sfn "$here/node_modules" "$folder/node_modules"
    "$here/readme-block.sh" node >"$folder/client.mjs" || return 1
    (cd "$folder" && says 'DISCHARGE_STATE_DISCHARGED, ready since 20' node client.mjs "$(sed -n 's/.*"nhsNumber": *"\([0-9]*\)".*/\1/p' "$work/readme-buf-curl.log" | head -n 1)")
}

# A block of README.md as a newcomer would paste it, in the repository's folder.
pasted() { (cd "$root" && bash -c "$("$here/readme-block.sh" "$1")" 2>&1); }

curl_example() {
    local said words
    said=$(pasted curl)
    printf '%s\n' "$said"
    for words in '"metres":' '"name":"Kettle Lunch Club"' '"name":"spelling"' '"signpostingId":' LOOKS_LIKE_A_PERSON; do
        grep -q -- "$words" <<<"$said" || {
            echo "It does not show $words."
            return 1
        }
    done
}

open_referral_example() {
    # The harvest before has used up what a program without a token may ask for in a moment.
    sleep 3
    local said
    said=$(pasted open-referral)
    printf '%s\n' "$said"
    [[ $(grep -c '"total_items"' <<<"$said") == 3 ]]
}

care_homes_example() {
    local said words
    said=$(pasted care-homes)
    printf '%s\n' "$said"
    for words in '"source": *"home"' 'beds are more than there are' '"nextPageToken"' '"evidence"' '"reviewDue"'; do
        grep -q -- "$words" <<<"$said" || {
            echo "It does not show $words."
            return 1
        }
    done
}

placement_example() {
    local said words
    said=$(pasted placement)
    printf '%s\n' "$said"
    for words in DISCHARGE_STATE_PLANNED 'within what may be spent' '"reviewDue"' DISCHARGE_STATE_DISCHARGED; do
        grep -q -- "$words" <<<"$said" || {
            echo "It does not show $words."
            return 1
        }
    done
}

board_round_example() {
    local said words
    said=$(pasted board-round)
    printf '%s\n' "$said"
    for words in '"dischargeDueAt"' '"owner": *"capacity"' '"daysIn": *16' '"state": *"approaching"' '"notMeetingCriteria"' '"assessmentStartedAt"'; do
        grep -q -- "$words" <<<"$said" || {
            echo "It does not show $words."
            return 1
        }
    done
}

import_example() {
    local said words
    said=$(pasted import)
    printf '%s\n' "$said"
    for words in '"reason": *"CODE_UNKNOWN"' '"appliedBefore": *true' '"etag": *"d3"'; do
        grep -q -- "$words" <<<"$said" || {
            echo "It does not show $words."
            return 1
        }
    done
}

referral_example() {
    local said words
    said=$(pasted referral)
    printf '%s\n' "$said"
    for words in DISCHARGE_STATE_PLANNED '"breachAt"' REFERRAL_STATE_ACCEPTED '"state": "in-progress"' REFERRAL_STATE_COMPLETED '"dueOn"'; do
        grep -q -- "$words" <<<"$said" || {
            echo "It does not show $words."
            return 1
        }
    done
}

insight_example() {
    local said words
    said=$(pasted insight)
    printf '%s\n' "$said"
    for words in '"display":"In hospital without criteria to reside"' '"value":141' 'long-stay,' 'percent,told,' KPI_UNKNOWN; do
        grep -q -- "$words" <<<"$said" || {
            echo "It does not show $words."
            return 1
        }
    done
}

journey_example() {
    local said words
    said=$(pasted journey)
    printf '%s\n' "$said"
    for words in '"happened":{"code":"' '"openMatters":\[{' '"owner":"' '"resumeToken":"' JOURNEY_NOT_FOUND; do
        grep -q -- "$words" <<<"$said" || {
            echo "It does not show $words."
            return 1
        }
    done
}

fhir_example() {
    local said words
    said=$(pasted fhir)
    printf '%s\n' "$said"
    for words in '"resourceType":"CapabilityStatement"' '"type":"searchset"' '"resourceType":"Encounter"' '304' '"text":"PARAMETER_UNKNOWN"'; do
        grep -q -- "$words" <<<"$said" || {
            echo "It does not show $words."
            return 1
        }
    done
}

messages_example() {
    local said words
    said=$(pasted messages)
    printf '%s\n' "$said"
    for words in 'HTTP/1.1 200' '"code":"servicerequest-response"' '"code":"duplicate"' '"text":"MESSAGE_ALREADY_PROCESSED"' '"resourceType":"ServiceRequest"' '"status":"completed"' '"text":"REFERRAL_ENDED"'; do
        grep -q -- "$words" <<<"$said" || {
            echo "It does not show $words."
            return 1
        }
    done
}

dotnet_example() {
    diff -u "$here/example-dotnet/Program.cs" <("$here/readme-block.sh" dotnet) || {
        echo "README.md's block differs from tests/outside/example-dotnet/Program.cs."
        return 1
    }
    dotnet build "$here/example-dotnet" -c Release -v quiet --disable-build-servers || return 1
    anew dotnet_story
}

dotnet_story() { says 'Ready since 20' dotnet "$here/example-dotnet/bin/Release/net10.0/example-dotnet.dll" "$(node "$here/nhs-number.mjs")"; }

check node-client node "$here/node-client.mjs" "$HUB_HTTP" "$HUB_GRPC" "$HUB_DATA"
check explorer env HUB_TOKEN="$("$root/hub" token rww)" node "$here/explorer.mjs" "$HUB_HTTP"
check readme-curl curl_example
check open-referral node "$here/open-referral.mjs" "$HUB_HTTP"
check readme-open-referral open_referral_example
check graphql-http node "$here/graphql-http.mjs" "$HUB_HTTP" "$HUB_DATA"
check graphql-streams node "$here/graphql-streams.mjs" "$HUB_HTTP" "$HUB_DATA"
check readme-buf-curl anew "$here/buf-curl.sh"
check readme-care-homes care_homes_example
check readme-placement placement_example
check readme-board-round board_round_example
check readme-import import_example
check readme-referral referral_example
check readme-journey journey_example
check readme-insight insight_example
check fhir node "$here/fhir.mjs" "$HUB_HTTP" "$HUB_DATA"
check fhir-rules node "$here/fhir-rules.mjs" check "$root/src/Halton.Hub/Transport/Fhir/r4-rules.json"
check readme-fhir fhir_example
check readme-messages messages_example
check readme-node node_example
check readme-dotnet dotnet_example
exit $((failures > 0))
