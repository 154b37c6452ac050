#!/bin/sh
# Runs the suites for what providers do on the wire, and writes what they prove into docs/providers.md.
set -eu
cd "$(dirname "$0")/../.."
report=$(mktemp -d)
classpath=$(mktemp)
trap 'rm -rf "$report" "$classpath"' EXIT
mvn -B -ntp -q -Pquick -pl adapters-openai,adapters-fal-gemini,adapters-jigsawstack -am test \
    -Dtest='OpenAi*Test,Fal*Test,Gemini*Test,Jigsaw*Test' -Dsurefire.failIfNoSpecifiedTests=false \
    -Dpentimento.wire.report="$report"
mvn -B -ntp -q -Pquick -pl testkit -am test-compile dependency:build-classpath -Dmdep.outputFile="$classpath"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "testkit/target/classes:$(cat "$classpath")" \
    dev.pentimento.testkit.wire.ProofTable "$report" docs/providers.md
