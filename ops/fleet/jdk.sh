# shellcheck shell=bash
# Finds a JDK, and the few other tools that the fleet needs.

readonly JDK_WANTED=25

# Where JDKs usually are, the most wanted first, one a line; a line may be a pattern that matches nothing.
jdk_places() {
  local place
  printf '%s\n' "${JAVA_HOME:-}" "$(jdk_on_path)"
  for place in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /opt/homebrew/opt/openjdk@$JDK_WANTED /usr/local/opt/openjdk@$JDK_WANTED /opt/java/* /opt/jdk* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
    "${HOME:-/nonexistent}"/.jdks/*; do
    printf '%s\n' "$place"
  done
}

jdk_on_path() {
  local java link
  java=$(command -v java 2>/dev/null) || return 0
  while [ -L "$java" ]; do
    link=$(readlink "$java")
    case $link in
      /*) java=$link ;;
      *) java=$(dirname "$java")/$link ;;
    esac
  done
  dirname "$(dirname "$java")"
}

# The release number of the JDK in a folder, or nothing where there is no whole JDK.
jdk_release() {
  local version=''
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  printf '%s\n' "${version:-0}"
}

# Exports JAVA_HOME and JAVA, or ends with what to do.
find_jdk() {
  local place release
  while IFS= read -r place; do
    [ -n "$place" ] || continue
    release=$(jdk_release "$place")
    if [ "${release:-0}" -ge "$JDK_WANTED" ]; then
      export JAVA_HOME=$place
      JAVA=$place/bin/java
      return 0
    fi
  done <<PLACES
$(jdk_places)
PLACES
  fail "no JDK $JDK_WANTED or newer was found; install one (Debian, Ubuntu: apt-get install openjdk-$JDK_WANTED-jdk; macOS: brew install openjdk@$JDK_WANTED; anywhere: sdk install java $JDK_WANTED-tem) or set JAVA_HOME to one."
}

need() {
  local hint
  command -v "$1" >/dev/null 2>&1 && return 0
  case $1 in
    mvn) hint='apt-get install maven, or brew install maven' ;;
    npm) hint='apt-get install npm, or brew install node; or set CLICKHOUSE_URL to a server that runs already' ;;
    *) hint="apt-get install $1, or brew install $1" ;;
  esac
  fail "'$1' is needed and is not on the PATH ($hint)."
}
