# A word is found by any of its names, with its kind and the code to write.
. "$SOURCE/tests/cli/lib.sh"

# found NAME ARGUMENTS... : the first line of what is found; leaves out.
found() {
	wanted=$1
	shift
	run 0 "find $*" find "$@"
	point "$*: $wanted" test "$(head -1 out | cut -f1)" = "$wanted"
}

found bortezomib bortezomib
point "kind and name" grep -qx 'bortezomib	treatment: bortezomib	' out
found bortezomib Velcade
point "the brand that it was found by" \
	grep -q '^bortezomib	treatment: bortezomib	Velcade$' out
found bortezomib 硼替佐米
point "the name that it was found by" grep -q '	硼替佐米$' out
found bortezomib bortezumib
found aml "acute myeloid leu"
found aml acute myeloid leukaemia
found haemoglobin Hb
found haemoglobin HEMOGLOBIN
found creatinine Kreatinin
run 0 "every kind is looked through" find bone marrow
point "a procedure" grep -q '	procedure: ' out
point "and a site" grep -q '	site: ' out
point "code, kind and name, found by" \
	awk -F'\t' 'NF != 3 || $1 == "" || $2 == "" { exit 1 }' out
run 0 "each once" find leukaemia
point "no line twice" test -z "$(cut -f1,2 out | sort | uniq -d)"
point "what is found can be shown" sh -c 'cut -f1 out | while read -r code; do
	"$0" show "$code" >/dev/null || exit 1; done' "$CLINCOURSE"
run 1 "a word of nothing" find qqqqq
says "it says so" 'nothing is called "qqqqq"'
run 1 "no letters" find -- ---
run 1 "no UTF-8" find "$(printf '\377\376\375')"
mkdir -p own/vocab
cat >own/vocab/own.xml <<'EOF'
<vocabulary xmlns="urn:clincourse:vocabulary:1" name="own"
  source="the ward" reviewed="no">
  <define in="treatment" code="wardol" class="imid">
    <label>wardol</label><alias>Wardolex</alias></define>
</vocabulary>
EOF
run 0 "words of one's own" find --templates own wardolex
point "are found, too" grep -q '^wardol	treatment: wardol	Wardolex$' out
if command -v python3 >/dev/null; then
	python3 -c 'import os, pty, sys
sys.exit(pty.spawn(sys.argv[1:]) >> 8)' "$CLINCOURSE" find leukaemia >shown \
		</dev/null
	point "at a terminal" test -s shown
	point "columns stand one below the other" sh -c '! grep -q "	" shown'
else
	skip "at a terminal" "no python3"
fi
finish
