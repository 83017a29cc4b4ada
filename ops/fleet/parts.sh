# shellcheck shell=bash
# The parts of a fleet as processes: started apart from the terminal, always recognised before they are signalled.

SERVICES=(ingest-service aggregator-service moderation-service query-service)
PARTS=(dev-stack "${SERVICES[@]}" demo)

# ports_of PART OFFSET
ports_of() {
  case $1 in
    dev-stack)
      [ -n "${KAFKA_BOOTSTRAP_SERVERS:-}" ] || printf '%s\n' $((9092 + $2))
      [ -n "${REDIS_URL:-}" ] || printf '%s\n' $((6379 + $2))
      [ -n "${CLICKHOUSE_URL:-}" ] || printf '%s\n' $((8123 + $2))
      ;;
    ingest-service) printf '%s\n' $((8081 + $2)) ;;
    aggregator-service) printf '%s\n' $((8082 + $2)) ;;
    moderation-service) printf '%s\n' $((8083 + $2)) ;;
    query-service) printf '%s\n' $((8084 + $2)) ;;
  esac
}

# The port that a part listens on first.
port_of() { ports_of "$1" "$OFFSET" | head -n 1; }

port_name() {
  local part
  case $1 in
    9092) say Kafka ;;
    6379) say Redis ;;
    8123) say ClickHouse ;;
    *) for part in "${SERVICES[@]}"; do [ "$(ports_of "$part" 0)" != "$1" ] || say "$part"; done ;;
  esac
}

url_of() { printf 'http://127.0.0.1:%s\n' "$(port_of "$1")"; }

# part_named WORD → the part that a person means: "ingest" is enough
part_named() {
  local part
  for part in "${PARTS[@]}"; do
    case $part in "$1" | "$1"-service | *-"$1") say "$part" && return 0 ;; esac
  done
  return 1
}

command_of() {
  if [ -d /proc/self ]; then
    { tr '\0' ' ' <"/proc/$1/cmdline"; } 2>/dev/null
  else
    ps -ww -o command= -p "$1" 2>/dev/null
  fi
}

# Process ids are used again by the system, so a living process counts only if its command line names part and folder.
pid_of() {
  local pid
  pid=$(sed -n 's/^pid=//p' "$DATA/run/$1" 2>/dev/null)
  [ -n "$pid" ] || return 1
  case "$(command_of "$pid")" in
    *" -Dfleet.process=$1@$DATA "*) say "$pid" ;;
    *) return 1 ;;
  esac
}

# Finds parts that run though nothing is written down of them, say because somebody removed the folder.
adopt_strays() {
  local part pid
  for part in "${PARTS[@]}"; do
    is_running "$part" && continue
    for pid in $(pids_with "-Dfleet.process=$part@$DATA"); do
      case "$(command_of "$pid")" in
        */java' '*" -Dfleet.process=$part@$DATA -Xmx"*)
          make_data
          printf 'pid=%s\nsince=%s\n' "$pid" "$(date +%s)" >"$DATA/run/$part"
          ;;
      esac
    done
  done
}

pids_with() {
  if [ -d /proc/self ]; then
    grep -lsF -e "$1" /proc/[0-9]*/cmdline | sed 's/[^0-9]//g'
  else
    ps -axww -o pid=,command= | grep -F -e "$1" | awk '{ print $1 }'
  fi
}

is_running() { pid_of "$1" >/dev/null; }

any_running() {
  local part
  for part in "${PARTS[@]}"; do is_running "$part" && return 0; done
  return 1
}

seconds_up() { say $(($(date +%s) - $(sed -n 's/^since=//p' "$DATA/run/$1"))); }

# launch PART java-arguments…
launch() {
  local part=$1 log=$DATA/logs/$1.log tries=0
  shift
  [ ! -f "$log" ] || mv -f "$log" "$log.1"
  # Job control gives the part a process group of its own, so that Ctrl-C reaches this script alone.
  (
    set -m
    cd "$DATA" || exit 1
    nohup "$JAVA" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC \
      -XX:+ExitOnOutOfMemoryError "-Dfleet.process=$part@$DATA" "$@" </dev/null >"$log" 2>&1 &
    printf 'pid=%s\nsince=%s\n' $! "$(date +%s)" >"$DATA/run/$part"
  )
  until is_running "$part" || [ "$tries" -ge 40 ]; do # it is not itself before it has called java
    sleep 0.05
    tries=$((tries + 1))
  done
}

launch_stack() {
  rm -f "$ADDRESSES"
  launch dev-stack -Xmx1g -jar "$DATA/app/dev-stack.jar" --data "$DATA/stack" \
    --kafka-port $((9092 + OFFSET)) --redis-port $((6379 + OFFSET)) --clickhouse-port $((8123 + OFFSET))
}

launch_service() {
  local port console
  port=$(port_of "$1")
  console=$(port_of query-service)
  mkdir -p "$DATA/state/$1"
  (
    export_addresses
    HTTP_HOST=127.0.0.1 HTTP_PORT=$port ADVERTISED_SERVER=127.0.0.1:$port INSTANCE_ID=$1-$OFFSET \
      STATE_DIR=$DATA/state/$1 LOG_FORMAT=json SINK_BATCH_MS=${SINK_BATCH_MS:-1000} \
      CONSOLE_INGEST_URL=$(url_of ingest-service) HTTP_CORS_ORIGINS=http://127.0.0.1:$console,http://localhost:$console \
      launch "$1" -Xmx512m -jar "$DATA/app/$1.jar"
  )
}

# The first time, three weeks before today are made up too.
launch_demo() {
  local days=21
  [ ! -f "$DATA/demo-history" ] || days=0
  INGEST_URL=$(url_of ingest-service) INGEST_KEY=$(key INGEST) BACKFILL_KEY=$(key ADMIN) \
    launch demo -Xmx128m -cp "$DATA/app/dev-stack.jar" com.nexusai.devstack.demo.DemoTraffic --history-days "$days"
  : >"$DATA/demo-history"
}

# The stack writes its addresses when it is ready; who needs it gets them as environment, in a subshell.
export_addresses() {
  local name value
  while IFS='=' read -r name value; do
    case $name in *[!A-Z_]* | '') ;; *) export "$name=$value" ;; esac
  done <"$ADDRESSES"
}

address() { sed -n "s/^$1=//p" "$ADDRESSES" 2>/dev/null; }

is_ready() {
  case $1 in
    dev-stack) [ -s "$ADDRESSES" ] && [ -z "$(fault_of dev-stack)" ] ;;
    demo) true ;;
    *) curl -fs -o /dev/null -m 2 --noproxy '*' "$(url_of "$1")/health/readiness" ;;
  esac
}

# What only a new start mends, in a few words; nothing where a part is well or still starting.
fault_of() {
  case $1 in
    dev-stack) [ ! -s "$ADDRESSES" ] || servers_away ;;
    demo) ;;
    *)
      [ "$(http_code "$(url_of "$1")/health/liveness")" != 503 ] || say 'asks for a restart'
      ;;
  esac
}

# A refusal may pass: asked once more a moment later, before anything is stopped for it.
has_failed() { [ -n "$(fault_of "$1")" ] && sleep 1 && [ -n "$(fault_of "$1")" ]; }

# Names the servers of the stack that do not answer at the addresses that it has written.
servers_away() {
  local away=''
  server_answers "$(address KAFKA_BOOTSTRAP_SERVERS)" || away=Kafka
  server_answers "$(address REDIS_URL)" || away="$away${away:+, }Redis"
  curl -fs -o /dev/null -m 5 --noproxy '*' "$(address CLICKHOUSE_URL)/ping" || away="$away${away:+, }ClickHouse"
  [ -z "$away" ] || say "no answer from $away"
}

# server_answers ADDRESS: whether one of host:port,host:port or scheme://user:password@host:port/path can be connected to
server_answers() {
  local server servers=${1#*://}
  servers=${servers%%/*}
  servers=${servers##*@}
  for server in ${servers//,/ }; do
    case $server in *:*) ;; *) server=$server:6379 ;; esac # only Redis may leave it out
    ! connects "$(printf '%s' "${server%:*}" | tr -d '[]')" "${server##*:}" || return 0
  done
  return 1
}

# connects HOST PORT: bash waits minutes for a host that is silent, so it is given 2 s
connects() {
  local pid tries=0
  {
    (exec 3<>"/dev/tcp/$1/$2") &
    pid=$!
    while kill -0 "$pid" && [ "$tries" -lt 40 ]; do
      sleep 0.05
      tries=$((tries + 1))
    done
    kill -KILL "$pid"
    wait "$pid"
  } 2>/dev/null
}

# A stack that was killed leaves its servers behind; each wrote its process id beside its files.
end_leftovers() {
  local file pid
  for file in "$DATA"/stack/*/*.pid; do
    [ -f "$file" ] || continue
    read -r pid _ <"$file"
    case "$(command_of "${pid:-0}")" in
      *"$DATA/stack/"*) kill -TERM "$pid" 2>/dev/null && await_end "$pid" "$DATA/stack/" ;;
    esac
  done
}

# await_end PID WORD: gives a process 10 s, then kills it; it is known by a word of its command line
await_end() {
  local begun=$SECONDS
  while :; do
    case "$(command_of "$1")" in *"$2"*) ;; *) return 0 ;; esac
    [ $((SECONDS - begun)) -lt 10 ] || kill -KILL "$1" 2>/dev/null
    sleep 0.2
  done
}

# stop PART…: asks all at once, waits, and kills what does not listen
stop() {
  local part pid asked='' waiting begun limit=30
  begun=$(now_ms)
  for part in "$@"; do
    if pid=$(pid_of "$part"); then
      kill -TERM "$pid" 2>/dev/null
      asked="$asked $part"
    else
      rm -f "$DATA/run/$part"
    fi
  done
  while [ -n "$asked" ]; do
    waiting=''
    for part in $asked; do
      if ! pid=$(pid_of "$part"); then
        rm -f "$DATA/run/$part"
        row "$DONE_MARK" "$part" stopped "$(since "$begun")"
      elif [ $(($(now_ms) - begun)) -gt $((limit * 1000)) ]; then
        kill -KILL -- "-$pid" 2>/dev/null || kill -KILL "$pid" 2>/dev/null # its group: its children, too
        row "$FAIL_MARK" "$part" "killed, deaf for $limit s" "$(since "$begun")"
        limit=$((limit + 1))
        waiting="$waiting $part"
      else
        waiting="$waiting $part"
      fi
    done
    asked=$waiting
    [ -z "$asked" ] || { progress "${asked//-service/}  $(since "$begun")" && sleep 0.2; }
  done
  progress_end
}
