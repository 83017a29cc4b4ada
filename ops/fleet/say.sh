# shellcheck shell=bash
# What a person sees: calm and aligned; colour only on a terminal, and never with NO_COLOR.

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; then
  BOLD=$'\033[1m' DIM=$'\033[2m' GREEN=$'\033[32m' YELLOW=$'\033[33m' RED=$'\033[31m' PLAIN=$'\033[0m'
else
  BOLD='' DIM='' GREEN='' YELLOW='' RED='' PLAIN=''
fi

case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *UTF-8* | *utf-8* | *UTF8* | *utf8*) DONE_MARK='✓' WAIT_MARK='·' FAIL_MARK='✗' ;;
  *) DONE_MARK='+' WAIT_MARK='-' FAIL_MARK='x' ;;
esac

say() { printf '%s\n' "$*"; }

# One clear sentence on stderr, and out. A second argument is the exit code.
fail() {
  progress_end
  printf 'fleet: %s\n' "$1" >&2
  exit "${2:-1}"
}

# A line that is written over again and again on a terminal, and left out elsewhere.
progress() { [ ! -t 1 ] || printf '\r\033[2K  %s%s %s%s' "$DIM" "$WAIT_MARK" "$1" "$PLAIN"; }
progress_end() { [ ! -t 1 ] || printf '\r\033[2K'; }

# row MARK NAME TEXT TIME: one aligned line about one part
row() {
  local colour=$GREEN
  [ "$1" = "$DONE_MARK" ] || colour=$RED
  progress_end
  printf '  %s%s%s %-20s %-24s %s%7s%s\n' "$colour" "$1" "$PLAIN" "$2" "$3" "$DIM" "$4" "$PLAIN"
}

# Milliseconds since 1970. bash 3.2 has no clock finer than a second, macOS' date neither; its perl has.
now_ms() {
  local digits=${EPOCHREALTIME:-}
  digits=${digits//[!0-9]/}
  if [ -n "$digits" ]; then
    printf '%s\n' "$((digits / 1000))"
    return
  fi
  digits=$(date +%s%N 2>/dev/null)
  case $digits in
    '' | *[!0-9]*) perl -MTime::HiRes=time -e 'printf "%d\n", time * 1000' 2>/dev/null || printf '%s000\n' "$(date +%s)" ;;
    *) printf '%s\n' "$((digits / 1000000))" ;;
  esac
}

# since MS → "4.2 s"
since() {
  local tenths=$((($(now_ms) - $1) / 100))
  printf '%s.%s s\n' "$((tenths / 10))" "$((tenths % 10))"
}

# span SECONDS → "42 s", "3 min", "2 h 5 min", "4 d"
span() {
  if [ "$1" -lt 60 ]; then
    printf '%s s\n' "$1"
  elif [ "$1" -lt 3600 ]; then
    printf '%s min\n' "$(($1 / 60))"
  elif [ "$1" -lt 86400 ]; then
    printf '%s h %s min\n' "$(($1 / 3600))" "$(($1 % 3600 / 60))"
  else
    printf '%s d\n' "$(($1 / 86400))"
  fi
}

# json_text: stdin → the inside of a JSON string
json_text() {
  LC_ALL=C awk '
    BEGIN {
      for (i = 1; i < 32; i++) escape[sprintf("%c", i)] = sprintf("\\u%04x", i)
      escape["\t"] = "\\t"; escape["\r"] = "\\r"; escape["\""] = "\\\""; escape["\\"] = "\\\\"
    }
    NR > 1 { printf "\\n" }
    {
      out = ""
      for (i = 1; i <= length($0); i++) {
        letter = substr($0, i, 1)
        out = out ((letter in escape) ? escape[letter] : letter)
      }
      printf "%s", out
    }'
}
