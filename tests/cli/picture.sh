# What stands in a picture, where a wrong word or length would mislead.
. "$SOURCE/tests/cli/lib.sh"

# drawn NAME FILE PATTERN NUMBER: how many lines of the scene match.
drawn() {
	found=$(grep -c -- "$3" "$2")
	if [ "$found" -eq "$4" ]; then
		ok "$1"
	else
		not_ok "$1" "\"$3\": $found times, expected $4"
	fi
}

# About the first of its diagnoses.
sed 's/ index="yes"//; s/id="sle"/& index="yes"/' \
	"$samples/lupus-nephritis.xml" >first.xml
run 0 "zero at a later diagnosis" render first.xml \
	--size a4 --lang zh -o lupus.scene
drawn "is called by its name" lupus.scene '"距狼疮性肾炎（年）"' 1
run 0 "zero at the first" render "$samples/cml.xml" \
	--size a4-landscape -o cml.scene
drawn "needs no name" cml.scene '"Years from diagnosis"' 1

long="above 1 % after three, six and nine months and 1"
case_with "<event time='2021-05'><label>Once more $long 12 $long 123 times
$long 1234 times</label></event>" >long.xml
run 0 "narrow" render long.xml --size nature-1 -o narrow.scene
drawn "words are cut" narrow.scene '…"' 1
drawn "numbers are not" narrow.scene '[0-9]…"' 0
run 0 "findings in the patient line" render "$samples/egfr-nsclc.xml" \
	--size slide-16x9 -o slide.scene
drawn "are whole, and said once" slide.scene '"Woman, 59 .* TP53"' 1
run 0 "narrow, in Chinese" render "$samples/aml.xml" --size nature-1 \
	--lang zh -o zh.scene
drawn "no character stands alone" zh.scene '"[级胞率]"' 0
run 0 "a column" render "$samples/emm.xml" --size nature-1 \
	--tracks -response -o column.scene
drawn "a name parts at its hyphen" column.scene '"Extra-"\|"medullary"' 2
drawn "three bars hold their names" column.scene \
	'middle size 6 .*"DKPd × 4"\|middle size 6 .*"[DK]*Pd"' 3
drawn "an intent is shortened" column.scene '"maint\."' 1
run 0 "its legend" render "$samples/cll.xml" --size nature-1 --lang zh \
	-o legend.scene
drawn "has no entry alone" legend.scene 'text \([3-9]\|1[0-9]\)[0-9][.0-9]*,.*"首次检出"' 1
run 0 "callouts, in Chinese" render "$samples/dlbcl.xml" --size nature-1 \
	--lang zh --tracks=-genetics -o flags.scene
drawn "a line ends after its clause" flags.scene '"自体移植后 10 个月，"' 1
drawn "a date is one line" flags.scene '"2022 年 3 月 9 日"' 1
cat >late.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="late" xml:lang="zh">
  <diagnosis code="acute-myeloid-leukaemia" time="2021-03-02"/>
  <treatment code="VCd" time="2021-03-05/2022-09-30"/>
  <event time="2021-07-17" key="yes"><label>中性粒细胞植入成功</label></event>
  <event time="2021-09-02" key="yes"><label>巨细胞病毒再激活</label></event>
  <event time="2022-01-20" key="yes"><label>混合嵌合状态</label></event>
  <relapse time="2022-04-16"/>
  <relapse time="2022-10-03"/>
  <outcome code="death" cause="progression" time="2022-11-19"/>
</case>
END
run 0 "a relapse between two lines" render late.xml --size nature-1 --lang zh \
	-o late.scene
drawn "has its date on two" late.scene '"10 月 3 日"' 1
run 0 "lines of days" render "$samples/dlbcl.xml" --size nature-1 \
	--tracks=-genetics -o days.scene
tops=$(sed -n 's/^ *path divide M \([0-9.]*\),\([0-9.]*\) .*/\1 \2/p' days.scene |
	sort -s -u -k 1,1n | cut -d " " -f 2 | tr "\n" " ")
words=$(sed -n 's/^ *text [0-9.]*,\([0-9.]*\) .*"Relapse: .*/\1/p' days.scene |
	tr "\n" " ")
point "begin at their words" awk "BEGIN { split(\"$tops\", at)
	n = split(\"$words\", said)
	exit !(n == 2 && at[1] < said[1] && at[1] > said[1] - 8 &&
		at[2] < said[2] && at[2] > said[2] - 8) }"
run 0 "years" render "$samples/cml.xml" --size nature-1 -o years.scene
point "take one row" awk '/^ *text .*"2012"/ { split($2, at, ","); year = at[2] }
	/^ *text .*"paler end/ { split($2, at, ","); legend = at[2] }
	END { exit !(year && legend - year < 18) }' years.scene
run 0 "a gene of letters and digits" render "$samples/aml.xml" \
	--size nature-1 -o gene.scene
drawn "is no number" gene.scene '"Relapse: TP53"\|"mutation gained"' 2
run 0 "the panel, in Chinese" render "$samples/emm.xml" --size nature-1 \
	--lang zh -o panel.scene
drawn "a number keeps what it counts" panel.scene '"月之后' 0

run 0 "thresholds" render "$samples/aml.xml" --size a4-landscape -o aml.scene
drawn "an upper one" aml.scene '"≤5"' 1
drawn "a log scale beside a compartment" aml.scene ' "log scale"' 1
drawn "a lower one" aml.scene '"≥0.5"' 1

run 0 "what was not done, in a third language" render "$samples/emm.xml" \
	--lang de -o de.scene
drawn "is said to be" de.scene '"ASCT nicht erfolgt:"' 1
case_with '<procedure code="allo-sct" time="2021-09-10" donor="sibling"/>' \
	>donor.xml
run 0 "a donor" render donor.xml --lang zh -o donor.scene
drawn "in the language" donor.scene '"同胞供者"' 1

case_with '<event code="visit" time="2021-05-10"><label>C1D1</label></event>
<event code="visit" time="2021-06-10"><label>Last visit</label></event>' \
	>visit.xml
run 0 "visits, in Chinese" render visit.xml --lang zh -o visit.scene
drawn "keep their signs" visit.scene '"C1D1"' 1
drawn "not their English names" visit.scene '"就诊"' 1
case_with '<event time="[..2021-01-10]"><label>Pain</label></event>
<event time="[2021-12-10..]"><label>Late</label></event>' >open.xml
run 0 "a time before the plot" render open.xml -o open.scene
drawn "is drawn, and one after it" open.scene '"Pain"\|"Late"' 2
point "has an arrow that is seen" awk '/^ *group fact .*"Pain/ { in_it = 1 }
	in_it && /path whisker/ { split($4, a, ","); split($6, b, ",")
		long = b[1] - a[1] > 12 ? 1 : long } /^ *end/ { in_it = 0 }
	END { exit !long }' open.scene
mixed=
for year in 2032 2033 2034 2035; do
	case_with "<event time='2022-02'><label>Short</label></event>
<event time='2024-08'><label>Long</label></event>
<outcome code='alive' time='$year-11-10'/>" >months.xml
	run 0 "months until $year" render months.xml --breaks no \
		-o months.scene
	ticks=$(grep -c "path whisker" months.scene) # with the legend's
	[ $((ticks % 12)) -eq 0 ] || mixed="$mixed $year"
done
point "all months have whiskers or none" test -z "$mixed"
run 0 "the narrowest column" render "$samples/emm.xml" --size lancet-1 \
	-o lancet.scene
point "words of intervals stay in the plot" awk '
/"PFS: 19 months/ { split($2, at, ","); right = at[1] + $7 }
/^ *text .*"2024"/ { found = 1 }
/path axis M/ { split($6, to, ","); edge = to[1] > edge ? to[1] : edge }
END { exit !(right > 0 && right <= edge + 1) }' lancet.scene
case_with "$(for month in 01 02 03 04 05 06 07 08 09 10; do
	for day in 05 20; do
		echo "<response code='PD' time='2022-$month-$day'/>"
	done
done)<outcome code='death' time='2022-11-27'/>" >turns.xml
run 0 "more turns than it has room for" render turns.xml --size lancet-1 \
	-o turns.scene
drawn "a death without words has its sign" turns.scene 'text.*"death"' 1
point "the last turn's dot keeps off the death" awk '
/^ *circle mark / && !done {
	split($3, at, ","); right = at[1] + $5 }
/^ *rect mark .*fill #000000/ && !done { split($3, at, ",")
	left = at[1]; done = 1 }
END { exit !(right > 0 && right < left) }' turns.scene
for size in elsevier-1 blood-1 lancet-1; do
	run 0 "a note in a column" render "$samples/cml.xml" --lang zh \
		--size $size -o note.scene
	drawn "is whole or not there at $size" note.scene \
		'width [0-9.]* fill #1B2A38 "[^"]*…"' 0
done
sed "/<event/s/2016-03\"/2017-04-08\"/" "$samples/lupus-nephritis.xml" >near.xml
run 0 "events without room for words" render near.xml \
	--size slide-16x9 -o dots.scene
point "dots keep off the stems of others, or hang on them" awk '
/^ *path stem / { split($4, at, ","); x[++n] = at[1]; split($6, to, ",")
	end = to[2] }
/^ *circle mark .*fill #FFFFFF/ { split($3, at, ","); cx[++m] = at[1]
	cy[m] = at[2]; r[m] = $5 }
END {
	for (i = 1; i <= n; i++)
		for (j = 1; j <= m; j++) {
			across = x[i] > cx[j] ? x[i] - cx[j] : cx[j] - x[i]
			if (cy[j] != end)
				continue
			hanging += across < 0.01
			touching += across >= 0.01 && across < r[j] + 1
		}
	exit !(hanging == 1 && !touching)
}' dots.scene
run 0 "a less narrow one of Chinese" render "$samples/emm.xml" \
	--size blood-1 --lang zh -o narrow.scene
drawn "a relapse in a ribbon is said above" narrow.scene 'text.*"复发"' 1
run 0 "a narrow one" render "$samples/emm.xml" --size lancet-1 --lang zh \
	-o narrow.scene
point "words of an interval keep off the panel" awk '
/^ *rect panel / { split($3, at, ","); edge = at[1] }
/"PFS / && $1 == "text" {
	split($2, at, ",")
	for (i = 3; i < NF; i++)
		if ($i == "width")
			right = at[1] + $(i + 1) / 2
	if (right > edge)
		over = 1
	seen++
}
END { exit !(seen == 2 && edge > 0 && !over) }' narrow.scene
drawn "steps say that they are no time" narrow.scene '"日期不详"' 1
drawn "a callout says its kind" lancet.scene '"Progression"' 1
run 0 "doses in it" render "$samples/dlbcl.xml" --size lancet-1 --lang zh \
	-o doses.scene
drawn "are whole or none" doses.scene '[0-9]…"' 0
for lang in en zh; do
	run 0 "a column of 85 mm, $lang" render "$samples/emm.xml" \
		--size blood-1 --lang $lang -o blood.scene
	drawn "has its death in a step" blood.scene \
		'^      rect mark .*fill #000000' 1
done
run 0 "names of rows in it" render "$samples/cll.xml" --size blood-1 \
	-o rows.scene
drawn "are whole" rows.scene \
	'text .*"Lymphocytes"\|text .*"atrial fibrillation"' 2
case_with '<series code="creatinine" unit="umol/L">
<value time="2021-04-01">118</value><value time="2021-05-01">214</value>
<value time="2021-05-05">131</value><value time="2021-06-01">122</value>
</series>' >turns.xml
run 0 "a turn beside another value" render turns.xml -o turns.scene
point "lies over it" awk '/circle mark/ { split($3, at, ",")
	x[++n] = at[1] } END { exit !(n == 4 && x[1] > x[3] && x[3] > x[2]) }' \
	turns.scene
drawn "a series has no date of its own" turns.scene \
	'\(text\|fact\) .*"Creatinine"' 2
case_with '<series code="creatinine" unit="umol/L">
<value time="2021-04-01">800</value><value time="2021-04-20">112</value>
<value time="2021-05-15">112</value><value time="2021-06-10">700</value>
</series>' >trough.xml
for size in screen-16x9 nature-1; do
	run 0 "a trough" render trough.xml --size $size -o trough.scene
	point "has its value under it at $size" awk '
/circle mark/ { split($3, at, ","); low = at[2] > low ? at[2] : low }
/bold .*"112"/ { split($2, at, ","); words = at[2] }
END { exit !(low > 0 && words > low) }' trough.scene
done
run 0 "sizes of lesions" render "$samples/egfr-nsclc.xml" --lang zh \
	--size cell-1.5 -o sizes.scene
point "keep off the dots of others" awk '
/^ *text .* middle .* bold / { split($2, at, ",")
	x[++n] = at[1]; y[n] = at[2]; half[n] = $7 / 2 }
/^ *circle mark .*fill #FFFFFF/ { split($3, at, ",")
	cx[++m] = at[1]; cy[m] = at[2]; r[m] = $5 }
END {
	for (i = 1; i <= n; i++)
		for (j = 1; j <= m; j++) {
			up = y[i] - cy[j]; across = x[i] - cx[j]
			if (across < 0) across = -across
			if (up < 0 || up > 4)
				continue
			beside++
			if (across < half[i] + r[j] + 0.5)
				touching++
		}
	exit !(beside > 0 && !touching)
}' sizes.scene
case_with "<event time='2024-02'><label>Fall</label></event>
<event time='2033-01'><label>Fracture</label></event>
<outcome code='death' time='2033-04'/>" >cuts.xml
run 0 "time cut twice" render cuts.xml --size nature-1 --lang zh -o cuts.scene
drawn "each stretch says its year" cuts.scene '"20\(21\|24\|33\) 年"' 3
drawn "and each cut how long it is" cuts.scene '"略去 [0-9]* [年个月]*"' 2
run 0 "without a calendar" render cuts.xml --axis relative -o cuts.scene
drawn "each cut says it too" cuts.scene '"[0-9]* \(years\|months\) cut"' 2
case_with "<response code='CR' time='2021-08'/>
<event time='2033-01'><label>Fracture</label></event>
<outcome code='death' time='2033-04'/>" >cuts.xml
run 0 "eleven years in remission" render cuts.xml -o cuts.scene
drawn "are not cut" cuts.scene ' cut"' 0
run 0 "values at diagnosis" render "$samples/emm.xml" --size nature-1 \
	-o strip.scene
point "stand beside their names" awk '
/"Haemoglobin"/ { split($2, a, ",") } /bold .*"66"/ { split($2, b, ",") }
END { exit !(a[2] > 0 && a[2] == b[2] && b[1] > a[1]) }' strip.scene
run 0 "lines too short for their words" render "$samples/dlbcl.xml" \
	--lang zh -o lines.scene
drawn "numbers on all of them" lines.scene 'text .*"[一二三]线"' 0
drawn "and what they count" lines.scene '"治疗线数"' 1
run 0 "callouts of one column" render "$samples/lupus-nephritis.xml" \
	--size nature-1 -o named.scene
drawn "have their names" named.scene '"Renal flare"\|"Son, 38 weeks"' 2
drawn "all of them" named.scene '"further event"' 0
run 0 "callouts without room" render "$samples/lupus-nephritis.xml" \
	--size slide-16x9 -o callouts.scene
drawn "the legend says what is left of them" callouts.scene \
	'"further event"' 1
run 0 "a constant finding, looked for late" render "$samples/cll.xml" \
	-o constant.scene
new() { # NAME: signs of what is found for the first time, in its line
	awk -v name="\"$1\"" '
/^ *text / && $0 ~ name { split($2, a, ","); y = a[2] - 4 }
/circle mark .*fill #B84A00/ { split($3, a, ","); at[++n] = a[2] }
END { for (i = 1; i <= n; i++) if (at[i] - y < 4 && y - at[i] < 4) new++
	print new + 0 }' constant.scene
}
point "is not found for the first time" test "$(new 'IGHV unmutated')" = 0
point "another is" test "$(new 'del.17p.')" = 1

case_with '
<response code="PR" time="2021-06-10"/>
<outcome code="death" time="2022-01-10"/>
<genetics time="2024-01-10"><finding>TP53</finding></genetics>' >dead.xml
run 0 "a result after the death" render dead.xml --breaks no \
	--tracks "treatment response genetics" -o dead.scene
point "no response after it" awk '
/^ *rect fill/ { split($3, a, ","); split($4, b, "x"); end = a[1] + b[1] }
/"Death, 10 Jan 2022"/ { dead = 1 }
dead && /path stem M/ { split($4, c, ","); dead = 0; at = c[1] }
END { exit !(at > 0 && end > at - 0.5 && end < at + 0.5) }' dead.scene

# A death that is known to the month has a line where the month is too narrow to
# be seen: words of before it stand before it.
case_with '
<relapse time="2024-06"/>
<relapse time="2025-05"/>
<procedure code="radiotherapy" site="lumbar-spine" time="2025-09" dose="30 Gy"
  fractions="10"/>
<relapse time="2026-01"/>
<outcome code="death" time="2027-04"/>' >narrow.xml
run 0 "a death of a month" render narrow.xml --breaks no -o narrow.scene
point "has words before it alone" awk '
/path stem M/ { split($4, a, ","); death = a[1] > death ? a[1] : death }
/"radiotherapy/ && /^ *text/ { split($2, a, ","); end = a[1] + $7; n++ }
/"30 Gy/ && /^ *text/ { split($2, a, ",")
	if (a[1] + $7 > end) end = a[1] + $7 }
END { exit !(n == 1 && death > 0 && end < death) }' narrow.scene

# The death's line stands in the middle of its day: the best of a treatment of
# that day, and an assessment of some day of that month, end there.
case_with '
<treatment code="VCd" time="2022-01-10/2022-01-10" best="PR"/>
<response code="PD" time="2022-01"/>
<outcome code="death" time="2022-01-10"/>' >last.xml
for size in screen nature-1; do
	run 0 "a best on the last day at $size" render last.xml --size $size \
		--breaks no --tracks response -o last.scene
	point "is of the living alone" awk '
function reach(x) { if (x > end) end = x }
/path stem M/ { split($4, a, ","); death = a[1] > death ? a[1] : death }
/group fact.*"(PD,|VCd)/ { fact = 1 }
/group axis/ { fact = 0 }
fact && /path (whisker|curve)/ { split($6, a, ","); reach(a[1]) }
fact && /rect fill/ { split($3, a, ","); split($4, b, "x"); reach(a[1] + b[1]) }
END { exit !(death > 0 && end > death - 2 && end < death + 0.5) }' last.scene
done

case_with '
<event code="covid-19" time="2021-12-10/.."/>
<outcome code="death" time="2022-01-10"/>
<genetics time="2022-06-10"><finding>TP53</finding></genetics>' >ended.xml
run 0 "an open end, and a death" render ended.xml --breaks no -o ended.scene
drawn "goes on no longer" ended.scene '"goes on at the last report"' 0
case_with '
<event code="covid-19" time="2021-12-10/.."/>
<outcome code="alive" time="2022-01-10"/>' >open.xml
run 0 "an open end" render open.xml -o open.scene
drawn "goes on" open.scene '"goes on at the last report"' 1

# One line a finding: its name left of the plot, its numbers at its tests.
run 0 "findings of many tests" render "$samples/aml.xml" --size nature-1 \
	--lang zh -o findings.scene
drawn "have one name each" findings.scene '"DNMT3A"' 1
drawn "and all their fractions" findings.scene \
	'bold .*"\(45\|23\|13\|19\)"' 4
case_with '
<genetics time="2021-07-10"><finding>NPM1</finding></genetics>
<relapse time="2022-10-10"/>
<genetics time="2023-01-10">
<finding vaf="31">EGFR exon 19 deletion</finding>
<finding vaf="12">MET amplification</finding></genetics>' >edge.xml
for size in screen-16x9 nature-1; do
	run 0 "a late test at $size" render edge.xml --size $size --breaks no \
		-o edge.scene
	point "names stand before the plot, signs at the day" awk '
/path stem/ { split($4, a, ","); day = a[1] > day ? a[1] : day }
/^ *text .*"MET/ { split($2, a, ","); name = a[1]
	if ($3 == "start") name += $7 }
/^      circle mark .*#B84A00/ { split($3, a, ","); sign = a[1] }
/^      circle mark .*fill #1B2A38/ { split($3, a, ",")
	if (!first || a[1] < first) first = a[1] }
END { exit !(name > 0 && name < first && first < day && day < sign) }
' edge.scene
done
case_with '
<genetics time="2021-07-10"><finding vaf="40">NPM1</finding></genetics>
<genetics time="2021-07-12"><finding vaf="37">NPM1</finding></genetics>
<genetics time="2021-07-14"><finding vaf="35">NPM1</finding></genetics>
<outcome code="alive" time="2029-01-10"/>' >near.xml
run 0 "three tests of one week" render near.xml --breaks no -o near.scene
drawn "lose none of their numbers" near.scene '"40"\|"37 → 35"' 2
case_with '
<genetics time="2022"><finding>NPM1</finding>
<finding result="absent">TP53</finding></genetics>
<outcome code="alive" time="2025-01-10"/>' >year.xml
run 0 "a test of some day of a year" render year.xml --tracks genetics \
	-o year.scene
drawn "says so" year.scene '"some day within"' 1
drawn "nothing is new" year.scene '"found for the first time"' 0
drawn "what was not found is hollow" year.scene '"looked for, not found"' 1
drawn "and its name says what that is" year.scene \
	'"TP53 mutation not detected"' 1
run 0 "a column of a journal" render "$samples/emm.xml" --size nature-1 \
	--lang zh -o column.scene
drawn "names stand in or beside their bars" column.scene '"VCd × 4"' 1
drawn "names wrap, none is cut" column.scene '…"' 0
run 0 "callouts on a slide" render "$samples/emm.xml" --size slide-16x9 \
	-o flags.scene
drawn "have one line each" flags.scene 'bold .*lesions grow, three' 1
drawn "a title that nearly fits is smaller" flags.scene \
	'size 2[67][.0-9]* .*"Extramedullary.*relapse"' 1
drawn "so that no row is left out" flags.scene 'text .*"PFS.* 19 months' 1
drawn "with their days where those have room" flags.scene \
	'"Diagnosis, Jul 2022"' 1
run 0 "a panel at a later diagnosis" render first.xml -o at.scene
drawn "is not said to be at the first" at.scene '"At diagnosis"' 0
case_with '
<event code="acute-gvhd" time="2021-06-01/2021-08-30" grade="III">
<grade time="2021-06-01">II</grade><grade time="2021-06-04">III</grade>
<grade time="2021-06-05">I</grade></event>' >grade.xml
run 0 "a short worst grade" render grade.xml -o grade.scene
point "stands on its own colour" awk '
/rect bar/ { last = $0 }
/bold fill .* "III"/ { found = last ~ /fill #88929B/ }
END { exit !found }' grade.scene
run 0 "one kind of scan again and again" render "$samples/dlbcl.xml" \
	--size slide-16x9 -o scans.scene
drawn "is named once where height is short" scans.scene ' "PET-CT:"' 1
# counts DAYS...: a case of the first half of 2022 with platelets on these.
counts() {
	printf '<case %s id="c" xml:lang="en">' "$namespace"
	printf '<diagnosis code="itp" time="2022-01-01"/>'
	printf '<series code="platelets" unit="10^9/L">'
	for day in "$@"; do
		printf '<value time="2022-%s">90</value>' "$day"
	done
	printf '</series><outcome code="alive" time="2022-06-20"/></case>\n'
}
counts 01-02 01-03 01-05 01-09 01-16 02-20 04-03 06-10 >counts.xml
run 0 "visits further and further apart" render counts.xml -o counts.scene
drawn "are one curve" counts.scene '"no value reported between"' 0
counts 01-02 01-03 01-05 01-09 01-16 06-08 06-09 06-10 >counts.xml
run 0 "months between days" render counts.xml --breaks no -o counts.scene
drawn "are a silence" counts.scene '"no value reported between"' 1

# steps ATTRIBUTE: a course whose only time is the diagnosis's, if any.
steps() {
	printf '<case %s id="c" xml:lang="en">\n' "$namespace"
	printf '<diagnosis id="a" code="melanoma" %s/>\n' "$1"
	printf '<treatment id="b" code="pembrolizumab" after="a"/>\n'
	printf '<event id="c" code="colitis" after="b"/>\n'
	printf '<treatment id="d" code="ipilimumab" after="c"/>\n'
	printf '<outcome code="death"/>\n</case>\n'
}
steps 'time="[..2015]"' >steps.xml
run 0 "no date at all" render steps.xml -o steps.scene
drawn "has steps in its place" steps.scene '"dates not stated"' 1
drawn "and no axis" steps.scene '"Date"\|2016' 0
drawn "which hold the names of drugs" steps.scene \
	'text .*"\(Pembrolizumab\|Ipilimumab\)"' 2
steps 'time="2015-03"' >steps.xml
run 0 "one date, on a column" render steps.xml --size blood-1 -o steps.scene
drawn "says after what" steps.scene '"after Mar 2015: dates not stated"' 1
drawn "and cuts no name" steps.scene '…"' 0

# What is counted from a thing without a date says so in the picture.
cat >counted.xml <<'XML'
<case xmlns="urn:clincourse:case:1">
<diagnosis id="dx" code="aml" time="2020-01-10"/>
<line n="1"><treatment id="aza" code="azacitidine" after="dx"/>
<response code="CR" since="aza" time="4m"/></line>
<relapse id="rel" since="aza" time="11m"/>
<event code="pneumonia" since="rel" time="20d"/>
<outcome code="death" cause="infection" since="rel" time="[3m..6m]"/>
</case>
XML
run 0 "counted from no date" render counted.xml -o counted.scene
drawn "a response" counted.scene '"+4 months"' 1
drawn "an event" counted.scene '"pneumonia +20 days"' 1
run 0 "on a column" render counted.xml --size blood-1 -o counted.scene
drawn "a death keeps its cause and offset" counted.scene \
	'"infection,"\|"+3–6 months"' 2

# A progression that was confirmed later is of its own day.
cat >confirmed.xml <<'XML'
<case xmlns="urn:clincourse:case:1">
<diagnosis code="melanoma" time="2019-11-20"/>
<line n="1"><treatment code="nivolumab" time="2020-01-07/2020-04-01"/>
<response code="iSD" time="2020-05-12"/>
<response code="iUPD" time="2020-08-04"/>
<response code="iCPD" time="2020-09-08"/></line>
<outcome code="alive" time="2021-02-01"/>
</case>
XML
run 0 "a confirmed progression" render confirmed.xml -o confirmed.scene
drawn "has one callout, with both days" confirmed.scene \
	'"Progression"\|"4 Aug 2020, confirmed 8 Sep 2020"' 2
drawn "and its code" confirmed.scene '"iCPD"' 1

# What the file doubts of a value's or a dose's time is beside it.
cat >doubt.xml <<'XML'
<case xmlns="urn:clincourse:case:1">
<diagnosis code="epilepsy" time="2010-01-10"/>
<treatment code="valproate" time="2010-02-01/2015-03-04"><dose>1000 mg/d</dose>
<dose time="2012-05-06?">500 mg/d</dose></treatment>
<event code="tremor" time="2011-01-02/2012-03-04"><grade time="2011-01-02">1</grade>
<grade time="2011-06-07?">2</grade></event>
<series code="valproate-level" unit="mg/L"><value time="2011-03-04">95</value>
<value time="2012-06-01~">40</value><value time="2013-06-01?">43</value>
<value time="2014-02-03">41</value><value time="2014-09-03">42</value></series>
</case>
XML
run 0 "doubts of parts" render doubt.xml -o doubt.scene
drawn "a value" doubt.scene '"40 ~"' 1
drawn "one that has no words of its own" doubt.scene '"43 ?"\|"?"' 2
drawn "a dose" doubt.scene '500 mg/d ?"\|"500 ?"' 1
drawn "a grade" doubt.scene '"tremor ?"' 1
drawn "and what the signs mean" doubt.scene \
	'"approximate date"\|"date uncertain"' 2

# Observation is no line of therapy, whatever number it has.
cat >observed.xml <<'XML'
<case xmlns="urn:clincourse:case:1">
<diagnosis code="multiple-myeloma" time="2022-01-01"/>
<line n="1"><treatment code="VRd" time="2022-01-10/2022-05-10"/></line>
<line n="2"><treatment code="observation" time="2022-06-10/2023-06-10"/></line>
<outcome code="alive" time="2023-06-10"/>
</case>
XML
run 0 "observation" render observed.xml -o observed.scene
drawn "has no number" observed.scene 'text .*"line [12]"' 1
run 0 "and the text" render observed.xml -o observed.md
point "says so" grep -q "Line 2 (not counted as a line of therapy)" observed.md


# Steps: a response lasts to the next, of an order and no time; where all that
# has a date is of one day, they have the page.
run 0 "responses in order" render "$samples/hodgkin.xml" -o order.scene
drawn "last to the next" order.scene 'path curve .* dash' 3 # one is the legend's
drawn "which is said" order.scene '"response until the next, dates not stated"' 1
cat >day.xml <<END
<case $namespace id="day" xml:lang="en">
  <diagnosis id="dx" code="multiple-myeloma" time="2019-01-10"/>
  <treatment id="a" code="VRd" after="dx"/>
  <outcome code="death" after="a"/>
</case>
END
run 0 "one day, and what came after it" render day.xml -o day.scene
point "the day has a third of the page" awk '
/^ *rect panel / { split($3, at, ","); exit !(at[1] < 500) }' day.scene

# A code is read: its pill lies over the line of another one of its level, and a
# code of the same rank as its level's name is never without its own.
cat >year.xml <<END
<case $namespace id="year" xml:lang="en">
  <response code="SD" time="2018"><label>CR, MRD-positive</label></response>
  <response code="SD" time="2018-06-21"/>
</case>
END
run 0 "known to the year" render year.xml -o year.scene --metrics year.json
point "no line runs through its pill" grep -q '"text_shape":0' year.json
cat >rank.xml <<END
<case $namespace id="rank" xml:lang="en">
  <diagnosis code="dlbcl" time="2017-09-10"/>
  <response code="PR" time="2017-11-10"/>
  <response code="NMR" time="2018-01-20"/>
  <response code="SD" time="2018"/><response code="SD" time="2018-06-21"/>
  <outcome code="alive" time="2018-09-11"/>
</case>
END
run 0 "two of one rank" render rank.xml -o rank.scene
drawn "each has its code" rank.scene 'bold .*"NMR"' 1
finish
