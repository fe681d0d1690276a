# The height of a dose, and when it changed.
. "${0%/*}/lib.sh"

# drawn NAME FILE PATTERN COUNT
drawn() {
	point "$1" test "$(grep -c "$3" "$2")" = "$4"
}

# case_of DOSES: four years of one drug.
case_of() {
	cat <<END
<case xmlns="urn:clincourse:case:1" id="doses" xml:lang="en">
  <diagnosis code="sle" time="2019-01-01"/>
  <treatment code="azathioprine" time="2019-01-01/2022-12-31" unit="mg/d">$1</treatment>
  <outcome code="alive" time="2022-12-31"/>
</case>
END
}

# began TIME DOSE CHANGES: four years of another, its first dose told so.
began() {
	cat <<END
<case xmlns="urn:clincourse:case:1" id="doses" xml:lang="en">
  <diagnosis code="sle" time="2019-01-01"/>
  <treatment code="azathioprine" time="$1" unit="mg/d">$2</treatment>
  <outcome code="alive" time="2022-12-31"/>
</case>
END
}

# pieces FILE: of each piece of the profile left, right and its two heights.
pieces() {
	awk '/^ *path bar M .* Z fill/ && NF == 13 {
		split($4, a, ","); split($6, b, ","); split($8, c, ",")
		split($10, d, ",")
		printf "%.1f %.1f %.2f %.2f\n", a[1], d[1], a[2] - b[2], d[2] - c[2]
	}' "$1"
}

case_of '<dose time="2019-01-01">100</dose><dose time="2020-01-01">50</dose>
<dose time="2021-01-01">25</dose>' >steps.xml
run 0 "three doses" render steps.xml --breaks no -o steps.scene
pieces steps.scene >steps
point "fall as they are: a half is twice the step of the next" awk '
{ h[NR] = $3; level += $3 == $4 }
END { exit !(NR == 3 && level == 3 &&
	(h[1] - h[2]) / (h[2] - h[3]) > 1.98 &&
	(h[1] - h[2]) / (h[2] - h[3]) < 2.02) }' steps

case_of '<dose time="2019-01-01">100</dose><dose time="2021">50</dose>' >year.xml
run 0 "a change known to the year" render year.xml --breaks no -o year.scene
pieces year.scene >year
point "is a slope over all of it" awk '
$3 != $4 { slope = $2 - $1; falls = $3 > $4 }
{ if (!first) first = $1; last = $2 }
END { part = slope / (last - first)
	exit !(falls && part > 0.24 && part < 0.26) }' year
drawn "and says so" year.scene 'paler slope' 1

# A start, or an end, of a month is that month in a paler tone: neither its
# first day nor its middle is a day that anybody knows.
began 2019-03/2022-06 '<dose time="2019-03">100</dose>
<dose time="2021-01-01">50</dose>' >month.xml
run 0 "a first dose known to the month" render month.xml --breaks no \
	-o month.scene
drawn "is paler over that month" month.scene 'paler end' 1
pieces month.scene >solid
point "and solid only after it" awk '
NR == 1 { from = $1 }
END { exit !(NR == 2 && from > 0) }' solid
sed 's/2019-03/&-01/g; s/2022-06/&-30/' month.xml >day.xml
run 0 "a first dose known to the day" render day.xml --breaks no -o day.scene
drawn "is no paler" day.scene 'paler end' 0
pieces day.scene >exact
point "and begins and ends a month further out" awk '
FNR == NR { if (FNR == 1) left = $1; right = $2; next }
FNR == 1 { first = $1 }
{ last = $2 }
END { exit !(first < left - 5 && last > right + 5) }' solid exact
began '[2019-03..2019-12]/2022-06' '<dose>100</dose>
<dose time="2021-01-01">50</dose>' >bracket.xml
run 0 "a start between two months" render bracket.xml --breaks no \
	-o bracket.scene
drawn "fades in" bracket.scene 'fading end' 1

case_of '<dose time="2019-01-01">100</dose><dose time="2022-12-31">0</dose>' \
	>stop.xml
run 0 "stopped" render stop.xml -o stop.scene
drawn "is no hold" stop.scene 'dose held' 0
drawn "nor a number" stop.scene '→0' 0
case_of '<dose time="2019-01-01">100</dose><dose time="2020-01-01">0</dose>
<dose time="2020-06-01">50</dose>' >held.xml
run 0 "held" render held.xml -o held.scene
drawn "says so" held.scene 'dose held' 1

# Where its end is not stated the whole bar is pale, and its dose stands on that.
cat >open.xml <<'EOF'
<case xmlns="urn:clincourse:case:1"><diagnosis code="hlh" time="2021-03-02"/>
<line>
  <treatment code="HLH-94" time="2021-03-03/2021-04-28"/>
  <treatment code="ciclosporin" dose="6 mg/kg/d" time="2021-03-10/"/>
</line>
<outcome code="alive" time="2022-07-01"/></case>
EOF
run 0 "a dose in a bar without an end" render open.xml --strict -o open.scene
drawn "is drawn" open.scene 'text .*"6 mg/kg/d' 1

# What only supports goes on for years; the line is over with what makes it.
cat >line.xml <<'EOF'
<case xmlns="urn:clincourse:case:1"><diagnosis code="chl" time="2020-01-02"/>
<line>
  <treatment code="ABVD" time="2020-01-10/2020-06-30"/>
  <treatment code="levothyroxine" dose="50 ug/d" time="2020-05-01/2023-12-31"/>
</line>
<outcome code="alive" time="2023-12-31"/></case>
EOF
run 0 "a line with what supports it" render line.xml -o line.scene
point "ends where what makes it ends" awk '
/path bracket/ { for (i = 1; i <= NF; i++)
	if (split($i, at, ",") == 2 && at[1] > right) right = at[1] }
/rect bar/ && !bar++ { split($3, at, ","); split($4, size, "x")
	end = at[1] + size[1] }
END { exit !(right > 0 && right < end + 2) }' line.scene

# A hue that is nearly the page's own has no paler tone: an edge round what is
# certain says which part is, and steps have theirs.
cat >white.xml <<'EOF'
<case xmlns="urn:clincourse:case:1"><diagnosis code="cll" time="2015-03-02"/>
<treatment code="ivig" time="2015-06-01/2018"/>
<outcome code="alive" time="2020-12-31"/></case>
EOF
run 0 "a white bar with an end of a year" render white.xml --size nature-1 \
	--theme grey -o white.scene
point "has an edge where that year begins" awk '
/rect bar/ { split($3, at, ","); split($4, size, "x")
	if (/fill/ && !last) last = at[1] + size[1]
	if (/stroke/ && !edge) edge = at[1] + size[1] }
END { exit !(edge > 0 && last - edge > 20) }' white.scene
began 2019-01-01/2022-12-31 '<dose time="2019-01-01">100</dose>
<dose time="2021-01-01">50</dose>' >step.xml
run 0 "a step of a pale hue" render step.xml --size nature-1 --theme grey \
	-o step.scene
point "has its edge, and the bar both ends" awk '
/path bar .* stroke/ { for (i = 3; i + 3 <= NF; i++) {
	split($(i + 1), a, ","); split($(i + 3), b, ",")
	if ($i == "M" && $(i + 2) == "L" && a[1] == b[1]) upright++ } }
END { exit upright != 3 }' step.scene
finish
