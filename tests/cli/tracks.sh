# --tracks and the attribute: which rows are drawn; rows of drugs.
. "$SOURCE/tests/cli/lib.sh"

# texts FILE: the strings of a scene, a line each.
texts() {
	sed -n 's/^ *text.* "\(.*\)"[^"]*$/\1/p' "$1"
}

# count NAME FILE STRING NUMBER: how often exactly the string is drawn.
count() {
	found=$(texts "$2" | grep -cxF -- "$3")
	if [ "$found" -eq "$4" ]; then
		ok "$1"
	else
		not_ok "$1" "\"$3\": $found times, expected $4"
	fi
}

emm=$samples/emm.xml
run 0 "as it is" render "$emm" -o plain.scene
count "no rows of drugs" plain.scene Dexamethasone 0
run 0 "a row added" render "$emm" --tracks +drug -o drug.scene
count "one row for three regimens" drug.scene Dexamethasone 1
count "and one for a drug of two" drug.scene Carfilzomib 1
count "the rest is there" drug.scene Genetics 1
run 0 "a row taken away" render "$emm" --tracks=-genetics -o less.scene
count "it is gone" less.scene Genetics 0
count "the rest is there" less.scene Procedures 1
run 0 "named rows" render "$emm" --tracks "treatment response" -o few.scene
count "these" few.scene Response 1
count "no others" few.scene Procedures 0
run 0 "in Chinese" render "$emm" --tracks +drug --lang zh -o zh.scene
count "a row's name" zh.scene 地塞米松 1

run 2 "no such row" render "$emm" --tracks "+drgu respons" -o out.svg
says "the nearest" 'no track is called "drgu"; the nearest is "drug" \[E485\]'
says "all of them at once" '"respons"; the nearest is "response"'
point "nothing written" absent out.svg

case_with '
<figure time="2021-12/2022-12" tracks="treatment drug"/>
<line n="1">
  <treatment code="VRd" time="2022-01-10/2022-07-04" cycles="6">
    <drug code="Velcade" unit="mg/m2"><dose>1.3</dose><dose
      time="2022-04-04">1</dose></drug>
    <drug code="daratumumab" time="2022-03-07/2022-07-04"/>
  </treatment>
  <treatment code="bortezomib" time="2022-11-07/2022-12-05"/>
</line>' >own.xml
run 0 "departures" render own.xml -o own.scene
count "by the regimen's name of the drug" own.scene Bortezomib 1
count "doses that change" own.scene "1.3 mg/m²" 1
count "one beyond the regimen" own.scene Daratumumab 1
count "the regimen's own" own.scene Lenalidomide 1
case_with '<figure tracks="tretment"/>' >wrong.xml
run 1 "a wrong word in the file" render wrong.xml -o out.svg
says "its place" 'wrong.xml:[0-9]*:[0-9]*: error: no track is called "tretment"'
case_with '<figure tracks="tretment" theme="blue" size="huge"
 lang="xx" unit="weeks" time="2031/2032"/><event/>' >wrong.xml
run 1 "whatever else is wrong" check wrong.xml
says "the theme" 'no theme is called "blue".*E450'
says "the size" 'no size is called "huge".*E453'
says "the language, at its attribute" 'wrong.xml:[0-9]*:8: error: no language'
says "the unit" '"weeks" is not one of.*"week"'
says "the time" 'nothing of this course lies in that time'
says "the tracks" 'no track is called "tretment"'

run 0 "where space is short" render "$samples/dlbcl.xml" --size slide-16x9 \
	-o slide.scene
count "what the cell product did outlasts other rows" slide.scene ICANS 1
count "a series goes before it" slide.scene Ferritin 0
count "its grades are not those of CTCAE" slide.scene "number: grade" 1
run 0 "another" render "$samples/cll.xml" --size nature-1 -o cll.scene
count "digits of two rows, said once" cll.scene "number: CTCAE grade" 1

run 0 "a narrow column of Chinese" render "$samples/aml.xml" --size nature-1 \
	--lang zh --tracks=-genetics -o aml.scene
count "a word keeps whole" aml.scene 嵌合率 1
count "a clause keeps whole" aml.scene 对数刻度 3

case_with '<procedure time="2021-05" code="pet-ct"/>
<procedure time="2021-11" code="pet-ct"/>
<lesion time="2021-05/2024-02" site="stomach retroperitoneum pleura"/>' >few.xml
run 0 "two scans" render few.xml --size nature-1 -o few.scene
count "are no heap: both have their name" few.scene PET-CT 2
count "a long name has two lines" few.scene "retroperitoneum, pleura" 1
run 0 "sizes of lesions" render "$samples/egfr-nsclc.xml" --size nature-1 \
	-o sizes.scene
count "that of a progression goes before others" sizes.scene 38 1
count "others have a dot" sizes.scene "thickness: size; rings: measured" 1

case_with '
<lesion time="2021-05/2022-02" site="stomach">
  <change time="2021-09" to="smaller"/></lesion>
<lesion time="2021-05/2022-02" site="pleura" unit="mm">
  <value time="2021-05">12</value><value time="2021-11">30</value>
  <change time="2021-11" to="larger"/></lesion>' >seen.xml
run 0 "a change without a size" render seen.xml -o seen.scene
count "is explained" seen.scene smaller 1
count "a size says it by itself" seen.scene larger 0
run 0 "in the text" render seen.xml -o seen.md
point "with its date" grep -q "smaller (Sep 2021)" seen.md

case_with '
<outcome code="alive" time="2026-01-10"/>
<lesion time="2021-05-03/2022-02-04" site="liver"/>
<lesion time="2023-02-03/2024-02-04" site="liver" unit="mm">
  <value time="2023-02-03">12</value></lesion>' >back.xml
run 0 "a site that comes back" render back.xml --tracks lesion -o back.scene
count "is named once" back.scene liver 1
point "at the left of its row, for both" awk '
/^ *text .*"liver"/ { split($2, a, ","); name = a[1] + $7 }
/^ *rect bar/ { split($3, b, ","); x = b[1] }
x && (!bar || x < bar) { bar = x } END { exit !(name > 0 && name < bar) }
' back.scene
count "a day has no whisker" back.scene "some day within" 0
case_with '
<outcome code="alive" time="2026-01-10"/>
<lesion time="2021-05-03/2025-02-04" site="liver" unit="mm">
  <value time="2021-05-03">12</value><value time="2023">30</value>
</lesion>' >year.xml
run 0 "a size of some day of a year" render year.xml --tracks lesion -o year.scene
count "says so" year.scene "some day within" 1
case_with '
<outcome code="alive" time="2026-01-10"/>
<lesion time="2021-05-03/2025-02-04" site="liver">
  <change time="2023" to="larger"/></lesion>' >grown.xml
run 0 "growth of some day of a year" render grown.xml --tracks lesion -o grown.scene
count "says so too" grown.scene "some day within" 1

# crowded GRADE > file: more rows than a slide has room for.
crowded() {
	echo '<case xmlns="urn:clincourse:case:1" id="x" xml:lang="en">'
	echo '<diagnosis code="multiple-myeloma" time="2021-03"/>'
	echo '<lesion site="stomach" time="2021-03/2021-06"/>'
	for test in haemoglobin creatinine albumin platelets calcium; do
		echo "<series code=\"$test\" unit=\"g/L\">"
		echo '<value time="2021-04">9</value>'
		echo '<value time="2021-07">8</value></series>'
	done
	echo '<genetics time="2021-03"><finding>t(4;14)</finding></genetics>'
	echo "<event time=\"2021-08\" grade=\"$1\"><label>bleeding</label></event>"
	echo '<line n="1">'
	for month in 01 02 03 04 05 06 07 08; do
		echo "<treatment code=\"VRd\" time=\"2021-$month/2022-$month\"/>"
	done
	echo '</line><outcome code="death" time="2022-12"/></case>'
}

crowded 2 >mild.xml
run 0 "a mild event on a full slide" render mild.xml --size slide-16x9 \
	-o mild.scene
count "goes before the second series" mild.scene bleeding 0
crowded 5 >fatal.xml
run 0 "a fatal one" render fatal.xml --size slide-16x9 -o fatal.scene
count "stays" fatal.scene bleeding 1
count "and the series goes" fatal.scene Creatinine 0

cat >stairs.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="stairs" xml:lang="en">
  <title>Four levels</title>
  <diagnosis code="chronic-myeloid-leukaemia" time="2012-02"/>
  <line n="1"><treatment code="imatinib" time="2012-03/2013-07"/>
    <response time="2012-06" code="CHR"/>
    <response time="2013-03" code="CCyR"/></line>
  <line n="2"><treatment code="dasatinib" time="2013-09/2017-05"/>
    <response time="2014-03" code="MMR"/></line>
  <line n="3"><treatment code="nilotinib" time="2017-05/2022-01"/>
    <response time="2018-01" code="MR4.5"/></line>
  <outcome code="alive" time="2022-02"/>
</case>
END
run 0 "a short state beside another" render stairs.xml --size nature-2 \
	-o stairs.scene
count "has its code, and its level has" stairs.scene CCyR 2

case_with '
<series code="haemoglobin" unit="g/L"><value time="2021-04-02">91</value>
  <value time="2021-07-02">95</value><range low="120"/></series>
<series code="haemoglobin" unit="g/dL"><value time="2021-05-02">10.4</value>
  </series>
<series code="haemoglobin" unit="g/L"><value time="2021-06-02">158</value>
  <label>Haemoglobin abroad</label></series>' >twice.xml
run 0 "a series that goes on" render twice.xml -o twice.scene
count "one row" twice.scene Haemoglobin 1
count "its values in the unit of the row" twice.scene 104 1
count "the threshold is on the axis" twice.scene 120 1
count "one with a name of its own is apart" twice.scene "Haemoglobin abroad" 1

for size in screen-16x9 slide-16x9 nature-1 nature-2; do
	"$CLINCOURSE" render "$samples"/*.xml --tracks +drug --size $size \
		-f svg -o . --metrics $size.json >out 2>err
done
point "no fault in any sample" python3 -c '
import json, sys
rows = [json.loads(line) for name in sys.argv[1:] for line in open(name)]
assert len(rows) >= 24, len(rows)
# A full page has words across a line rather than a lane more.
bad = [(r["case"], r["size"], r["faults"]) for r in rows
       if any(n for fault, n in r["faults"].items() if fault != "word_cut")]
assert not bad, bad' screen-16x9.json slide-16x9.json nature-1.json nature-2.json
finish
