# A lesion is as thick as it was large.
. "${0%/*}/lib.sh"

# case_of LESIONS: two years of a lymphoma.
case_of() {
	cat <<END
<case xmlns="urn:clincourse:case:1" id="lesions" xml:lang="en">
  <diagnosis code="dlbcl" time="2020-01-01"/>
  $1
  <outcome code="alive" time="2021-12-31"/>
</case>
END
}

# drawn NAME FILE PATTERN COUNT
drawn() {
	point "$1" test "$(grep -c "$3" "$2")" = "$4"
}

# bands FILE: of each band, in the order of the rows, how thick it is where its
# first and its last edge stand, and halfway between.
bands() {
	awk '/^group legend/ { exit }
	/^ *path bar M .* Z fill/ {
		points = 0
		for (i = 4; i < NF; i++)
			if ($i ~ /,/) {
				split($i, at, ",")
				x[++points] = at[1]; y[points] = at[2]
			}
		half = points / 2
		printf "%.2f %.2f %d\n", y[points] - y[1], y[half + 1] - y[half], half
	}' "$1"
}

case_of '<lesion site="neck" unit="mm" time="2020-01-01/2021-12-31">
<value time="2020-01-01">40</value><value time="2021-01-01">10</value></lesion>
<lesion site="liver" unit="cm" time="2020-01-01/2021-12-31">
<value time="2020-01-01">2.0</value></lesion>
<lesion site="skin" time="2020-01-01/2020-07-01"/>' >sizes.xml
run 0 "lesions of several sizes" render sizes.xml -o sizes.scene
bands sizes.scene >sizes
point "are as thick as they were large, in any unit" awk '
function alike(a, b) { return a / b > 0.99 && a / b < 1.01 }
NR == 1 { full = $1; fell = alike($1 / $2, 4) && $3 == 4 }
NR == 2 { half = alike(full / $1, 2) && alike($1, $2) }
END { exit !(NR == 2 && fell && half) }' sizes
drawn "and the legend says so" sizes.scene '"thickness: size"' 1
drawn "one that nobody measured is no band" sizes.scene 'rect bar' 1

case_of '<lesion site="neck" unit="mm" time="2020-01-01/2021-12-31">
<value time="2020-01-01">40</value></lesion>' >one.xml
run 0 "a size alone" render one.xml -o one.scene
drawn "is compared with nothing" one.scene 'thickness' 0

case_of '<lesion site="neck" unit="mm" time="2020-01-01/[2021-02-01..2021-06-01]">
<value time="2020-01-01">40</value><value time="2021-01-01">10</value></lesion>' \
	>fades.xml
run 0 "an end that is not known" render fades.xml -o fades.scene
bands fades.scene >fades
fade=$(sed -n '/^group legend/q; s/.* fill [0-9.,]* [0-9.]*x\([0-9.]*\) .* fade .*/\1/p' \
	fades.scene)
point "fades as thick as the lesion was last" awk -v fade="$fade" '
END { exit !(NR == 1 && $1 / fade > 3.9 && $1 / fade < 4.1) }' fades

# What has no room as a number is said in the tooltip.
case_of '<lesion site="neck" unit="mm" time="2020-01-01/2020-02-01">
<value time="2020-01-01">40</value><value time="2020-01-03">37</value>
<value time="2020-01-06">31</value><value time="2020-01-30">10</value></lesion>' \
	>tip.xml
run 0 "many sizes within a month" render tip.xml -o tip.svg
drawn "are all in the tooltip" tip.svg \
	'40 mm (1 Jan 2020); 37 mm (3 Jan 2020); 31 mm (6 Jan 2020); 10 mm' 1
finish
