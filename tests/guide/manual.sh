# What the manual and each --help show is run, by manual.py.
. "$SOURCE/tests/cli/lib.sh"

point "the manual's examples do what they say" \
	python3 -B "$SOURCE/tests/guide/manual.py" "$CLINCOURSE" "$SOURCE"

finish
