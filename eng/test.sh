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

need() { # need <a file that shows it is there> <Debian package>
  [ -e "$1" ] && return
  echo "Installing $2 …"
  local sudo=
  [ "$(id -u)" = 0 ] || sudo=sudo
  if [ -z "${updated:-}" ]; then $sudo apt-get update -qq && updated=1; fi
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$2" >/dev/null \
    || stop "Could not install $2. Install it by hand and run this again."
}
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || need /usr/lib/postgresql/none postgresql
need /usr/bin/chromium chromium
# Watches what a program sends: the audit must send nothing without leave.
need /usr/bin/strace strace
# A real Postfix and Dovecot: the tests start their own and leave the machine's alone, so the packages get no configuration.
[ -e /usr/sbin/postfix ] || ! command -v debconf-set-selections >/dev/null || echo 'postfix postfix/main_mailer_type select No configuration' | $([ "$(id -u)" = 0 ] || echo sudo) debconf-set-selections
need /usr/sbin/postfix postfix
need /usr/lib/dovecot/imap dovecot-imapd
need /usr/lib/dovecot/lmtp dovecot-lmtpd
# The estimators of waiting are compared with R's; without it the committed numbers are the only yardstick.
need /usr/bin/Rscript r-base-core
[ -e /usr/lib/R/library/survival ] || need /usr/lib/R/site-library/survival r-cran-survival
need /usr/lib/R/site-library/cmprsk r-cran-cmprsk
compgen -G '/usr/share/fonts/truetype/*' >/dev/null || need /usr/share/fonts/truetype/none fonts-liberation

dotnet restore --locked-mode --verbosity quiet </dev/null || stop "The packages could not be restored."
dotnet build --no-restore --configuration "$configuration" --verbosity quiet --nologo </dev/null || stop "It does not build."

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

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
passed=0 failed=0 skipped=0 broken=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  echo "== $name"
  started=$SECONDS
  timeout 900 "artifacts/bin/$name/${configuration,,}/$name" -result-xml "$results/$name.xml" -noColor -noLogo </dev/null >"$results/$name.log" 2>&1
  code=$?
  # The numbers of the report, not of the console: a run that died before its report counts as broken.
  counts=$(grep -o '<assembly [^>]*>' "$results/$name.xml" 2>/dev/null | head -1)
  number() { echo "$counts" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*'; }
  p=$(number passed) f=$(number failed) s=$(number skipped) e=$(number errors)
  if [ -z "$counts" ] || [ "$((${p:-0} + ${f:-0}))" = 0 ] || { [ "$code" != 0 ] && [ "${f:-0}" = 0 ]; }; then
    echo "   $name ended with $code without a usable report"
    broken=$((broken + 1))
  fi
  if [ "$name" = Baton.EndToEnd.Tests ] && [ "${f:-0}" != 0 ] && second_try "artifacts/bin/$name/${configuration,,}/$name" "$results/$name.xml"; then
    p=$((p + f)) f=0
  fi
  passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0} + ${e:-0})) skipped=$((skipped + ${s:-0}))
  echo "   ${p:-0} passed, ${f:-0} failed in $((SECONDS - started)) s"
  if [ "$code" != 0 ]; then grep -vE '^\s+at |^(info|dbug):' "$results/$name.log" | tail -200; fi
done

echo
echo "$passed passed, $((failed + broken)) failed, $skipped skipped"
[ "$((failed + broken))" = 0 ]
