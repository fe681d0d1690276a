# A user's own words: where they are read, how they clash, and that they take
# no check away in silence.
. "$SOURCE/tests/cli/lib.sh"

begin='<vocabulary xmlns="urn:clincourse:vocabulary:1" name="own" source="here">'
words() {
	mkdir -p "$(dirname "$1")"
	printf '%s\n%s\n</vocabulary>\n' "$begin" "$2" >"$1"
}

cat >case.xml <<'EOF'
<case xmlns="urn:clincourse:case:1" id="own">
  <patient sex="male" age="60"/>
  <diagnosis code="multiple-myeloma" time="2020-01"/>
  <line n="1">
    <treatment code="VRd" time="2020-02/2020-06"/>
    <response code="PD" time="2020-07"/>
    <response code="CR" time="2020-08"/>
  </line>
</case>
EOF

# One treatment with no label at all is named in each language.
for lang in en zh de; do
	run 0 "VRd in $lang" render case.xml --lang $lang -o $lang.svg
done
point "en" grep -q 'bortezomib + lenalidomide + dexamethasone' en.svg
point "zh" grep -q '硼替佐米 + 来那度胺 + 地塞米松' zh.svg
point "de" grep -q 'Bortezomib + Lenalidomid + Dexamethason' de.svg
for alias in RVd Bortezomib-Rev-dex; do
	sed "s/\"VRd\"/\"$alias\"/" case.xml >alias.xml
	run 0 "$alias for VRd" render alias.xml -o alias.svg
	point "is the word in the picture" grep -q ">$alias<" alias.svg
	point "and explained" \
		grep -q "$alias, bortezomib + lenalidomide + dexamethasone" alias.svg
done
# The house's names are one picture; a brand is the author's word for it.
for name in bortezomib BORTEZOMIB 硼替佐米 Bortezomib velcade; do
	sed "s/\"VRd\"/\"$name\"/" case.xml >alias.xml
	run 0 "$name" render alias.xml -o "$name.svg"
done
for name in BORTEZOMIB 硼替佐米 Bortezomib; do
	point "$name: the same picture" cmp bortezomib.svg "$name.svg"
done
point "a brand" grep -q "Velcade, bortezomib" velcade.svg
run 0 "in Chinese" render alias.xml --lang zh -o zh.svg
point "is the house's name" grep -q ">硼替佐米<" zh.svg
run 0 "and a note" check --notes alias.xml
says "says so" '"velcade" is read as bortezomib'
sed 's/"VRd"/"bortezumib"/' case.xml >wrong.xml
run 0 "a wrong code" check wrong.xml
says "what was meant" 'did you mean "bortezomib"'
sed 's/"VRd"/"VRdd"/' case.xml >wrong.xml
run 0 "a short one" check wrong.xml
point "is no slip" sh -c '! grep -q "did you mean" err'

# Unknown words of every open scope are drawn as they are written.
cat >unknown.xml <<'EOF'
<case xmlns="urn:clincourse:case:1" id="u">
  <diagnosis code="Grumbling toe" time="2020-01"/>
  <treatment code="blue pills" time="2020-02/2020-04"/>
  <treatment code="blue pills" time="2020-06/2020-07"/>
  <procedure code="toe massage" time="2020-03" site="left big toe"/>
  <event code="velvet nail" time="2020-05"/>
  <lesion site="kidney, left big toe" time="2020-01/2020-08"/>
  <genetics time="2020-01"><finding>odd markers</finding>
    <finding>ABCD7 p.G1R</finding></genetics>
  <series code="nail index" unit="mm"><value time="2020-01">3</value><value time="2020-09">2</value></series>
</case>
EOF
run 0 "words that nobody knows" check unknown.xml
point "each is told once" sh -c '[ $(grep -c W343 err) = 7 ]'
says "a site of several words" '"left big toe" is no site'
point "but for what a laboratory writes" sh -c '! grep -q ABCD7 err'
run 0 "which a note says" check --notes unknown.xml
says "that too" 'the finding "ABCD7 p.G1R" is not in the vocabulary'
run 1 "words that nobody knows, strictly" check --strict unknown.xml
run 0 "drawn" render unknown.xml -o unknown.svg
for word in "Grumbling toe" "blue pills" "toe massage (left big toe)" \
	"kidney, left big toe" "Velvet nail" "odd markers" "ABCD7 p.G1R" \
	"Nail index"; do
	point "$word" grep -q "$word" unknown.svg
done
run 0 "said" render unknown.xml --lang zh -f md -o unknown.md
for word in "grumbling toe" "blue pills" "toe massage" "left big toe" \
	"velvet nail" "odd markers"; do
	point "$word in words" grep -iq "$word" unknown.md
done
sed 's/"PD"/"XQ"/' case.xml >closed.xml
run 1 "a closed set stays closed" check closed.xml
says "and what it has is listed" 'known are .*VGPR, PR'

# New words: from a folder, from XDG, beside the case.
new='<define in="treatment" code="XYZ-1" class="imid"><label>exwyzumab</label></define>'
sed 's/"VRd"/"XYZ-1"/' case.xml >new.xml
run 0 "an unknown drug" check new.xml
says "is told" '"XYZ-1" is no treatment of the vocabulary: drawn as written'
run 1 "and refused where that is asked" check --strict new.xml
words own/vocab/mine.xml "$new"
run 0 "known by --templates" check --templates own new.xml
point "without a word of it" sh -c '! grep -q XYZ err'
run 0 "shown" show --templates own XYZ-1
point "with its place" grep -q 'own/vocab/mine.xml:2' out
mkdir -p data && cp -r own data/clincourse
XDG_DATA_HOME=$work/data
run 0 "known by XDG" check new.xml
XDG_DATA_HOME=$work/nowhere
words mine.vocabulary.xml "$new"
run 0 "known beside the case" check new.xml
rm mine.vocabulary.xml

# Clashes: both places, wherever the words are read.
words own/vocab/mine.xml '<define in="treatment" code="VRd" class="imid" parts="bortezomib"/>'
run 0 "a clash" check --templates own case.xml
says "both places" 'own/vocab/mine.xml:2:.*takes the place of templates/vocab/regimens.xml:'
run 1 "a clash where warnings count" check --strict --templates own case.xml
words mine.vocabulary.xml '<define in="treatment" code="VRd" class="imid" parts="bortezomib"/>'
run 0 "a clash beside the case" check case.xml
says "both places, too" 'mine.vocabulary.xml:2:.*templates/vocab/regimens.xml:'
words mine.vocabulary.xml '<define in="treatment" code="VRd" class="imid" parts="bortezomib" replaces="yes"/>'
run 0 "a meant one" check case.xml
point "is no clash" sh -c '! grep -q W33 err'
rm mine.vocabulary.xml
words own/vocab/mine.xml '<define in="treatment" code="x"><alias>Velcade</alias></define>'
run 0 "an alias that is taken" check --templates own case.xml
says "where from" 'mine.xml:2:.*"Velcade" takes the place of templates/vocab/drugs-cancer.xml:'
words own/vocab/a.xml '<define in="event" code="q"/>'
words own/vocab/mine.xml '<define in="event" code="q"/>'
run 0 "two files of one's own" check --templates own case.xml
says "each other's place" 'own/vocab/mine.xml:2:.*own/vocab/a.xml:2'
rm own/vocab/a.xml

# No check goes in silence.
run 0 "progression, then remission" check case.xml
says "is warned of" 'W311'
words own/vocab/mine.xml '<define in="response" code="PD" scheme="imwg-2016" replaces="yes"/>'
run 0 "PD without its meaning" check --templates own case.xml
says "is warned of itself" '"PD" loses its rank, slot, which templates/vocab/responses.xml:'
sed 's|<patient|<define in="response" code="PD"><label>worse</label></define><patient|' case.xml >define.xml
run 0 "PD defined by the case" check define.xml
says "is still a progression" 'W311'
words own/vocab/mine.xml '<define in="disease" code="multiple-myeloma" criteria="imwg" replaces="yes"/>'
run 1 "criteria that are none" check --templates own case.xml
says "are refused" 'names the scheme "imwg", which no vocabulary has'

# Nor does it crash.
n=0
for body in \
	'<define in="test" code="haemoglobin" unit="g/L" replaces="yes" high="999999999999999"><unit factor="0.000000000001">g/dL</unit></define>' \
	'<define in="response" code="PD" scheme="imwg-2016" rank="999999999999999" replaces="yes"/>' \
	'<define in="treatment" code="VRd" parts="VRd VRd" replaces="yes"/>' \
	'<define in="test" code="creatinine" unit="1" group="creatinine" replaces="yes"><part>x</part></define>'; do
	n=$((n + 1))
	words own/vocab/mine.xml "$body"
	sed 's|</case>|<series code="haemoglobin" unit="g/dL"><value time="2020-03">9</value><value time="2020-04" unit="g/L">90</value></series><panel time="2020-03"><value code="creatinine">90</value></panel></case>|' case.xml >odd.xml
	run 0 "odd words $n" render --templates own odd.xml -o odd.svg
	run 0 "odd words $n in check" check --templates own odd.xml
	run 0 "odd words $n shown" show --templates own VRd
	run 0 "odd test $n shown" show --templates own haemoglobin
	run 0 "odd response $n shown" show --templates own PD
done
finish
