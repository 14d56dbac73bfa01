#!/usr/bin/env bash
# Sends what the document allows, and what it forbids, to the built server: no answer may be a server error or stand
# outside the document. The seed and the number of examples are fixed; a run sends the same requests every time.
# SCHEDULER0_MOCK names another server; SCHEMATHESIS_EXAMPLES another number of examples an operation and phase.
set -euo pipefail
folder="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
repository="$(cd "$folder/../.." && pwd)"
python="${PYTHON:-python3}"
server="$(realpath "${SCHEDULER0_MOCK:-$repository/.build/debug/scheduler0-mock}")"
document="$repository/openapi.json"
environment="$repository/.venv/schemathesis"
examples="${SCHEMATHESIS_EXAMPLES:-10}"
export PYTHONDONTWRITEBYTECODE=1 PIP_DISABLE_PIP_VERSION_CHECK=1

if [ ! -x "$server" ]; then
    echo "schemathesis: no server to test: $server is missing; build it, or name one in SCHEDULER0_MOCK" >&2
    exit 2
fi
# The copy of the requirements is written last: its being there, and equal, means the environment is whole.
if ! cmp -s "$folder/requirements.txt" "$environment/requirements.txt"; then
    rm -rf "$environment"
    "$python" -m venv "$environment"
    "$environment/bin/pip" install --quiet --no-deps --requirement "$folder/requirements.txt"
    cp "$folder/requirements.txt" "$environment/requirements.txt"
fi

scratch="$(mktemp -d)"
process=""
cleanup() {
    if [ -n "$process" ]; then kill -KILL "$process" 2>/dev/null || true; fi
    rm -rf "$scratch"
}
trap cleanup EXIT

mkdir "$scratch/backups"
(
    # SCHEDULER0_* variables are options of the server.
    for name in $(compgen -v SCHEDULER0_ || true); do unset "$name"; done
    cd "$scratch"
    exec "$server" serve --port 0 --ready-file "$scratch/ready" --backup-dir "$scratch/backups" \
        --now 2026-01-01T00:00:00Z --clock frozen --deliveries simulated >"$scratch/stdout" 2>"$scratch/stderr"
) &
process=$!
for _ in $(seq 150); do
    if [ -s "$scratch/ready" ]; then break; fi
    if ! kill -0 "$process" 2>/dev/null; then break; fi
    sleep 0.1
done
if [ ! -s "$scratch/ready" ]; then
    echo "schemathesis: the server does not start:" >&2
    cat "$scratch/stderr" >&2
    exit 2
fi

# The operator's login, because the run deletes and archives credentials. resetRaft ends the process of a real server.
# A follower refuses writes; transferLeadership and removeSelf would leave nothing to test.
# schemathesis remembers earlier findings in the folder it runs in, and would send them again: here there are none.
cd "$scratch"
status=0
"$environment/bin/schemathesis" run "$document" \
    --url "$(cat "$scratch/ready")/worlds/schemathesis/api/v1" \
    --auth username:password --header "X-Peer: cmd" --header "X-Account-ID: 123" \
    --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
    --phases examples,coverage,fuzzing --mode all \
    --exclude-operation-id resetRaft --exclude-operation-id removeSelf --exclude-operation-id transferLeadership \
    --max-examples "$examples" --seed 20260101 --generation-database none \
    --request-timeout 35 --continue-on-failure --warnings off --no-color || status=$?

kill -TERM "$process"
ended=0
wait "$process" || ended=$?
process=""
if [ "$ended" -ne 0 ]; then
    echo "schemathesis: the server ended with exit code $ended" >&2
    tail -n 20 "$scratch/stderr" >&2
    status=1
fi
if grep -qi "contract violation" "$scratch/stderr"; then
    echo "schemathesis: the server found breaches of the document itself:" >&2
    # Each kind once, with its number: the time is cut off, and what comes after the first 300 characters.
    grep -i "contract violation" "$scratch/stderr" | cut -d" " -f2- | cut -c1-300 | sort | uniq -c | sort -rn |
        head -n 20 >&2
    status=1
fi
if [ "$status" -eq 0 ]; then echo "schemathesis: passed"; else echo "schemathesis: FAILED"; fi
exit "$status"
