# shellcheck shell=bash
# The workbench for rejected events: what there is, one of them, and sending them on.

readonly REJECTED_PAGE=500

command_rejected() {
  local what=groups id='' patch='' query='' all='' dry=false backfill=false code='' source='' producer='' limit=''
  case ${1:-} in
    groups | list | show | try | resubmit) what=$1 && shift ;;
  esac
  while [ $# -gt 0 ]; do
    case $1 in
      --code | --source | --producer | -n) [ $# -gt 1 ] || fail "$1 needs a value." 2 ;;
    esac
    case $1 in
      --code) code=$2 && shift ;;
      --source) source=$2 && shift ;;
      --producer) producer=$2 && shift ;;
      -n) limit=$2 && shift ;;
      --all) all=yes ;;
      --dry-run) dry=true ;;
      --backfill) backfill=true ;;
      '{'*) patch=$1 ;;
      -*) unknown_option rejected "$1" ;;
      *) id=$1 ;;
    esac
    shift
  done
  open_data
  need curl
  [ -s "$DATA/keys" ] || fail "the fleet is down; $(call up) starts it."
  query=$(rejected_query code "$code" source "$source" producer "$producer" limit "$limit")
  case $what in
    groups) rejected_call GET "/groups$query" && rejected_say ;;
    list) rejected_call GET "$query" && rejected_say ;;
    show)
      need_rejected_id "$id"
      rejected_call GET "/$id" && rejected_say
      ;;
    try | resubmit)
      if [ "$all" = yes ] || { [ -z "$id" ] && [ -n "$code" ]; }; then
        [ -n "$code" ] || fail 'say which: --code CODE.' 2
        [ "$what" = resubmit ] || dry=true
        rejected_group "$code" "$source" "$producer" "$patch" "$backfill" "$dry"
      else
        need_rejected_id "$id"
        [ "$dry" = false ] || what='try'
        rejected_call POST "/$id/$what" "{$(rejected_patch "$patch")\"backfill\":$backfill}" && rejected_say
      fi
      ;;
  esac
}

need_rejected_id() {
  case $1 in
    [0-9]*-[0-9]*) ;;
    *) fail 'say which event: its id, such as 3-412; ./fleet rejected list shows them.' 2 ;;
  esac
}

rejected_patch() { [ -z "$1" ] || printf '"patch":%s,' "$1"; }

# rejected_query NAME VALUE …: those that have a value, as the query of a URL
rejected_query() {
  local query=''
  while [ $# -gt 1 ]; do
    [ -z "$2" ] || query="$query${query:+&}$1=$(printf '%s' "$2" | sed 's/%/%25/g; s/&/%26/g; s/+/%2B/g; s/ /%20/g; s/#/%23/g')"
    shift 2
  done
  printf '%s' "${query:+?}$query"
}

# rejected_group CODE SOURCE PRODUCER PATCH BACKFILL DRY: page by page, until there is no next
rejected_group() {
  local after='' body good=0 bad=0
  while :; do
    body="{$(rejected_patch "$4")\"code\":\"$(quoted "$1")\",\"backfill\":$5,\"dryRun\":$6,\"limit\":$REJECTED_PAGE"
    [ -z "$2" ] || body="$body,\"source\":\"$(quoted "$2")\""
    [ -z "$3" ] || body="$body,\"producer\":\"$(quoted "$3")\""
    [ -z "$after" ] || body="$body,\"after\":\"$after\""
    rejected_call POST /resubmit "$body}" || return
    good=$((good + $(rejected_number good)))
    bad=$((bad + $(rejected_number rejected)))
    after=$(printf '%s' "$ANSWER" | sed -n 's/.*"next":"\([0-9-]*\)".*/\1/p')
    [ -n "$after" ] || break
  done
  if [ "$6" = true ]; then
    say "$good would be sent, $bad would be rejected again"
  else
    say "$good sent, $bad still rejected"
  fi
}

rejected_number() { printf '%s' "$ANSWER" | sed -n "s/^{.*\"$1\":\([0-9][0-9]*\)[,}].*/\1/p"; }

rejected_say() { say "$ANSWER"; }

# rejected_call METHOD PATH [BODY]: the answer is left in ANSWER
rejected_call() {
  local code url
  url=$(url_of ingest-service)
  ANSWER=$(printf '%s' "${3:-}" | curl -s -m 60 --noproxy '*' -w '\n%{http_code}' -X "$1" -H 'Content-Type: application/json' \
    -H "X-Api-Key: $(key ADMIN)" --data-binary @- "$url/api/v1/rejected-events$2") \
    || fail "ingest-service does not answer at $url; see $(call status)."
  code=${ANSWER##*$'\n'}
  ANSWER=${ANSWER%$'\n'*}
  case $code in
    2*) ;;
    *)
      say "$ANSWER"
      fail "ingest-service answered $code."
      ;;
  esac
}
