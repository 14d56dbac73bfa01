#!/usr/bin/env bash
# Runs the tests of this folder with every released SDK, each in a virtual environment of its own, which is made once
# and kept in .venv/ at the top of the repository. Arguments go to pytest. SCHEDULER0_MOCK names another server.
set -euo pipefail
folder="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
repository="$(cd "$folder/../.." && pwd)"
python="${PYTHON:-python3}"
export SCHEDULER0_MOCK="${SCHEDULER0_MOCK:-$repository/.build/debug/scheduler0-mock}"
export PYTHONDONTWRITEBYTECODE=1 PIP_DISABLE_PIP_VERSION_CHECK=1

failed=()
for version in 1.0.0 1.2.0; do
    environment="$repository/.venv/sdk-$version"
    requirements="$folder/requirements-$version.txt"
    # The copy of the requirements is written last: its being there, and equal, means the environment is whole.
    if ! cmp -s "$requirements" "$environment/requirements.txt"; then
        rm -rf "$environment"
        "$python" -m venv "$environment"
        "$environment/bin/pip" install --quiet --no-deps --requirement "$requirements"
        cp "$requirements" "$environment/requirements.txt"
    fi
    echo "== scheduler0 $version"
    (cd "$folder" && "$environment/bin/python" -m pytest -p no:cacheprovider "$@") || failed+=("$version")
done

if [ "${#failed[@]}" -gt 0 ]; then
    echo "SDK tests: FAILED with scheduler0 ${failed[*]}"
    exit 1
fi
echo "SDK tests: passed with scheduler0 1.0.0 and 1.2.0"
