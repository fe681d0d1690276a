# Curves: what joins their values, what their signs and axes say.
. "$SOURCE/tests/cli/lib.sh"

# draw NAME SERIES: the scene of a course of three years that has the series.
draw() {
	cat >"$1.xml" <<EOF
<case $namespace id="$1" xml:lang="en"><diagnosis code="aml" time="2011-01-03"/>
$2
<outcome code="alive" time="2014-01-03"/></case>
EOF
	run 0 "draws $1" render "$1.xml" --breaks no -o "$1.scene"
}

# value TIME NUMBER
value() {
	echo "<value time=\"$1\">$2</value>"
}

has() {
	point "$1" grep -q "$2" "$3.scene"
}

# count N NAME PATTERN CASE
count() {
	point "$2" test "$(grep -c "$3" "$4.scene")" = "$1"
}

draw days "<series code=\"ldh\">$(value 2011-02-01 300)$(value 2012-05-01 \
	240)$(value 2013-09-01 210)</series>"
count 0 "a day has no whisker" 'path whisker' days
draw bracket "<series code=\"ldh\">$(value 2011-02-01 300)$(value \
	'[2012-02..2012-08]' 240)$(value 2013-09-01 210)</series>"
has "days that it may be of are shown" 'path whisker' bracket
has "and explained" '"some day within"' bracket

# Visits 1, 2, 4 … 512 days apart.
draw wider "<series code=\"ldh\">$(for d in 2011-01-03 2011-01-04 2011-01-06 \
	2011-01-10 2011-01-18 2011-02-03 2011-03-07 2011-05-10 2011-09-15 \
	2012-05-28 2013-10-22; do value $d 250; done)</series>"
count 1 "visits that grow apart are one line" 'path curve' wider
count 0 "it is not dashed" 'path curve.* dash ' wider
count 0 "nothing was silent" 'no value reported' wider
draw silent "<series code=\"ldh\">$(value 2011-01-03 300)$(value 2011-02-03 \
	240)$(value 2011-03-03 260)$(value 2013-04-03 210)$(value 2013-05-03 \
	220)</series>"
count 1 "a silence of two years is dashed" 'path curve.* dash ' silent
count 3 "between two lines" 'path curve' silent
has "and said" '"no value reported between"' silent
draw pair "<series code=\"ldh\">$(value 2011-01-03 300)$(value 2013-04-03 \
	110)</series>"
count 0 "two values alone have no line" 'path curve' pair
count 1 "but stems from zero, which are one" \
	'path stem M [^M]* M [^M]* stroke #0B5F7A' pair
draw narrow "<series code=\"ldh\">$(value 2011-01-03 300)$(value 2013-04-03 \
	290)</series>"
count 0 "and none where the axis has no zero" 'path stem .*#0B5F7A' narrow

draw zero "<series code=\"crp\" scale=\"log\">$(value 2011-01-03 80)$(value \
	2011-06-03 9)$(value 2011-12-03 0)$(value 2012-06-03 7)$(value \
	2012-12-03 4)</series>"
count 2 "no line to what a log scale has no place for" 'path curve' zero
has "its sign is explained" '"0 or below: no place on a log scale"' zero
draw above "<series code=\"ferritin\">$(value 2011-01-03 400)<value \
	time=\"2011-05\" above=\"2000\"/>$(value 2011-12-03 900)</series>"
has "so is that of what was not measured" \
	'"above the range of measurement"' above

draw grades "<series code=\"deauville\">$(value 2011-01-03 4)$(value \
	2011-06-03 3)$(value 2011-12-03 2)</series>"
count 0 "a scale from 1 has no 0" 'text .* end .* "0"' grades
has "but its least" 'text .*fill #52616F "1"' grades
has "and its most" 'text .*fill #52616F "5"' grades
# A decade and a half: two decades are too close for two numbers.
draw ticks "<series code=\"crp\" scale=\"log\">$(value 2011-01-03 4)$(value \
	2011-06-03 0.2)$(value 2012-12-03 30)</series>"
has "a log scale has a tick" 'text .*fill #52616F "0.1"' ticks
has "and another" 'text .*fill #52616F "10"' ticks
# 60 stands out by 20 of 100, a fifth.
draw turns "<series code=\"ldh\">$(value 2011-01-03 100)$(value 2011-06-03 \
	40)$(value 2011-12-03 60)$(value 2012-06-03 30)$(value 2012-12-03 \
	90)</series>"
has "a turn of a short curve is labelled" 'bold .*"60"' turns
# Without a date a value stands where its order puts it, joined to none, and
# nobody says that there was no value.
draw ordered "<procedure id=\"b\" code=\"biopsy\" time=\"2011-04-06\"/>
<series code=\"ldh\">$(value 2011-01-03 900)<value after=\"b\">410</value>
$(value 2014-03-03 220)</series>
<series code=\"crp\"><value after=\"b\">37</value></series>
<lesion site=\"liver\" unit=\"mm\" time=\"2011-02-01/2013-02-01\">
<value after=\"b\">28</value></lesion>"
has "a value without a date has its number" 'bold .*"410"' ordered
has "alone in its row as well" 'bold .*"37"' ordered
has "so has the size of a lesion" 'bold .*"28"' ordered
draw units "<lesion site=\"neck\" time=\"2011-02-01/2013-02-01\">
<value time=\"2011-02-01\" unit=\"mm\">38</value></lesion>
<lesion site=\"liver\" unit=\"cm\" time=\"2011-02-01/2013-02-01\">
<value time=\"2011-02-01\">5.2</value></lesion>"
has "the row says the unit of its first size" 'text .*"mm"' units
has "which the size has beside it where it is another" '"5.2 cm"' units
count 0 "it is joined to none" 'path curve' ordered
count 0 "and nobody says there is none" 'no value reported' ordered

# Two tests in one row: lighter, with open dots, numbers in their colour on the
# lines of the left axis.
draw right "<series id=\"t\" code=\"temperature\" unit=\"°C\">$(value \
	2011-01-03 36.5)$(value 2011-06-03 40.2)$(value 2012-06-03 37)</series>
<series code=\"crp\" unit=\"mg/L\" with=\"t\">$(value 2011-01-03 \
	4)$(value 2011-06-03 324)$(value 2012-06-03 9)</series>"
has "it is named in the left column" 'bold .*"C-reactive protein"' right
has "its unit is said, and its axis" '"mg/L, right axis"' right
has "its axis has numbers in its colour" 'start .*fill #2C758E "300"' right
has "so has its peak" 'text .*fill #2C758E "324"' right
has "its curve is lighter" 'path curve .*stroke #4C95AE' right
has "its tip says so" 'group .*"C-reactive protein, right axis"' right
draw left "<series id=\"a\" code=\"alt\">$(value 2011-01-03 20)$(value \
	2012-01-03 80)</series>
<series code=\"ast\" with=\"a\">$(value 2011-01-03 20)$(value 2012-01-03 \
	60)</series>"
count 0 "one unit has one axis" 'right axis' left
run 0 "a hidden row leaves it alone" render right.xml --tracks crp -o \
	alone.scene
count 0 "then it has an axis of its own" 'right axis' alone

draw dose "<treatment id=\"p\" code=\"prednisone\" dose=\"60 mg/d\"
	time=\"2011-02-01/2011-08-31\"><dose
	time=\"2011-04-01/2011-08-31\" to=\"5\">60</dose></treatment>
<series code=\"bilirubin\" area=\"p\">$(value 2011-01-03 \
	20)$(value 2011-06-03 180)$(value 2012-06-03 20)</series>"
has "a dose lies under the curve, in its hue" 'path fill .*fill #E0CDA1' dose
has "its most is told" 'start .*fill #52616F "60"' dose
has "it has a key" '"mg/d, right axis"' dose

# Ticks of one axis have the same decimals, but for zero.
draw inr "<series code=\"inr\">$(value 2011-01-03 1)$(value 2011-06-03 \
	1.6)$(value 2012-06-03 1.2)</series>"
has "1 beside 1.2 is 1.0" 'end .*"1.0"$' inr
count 0 "and 1 nowhere" 'end .*"1"$' inr

# Of a peak and the trough behind it, as high as that is deep, the one from which
# the curve goes further is told where there is room for one.
draw trough "<series code=\"platelets\">$(value 2011-01-03 9)$(value \
	2011-07-03 212)$(value 2011-09-03 48)$(value 2012-03-03 265)$(value \
	2013-06-03 251)</series>"
run 0 "on a narrow page" render trough.xml --size nature-1 --breaks no -o \
	narrow.scene
has "the trough is told" '"48"$' narrow
count 0 "the peak before it is not" '"212"$' narrow

# The first value of a dense start stands between the numbers of the ticks.
run 0 "a dense start" render "$samples/remission.xml" -o start.scene
point "its first value has room" grep -q 'bold .*"34"$' start.scene
point "no number is left out" sh -c '! grep -q "numbers at curves" err'

# A score of whole numbers has no tick between two of them.
draw score "<series code=\"ice-score\" unit=\"points\">$(value 2011-01-03 \
	10)$(value 2011-06-03 5)$(value 2012-06-03 9)</series>"
has "a tick at a whole number" 'end .*"8"$' score
count 0 "none between two" 'end .*"7.5"$' score

# Of a share no value lies beyond 100, nor does a tick; an activity in percent of
# the normal one can.
draw share "<series code=\"donor-chimerism\">$(value 2011-02-03 99)$(value \
	2011-06-03 100)$(value 2012-01-03 100)$(value 2013-01-03 100)</series>"
has "a share has its 100" 'end .*"100"$' share
count 0 "and no tick beyond" 'end .*"10[1-9]"$' share
draw activity "<series code=\"factor-viii\">$(value 2011-02-03 99)$(value \
	2011-06-03 100)$(value 2012-01-03 100)$(value 2013-01-03 100)</series>"
has "an activity has" 'end .*"102"$' activity

# Beside the axis a number is read as one of its own: there stands the first of
# a curve alone, whose point it is at.
run 0 "three peaks in a year" render "$samples/remission.xml" \
	--size slide-4x3 -o peaks.scene
point "leave the column of ticks to its numbers" awk '
/text .* bold .* "34"$/ { split($2, at, ","); first = at[1] }
/text .* bold .* "(12|44|168|210)"$/ { split($2, at, ",")
	beside += at[1] <= first }
END { exit !(first > 0) || beside > 0 }' peaks.scene

# A threshold at the number of a tick is as dark as any: its dashes lie over the
# line of the tick.
draw limit "<series code=\"ldh\"><range high=\"200\"/>$(value 2011-02-03 \
	390)$(value 2011-06-03 100)$(value 2012-06-03 150)$(value 2013-06-03 \
	10)</series>"
has "200 is a tick" 'end .*"200"$' limit
point "its dashes are drawn last" awk '/path grid .* dash / {
		y = $4; sub(/.*,/, "", y); at[y] = NR; dashed = y }
	/path grid .* stroke #E1E7EC/ { y = $4; sub(/.*,/, "", y); line[y] = NR }
	END { exit !(line[dashed] && line[dashed] < at[dashed]) }' limit.scene

# The limit beside the plot is off the arrow of a value that may be of a later day.
cat >arrow.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="arrow" xml:lang="en">
  <diagnosis code="nsclc" time="2019-02-11"/>
  <series code="CEA" unit="ng/mL" high="5">
    <value time="2019-02-11">80</value><value time="2019-06-11">40</value>
    <value time="2020-06-11">20</value><value time="[2021-12-20..]">5</value>
  </series>
  <outcome code="alive" time="2021-12-27"/>
</case>
END
run 0 "a value in doubt at the edge" render arrow.xml --size nature-1 \
	--metrics arrow.json -o arrow.scene
point "does not cross its limit" grep -q '"text_shape":0' arrow.json
drawn "which is written" arrow.scene 'text .*"≤5"' 1

# Names of repeated acts fold, and their number goes below them, rather than be
# cut where the column is narrow.
{
	cat <<'END'
<case xmlns="urn:clincourse:case:1" id="ticks" xml:lang="en">
  <diagnosis code="aml" time="2019-02-11"/>
  <series code="platelets" unit="10^9/L"><value time="2019-02-11">80</value>
    <value time="2019-06-11">40</value><value time="2020-06-11">20</value></series>
END
	for month in 02 03 04 05 06; do
		for act in platelet-transfusion red-cell-transfusion; do
			printf '<procedure code="%s" time="2019-%s-12"/>\n' \
				"$act" "$month"
		done
	done
	echo '<outcome code="alive" time="2020-12-27"/></case>'
} >ticks.xml
run 0 "names of ticks in one column" render ticks.xml --size lancet-1 -o ticks.scene
drawn "are whole" ticks.scene 'text .*"\(Platelet\|Red-cell\|transfusion\)"' 4
drawn "with their number" ticks.scene 'text .*"× 5"' 2
finish
