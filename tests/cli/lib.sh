# Sourced by the tests of the command line: TAP points, a folder of one's own.
# Meson sets CLINCOURSE (the program) and SOURCE (the project's root).
set -u

work=$(mktemp -d "${TMPDIR:-/tmp}/clincourse-test.XXXXXX") || exit 3
trap 'chmod -R u+rwx "$work" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cd "$work" || exit 3

# Nobody's own templates take part.
XDG_DATA_HOME=$work/nowhere
XDG_DATA_DIRS=$work/nowhere
export XDG_DATA_HOME XDG_DATA_DIRS
# Nor do anybody's settings: variables of their names, colours.
for variable in $(env | sed -n 's/^\(CLINCOURSE_[A-Z_]*\)=.*/\1/p'); do
	case $variable in
	CLINCOURSE_SANITIZED | CLINCOURSE_CORPUS) ;;
	*) unset "$variable" ;;
	esac
done
unset NO_COLOR

samples=$SOURCE/samples
points=0

ok() {
	points=$((points + 1))
	echo "ok $points - $1"
}

not_ok() {
	points=$((points + 1))
	echo "not ok $points - $1"
	shift
	for line in "$@"; do
		printf '%s\n' "$line" | sed 's/^/# /'
	done
}

skip() {
	points=$((points + 1))
	echo "ok $points - $1 # SKIP $2"
}

# point NAME COMMAND...: passes where the command succeeds.
point() {
	name=$1
	shift
	if "$@" >"$work/log" 2>&1; then
		ok "$name"
	else
		not_ok "$name" "$(head -20 "$work/log")"
	fi
}

# run CODE NAME ARGUMENTS...: the program exits with CODE. Leaves out, err.
run() {
	expected=$1
	name=$2
	shift 2
	"$CLINCOURSE" "$@" >out 2>err </dev/null
	code=$?
	if [ "$code" = "$expected" ]; then
		ok "$name"
	else
		not_ok "$name" "exit $code, expected $expected" "$(head -20 err)"
	fi
}

# says NAME PATTERN: standard error of the last run has it.
says() {
	if grep -q -- "$2" err; then
		ok "$1"
	else
		not_ok "$1" "no \"$2\" in:" "$(head -20 err)"
	fi
}

# not_said PATTERN: standard error of the last run lacks it.
not_said() {
	! grep -q -- "$1" err
}

absent() {
	for unwanted in "$@"; do
		[ ! -e "$unwanted" ] || return 1
	done
}

# The namespace and the start of a case, for hand-made ones.
namespace='xmlns="urn:clincourse:case:1"'

# case_with TEXT > file: a case that is well but for TEXT.
case_with() {
	printf '<?xml version="1.0" encoding="UTF-8"?>\n<case %s id="c" xml:lang="en">\n' \
		"$namespace"
	printf '  <diagnosis id="dx" code="multiple-myeloma" time="2021-03"/>\n'
	printf '  %s\n' "$1"
	printf '  <treatment id="tx" code="VRd" time="2021-04/2021-07"/>\n</case>\n'
}

finish() {
	echo "1..$points"
}
