#!/usr/bin/env bash
# Measures Baton against the ceiling and prints tables; arguments go to the load generator (--parts, --rounds, --seconds, --json …).
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
for project in src/Baton bench/Baton.Ceiling bench/Baton.LoadGenerator; do
  dotnet build "$project" --configuration Release --verbosity quiet --nologo
done
# PostgreSQL as it is run in earnest: an acknowledged commit is on the disk.
BATON_TEST_FSYNC=on dotnet artifacts/bin/Baton.LoadGenerator/release/Baton.LoadGenerator.dll "$@"
