# What the scripts here share; sourced. Puts buf on the PATH, installing it on first use.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# Installs exactly what package-lock.json says, once for each version of it.
install_tools() {
    local done=$here/node_modules/.installed
    if ! cmp -s "$here/package-lock.json" "$done"; then
        command -v npm >/dev/null || {
            echo "Node.js 20.11 or later with npm is missing. Install it (Debian, Ubuntu: apt-get install nodejs npm), then try again." >&2
            return 1
        }
        # A package source that stumbles once is asked again.
        (cd "$here" && { npm ci --ignore-scripts --no-audit --no-fund || npm ci --ignore-scripts --no-audit --no-fund; }) >"$work/npm.log" 2>&1 || {
            cat "$work/npm.log" >&2
            return 1
        }
        cp "$here/package-lock.json" "$done"
    fi
    PATH=$here/node_modules/.bin:$PATH
    buf --version >/dev/null
}

# check NAME COMMAND...: runs it, prints one line, and what it said when it failed.
check() {
    local name=$1 log=$work/$1.log
    shift
    if "$@" >"$log" 2>&1; then
        echo "ok $name"
    else
        echo "FAIL $name"
        sed 's/^/    /' "$log"
        failures=$((failures + 1))
    fi
}
