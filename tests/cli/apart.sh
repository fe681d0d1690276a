# Words keep apart from what others draw: kinds of courses in which a mark
# reaches further than its own day.
. "$SOURCE/tests/cli/lib.sh"

# apart NAME SIZES FACTS: no fault at any of the sizes, in two languages.
apart() {
	cat >"$1.xml" <<EOF
<case $namespace id="$1" xml:lang="en">
$3
</case>
EOF
	for size in $2; do
		for lang in en zh; do
			"$CLINCOURSE" render "$1.xml" --size "$size" \
				--lang "$lang" --metrics "$1.json" -o "$1.svg" \
				>out 2>err </dev/null
			drawn=$?
			if [ $drawn = 0 ] && grep -q '"places":\[\]' "$1.json"
			then
				ok "$1 at $size in $lang"
			else
				not_ok "$1 at $size in $lang" "exit $drawn" \
					"$(cat err)" \
					"$(grep -o '"places":[^]]*' "$1.json")"
			fi
		done
	done
}

# shows NAME PATTERN: what the last picture of a course holds.
shows() {
	point "$2 is in $1" grep -q "$2" "$1.svg"
}

sizes='screen-16x9 nature-1 nature-2 a4-landscape slide-16x9 lancet-1'

# A response of a year lies below all that follows it in the year, not below
# the next one alone.
apart year "$sizes" '
<diagnosis code="multiple-myeloma" time="2016-09-13"/>
<response code="MR" time="2016-10-20"/>
<response code="PD" time="2016-12"/>
<relapse time="2017"/>
<response code="CR" time="2017"/>
<response code="SD" time="2017-01-31"/>
<response code="SD" time="2017-02"/>
<relapse time="2017-04-21"/>
<response code="PD" time="2017-10~"/>
<response code="VGPR" time="2017-12"/>
<outcome code="alive" time="2019-02-01"/>'
shows year VGPR

# A relapse that may have come before the month in which a response was held.
apart early "$sizes" '
<diagnosis code="dlbcl" time="2016-02-16"/>
<treatment code="R-CHOP" time="2016-03/2016-08"/>
<response code="SD" time="2016-04-11"/>
<response code="PR" time="2016-06-28"/>
<relapse time="[2016-09..2017-12]"/>
<response code="PR" time="2018-02-11"/>
<relapse time="[2018-03..2019-04]"/>
<response code="CR" time="2019-06-20"/>
<outcome code="alive" time="2021-02-01"/>'

# A test of a year, and one of a day within it.
apart findings "$sizes" '
<diagnosis code="aml" time="2018-03-05"/>
<genetics time="2018"><finding vaf="41">NPM1</finding>
<finding vaf="12">FLT3-ITD</finding></genetics>
<genetics time="2018-06-01"><finding vaf="18">NPM1</finding>
<finding vaf="3">FLT3-ITD</finding></genetics>
<genetics time="2018-09"><finding vaf="7">NPM1</finding></genetics>
<outcome code="alive" time="2019-11-01"/>'
shows findings FLT3-ITD

# What nothing bounds before, at the very start of the axis: its arrow points
# at names of findings and at numbers of ticks.
apart open "$sizes" '
<genetics time="../2018-03-05"><finding>NPM1</finding>
<finding>del(17p)</finding><finding>hyperdiploidy</finding>
<finding>trisomy 8</finding></genetics>
<diagnosis code="aml" time="2018-03-05"/>
<series code="ldh" unit="U/L"><value time="../2018-03-05">750</value>
<value time="2018-06-01">1500</value><value time="2018-09-04">210</value>
<value time="2018-12-04">205</value></series>
<outcome code="alive" time="2019-11-01"/>'

# Values of months: whiskers that meet, and numbers between their ends.
apart months "$sizes" "
<diagnosis code=\"multiple-myeloma\" time=\"2018-01-05\"/>
<series code=\"m-protein\" unit=\"g/L\">
$(n=0
for month in 2018-01 2018-02 2018-02 2018-03 2018-04 2018-06 2018-07 2018-09 \
	2018-10 2018-10 2018-12 2019-01 2019-03 2019-04 2019-06 2019-07 \
	2019-09; do
	n=$((n + 1))
	echo "<value time=\"$month\">$((21 + (n * 37) % 29)).$((n % 7))</value>"
done)</series>
<outcome code=\"alive\" time=\"2020-02-01\"/>"

# A short line has its number behind it, the last one before it, and one that
# begins right there is drawn a little shorter than it was, so that its number
# may not fit in it any longer.
for gap in 14 16 18 20 22 24; do
	for long in 34 38 42 44 46; do
		start=$((320 - long))
		apart "lines-$gap-$long" lancet-1 "
<diagnosis code=\"multiple-myeloma\" id=\"dx\" time=\"2019-02-11\"/>
<line n=\"1\"><treatment code=\"VMP\" since=\"dx\" time=\"8d/120d\"/></line>
<line n=\"2\"><treatment code=\"SVd\" since=\"dx\"
time=\"$((start - gap - 40))d/$((start - gap))d\"/></line>
<line n=\"3\"><treatment code=\"EPd\" since=\"dx\"
time=\"${start}d/320d\"/></line>"
	done
done

# An age, in words, is longer than a date; the plot of a column is not wide.
cat >ages.xml <<EOF
<case $namespace id="ages" clock="age" xml:lang="zh">
<patient age="67"/>
<diagnosis code="nsclc" time="67y6m"/>
<response code="PR" time="68y2m"/>
<series code="sld" unit="mm"><value time="67y7m">107</value>
<value time="68y1m">49</value><value time="68y7m">26</value></series>
<event code="hypertension" time="68y2m/68y4m" grade="3"/>
<genetics time="67y6m" method="NGS"><finding vaf="60">PIK3CA</finding></genetics>
<lesion time="68y8m/68y9m?" site="mediastinal-nodes"/>
<lesion time="67y6m/68y9m" site="left-lower-lobe"/>
<outcome code="alive" time="70y"/></case>
EOF
run 0 "ages are drawn in a narrow column" render ages.xml --size lancet-1 \
	--metrics ages.json -o ages.svg
point "and all of their words" grep -q '"places":\[\]' ages.json
point "with the day on which all lesions were gone" grep -q '全部消失' ages.svg

# A long name, Chinese too, over parts of a bar of different tone.
apart ground "$sizes" '
<diagnosis code="nsclc" time="2018-01-05"/>
<treatment time="2018-03/[2018-06..2022-12]" cycles="15">
<label xml:lang="zh">试验 B 组；T8–T11 30 Gy/10 次；同情用药；减量</label>
<label xml:lang="en">trial arm B, T8–T11 30 Gy/10; compassionate</label>
</treatment>
<outcome code="alive" time="2023-02-01"/>'

# Two treatments end to end in one lane are two bars.
cat >meet.xml <<EOF
<case $namespace id="meet" xml:lang="en">
<diagnosis code="aml" time="2021-01-04"/>
<line n="1"><treatment code="Flu-Bu" time="2021-03-01/2021-06-30"/>
<treatment code="tacrolimus" time="2021-07-01/2021-12-31"/></line>
<outcome code="alive" time="2022-02-01"/></case>
EOF
run 0 "treatments that follow each other" render meet.xml -o meet.scene
# Where the first bar ends and the second begins, both by their fill; those of
# the legend stand less deep.
gap=$(sed -n 's/^      rect bar \([0-9.]*\),[0-9.]* \([0-9.]*\)x.* fill .*/\1 \2/p' \
	meet.scene | sort -nu | awk 'NR == 1 { end = $1 + $2 }
	$1 >= end - 1 && NR > 1 { print $1 - end; exit }')
point "have a gap of 1.5 px at least, and no month" \
	awk -v gap="$gap" 'BEGIN { exit !(gap >= 1.5 && gap < 5) }'

# A page of fixed height: what is not used is above and below.
run 0 "a short course on a page" render meet.xml --size a4-landscape \
	-o page.scene
point "stands in its middle" awk '
	/^scene / { split($2, size, "x"); high = size[2] }
	/^ *text / { split($2, at, ","); y = at[2]
		if (!n++ || y < least) least = y
		if (y > most) most = y }
	END { above = least; below = high - most
		exit !(n > 5 && above > 0.1 * high && below > 0.1 * high &&
			above - below < 0.1 * high && below - above < 0.1 * high) }
' page.scene

echo "1..$points"
