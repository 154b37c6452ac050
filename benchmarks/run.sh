#!/bin/sh
# Measures everything and writes the tables of docs/benchmarks.md. Takes about half an hour;
# leave the machine alone meanwhile.
#
#   benchmarks/run.sh                    everything
#   benchmarks/run.sh start-up lineage   only these, printed and not written down;
#                                        there are start-up, lineage, bundles, jobs, loop, events, server-start,
#                                        server, pixels and memory
#   SYNC_MICROS                          how much longer than it does the disk is to take for each sync, in us;
#                                        needs a C compiler
#   SERVER_SECONDS                       how long the server is loaded, if not 600
#   JAVA_HOME                            the JDK to measure with
set -eu
cd "$(dirname "$0")/.."
./pentimento --version >/dev/null
classpath=$(mktemp)
trap 'rm -f "$classpath" "$classpath.log" "$classpath.so"' EXIT
mvn -B -ntp -q -Pquick -pl benchmarks -am test-compile dependency:build-classpath -Dmdep.outputFile="$classpath"
if [ -n "${SYNC_MICROS:-}" ]; then
    cc -shared -fPIC -O2 -o "$classpath.so" benchmarks/slow-sync.c -ldl
    LD_PRELOAD=$classpath.so
    export LD_PRELOAD SYNC_MICROS
fi
# with the collector that the launcher chooses
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:+UseSerialGC -Dorg.slf4j.simpleLogger.logFile="$classpath.log" -cp "benchmarks/target/test-classes:$(cat "$classpath")" \
    dev.pentimento.benchmarks.MeasureEverything . "$@"
