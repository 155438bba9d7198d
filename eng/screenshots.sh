#!/usr/bin/env bash
# Makes the pictures in docs/images from the running demo.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Baton.EndToEnd.Tests --configuration Release --verbosity quiet --nologo
mkdir -p docs/images
BATON_SCREENSHOTS="$PWD/docs/images" artifacts/bin/Baton.EndToEnd.Tests/release/Baton.EndToEnd.Tests \
  -class Baton.EndToEnd.Tests.Screenshots -explicit only
dotnet build tests/Baton.Audit.Tests --configuration Release --verbosity quiet --nologo
BATON_SCREENSHOTS="$PWD/docs/images" artifacts/bin/Baton.Audit.Tests/release/Baton.Audit.Tests \
  -class Baton.Audit.Tests.ReportPictures -explicit only
