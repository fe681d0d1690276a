# Spellings of dates, names, numbers and ages: none is in what a private picture
# says, at the levels that hide it. Rows of spellings.tsv, one a note: a group,
# the levels, the text, and what must not be left of it.
. "$SOURCE/tests/cli/lib.sh"

if ! command -v python3 >/dev/null; then
	skip "spellings" "no python3"
	finish
	exit 0
fi

# spelled NAME TABLE: every row of it.
spelled() {
	for level in relative month year; do
		python3 "$SOURCE/tests/cli/spellings.py" make "$2" $level \
			>spelled.xml || exit 3
		run 0 "$1, $level: drawn" render --privacy $level -f md \
			spelled.xml -o spelled.md
		point "$1, $level: nothing is left" \
			python3 "$SOURCE/tests/cli/spellings.py" look "$2" $level
	done
}

spelled "own" "$SOURCE/tests/cli/spellings.tsv"
corpus=${CLINCOURSE_CORPUS-}/found/robust/privacy.tsv
if [ -e "$corpus" ]; then
	spelled "corpus" "$corpus"
else
	echo "# skipped: no corpus"
fi

finish
