# One mistake is told once, and what is proposed mends it and asks nothing new:
# proposals.py makes the mistakes.
. "$SOURCE/tests/cli/lib.sh"

if ! command -v python3 >/dev/null; then
	skip "proposals" "no python3"
	finish
	exit 0
fi

point "each proposal mends its mistake" \
	python3 "$SOURCE/tests/cli/proposals.py" "$CLINCOURSE"

finish
