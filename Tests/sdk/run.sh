#!/usr/bin/env bash
# Runs the tests of this folder with every released SDK, side by side, each in a virtual environment of its own that is
# made once and kept in .venv/ at the top of the repository. Arguments go to pytest. SCHEDULER0_MOCK names the server.
set -euo pipefail
folder="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
repository="$(cd "$folder/../.." && pwd)"
python="${PYTHON:-python3}"
versions=(1.0.0 1.2.0)
export SCHEDULER0_MOCK="${SCHEDULER0_MOCK:-$repository/.build/debug/scheduler0-mock}"
export PYTHONDONTWRITEBYTECODE=1 PIP_DISABLE_PIP_VERSION_CHECK=1

for version in "${versions[@]}"; do
    environment="$repository/.venv/sdk-$version"
    requirements="$folder/requirements-$version.txt"
    # The copy of the requirements is written last: its being there, and equal, means the environment is whole.
    if ! cmp -s "$requirements" "$environment/requirements.txt"; then
        rm -rf "$environment"
        "$python" -m venv "$environment"
        "$environment/bin/pip" install --quiet --no-deps --requirement "$requirements"
        cp "$requirements" "$environment/requirements.txt"
    fi
done

scratch="$(mktemp -d)"
runs=()
cleanup() {
    # A run that is stopped by a signal still stops its servers.
    for run in "${runs[@]}"; do kill -TERM "$run" 2>/dev/null || true; done
    wait || true
    rm -rf "$scratch"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

cd "$folder"
for version in "${versions[@]}"; do
    "$repository/.venv/sdk-$version/bin/python" -m pytest -p no:cacheprovider "$@" >"$scratch/$version" 2>&1 &
    runs+=($!)
done

failed=()
for index in "${!versions[@]}"; do
    version="${versions[$index]}"
    wait "${runs[$index]}" || failed+=("$version")
    echo "== scheduler0 $version"
    cat "$scratch/$version"
done
runs=()

if [ "${#failed[@]}" -gt 0 ]; then
    echo "SDK tests: FAILED with scheduler0 ${failed[*]}"
    exit 1
fi
echo "SDK tests: passed with scheduler0 ${versions[*]}"
