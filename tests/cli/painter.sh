# What draws is loaded when something is drawn, and by no command that answers
# in words: those answer where it is broken, and what draws says what it lacks.
. "$SOURCE/tests/cli/lib.sh"

if [ -n "${CLINCOURSE_SANITIZED-}" ]; then
	skip "the program alone" "it has all in itself"
	finish
	exit 0
fi
# One that is broken, before the one that is there.
mkdir broken
: >broken/clincourse-painter.so
before=${LD_LIBRARY_PATH-}
LD_LIBRARY_PATH=$work/broken
export LD_LIBRARY_PATH
run 0 "find" find bortezomib
run 0 "show" show bortezomib
run 0 "list" list vocab
run 0 "new" new multiple-myeloma
run 0 "version" --version
run 0 "help" help render
run 3 "it does not draw" render "$samples/first.xml" -o x.svg
says "it says what is missing" 'clincourse-painter.so belongs to this program'
run 3 "nor does a batch" batch "$samples/first.xml" -o pictures
says "it says so before it begins" 'cannot be loaded'
point "nothing is written" absent x.svg pictures
LD_LIBRARY_PATH=$before

# What a command does not use it does not wait for.
if command -v ldd >/dev/null; then
	ldd "$CLINCOURSE" >libraries
	point "a start has neither Cairo nor Pango" \
		sh -c '! grep -E "libcairo|libpango|libfontconfig|libX11" "$1"' \
		- libraries
else
	skip "libraries of a start" "no ldd"
fi
finish
