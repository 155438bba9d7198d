#!/usr/bin/env bash
# Builds everything and runs every test. Installs what the tests need on Debian (PostgreSQL, Chromium, Postfix, Dovecot, R) when it is missing.
# Ends with "N passed, N failed"; exits non-zero when a test failed or a test project ran nothing.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
configuration=Release

stop() { # nothing could be run: that is a failure too
  echo "$1"
  echo
  echo "0 passed, 1 failed"
  exit 1
}

# What the tests need beside the SDK, installed in one go while the build runs: most of that is waiting for the network.
missing=()
need() { [ -e "$1" ] || missing+=("$2"); } # need <a file that shows it is there> <Debian package>
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || need /usr/lib/postgresql/none postgresql
need /usr/bin/chromium chromium
# Watches what a program sends: the audit must send nothing without leave.
need /usr/bin/strace strace
# A real Postfix and Dovecot: the tests start their own and leave the machine's alone, so the packages get no configuration.
need /usr/sbin/postfix postfix
need /usr/lib/dovecot/imap dovecot-imapd
need /usr/lib/dovecot/lmtp dovecot-lmtpd
# The estimators of waiting are compared with R's; without it the committed numbers are the only yardstick.
need /usr/bin/Rscript r-base-core
[ -e /usr/lib/R/library/survival ] || need /usr/lib/R/site-library/survival r-cran-survival
need /usr/lib/R/site-library/cmprsk r-cran-cmprsk
compgen -G '/usr/share/fonts/truetype/*' >/dev/null || need /usr/share/fonts/truetype/none fonts-liberation

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
install() {
  local sudo=
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq || return 1
  ! command -v debconf-set-selections >/dev/null || echo 'postfix postfix/main_mailer_type select No configuration' | $sudo debconf-set-selections
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}
installing=
if [ "${#missing[@]}" != 0 ]; then
  echo "Installing ${missing[*]} …"
  install </dev/null >"$results/install.log" 2>&1 &
  installing=$!
fi

dotnet restore --locked-mode --verbosity quiet </dev/null || stop "The packages could not be restored."
dotnet build --no-restore --configuration "$configuration" --verbosity quiet --nologo </dev/null || stop "It does not build."

if [ -n "$installing" ] && ! wait "$installing"; then
  tail -20 "$results/install.log"
  stop "Could not install ${missing[*]}. Install them by hand and run this again."
fi

# A browser on a busy machine may lose a race that is nobody's fault. At most three tests of a project that drives one get a
# second try, each alone; one that passes then counts as passed and is named as flaky, for somebody to look at.
second_try() { # second_try <project's program> <its report>
  local methods
  methods=$(grep -o '<test [^>]*result="Fail"[^>]*>' "$2" | sed -E 's/.* type="([^"]*)".* method="([^"]*)".*/\1.\2/' | sort -u)
  [ -n "$methods" ] && [ "$(echo "$methods" | wc -l)" -le 3 ] || return 1
  local arguments=() method
  for method in $methods; do arguments+=(-method "$method"); done
  timeout 300 "$1" "${arguments[@]}" -noColor -noLogo -result-xml "$results/again.xml" </dev/null >"$results/again.log" 2>&1 || return 1
  [ "$(grep -o '<test [^>]*result="Pass"[^>]*>' "$results/again.xml" | sed -E 's/.* type="([^"]*)".* method="([^"]*)".*/\1.\2/' | sort -u)" = "$methods" ] || return 1
  echo "$methods" | sed 's/^/   flaky, passed at the second try: /'
}

run() { # run <project>: leaves its report, its log, its exit code and its seconds in the results
  local started=$SECONDS
  # A test that hangs is named and its project ended, long before the patience of whoever waits for all of them.
  timeout 480 "artifacts/bin/$1/${configuration,,}/$1" -result-xml "$results/$1.xml" -longRunning 120 -noColor -noLogo </dev/null >"$results/$1.log" 2>&1
  echo "$? $((SECONDS - started))" >"$results/$1.end"
}

passed=0 failed=0 skipped=0 broken=0
tell() { # tell <project>: adds its numbers to the sum
  local name=$1 code seconds counts p f s e
  read -r code seconds <"$results/$name.end"
  # The numbers of the report, not of the console: a run that died before its report counts as broken.
  counts=$(grep -o '<assembly [^>]*>' "$results/$name.xml" 2>/dev/null | head -1)
  number() { echo "$counts" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*'; }
  p=$(number passed) f=$(number failed) s=$(number skipped) e=$(number errors)
  echo "== $name"
  if [ -z "$counts" ] || [ "$((${p:-0} + ${f:-0}))" = 0 ] || { [ "$code" != 0 ] && [ "${f:-0}" = 0 ]; }; then
    echo "   $name ended with $code without a usable report"
    broken=$((broken + 1))
  fi
  if [ "$name" = Baton.EndToEnd.Tests ] && [ "${f:-0}" != 0 ] && second_try "artifacts/bin/$name/${configuration,,}/$name" "$results/$name.xml"; then
    p=$((p + f)) f=0
  fi
  passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0} + ${e:-0})) skipped=$((skipped + ${s:-0}))
  echo "   ${p:-0} passed, ${f:-0} failed in $seconds s"
  if [ "$code" != 0 ]; then grep -vE '^\s+at |^(info|dbug):' "$results/$name.log" | tail -200; fi
}

# The audit's tests mostly wait for mail servers, so they run beside the others; the browsers come last and have the machine to themselves.
run Baton.Audit.Tests &
audit=$!
for project in tests/*.Tests; do
  name=$(basename "$project")
  case $name in Baton.Audit.Tests | Baton.EndToEnd.Tests) continue ;; esac
  run "$name"
  tell "$name"
done
run Baton.EndToEnd.Tests
wait "$audit"
tell Baton.EndToEnd.Tests
tell Baton.Audit.Tests

echo
echo "$passed passed, $((failed + broken)) failed, $skipped skipped"
[ "$((failed + broken))" = 0 ]
