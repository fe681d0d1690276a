# What list prints can be used; blank cases check clean and draw.
. "$SOURCE/tests/cli/lib.sh"

for what in formats themes sizes languages diseases vocab; do
	run 0 "list $what" list $what
	point "$what: name TAB about" awk -F'\t' 'NF != 2 || $1 == "" { exit 1 }
		END { exit NR == 0 }' out
	cut -f1 out >$what
done
for disease in multiple-myeloma aml dlbcl cll cml nsclc sle; do
	run 0 "new $disease" new $disease
	cp out $disease.xml
	run 0 "new $disease checks clean" check --strict $disease.xml
	point "new $disease: no word in check" test ! -s err
	run 0 "new $disease draws" render $disease.xml -o $disease.svg
done
run 0 "list of one kind" list vocab test
point "holds no other" awk -F'\t' '$2 !~ /^test/ { exit 1 }' out
run 0 "in the plural, too" list vocab tests
run 2 "a kind that is none" list vocab tset
says "its neighbour" 'nearest is test'
run 2 "a kind of something else" list themes test
run 0 "languages by their own names" list languages
point "German" grep -q "^de	Deutsch$" out
run 0 "new of a word with one meaning" new "acute myelogenous"
says "which" 'the nearest, "aml"'
point "it is its blank" cmp out aml.xml
run 0 "new of a word with several" new "cell lung"
says "which they are" 'no disease is called "cell lung".*"nsclc"'
point "it is the general one" grep -q 'code="cell lung"' out
run 0 "new of no disease's word" new "Raynaud & co"
cp out raynaud.xml
point "with that word" grep -q 'code="Raynaud &amp; co"' out
run 1 "new of what no file can hold" new "$(printf 'a\001b')"

while read -r theme; do
	run 0 "theme $theme draws" \
		render "$samples/emm.xml" --theme "$theme" -o "$theme.svg"
	run 0 "show $theme" show "$theme"
done <themes
while read -r size; do
	"$CLINCOURSE" render "$samples/first.xml" --size "$size" \
		-o "$size.pdf" >out 2>err </dev/null
	code=$?
	# A page may be too small for a course: then it says so.
	if [ $code = 0 ] && [ -s "$size.pdf" ]; then
		ok "size $size draws"
	elif [ $code = 1 ] && grep -q 'E4' err && [ ! -e "$size.pdf" ]; then
		ok "size $size does not fit and says so"
	else
		not_ok "size $size" "exit $code" "$(cat err)"
	fi
	run 0 "show $size" show "$size"
done <sizes
run 0 "show a regimen" show VRd
point "its drugs" grep -q 'bortezomib' out
point "its drugs in Chinese" grep -q '硼替佐米 + 来那度胺' out
point "where it is defined" grep -q 'templates/vocab/regimens.xml:' out
run 0 "show by a Chinese name" show 硼替佐米
point "the drug of that name" grep -q '^bortezomib (treatment' out
run 0 "show by an alias" show Bortezomib-Rev-dex
point "the regimen of that alias" grep -q '^VRd (' out
run 0 "show a scheme" show imwg-2016
point "its responses by rank" grep -q '^  VGPR  *5: very good' out
run 0 "show a test" show haemoglobin
point "other units" grep -q 'g/dL: 1 is 10 g/L' out
run 0 "show a size" show nature-1
point "in mm" grep -q '^  width  *89 mm' out
point "the least that is asked" grep -q '^  asked of text  *5 pt' out
point "when it was read" grep -q '^  checked  *20[0-9-]*$' out
run 0 "show a theme" show dark
point "with its contrasts" grep -q '^  ink .* : 1 on the page' out
point "no line over 80 columns" awk 'length($0) > 80 { exit 1 }' out
run 1 "show of nothing" show velcadee
says "show: nearest of an alias" 'nearest is "bortezomib"'
run 2 "a theme that is none" render "$samples/first.xml" --theme purple -o x.svg
says "theme: those there are" '"dark", "grey", "light", "print"'
run 2 "a language that is none" render "$samples/first.xml" --lang fr -o x.svg
says "language: those there are" '"de", "en", "zh"'
run 2 "a size that is none" render "$samples/first.xml" --size nature-3 -o x.svg
says "size: the nearest" 'nearest are "nature-1", "nature-2"'
for sample in "$samples"/*.xml; do
	run 0 "Chinese in ${sample##*/}" check --notes --lang zh "$sample"
	point "nothing is missed" sh -c '! grep -q N470 err'
done
cat >lacks.xml <<'EOF'
<case xmlns="urn:clincourse:case:1" xml:lang="en">
  <title>A title</title>
  <define in="event" code="mine"><label>a word of the case</label></define>
  <diagnosis code="aml" time="2020"/>
  <event code="mine" time="2021"/>
  <event code="mine" time="2022"/>
  <event code="fever" time="2021"><note>a note</note></event>
</case>
EOF
run 0 "what lacks Chinese" check --notes --lang zh lacks.xml
says "the title" 'lacks.xml:2:3: note: this has no words in zh: "A title"'
says "a word of the case" 'lacks.xml:5:16: note: .*"a word of the case"'
says "a note" 'lacks.xml:7:35: note: .*"a note"'
point "each once" sh -c 'test "$(grep -c N470 err)" = 3'
# A name that was wrong is read, and shown to nobody.
"$CLINCOURSE" show isatuximab >out 2>err
point "a former name" test "$(grep -c 伊沙妥昔单抗 out)" = 0
run 0 "it" show 伊沙妥昔单抗
point "is read all the same" grep -q '^isatuximab' out
finish
