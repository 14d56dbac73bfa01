#!/bin/sh
# Runs the public JSON-Schema-Test-Suite (draft 2020-12) through the validator and prints how far the two agree.
#
#   Tests/json-schema-suite/run.sh [FOLDER]     FOLDER keeps the downloads (default: .build/json-schema-suite)
#
# The suite is carried by the source package `jsonschema`, the meta-schemas by `jsonschema-specifications`; both are
# pinned, fetched once by pip, and checked by their hashes. Fails when less than 98 % of the cases agree.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=${1:-"$root/.build/json-schema-suite"}

fetch() { # NAME VERSION
    [ -d "$folder/$1-$2" ] && return
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
        --require-hashes --dest "$folder" --requirement "$root/Tests/json-schema-suite/requirements.txt"
    for archive in "$folder"/*.tar.gz; do tar -xzf "$archive" -C "$folder"; done
}

mkdir -p "$folder"
fetch jsonschema 4.26.0
fetch jsonschema_specifications 2025.9.1
rm -rf "$folder/suite"
mkdir -p "$folder/suite/tests"
cp -R "$folder/jsonschema-4.26.0/json/tests/draft2020-12" "$folder/suite/tests/"
cp -R "$folder/jsonschema-4.26.0/json/remotes" "$folder/suite/"
cp -R "$folder/jsonschema_specifications-2025.9.1/jsonschema_specifications/schemas/draft202012" \
    "$folder/suite/metaschemas"

cd "${SWIFT_PACKAGE:-$root}"
JSON_SCHEMA_SUITE="$folder/suite" swift test --filter JSONSchemaSuiteTests
