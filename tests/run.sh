#!/usr/bin/env bash
# usage: ./hub test [--fast]
# Everything that must hold before a change lands, for people and for CI alike: format, build, protos, tests, a running hub seen by outside
# programs, kills under load, and last a scan of all that was written for people. --fast leaves out the kills. Ends with "N passed, N failed".
set -uo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
cd "$root"
export HUB_TEST_OUTPUT=$root/artifacts/test-output
rm -rf "$HUB_TEST_OUTPUT"
mkdir -p "$HUB_TEST_OUTPUT"
passed=0 failed=0 fast=${1:-}

# step NAME COMMAND...: one check, with a line of its own; what it printed is shown when it failed.
step() {
    local name=$1 log=$HUB_TEST_OUTPUT/step-$1.txt began=$SECONDS
    shift
    if "$@" >"$log" 2>&1; then
        passed=$((passed + 1))
        printf 'ok    %-22s %4d s\n' "$name" $((SECONDS - began))
    else
        failed=$((failed + 1))
        printf 'FAIL  %-22s %4d s\n' "$name" $((SECONDS - began))
        tail -n 80 "$log"
        return 1
    fi
}

# counted NAME COMMAND...: a program whose own lines count; "ok NAME" and "FAIL NAME", or a test runner's summary.
counted() {
    local name=$1 log=$HUB_TEST_OUTPUT/step-$1.txt began=$SECONDS code good bad
    shift
    "$@" >"$log" 2>&1
    code=$?
    read -r good bad < <(awk '
        /^ok / { good++ } /^FAIL / { bad++ }
        /Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+/ {
            gsub(/[^0-9 ]/, " ", $0); n = split($0, f, / +/); i = (f[1] == "") ? 2 : 1
            good += f[i] - f[i+1] - f[i+2] - f[i+3] - f[i+4]; bad += f[i+1] + f[i+2]
        }
        END { print good + 0, bad + 0 }' "$log")
    if ((code != 0 && bad == 0)) || ((good + bad == 0)); then bad=$((bad + 1)); fi
    passed=$((passed + good)) failed=$((failed + bad))
    printf '%-5s %-22s %4d s  %d passed, %d failed\n' "$([[ $bad == 0 ]] && echo ok || echo FAIL)" "$name" $((SECONDS - began)) "$good" "$bad"
    if [[ $bad != 0 ]]; then
        grep -A 25 -E '\[FAIL\]|^FAIL |error' "$log" | head -n 200
        return 1
    fi
}

end() {
    printf '%d passed, %d failed\n' "$passed" "$failed"
    exit $((failed > 0))
}

# Node.js for the outside checks: the distribution's, or, where that is too old, the one that npm carries.
need_node() {
    if ! command -v npm >/dev/null && [[ $EUID == 0 ]] && command -v apt-get >/dev/null; then
        { apt-get update || true; } && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends nodejs npm </dev/null
    fi
    if ! command -v npm >/dev/null; then
        echo "Node.js 20.11 or later with npm is missing. Install it (Debian, Ubuntu: sudo apt-get install nodejs npm), then try again."
        return 1
    fi
    if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 11) ? 0 : 1)'; then
        local machine=x64
        [[ $(uname -m) == aarch64 ]] && machine=arm64
        npm install --prefix "$root/artifacts/node" --no-save --no-audit --no-fund "node-linux-$machine@22"
        "$root/artifacts/node/node_modules/node-linux-$machine/bin/node" --version
    fi
}

# A browser for the developers' pages.
need_chromium() {
    [[ -n ${CHROMIUM:-} ]] || command -v chromium chromium-browser google-chrome google-chrome-stable && return
    if [[ $EUID == 0 ]] && command -v apt-get >/dev/null; then
        { apt-get update || true; } && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium </dev/null
    fi
    command -v chromium && return
    echo "Chromium is missing. Install it (Debian: sudo apt-get install chromium), or say in CHROMIUM where it is, then try again."
    return 1
}

restore() { dotnet restore Halton.Hub.sln $([[ ${CI:-} == true ]] && echo --locked-mode); }

unit_tests() { tests/Halton.Hub.Tests/bin/Release/net10.0/Halton.Hub.Tests -noColor -noLogo; }

leak_scan() { tests/Halton.Hub.Tests/bin/Release/net10.0/Halton.Hub.Tests -noColor -noLogo -explicit only -class Halton.Hub.Tests.House.LeakScan; }

outside() {
    local data hub http grpc
    data=$(mktemp -d)
    ./hub run --data "$data" --http 127.0.0.1:0 --grpc 127.0.0.1:0 --development >"$data/ready" 2>"$HUB_TEST_OUTPUT/outside-hub.log" &
    hub=$!
    for _ in $(seq 600); do grep -q '^hub ready' "$data/ready" && break || sleep 0.1; done
    http=$(sed -n 's/.* http=\([^ ]*\).*/\1/p' "$data/ready") grpc=$(sed -n 's/.* grpc=\([^ ]*\).*/\1/p' "$data/ready")
    tests/outside/run.sh "$http" "$grpc" "$data"
    local code=$?
    curl -s "$http/metrics" >"$HUB_TEST_OUTPUT/outside-metrics.txt" || true
    kill -TERM "$hub"
    wait "$hub" || { echo "FAIL stops-in-order"; code=1; }
    find "$data" -name '*.log' -exec cp {} "$HUB_TEST_OUTPUT/" \;
    rm -rf "$data"
    return $code
}

step node need_node
for machine in x64 arm64; do
    [[ -d $root/artifacts/node/node_modules/node-linux-$machine ]] && PATH=$root/artifacts/node/node_modules/node-linux-$machine/bin:$PATH
done
step chromium need_chromium
step restore restore || end
# Rules of style are errors of the build; what is left is how files are laid out.
step format dotnet format whitespace . --folder --verify-no-changes
step build dotnet build Halton.Hub.sln -c Release --no-restore -v quiet || end
# What ./hub runs is built only now, when npm is there for the explorer.
step hub ./hub run --help || end
counted protos tests/outside/protos.sh
counted schema tests/outside/schema.sh
counted tests unit_tests
counted outside outside
[[ $fast == --fast ]] || step faults ./hub faults --kills 2
counted leaks leak_scan
end
