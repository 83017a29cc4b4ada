# shellcheck shell=bash
# ./fleet up.

command_up() {
  local detach='' demo='' missing
  while [ $# -gt 0 ]; do
    case $1 in
      --detach | -d) detach=yes ;;
      --demo) demo=demo ;;
      *) unknown_option up "$1" ;;
    esac
    shift
  done
  open_data
  find_jdk
  need curl
  trap 'interrupted 130' INT
  trap 'interrupted 143' TERM HUP
  trap 'clean_up_start' EXIT
  [ ! -f "$DATA/.fleet-data" ] || lock_data
  adopt_strays
  stop_failed dev-stack "${SERVICES[@]}"
  read -r -a missing <<<"$(parts_missing $demo)"
  if [ ${#missing[@]} -gt 0 ]; then
    prepare "${missing[@]}"
    read -r -a missing <<<"$(parts_missing $demo)" # another may have started them while this one waited
  fi
  if [ ${#missing[@]} = 0 ]; then
    already_up
    return 0
  fi
  start "${missing[@]}"
  drop_lock "$DATA/run/lock"
  say
  say "${BOLD}The fleet is up$PLAIN after $(since "$UP_BEGUN")"
  say_where
  if [ -n "$detach" ]; then
    say
    say "  $(call down) stops it."
    exit 0
  else
    stay_in_front
  fi
}

# stop_failed PART…: what runs but is broken for good is stopped, and so is among the missing; FAILED names it
stop_failed() {
  local part fault
  FAILED=()
  for part in "$@"; do
    is_running "$part" && has_failed "$part" || continue
    fault=$(fault_of "$part")
    [ -n "$fault" ] || continue
    row "$FAIL_MARK" "$part" "$fault" ''
    FAILED+=("$part")
  done
  [ ${#FAILED[@]} = 0 ] || stop_in_order "${FAILED[@]}"
}

# The parts of a whole fleet that do not run.
parts_missing() {
  local part
  for part in dev-stack "${SERVICES[@]}" "$@"; do
    is_running "$part" || printf '%s ' "$part"
  done
}

already_up() {
  local part
  for part in dev-stack "${SERVICES[@]}"; do
    is_ready "$part" || await "$part"
  done
  settle_keys
  say "${BOLD}The fleet is up$PLAIN already"
  say_where
}

# Everything that can be known to be wrong is said before anything is made.
prepare() {
  check_data
  is_running dev-stack || end_leftovers
  check_ports "$@"
  any_running || build_when_needed
  make_data
  lock_data
  rm -f "$DATA/run/stopping"
}

start() {
  local part services=() demo=''
  UP_BEGUN=$(now_ms)
  STARTING=("$@")
  any_running || install_app
  say "${BOLD}Starting$PLAIN $DIM($DATA)$PLAIN"
  for part in "$@"; do
    case $part in
      dev-stack)
        launch_stack
        await dev-stack
        ;;
      demo) demo=yes ;;
      *) services+=("$part") ;;
    esac
  done
  if [ ${#services[@]} -lt ${#SERVICES[@]} ]; then
    settle_others ${services[@]+"${services[@]}"}
  fi
  if [ ${#services[@]} -gt 0 ]; then
    for part in "${services[@]}"; do launch_service "$part"; done
    await "${services[@]}"
  fi
  settle_keys
  if [ -n "$demo" ]; then
    launch_demo
    sleep 1
    await demo
  fi
  STARTING=() DATA_IS_NEW=''
}

# settle_others SERVICE…: the services that run beside these may have given up while something was away
settle_others() {
  local part others=()
  for part in "${SERVICES[@]}"; do
    case " $* " in *" $part "*) ;; *) ! is_running "$part" || others+=("$part") ;; esac
  done
  [ ${#others[@]} -gt 0 ] || return 0
  stop_failed "${others[@]}"
  for part in ${FAILED[@]+"${FAILED[@]}"}; do launch_service "$part"; done
  for part in "${others[@]}"; do
    is_ready "$part" || await "$part"
  done
}

# The fleet runs from copies, so that building and testing go on beside it.
install_app() {
  local part
  cmp -s "$BUILD_STAMP" "$DATA/app/stamp" && [ ! "$BUILD_STAMP" -nt "$DATA/app/stamp" ] && return 0
  rm -rf "$DATA/app"
  mkdir -p "$DATA/app"
  for part in "${PACKAGED[@]}"; do
    cp -Rp "$CHECKOUT/$part/target/app/." "$DATA/app/" || fail "the jars could not be copied to $DATA/app."
  done
  cp "$BUILD_STAMP" "$DATA/app/stamp"
}

# await PART…: a line for each when it is ready; the first that dies ends the start
await() {
  local begun waiting=" $* " part limit=180 told=''
  begun=$(now_ms)
  [ "$1" != dev-stack ] || limit=1200 # the first time it fetches the ClickHouse library
  while [ -n "${waiting// /}" ]; do
    for part in $waiting; do
      [ ! -f "$DATA/run/stopping" ] || fail 'the start was ended by a ./fleet down.'
      if ! is_running "$part"; then
        died "$part"
      elif is_ready "$part"; then
        row "$DONE_MARK" "$part" "$(ready_text "$part")" "$(since "$begun")"
        waiting=${waiting/ $part / }
      elif [ "$part" != dev-stack ] && has_failed "$part"; then
        row "$FAIL_MARK" "$part" 'failed' "$(since "$begun")"
        last_lines "$part"
        fail "$part failed while it started; its log is $DATA/logs/$part.log."
      elif [ $(($(now_ms) - begun)) -gt $((limit * 1000)) ]; then
        row "$FAIL_MARK" "$part" "not ready" "$(since "$begun")"
        last_lines "$part"
        fail "$part was not ready within $limit s; its log is $DATA/logs/$part.log."
      fi
    done
    if [ -z "$told" ] && [ "$waiting" = ' dev-stack ' ] && told=$(grep -m 1 '^Fetching' "$DATA/logs/dev-stack.log"); then
      progress_end
      say "  $told"
    fi
    [ -z "${waiting// /}" ] || { progress "${waiting//-service/} $(since "$begun")" && sleep 0.2; }
  done
}

ready_text() {
  local ports
  ports=$(ports_of "$1" "$OFFSET" | tr '\n' ' ')
  say "ready  ${ports% }"
}

# What a part says in one sentence before it ends is enough; otherwise the end of its log is shown.
died() {
  local reason
  row "$FAIL_MARK" "$1" 'ended' ''
  rm -f "$DATA/run/$1"
  reason=$(grep -E '^[A-Z][a-z -]+ .*\.$' "$DATA/logs/$1.log" | grep -vE '^(Exception|Caused|WARNING|Fetching)' | tail -n 1)
  if [ -n "$reason" ]; then
    [ -z "$DATA_IS_NEW" ] || rm -rf "$DATA/logs" # there is no more to know
    fail "$reason"
  fi
  last_lines "$1"
  fail "$1 ended while it started; its log is $DATA/logs/$1.log."
}

last_lines() {
  { readable "$DATA/logs/$1.log" | tail -n 12 | sed 's/^/      /'; } >&2
}

# Runs when the script ends: what was started for a fleet that did not come up is stopped and removed.
clean_up_start() {
  local code=$?
  [ -z "$BUILD_PID" ] || kill "$BUILD_PID" 2>/dev/null
  [ ${#STARTING[@]} = 0 ] || stop_in_order "${STARTING[@]}" >/dev/null
  if [ "$code" != 0 ] && [ -n "$DATA_IS_NEW" ]; then unmake_data; fi
  drop_locks
  exit "$code"
}

interrupted() {
  trap '' INT TERM HUP
  progress_end
  say 'Stopping'
  exit "$1"
}

say_where() {
  say
  say "  track events     $(url_of ingest-service)/api/v1/analytics/track"
  say "  console          $(url_of query-service)/#key=$(key ADMIN)"
  say "  answers          $(url_of query-service)/docs"
  say "  moderation       $(url_of moderation-service)/docs"
  say "  operations       $(url_of aggregator-service)/metrics"
  say "  Kafka            $(address KAFKA_BOOTSTRAP_SERVERS)"
  say "  Redis            $(address REDIS_URL)"
  say "  ClickHouse       $(address CLICKHOUSE_URL)"
  say
  sed 's/^/  /' "$DATA/keys"
  say
  say "  $(call "send MESSAGE_SENT --user ada --text 'Hello'")"
  say "  $(call topics analytics-events-validated)"
  say "  $(call status)"
}

# Stays until Ctrl-C, or until ./fleet down was called elsewhere. The traps only take note, as a trap speaks through
# whatever redirection it interrupts.
stay_in_front() {
  local asked='' gone=' '
  trap 'asked=yes' INT TERM HUP
  trap - EXIT
  say
  say "${DIM}  Ctrl-C stops the fleet.$PLAIN"
  while [ -z "$asked" ] && any_running; do
    report_gone
    [ -n "$asked" ] || nap 3
  done
  trap '' INT TERM HUP
  if [ -n "$asked" ]; then
    say
    stop_all
  elif [ ! -f "$DATA/run/stopping" ]; then
    fail 'all parts have ended.'
  fi
  say 'The fleet was stopped.'
}

# Waits where a signal ends the waiting at once.
nap() {
  sleep "$1" &
  wait $!
  kill $! 2>/dev/null
}

# Says once of each part that it has ended by itself. Expects and keeps $gone.
report_gone() {
  local part
  for part in "${PARTS[@]}"; do
    if is_running "$part"; then
      gone=${gone/ $part / }
    elif [ -f "$DATA/run/$part" ] && [ ! -f "$DATA/run/stopping" ] && [ "${gone/ $part / }" = "$gone" ]; then
      gone="$gone$part "
      row "$FAIL_MARK" "$part" 'ended by itself' ''
      last_lines "$part"
      say "  $(call up), called elsewhere, starts it again."
    fi
  done
}
