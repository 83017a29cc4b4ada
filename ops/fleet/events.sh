# shellcheck shell=bash
# Development keys, one event from the command line, and a look into topics.

key() { sed -n "s/^$1_KEY=//p" "$DATA/keys"; }

command_keys() {
  [ $# = 0 ] || unknown_option keys "$1"
  open_data
  [ -s "$DATA/keys" ] || fail "there are no keys yet; $(call up) makes them."
  cat "$DATA/keys"
}

# Keys are made once and kept; where the broker does not know them, being a new one, say, others are made.
settle_keys() {
  local begun
  begun=$(now_ms)
  if [ -s "$DATA/keys" ] && [ "$(keys_at_the_door)" != unknown ]; then return 0; fi
  progress 'making the development keys'
  make_keys
  until [ "$(keys_at_the_door)" = known ]; do
    [ $(($(now_ms) - begun)) -lt 60000 ] || fail "the services do not know the development keys; see $(call logs query)."
    sleep 0.2
  done
  row "$DONE_MARK" 'development keys' made "$(since "$begun")"
}

# Only this user may read the file, from its first byte on.
make_keys() {
  (umask 077 && : >"$DATA/keys.new" && : >"$DATA/run/keys.log")
  if ! java_tool query-service com.nexusai.kit.auth.ApiKeyTool create --tenant default --name development \
    --requests-per-second 0 --key admin --key ingest --key read --key moderate --format env >"$DATA/keys.new" 2>"$DATA/run/keys.log"; then
    tail -n 12 "$DATA/run/keys.log" >&2
    fail 'the development keys could not be made.'
  fi
  mv "$DATA/keys.new" "$DATA/keys"
}

# known, unknown (yet) or silent: a 401 says that a service does not know the key.
keys_at_the_door() {
  local query ingest
  query=$(http_code -H "X-Api-Key: $(key READ)" "$(url_of query-service)/api/v1/analytics/realtime")
  ingest=$(http_code -H "X-Api-Key: $(key INGEST)" -d '[]' "$(url_of ingest-service)/api/v1/analytics/track")
  case "$query $ingest" in
    *401*) say unknown ;;
    *000*) say silent ;;
    *) say known ;;
  esac
}

http_code() { curl -s -o /dev/null -m 5 --noproxy '*' -w '%{http_code}' "$@"; }

# java_tool PART CLASS ARGUMENTS…: a main of a part's class path, made to start fast, that knows the addresses
java_tool() (
  part=$1
  shift
  export_addresses
  exec "$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -cp "$DATA/app/$part.jar" "$@"
)

command_send() {
  local type='' user='' text='' properties='' body='' word answer code
  while [ $# -gt 0 ]; do
    case $1 in
      --user | --text) [ $# -gt 1 ] || fail "$1 needs a value." 2 ;;
    esac
    case $1 in
      --user) user=$2 && shift ;;
      --user=*) user=${1#*=} ;;
      --text) text=$2 && shift ;;
      --text=*) text=${1#*=} ;;
      '{'* | '['*) body=$1 ;;
      -*) unknown_option send "$1" ;;
      ?*=*) properties="$properties${properties:+,}\"$(quoted "${1%%=*}")\":$(json_value "${1#*=}")" ;;
      *)
        [ -z "$type" ] || fail "'$1' is neither an option nor key=value; see ./fleet help send." 2
        type=$1
        ;;
    esac
    shift
  done
  open_data
  need curl
  [ -s "$DATA/keys" ] || fail "the fleet is down; $(call up) starts it."
  if [ -z "$body" ]; then
    if [ -n "$text" ]; then word=MESSAGE_SENT; else word=FEATURE_USED; fi
    body="{\"type\":\"$(quoted "${type:-$word}")\",\"userId\":\"$(quoted "${user:-ada}")\",\"properties\":{$properties}"
    [ -z "$text" ] || body="$body,\"content\":{\"text\":\"$(quoted "$text")\"}"
    body="$body}"
  fi
  answer=$(printf '%s' "$body" | curl -s -m 30 --noproxy '*' -w '\n%{http_code}' -H 'Content-Type: application/json' \
    -H "X-Api-Key: $(key INGEST)" --data-binary @- "$(url_of ingest-service)/api/v1/analytics/track") \
    || fail "ingest-service does not answer at $(url_of ingest-service); see $(call status)."
  code=${answer##*$'\n'}
  say "${answer%$'\n'*}"
  case $code in 2*) ;; *) fail "ingest-service answered $code." ;; esac
  case $answer in *'"rejected":'[1-9]*) fail 'the event was rejected.' ;; esac
}

quoted() { printf '%s' "$1" | json_text; }

# Numbers, true, false and null as they are; the rest as text
json_value() {
  local bare='^(-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?|true|false|null)$'
  if [[ $1 =~ $bare ]]; then
    printf '%s' "$1"
  else
    printf '"%s"' "$(quoted "$1")"
  fi
}

command_topics() {
  open_data
  is_running dev-stack || fail "the fleet is down; $(call up) starts it." 3
  find_jdk
  java_tool dev-stack com.nexusai.devstack.tool.TopicTail "$@"
}
