#!/bin/sh
# Measures everything and writes the tables of docs/benchmarks.md. Takes about a quarter of an hour;
# leave the machine alone meanwhile.
#
#   benchmarks/run.sh                    everything
#   benchmarks/run.sh start-up lineage   only these, printed and not written down;
#                                        there are start-up, lineage, bundles, jobs, loop, events, pixels and memory
#   JAVA_HOME                            the JDK to measure with
set -eu
cd "$(dirname "$0")/.."
./pentimento --version >/dev/null
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
mvn -B -ntp -q -Pquick -pl benchmarks -am test-compile dependency:build-classpath -Dmdep.outputFile="$classpath"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "benchmarks/target/test-classes:$(cat "$classpath")" \
    dev.pentimento.benchmarks.MeasureEverything . "$@"
