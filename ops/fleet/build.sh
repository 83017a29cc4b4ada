# shellcheck shell=bash
# Building, testing and benchmarking, through Maven on the JDK that was found.

PACKAGED=(dev-stack "${SERVICES[@]}")
readonly BUILD_STAMP=$CHECKOUT/target/fleet-build.stamp
readonly BUILD_LOG=$CHECKOUT/target/fleet-build.log
readonly CHECK_LOG=$CHECKOUT/target/fleet-check.log
readonly BUILD_LOCK=$CHECKOUT/target/fleet-build.lock

need_maven() {
  find_jdk
  need mvn
  # The two flags keep JDK 25 from warning about Maven's own libraries.
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"
  export MAVEN_OPTS
}

maven() { (cd "$CHECKOUT" && exec mvn -B -ntp "$@"); }

maven_colour() { [ -z "$GREEN" ] || printf '%s\n' -Dstyle.color=always; }

# The build is up to date when all jars are there and nothing changed since it began, the JDK included.
build_is_fresh() {
  local part
  [ -f "$BUILD_STAMP" ] && [ "$(cat "$BUILD_STAMP")" = "$(build_facts)" ] || return 1
  for part in "${PACKAGED[@]}"; do
    [ -f "$CHECKOUT/$part/target/app/$part.jar" ] || return 1
  done
  [ -z "$(find "$CHECKOUT"/pom.xml "$CHECKOUT"/.mvn "$CHECKOUT"/*/pom.xml "$CHECKOUT"/*/src/main \
    "$JAVA_HOME/release" -newer "$BUILD_STAMP" 2>/dev/null | head -n 1)" ]
}

build_facts() { printf 'jdk=%s\ncheckout=%s\n' "$JAVA_HOME" "$CHECKOUT"; }

build_when_needed() {
  build_is_fresh && return 0
  need mvn
  mkdir -p "$CHECKOUT/target" 2>/dev/null || fail "cannot build: $CHECKOUT is not writable."
  need_space "$CHECKOUT" 1024 'to build'
  take_lock "$BUILD_LOCK"
  if ! build_is_fresh; then build; fi
  drop_lock "$BUILD_LOCK"
}

build() {
  local begun modules
  begun=$(now_ms)
  modules=$(printf '%s,' "${PACKAGED[@]}")
  say "${BOLD}Building${PLAIN}"
  build_facts >"$BUILD_STAMP.new" || fail "$CHECKOUT/target is not writable."
  watched_maven "$BUILD_LOG" -Dquick -pl "${modules%,}" -am package || fail "the build failed; all of it is in $BUILD_LOG."
  mv "$BUILD_STAMP.new" "$BUILD_STAMP"
  row "$DONE_MARK" built '' "$(since "$begun")"
}

# watched_maven LOG ARGUMENTS…: which module is at work while it runs, what went wrong when it failed
watched_maven() {
  local log=$1 line shown='' begun
  shift
  begun=$(now_ms)
  need_maven
  (cd "$CHECKOUT" && exec mvn -B -ntp "$@") >"$log" 2>&1 &
  BUILD_PID=$!
  while kill -0 "$BUILD_PID" 2>/dev/null; do
    line=$(sed -n 's/^\[INFO\] Building \(.*\) [^ ]*  *\[\([0-9]*\)\/\([0-9]*\)\]$/\2 of \3  \1/p' "$log" | tail -n 1)
    if [ -t 1 ]; then
      progress "${line:-reading the modules; the first time fetches libraries}  $(since "$begun")"
    elif [ "$line" != "$shown" ]; then
      say "  $line"
      shown=$line
    fi
    sleep 0.3
  done
  progress_end
  wait "$BUILD_PID" || { BUILD_PID='' && what_went_wrong "$log" >&2 && return 1; }
  BUILD_PID=''
}

# The lines of a Maven log that say what to mend; a compiler warning is an error here.
what_went_wrong() {
  awk '
    /^\[ERROR\] *$/ || /\[Help 1\]|To see the full stack|Re-run Maven|For more information|After correcting|mvn <args>/ { next }
    /^\[ERROR\]|^\[WARNING\] .*\.java:\[/ { print; lines++; more = 2; next }
    more > 0 && /^ / { print; more-- }
    lines > 40 { exit }' "$1"
}

command_test() {
  local begun code=0 report colour
  need_maven
  begun=$(now_ms)
  colour=$(maven_colour)
  maven ${colour:+"$colour"} verify "$@" || code=$?
  say
  for report in "$CHECKOUT"/*/target/site/jacoco-aggregate/index.html "$CHECKOUT"/*/target/site/jacoco/index.html; do
    [ -f "$report" ] || continue
    say "  coverage  ${report#"$CHECKOUT"/}"
    case $report in */jacoco-aggregate/*) break ;; esac # it holds the others
  done
  [ "$code" = 0 ] || fail "the tests failed after $(span $((($(now_ms) - begun) / 1000)))."
  say "  ${GREEN}all tests passed${PLAIN} in $(span $((($(now_ms) - begun) / 1000)))"
}

command_check() {
  local begun
  begun=$(now_ms)
  mkdir -p "$CHECKOUT/target" || exit 1
  trap '[ -z "$BUILD_PID" ] || kill "$BUILD_PID" 2>/dev/null' EXIT
  trap 'exit 130' INT
  watched_maven "$CHECK_LOG" test "$@" || fail "the check failed after $(since "$begun"); ./fleet format settles the format, all is in $CHECK_LOG."
  row "$DONE_MARK" 'format, compile, unit' "$(tests_run "$CHECK_LOG")" "$(since "$begun")"
}

tests_run() {
  awk '/Tests run:.*Time elapsed/ { sub(/.*Tests run: */, ""); sum += $0 + 0 } END { print sum + 0 " tests" }' "$1"
}

command_format() {
  need_maven
  maven -q spotless:apply "$@" || fail 'the sources could not be formatted.'
}

command_bench() {
  local sources="$CHECKOUT/benchmarks/src/main/java/com/nexusai/benchmarks" classpath flink=''
  if [ ! -f "$sources/BenchMain.java" ]; then
    [ $# -gt 0 ] && fail "there is no benchmark '$1'; there are none yet."
    say 'There are no benchmarks yet.'
    return 0
  fi
  find_jdk
  classpath=$CHECKOUT/benchmarks/target/fleet-classpath
  if [ ! -f "$classpath" ] || [ -n "$(find "$CHECKOUT"/pom.xml "$CHECKOUT"/*/pom.xml "$CHECKOUT"/*/src/main -newer "$classpath" | head -n 1)" ]; then
    need_maven
    maven -q -Dquick -pl benchmarks -am package dependency:build-classpath -Dmdep.outputFile=target/fleet-classpath \
      -Dmdep.includeScope=runtime || fail 'the benchmarks could not be built.'
  fi
  case " $* / ${BENCH_CONTENDERS:-flink} " in *' aggregator '*flink*) build_flink_reference && flink=$FLINK_CLASSPATH ;; esac
  exec "$JAVA" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xmx2g "-Dbench.flink.classpath=$flink" \
    -cp "$CHECKOUT/benchmarks/target/classes:$(cat "$classpath")" com.nexusai.benchmarks.BenchMain "$@"
}

# Flink has versions of its own of what we use, so its job is a module that nothing depends on, with its own class path.
build_flink_reference() {
  local module=$CHECKOUT/benchmarks/flink-reference
  local libraries=$module/target/fleet-classpath
  if [ ! -f "$libraries" ] || [ -n "$(find "$CHECKOUT"/pom.xml "$module"/pom.xml "$module"/src "$CHECKOUT"/benchmarks/src/main -newer "$libraries" | head -n 1)" ]; then
    need_maven
    maven -q -Dquick -Pflink-reference -pl benchmarks/flink-reference -am package dependency:build-classpath \
      -Dmdep.outputFile=target/fleet-classpath -Dmdep.includeScope=runtime -Dmdep.excludeGroupIds=com.nexusai ||
      fail "the Flink job could not be built; BENCH_CONTENDERS='aggregator dsl' leaves it out."
  fi
  FLINK_CLASSPATH=$module/target/classes:$CHECKOUT/benchmarks/target/classes:$CHECKOUT/shared-schema/target/classes:$(cat "$libraries")
}
