# shellcheck shell=bash
# The data folder, which is all the state that a fleet has, and what must be true before anything starts in it.
#
#   DIR/.fleet-data    marks the folder as ours; holds the port offset
#   DIR/app            the jars as they were when the fleet was started, so that a build does not pull them away
#   DIR/stack          what Kafka, Redis and ClickHouse keep
#   DIR/state/SERVICE  RocksDB
#   DIR/logs, DIR/run  logs; process ids and lock
#   DIR/keys           the development keys
#   DIR/demo-history   marks that the demo has made up its three weeks

# The absolute path of a folder that need not exist yet.
absolute() {
  local rest='' folder=$1
  case $folder in /*) ;; *) folder=$PWD/$folder ;; esac
  while [ ! -d "$folder" ]; do
    rest=/${folder##*/}$rest
    folder=${folder%/*}
    [ -n "$folder" ] || folder=/
  done
  folder=$(cd "$folder" && pwd -P)
  printf '%s%s\n' "${folder%/}" "$rest"
}

# Sets DATA and OFFSET from --data and --port-offset and what the folder remembers.
open_data() {
  local remembered=''
  DATA=$(absolute "${OPTION_DATA:-$CHECKOUT/.fleet}")
  ADDRESSES=$DATA/stack/dev-stack.properties
  [ -f "$DATA/.fleet-data" ] && remembered=$(sed -n 's/^port-offset=//p' "$DATA/.fleet-data")
  OFFSET=${OPTION_OFFSET:-${remembered:-0}}
  if [ -n "$remembered" ] && [ "$OFFSET" != "$remembered" ] && any_running; then
    fail "the fleet in $DATA runs with port offset $remembered, not $OFFSET; give --data DIR for another fleet."
  fi
}

# call WORDS… → how this fleet is called with these words, the data folder included where it is not the usual one
call() {
  local folder=$OPTION_DATA
  case $folder in *[!A-Za-z0-9_./+-]*) printf -v folder %q "$folder" ;; esac
  printf './fleet %s%s\n' "$*" "${folder:+ --data $folder}"
}

# Fails with one sentence, and before anything is made, if no fleet can live in the folder.
check_data() {
  local above=$DATA
  if [ -d "$DATA" ] && [ ! -f "$DATA/.fleet-data" ] && [ -n "$(ls -A "$DATA" 2>/dev/null)" ]; then
    fail "$DATA holds other things and is no fleet data folder; give another with --data DIR."
  fi
  while [ ! -e "$above" ]; do above=$(dirname "$above"); done
  [ -d "$above" ] || fail "$DATA cannot be made, as $above is not a folder."
  { [ -w "$above" ] && [ -x "$above" ]; } || fail "$above is not writable; give another data folder with --data DIR."
  need_space "$above" 1024 'for the data'
}

make_data() {
  mkdir -p "$DATA/run" "$DATA/logs" "$DATA/state" 2>/dev/null
  { printf 'port-offset=%s\n' "$OFFSET" >"$DATA/.fleet-data"; } 2>/dev/null \
    || fail "$DATA is not writable; give another data folder with --data DIR."
}

# Removes what make_data and a start in a new folder have made; the logs stay where there is something in them.
unmake_data() {
  local part
  for part in app stack state run keys demo-history; do rm -rf "${DATA:?}/$part"; done
  rmdir "$DATA/logs" 2>/dev/null
  [ -d "$DATA/logs" ] || { rm -f "$DATA/.fleet-data" && rmdir "$DATA" 2>/dev/null; }
}

# need_space FOLDER MEGABYTES WHAT
need_space() {
  local free
  free=$(df -Pk "$1" 2>/dev/null | awk 'NR == 2 && $2 > 0 { print int($4 / 1024) }')
  [ "${free:-$2}" -ge "$2" ] || fail "the disk is full: $free MB are free at $1, and $2 MB are needed $3."
}

# One ./fleet up at a time works on a folder.
lock_data() {
  case $LOCKS in *"$DATA/run/lock"*) return 0 ;; esac
  take_lock "$DATA/run/lock"
  [ -d "$DATA/app" ] || DATA_IS_NEW=yes
}

# take_lock FOLDER: one at a time, the others wait; a lock whose holder died is taken over
take_lock() {
  local holder begun=$SECONDS said=''
  until mkdir -p "${1%/*}" 2>/dev/null && mkdir "$1" 2>/dev/null; do
    [ -d "$1" ] || [ -w "${1%/*}" ] || fail "${1%/*} is not writable."
    holder=$(cat "$1/pid" 2>/dev/null)
    if [ -n "$holder" ] && ! is_fleet_script "$holder"; then
      rm -rf "$1"
    elif [ -z "$holder" ] && [ $((SECONDS - begun)) -gt 2 ]; then
      rm -rf "$1"
    else
      [ -n "$said" ] || say "  another ./fleet is at work${holder:+" (pid $holder)"}; waiting for it"
      said=yes
      sleep 0.3
    fi
  done
  printf '%s\n' $$ >"$1/pid"
  LOCKS="$LOCKS$1"$'\n'
}

drop_lock() {
  rm -rf "$1"
  LOCKS=${LOCKS//"$1"$'\n'/}
}

drop_locks() {
  local lock
  printf '%s' "$LOCKS" | while IFS= read -r lock; do rm -rf "$lock"; done
  LOCKS=''
}

is_fleet_script() {
  case "$(command_of "$1")" in
    *-Dfleet.process=*) return 1 ;;
    *fleet' '*) return 0 ;;
    *) return 1 ;;
  esac
}

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Who listens on a port, as far as this user may know.
port_owner() {
  local pid=''
  if command -v lsof >/dev/null 2>&1; then
    pid=$(lsof -nP -iTCP:"$1" -sTCP:LISTEN -t 2>/dev/null | head -n 1)
  elif command -v ss >/dev/null 2>&1; then
    pid=$(ss -Hltnp "sport = :$1" 2>/dev/null | sed -n 's/.*pid=\([0-9]*\).*/\1/p' | head -n 1)
  fi
  [ -n "$pid" ] || { printf 'another process\n'; return; }
  case "$(command_of "$pid")" in
    *-Dfleet.process=*) printf '%s (pid %s)\n' "$(command_of "$pid" | sed 's/.*-Dfleet.process=\([^@]*\)@\(.*\) -Xmx.*/\1 of the fleet in \2/')" "$pid" ;;
    *) printf '%s (pid %s)\n' "$(basename "$(ps -o comm= -p "$pid" 2>/dev/null || printf 'a process')")" "$pid" ;;
  esac
}

# check_ports PART…: fails if a port is taken, naming port, owner and a way out
check_ports() {
  local part port taken='' others=0 offset=$((OFFSET + 100))
  for part in "$@"; do
    for port in $(ports_of "$part" "$OFFSET"); do
      if ! port_is_taken "$port"; then
        continue
      elif [ -z "$taken" ]; then
        taken="port $port ($(port_name "$((port - OFFSET))")) is taken by $(port_owner "$port")"
      else
        others=$((others + 1))
      fi
    done
  done
  [ -z "$taken" ] && return 0
  while [ "$offset" -lt 5000 ] && any_taken "$offset" "$@"; do offset=$((offset + 100)); done
  [ "$others" = 0 ] || taken="$taken, and $others more"
  fail "$taken; stop that, or use other ports with --port-offset $offset."
}

any_taken() {
  local part port offset=$1
  shift
  for part in "$@"; do
    for port in $(ports_of "$part" "$offset"); do port_is_taken "$port" && return 0; done
  done
  return 1
}
