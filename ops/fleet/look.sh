# shellcheck shell=bash
# ./fleet status and ./fleet logs.

state_of() {
  if ! is_running "$1"; then
    say down
  elif [ -n "$(fault_of "$1")" ]; then
    say failed
  elif is_ready "$1"; then
    say ready
  else
    say starting
  fi
}

command_status() {
  local json=''
  while [ $# -gt 0 ]; do
    case $1 in
      --json) json=yes ;;
      *) unknown_option status "$1" ;;
    esac
    shift
  done
  open_data
  need curl
  if [ -n "$json" ]; then status_json; else status_table; fi
}

# The exit code: 0 all ready, 3 down, 1 between.
status_code() {
  case $1 in
    *ready*down* | *down*ready* | *starting* | *failed*) return 1 ;;
    *ready*) return 0 ;;
    *) return 3 ;;
  esac
}

status_table() {
  local part state states='' pid port up colour fault
  say "${DIM}  $(printf '%-20s %-9s %8s %6s  %s' part state pid port up)$PLAIN"
  for part in $(parts_expected); do
    state=$(state_of "$part")
    states="$states $state"
    case $state in ready) colour=$GREEN ;; down | failed) colour=$RED ;; *) colour=$YELLOW ;; esac
    pid='' up='' fault=''
    port=$(port_of "$part")
    if [ "$state" != down ]; then
      pid=$(pid_of "$part")
      up=$(span "$(seconds_up "$part")")
    fi
    [ "$state" != failed ] || fault="  $(fault_of "$part")"
    printf '  %-20s %s%-9s%s %8s %6s  %s%s\n' "$part" "$colour" "$state" "$PLAIN" "$pid" "$port" "$up" "$fault"
  done
  case $states in *failed*) say && say "  $(call up) starts again what has failed." ;; esac
  status_code "$states"
}

status_json() {
  local part state states='' pid up rows='' port ready fault
  for part in $(parts_expected); do
    state=$(state_of "$part")
    states="$states $state"
    pid=null up=null ready=false fault=null
    port=$(port_of "$part")
    if [ "$state" != down ]; then
      pid=$(pid_of "$part")
      up=$(seconds_up "$part")
    fi
    [ "$state" != ready ] || ready=true
    [ "$state" != failed ] || fault="\"$(fault_of "$part" | json_text)\""
    rows="$rows${rows:+,}
    {\"name\": \"$part\", \"state\": \"$state\", \"ready\": $ready, \"pid\": ${pid:-null}, \"port\": ${port:-null}, \"uptimeSeconds\": $up, \"fault\": $fault}"
  done
  ready=true
  status_code "$states" || ready=false
  printf '{\n  "ready": %s,\n  "data": "%s",\n  "portOffset": %s,\n  "parts": [%s\n  ]\n}\n' \
    "$ready" "$(printf '%s' "$DATA" | json_text)" "$OFFSET" "$rows"
  status_code "$states"
}

# The demo counts only where it was asked for.
parts_expected() {
  printf '%s\n' dev-stack "${SERVICES[@]}"
  [ ! -f "$DATA/run/demo" ] || say demo
}

command_logs() {
  local part='' follow='' json='' log word
  while [ $# -gt 0 ]; do
    case $1 in
      -f | --follow) follow=yes ;;
      --json) json=yes ;;
      -*) unknown_option logs "$1" ;;
      *) part=$1 ;;
    esac
    shift
  done
  [ -n "$part" ] || fail "which log? One of: ${PARTS[*]}" 2
  word=$part
  part=$(part_named "$word") || fail "there is no part '$word'; there are: ${PARTS[*]}" 2
  open_data
  log=$DATA/logs/$part.log
  [ -f "$log" ] || fail "$part has no log yet; $(call up) starts it."
  case $follow$json in
    yesyes) exec tail -n 50 -f "$log" ;;
    yes) if [ -n "$json" ]; then exec cat "$log"; else tail -n 50 -f "$log" | readable -; fi ;;
    *) readable "$log" ;;
  esac
}

# Log lines in JSON as a person would have them: time, level, message, stack trace. Other lines stay as they are.
readable() {
  local line_by_line=''
  # mawk collects its input in blocks unless told otherwise
  case "$(awk -W version 2>&1 </dev/null)" in *mawk*) line_by_line=yes ;; esac
  # shellcheck disable=SC2016 # awk's own variables
  LC_ALL=C awk ${line_by_line:+-W interactive} '
    function field(name,    at, out, letter) {
      at = index($0, "\"" name "\":")
      if (at == 0) return ""
      at += length(name) + 3
      while (substr($0, at, 1) == " ") at++
      if (substr($0, at, 1) != "\"") return ""
      for (at++; at <= length($0); at++) {
        letter = substr($0, at, 1)
        if (letter == "\"") return out
        if (letter == "\\") {
          letter = substr($0, ++at, 1)
          if (letter == "n") letter = "\n"
          else if (letter == "t") letter = "\t"
          else if (letter == "r") letter = ""
          else if (letter == "u") letter = "\\u"
        }
        out = out letter
      }
      return out
    }
    /^\{.*"message"/ {
      stack = field("stack_trace")
      time = field("@timestamp")
      if (time == "") time = field("timestamp")
      sub(/^[0-9-]*T/, "", time); sub(/(Z|[+-][0-9:]*)$/, "", time)
      printf "%s %-5s %s%s\n", substr(time, 1, 12), field("level"), field("message"), (stack == "" ? "" : "\n" stack)
      fflush()
      next
    }
    { print; fflush() }' "$1"
}
