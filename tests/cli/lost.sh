# What a figure has no room for is said, and --strict refuses it.
. "${0%/*}/lib.sh"

cat >full.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="full" xml:lang="en">
  <diagnosis code="hodgkin-lymphoma" time="2019-02-11"/>
  <line n="1">
    <treatment code="ABVD" intent="induction" time="2019-03-01/2019-08-01"
      cycles="6"/>
    <treatment code="brentuximab" intent="consolidation" unit="mg/kg"
      time="2019-09-01/2019-09-03"><dose>1.8</dose></treatment>
    <treatment code="nivolumab" intent="maintenance" unit="mg"
      time="2019-09-04/2019-09-06"><dose>240</dose></treatment>
  </line>
  <relapse time="2023-05-02"><note>a node in the left axilla that nobody had
    felt before the scan of that spring</note></relapse>
  <outcome code="alive" time="2024-01-09"/>
</case>
END
run 0 "a narrow page" render full.xml --size lancet-1 -o full.svg
says "tells on one line what it lacks" \
	'full.xml:1:1: warning: not shown for want of space at size lancet-1: .*\[W402\]'
says "with their number and names" ': notes of callouts (1: Relapse), doses of drugs (1: brentuximab'
point "as one line" not_said '\[W40[^2]\]'
run 0 "notes" render full.xml --size lancet-1 --notes -o full.svg
says "name each at its place" \
	'full.xml:11:3: note: no room at size lancet-1 for the note of "Relapse" \[N401\]'
run 0 "no notes" render full.xml --size lancet-1 -o full.svg
point "where none were asked for" not_said 'N401'
run 1 "strict" render full.xml --size lancet-1 --strict -o strict.svg
point "writes nothing" test ! -e strict.svg
run 0 "room for all" render full.xml --size 400x400mm -o wide.svg
point "says nothing" test ! -s err
run 0 "its measures" render full.xml --size lancet-1 --metrics full.json \
	-o full.svg
point "name all of it" grep -q '"dropped":\["notes of callouts (1: Relapse)"' full.json
point "each with its place" grep -q \
	'{"what":"notes of callouts","name":"Relapse","line":11,"column":3}' \
	full.json

# A word of the author's that ends so is whole.
sed 's/<relapse/<event time="2020-02-02"><label>And so on …<\/label><\/event>&/' \
	full.xml >dots.xml
run 0 "an ellipsis of the author's" render dots.xml --size 400x400mm -o dots.svg
point "is no cut word" test ! -s err

# So is a title of the author's, and what privacy left out.
sed 's/<diagnosis /<title>From a letter … to the ward …<\/title>&/' \
	full.xml >title.xml
run 0 "a title with an ellipsis" render title.xml --size 400x400mm -o dots.svg
point "is whole" test ! -s err
sed 's/<relapse/<procedure code="biopsy" time="2020-02-02" result="seen by Dr. Anna Smith on 3 March 2020"\/>&/' \
	full.xml >veiled.xml
run 0 "words of privacy" render veiled.xml --privacy relative --size 400x400mm \
	-o veiled.scene
point "are there" grep -q '\[…\]' veiled.scene
point "are not cut" not_said W402

# What is pressed and loses nothing is not told: there is no intent.
sed 's/ intent="[a-z]*"//' full.xml >plain.xml
run 0 "treatments without an intent" render plain.xml --size lancet-1 -o plain.svg
point "lose none" not_said 'intents'

# Two sizes of one week and two changes of the next, in ten years.
cat >lesion.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="sizes" xml:lang="en">
  <diagnosis code="hodgkin-lymphoma" time="2012-02-11"/>
  <lesion time="2012-02-11/2021-06-01" unit="mm">
    <label>Axillary node</label>
    <value time="2012-02-11">50</value>
    <value time="2012-02-15">40</value>
    <value time="2012-02-19">45</value>
    <value time="2021-03-19">12</value>
    <change time="2015-01-01" to="larger"/>
    <change time="2015-01-09" to="smaller"/>
  </lesion>
  <outcome code="alive" time="2022-01-09"/>
</case>
END
run 0 "sizes without room" render lesion.xml -o lesion.svg
says "are told with their number" 'size screen: sizes of lesions (3: Axillary node) \[W402\]'

# A row given up before a larger one comes back where that one's room suffices:
# only the larger is missed. All of it needs some 99 mm, without both 45 mm.
{
	cat <<'END'
<case xmlns="urn:clincourse:case:1" id="rows" xml:lang="en">
  <diagnosis code="multiple-myeloma" time="2021-01-01"/>
  <treatment code="VRd" time="2021-01-10/2021-12-20"/>
  <event time="2021-03-01/2021-06-01"><label>Stay at home</label></event>
END
	for month in 01 02 03 04 05 06 07 08 09; do
		printf '  <event code="pneumonia" time="2021-%s-05/2021-12-20">\n' \
			"$month"
		printf '    <label>Lung infection of %s</label></event>\n' "$month"
	done
	printf '  <outcome code="alive" time="2022-01-01"/>\n</case>\n'
} >rows.xml
run 0 "two rows too high" render rows.xml --size 180x60mm -o rows.scene
says "only the higher is left out" 'are 60: rows (Infections);'
point "the other is there" grep -q '"Stay at home"' rows.scene
run 0 "lower still" render rows.xml --size 180x45mm -o low.scene
says "both are left out" 'are 45: rows (Infections, Events)'
run 0 "notes of rows" render rows.xml --size 180x60mm --notes -o rows.scene
says "name what stood in them" \
	'rows.xml:7:3: note: no room at size 180x60mm for the row of "Lung infection of 02" \[N401\]'

# Many relapses with many words, and a name longer than its bar in each line: the
# callouts keep to that word, the bars become low. Nothing goes unsaid.
courses()
{
	printf '<case %s id="turns" xml:lang="en">\n' "$namespace"
	printf '  <diagnosis code="multiple-myeloma" time="2010-01-01"/>\n'
	for line in $1; do
		printf '  <line n="%s"><treatment code="VRd" time="201%s-01/201%s-11">\n' \
			"$line" "$line" "$line"
		printf '    <label>VRd of the trial, arm %s, out of hospital</label>' "$line"
		printf '</treatment></line>\n  <relapse time="201%s-12"><label>' "$line"
		printf 'in the axilla, the neck and the spine, for the time %s' "$line"
		printf '</label></relapse>\n'
	done
	printf '  <outcome code="dead" time="2020-01-01"/>\n</case>\n'
}
courses "1 2 3 4 5 6 7 8" >turns.xml
run 0 "a slide of eight relapses" render turns.xml --size slide-16x9 -o turns.scene
says "tells what they no longer say" 'notes of callouts (.: in the axilla, '
point "and still names each" test "$(grep -c '"Relapse' turns.scene)" -ge 8
run 0 "with less height" render turns.xml --size 180x80mm -o low.scene
says "tells it, too" 'notes of callouts (.: in the axilla, '
point "whose bars bear all names" \
	test "$(grep -c '"VRd of the trial, arm ., out of hospital"' low.scene)" -eq 8

# Rows that never go: a page without room for them is refused.
sed "s/<event /&key='yes' /" rows.xml >keyed.xml
run 1 "no room at all" render keyed.xml --size 180x60mm -o none.svg
says "is refused with what it needs" \
	'keyed.xml:1:1: error: does not fit the size 180x60mm: needs [0-9]* mm of height at [0-9.]* pt, the size allows 60 mm: take a higher size, or leave out rows (--tracks=-event: [0-9]* mm), or several pages (-f pdf --continue yes) \[E410\]'
point "nothing is drawn" test ! -e none.svg
run 0 "as it proposes" render keyed.xml --size 180x60mm --tracks=-event \
	-o none.svg
run 0 "as it proposes, too" render keyed.xml --size 180x60mm --continue yes \
	-o pages.pdf
point "no row is left out" not_said 'rows ('

# The first page names the intents that the second has no room for.
run 0 "two slides" render "$samples/dlbcl.xml" --size slide-16x9 -o slides.pdf
point "what one of them shows is not missed" not_said 'intents of treatments'
point "nor told twice what none does" test "$(grep -c genetics err)" -eq 1

# As many marks of rows as it takes, beside those that were asked for; nothing is
# proposed that would not help.
sed 's/<outcome /<procedure code="PET-CT" time="2021-06-01" result="clear" key="yes"\/>\
  <series code="CRP" key="yes" unit="mg\/L"><value time="2021-02-01">5<\/value>\
  <value time="2021-08-01">90<\/value><\/series>&/' keyed.xml >many.xml
run 1 "several kinds of rows" render many.xml --size 180x56mm \
	--tracks=+drug -o none.svg
says "are named together" '(--tracks="+drug -event -series": [0-9]* mm)'
run 0 "without them" render many.xml --size 180x56mm \
	--tracks="+drug -event -series" -o none.svg
run 1 "a page of nothing" render many.xml --size 180x36mm --fold 3 -o none.svg
says "has no way but a higher one" 'take a higher size \[E410\]'

# Of curves that their author marked the first stays; of the others is said that
# they went.
curve='<value time="2021-02-01">5<\/value><value time="2021-08-01">90<\/value>'
sed "s/<outcome /<series code='CRP' key='yes' unit='mg\/L'>$curve<\/series>\
  <series code='LDH' key='yes' unit='U\/L'>$curve<\/series>&/" rows.xml >marked.xml
run 0 "two curves, room for one" render marked.xml --size 180x52mm \
	-o marked.scene
says "the second goes" 'rows (.*LDH'
point "the first stays" grep -q '"CRP"\|"C-reactive protein"' marked.scene

# What ended a treatment stays longer than what did not.
cat >ended.xml <<END
<case $namespace id="ended" xml:lang="en">
  <diagnosis code="melanoma" time="2021-01-01"/>
  <treatment code="nivolumab" time="2021-01-10/2021-05-20" stop-because="hep"/>
  <event id="hep" code="hepatitis" grade="3" time="2021-05-18/2021-07-01"/>
  <event code="oral-candidiasis" grade="2" time="2021-06-01/2021-06-20"/>
  <outcome code="alive" time="2022-01-01"/>
</case>
END
run 0 "room for one of two" render ended.xml --size 180x54mm -o ended.scene
says "the infection goes" 'rows (Infections)'
point "what ended the treatment stays" grep -q '"hepatitis"' ended.scene

# What is left out is told once for all pages of a deck, with a way out by which
# less is; that is gone here.
cat >deck.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="deck" xml:lang="en">
  <title>Course</title><title xml:lang="de">Verlauf</title>
  <diagnosis code="hodgkin-lymphoma" time="2019-02-11"/>
  <line n="1"><treatment code="ABVD" time="2019-03-01/2019-08-01"/></line>
  <genetics time="2019-02-12"><finding vaf="12">TP53</finding></genetics>
END
for test in haemoglobin platelets leukocytes LDH CRP creatinine ALT AST; do
	printf '<series code="%s">' "$test"
	for month in 02 03 04 05 06 07; do
		printf '<value time="2019-%s-12">%s</value>' "$month" "1$month"
	done
	echo '</series>'
done >>deck.xml
echo '<outcome code="alive" time="2020-01-09"/></case>' >>deck.xml
run 0 "a deck" render deck.xml -o deck.pptx
point "tells once what no slide has" test "$(grep -c W402 err)" -eq 1
way=$(sed -n 's/.*; \(--.*\) leaves nothing out \[W402\]/\1/p' err)
point "and how all of it is shown" test -n "$way"
run 0 "that" render deck.xml $way -o deck.svg
point "leaves nothing out" not_said W402
run 0 "a slide alone" render deck.xml --size slide-16x9 -o slide.svg
says "proposes what helps" '; .* leaves nothing out \[W402\]'
run 0 "several pages" render deck.xml --axis calendar --size 180x120mm -f pdf -o deck.pdf
says "rather than less" '; --continue yes leaves nothing out \[W402\]'
run 0 "these" render deck.xml --axis calendar --size 180x120mm -f pdf --continue yes -o deck.pdf
point "lose nothing" not_said W402
finish
