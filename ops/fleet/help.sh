# shellcheck shell=bash
# ./fleet help, and what is said about words that are not understood.

readonly COMMANDS='up down status logs keys send topics rejected test check format bench clean help'

command_help() {
  case ${1:-} in
    '') help_all ;;
    up | down | status | logs | keys | send | topics | rejected | test | check | format | bench | clean) "help_$1" ;;
    help) say './fleet help [COMMAND]   what there is, or how one command is used' ;;
    *) unknown_command "$1" ;;
  esac
}

help_all() {
  cat <<HELP
${BOLD}./fleet${PLAIN}: the analytics fleet on this machine

  up        start everything: Kafka, Redis, ClickHouse and the four services
  down      stop it all
  status    what runs, where, since when
  logs      the log of one part
  keys      the development keys
  send      one event from the command line
  topics    what is in the topics
  rejected  events that were refused: see, mend, send on

  test      build everything and run every test
  check     the fast loop: format, compile, unit tests
  format    settle the format of the sources
  bench     run a benchmark
  clean     stop, and remove what the fleet keeps

  ./fleet help COMMAND says more. Commands for a running fleet take
  --data DIR           its data folder (.fleet)
  --port-offset N      a number added to every port (0); two fleets side by side need both
HELP
}

help_up() {
  cat <<HELP
${BOLD}./fleet up${PLAIN} [--detach] [--demo] [--data DIR] [--port-offset N]

  Builds when the sources are newer than the last build, starts what does not run or has failed,
  waits until all is ready, and prints addresses and development keys.

  --detach, -d      return when ready; otherwise stay, and stop everything on Ctrl-C
  --demo            three weeks of made-up events, the first time, and lifelike traffic
  --data DIR        where everything is kept (.fleet)
  --port-offset N   added to the ports 8081-8084, 9092 (Kafka), 6379 (Redis), 8123 (ClickHouse)

  A server that runs already is used instead where its address is set in
  KAFKA_BOOTSTRAP_SERVERS, REDIS_URL or CLICKHOUSE_URL. Settings of the services, such as
  STREAMS_THREADS, are taken from the environment too.
HELP
}

help_down() {
  cat <<HELP
${BOLD}./fleet down${PLAIN} [--data DIR]

  Stops the demo, then the services, then the stack. The data stays.
HELP
}

help_status() {
  cat <<HELP
${BOLD}./fleet status${PLAIN} [--json] [--data DIR]

  A part is down, starting, ready, or failed: then only a new start mends it, which ./fleet up does.

  Ends with 0 when every part is ready, 3 when the fleet is down, 1 between the two.
HELP
}

help_logs() {
  cat <<HELP
${BOLD}./fleet logs${PLAIN} PART [-f] [--json] [--data DIR]

  PART: ${PARTS[*]}
  "ingest" is enough for ingest-service. -f follows; --json shows the lines as they are written.
HELP
}

help_keys() {
  cat <<HELP
${BOLD}./fleet keys${PLAIN} [--data DIR]

  Prints ADMIN_KEY=…, INGEST_KEY=…, READ_KEY=…, MODERATE_KEY=…
  In a shell: eval "\$(./fleet keys)"
HELP
}

help_send() {
  cat <<HELP
${BOLD}./fleet send${PLAIN} [TYPE] [--user U] [--text T] [key=value …] [--data DIR]
${BOLD}./fleet send${PLAIN} '{json}'

  Sends one event and prints the answer. key=value become properties; numbers, true, false
  and null are sent as such. --text is content, which is scored by moderation-service.

  ./fleet send PAYMENT_COMPLETED --user ada amount=9.99 currency=EUR
  ./fleet send MESSAGE_SENT --user ada --text 'Hello there'
HELP
}

help_topics() {
  cat <<HELP
${BOLD}./fleet topics${PLAIN} [NAME] [-n N] [-f] [--data DIR]

  Without NAME: all topics and how many records they hold.
  With NAME: its last N records (10), readable; -f goes on with what arrives.
HELP
}

help_rejected() {
  cat <<HELP
${BOLD}./fleet rejected${PLAIN} [groups | list] [--code C] [--source S] [--producer P] [-n N] [--data DIR]
${BOLD}./fleet rejected${PLAIN} show ID
${BOLD}./fleet rejected${PLAIN} try|resubmit ID ['{patch}'] [--backfill]
${BOLD}./fleet rejected${PLAIN} try|resubmit --all --code C [--source S] [--producer P] ['{patch}'] [--backfill]

  How many events were refused, for which reason and from whom; one of them with its bytes; what
  the door would say today; and sending on what is good now, each once, under its own event id.
  '{patch}' is a JSON merge patch. --backfill lets an event be of any age.

  ./fleet rejected resubmit --all --code missing_field '{"type":"MESSAGE_SENT"}'
HELP
}

help_test() {
  cat <<HELP
${BOLD}./fleet test${PLAIN} [MAVEN ARGUMENTS]

  Builds every module with all guards and runs every test; the coverage report is named at the end.
HELP
}

help_check() {
  cat <<HELP
${BOLD}./fleet check${PLAIN} [MAVEN ARGUMENTS]

  Format, compile with all guards, unit tests. For one module: ./fleet check -pl service-kit
HELP
}

help_format() {
  cat <<HELP
${BOLD}./fleet format${PLAIN}

  Formats all Java sources.
HELP
}

help_bench() {
  cat <<HELP
${BOLD}./fleet bench${PLAIN} [NAME] [ARGUMENTS]

  Runs a benchmark beside its reference; without NAME lists what there is.
HELP
}

help_clean() {
  cat <<HELP
${BOLD}./fleet clean${PLAIN} [--all] [--data DIR]

  Stops the fleet and removes its data folder; --all removes what was built, too.
HELP
}

unknown_command() {
  local near
  near=$(nearest "$1")
  near=${near:+did you mean $near?}
  fail "there is no command '$1'; ${near:-see ./fleet help.}" 2
}

# unknown_option COMMAND OPTION
unknown_option() { fail "'$2' is not an option of ./fleet $1; see ./fleet help $1." 2; }

# The command that is at most two typing errors away.
nearest() {
  printf '%s\n' "$COMMANDS" | tr ' ' '\n' | awk -v word="$1" '
    function distance(a, b,    i, j, row, cost, before, left) {
      for (j = 0; j <= length(b); j++) row[j] = j
      for (i = 1; i <= length(a); i++) {
        before = row[0]
        row[0] = i
        for (j = 1; j <= length(b); j++) {
          left = row[j]
          cost = before + (substr(a, i, 1) != substr(b, j, 1))
          if (row[j] + 1 < cost) cost = row[j] + 1
          if (row[j - 1] + 1 < cost) cost = row[j - 1] + 1
          row[j] = cost
          before = left
        }
      }
      return row[length(b)]
    }
    { d = distance(word, $0); if (d <= 2 && d < length(word) && (best == "" || d < least)) { best = $0; least = d } }
    END { print best }'
}
