# shellcheck shell=bash
# ./fleet down and ./fleet clean.

# stop_in_order PART…: who sends before who receives, the stack last
stop_in_order() {
  local part services=()
  for part in "$@"; do
    case $part in demo | dev-stack) ;; *) services+=("$part") ;; esac
  done
  case " $* " in *' demo '*) stop demo ;; esac
  [ ${#services[@]} = 0 ] || stop "${services[@]}"
  case " $* " in
    *' dev-stack '*)
      stop dev-stack
      end_leftovers
      ;;
  esac
}

stop_all() {
  touch "$DATA/run/stopping" 2>/dev/null
  say "${BOLD}Stopping$PLAIN $DIM($DATA)$PLAIN"
  stop_in_order "${PARTS[@]}"
}

command_down() {
  [ $# = 0 ] || unknown_option down "$1"
  open_data
  adopt_strays
  if ! any_running; then
    stop_in_order "${PARTS[@]}" # forgets process ids that mean nothing any more
    say 'The fleet is down.'
    return 0
  fi
  stop_all
  say 'The fleet is down.'
}

command_clean() {
  local all='' folder
  while [ $# -gt 0 ]; do
    case $1 in
      --all) all=yes ;;
      *) unknown_option clean "$1" ;;
    esac
    shift
  done
  open_data
  if [ -d "$DATA" ]; then
    [ -f "$DATA/.fleet-data" ] || fail "$DATA is no fleet data folder, so it is left alone."
    any_running && stop_all
    rm -rf "$DATA" || fail "$DATA could not be removed."
    say "Removed $DATA"
  fi
  [ -n "$all" ] || return 0
  for folder in "$CHECKOUT"/target "$CHECKOUT"/*/target; do
    [ ! -d "$folder" ] || rm -rf "$folder" || fail "$folder could not be removed."
  done
  say 'Removed what was built'
}
