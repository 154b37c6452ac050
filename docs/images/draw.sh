#!/usr/bin/env bash
# Draws the picture of the README anew: refines the example with ./pentimento and sets the versions beside each other.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PENTIMENTO_HOME=$scratch/home

refine() { ./pentimento refine "$1" "$2" -o "$scratch/$3.png" "${@:4}" >/dev/null; }

refine examples/coffee-logo.png "make it warmer and more minimalist" A1
refine A1 "sunset" A11 --strength 0.8
refine A "night" A2
mvn -q test-compile -Pquick -pl adapters-local -am
java -cp "adapters-local/target/test-classes:.launcher/pentimento.jar" dev.pentimento.adapters.local.LineagePicture \
    docs/images/lineage.png \
    "0,0,-1,A  v1,examples/coffee-logo.png,examples/coffee-logo.png" \
    "1,0,0,A1  v2,make it warmer and more minimalist,$scratch/A1.png" \
    "2,0,1,A1.1  v3,sunset,$scratch/A11.png" \
    "1,1,0,A2  v4,night,$scratch/A2.png"
