# Events: what did not happen, how grades go, what callouts add.
. "$SOURCE/tests/cli/lib.sh"

# fact NAME FILE: the lines of the fact whose tooltip begins so.
fact() {
	sed -n "/^ *group fact .* \"$1/,/^ *end/p" "$2"
}

# has POINT PATTERN NAME FILE, hasnt: in that fact.
has() {
	if fact "$3" "$4" | grep -qE -- "$2"; then
		ok "$1"
	else
		not_ok "$1" "$(fact "$3" "$4")"
	fi
}

hasnt() {
	if fact "$3" "$4" | grep -qE -- "$2"; then
		not_ok "$1" "$(fact "$3" "$4")"
	else
		ok "$1"
	fi
}

# Planned and not done: hollow, explained, in words.
case_with "<event code='follow-up' time='2021-08-03' status='planned'/>
<event time='2021-07-03' status='not-done'><label>Second look</label></event>
<event code='rash' time='2021-03-02/2021-04-20' status='planned'/>
<outcome code='alive' time='2021-10-01'/>" >status.xml
run 0 "events thought of" render status.xml -o status.scene
for name in follow-up 'Second look' rash; do
	hasnt "$name is no solid dot or bar" '^ *(rect|circle).* fill #[0-9A-E]' \
		"$name" status.scene
done
has "the planned one is dashed" 'dash' follow-up status.scene
has "the bar is there" 'text .*planned' rash status.scene
has "that it was not is said" 'did not occur' 'Second look' status.scene
point "planned is explained" grep -q '"planned"' status.scene
point "not done is explained" grep -q '"not done"' status.scene

# Grades: a day is a step, a year a slope.
case_with "<event code='colitis' time='2022-05-03/2024-11-08'
 grade='1'><grade time='2022-05-03'>1</grade><grade time='2023'>4</grade>
</event>
<event code='hepatitis' time='2022-05-03/2024-11-08'
 grade='3'><grade time='2022-05-03'>1</grade><grade time='2023-01-01'>3</grade>
</event>
<event code='rash' time='2022-05/2024-11' grade='3'>
<grade time='2022-05'>1</grade><grade time='2023-01-01'>3</grade></event>
<outcome code='alive' time='2025-09-01'/>" >grades.xml
run 0 "courses of grades" render grades.xml -o grades.scene
has "a year is a slope" '^ *rect fill' colitis grades.scene
hasnt "a day is a step" '^ *rect fill' hepatitis grades.scene
has "the worst is the digit" 'text .* "4"$' colitis grades.scene
has "and told" 'grade 4' colitis grades.scene
# The ends of May 2022 and November 2024 are of neither tone.
tones() {
	fact "$1" grades.scene | grep '^ *rect bar' | grep -o 'fill #[0-9A-F]*' |
		sort -u | wc -l
}
point "ends known to the month stay pale" \
	test "$(tones rash)" -gt "$(tones hepatitis)"

# A callout says why and what the author adds.
case_with "<outcome code='death' time='2021-09-01' cause='infection'>
<note>in a hospice</note></outcome>" >death.xml
run 0 "a death with a note" render death.xml -o death.scene
has "its cause" 'text .*infection' [Dd]eath death.scene
has "and the note" 'text .*hospice' [Dd]eath death.scene
# Signs of doubt are explained where words bear them.
case_with "<comment time='2022-03-01~'><label>moved</label></comment>
<outcome code='alive' time='2022-10-01'/>" >told.xml
run 0 "a doubt told in words" render told.xml -o told.scene
has "as about" 'text .*about 1 Mar 2022' moved told.scene
point "no sign is explained" sh -c '! grep -q "approximate date" told.scene'
case_with "<procedure time='2022-03-01~'><label>CT</label></procedure>
<outcome code='alive' time='2022-10-01'/>" >sign.xml
run 0 "a doubt told by a sign" render sign.xml -o sign.scene
has "beside the name" 'text .*"CT ~"' CT sign.scene
point "the sign is explained" grep -q 'approximate date' sign.scene

# The same act again and again has a row, named once with its number.
act() {
	echo "<procedure time='$2'><label>$1</label></procedure>"
}
case_with "$(act Dialysis 2021-04-05; act CT 2021-05-03
act Dialysis 2021-05-09; act CT 2021-06-21; act Dialysis 2021-06-02
act Echo 2021-06-03; act Dialysis 2021-06-30)
<outcome code='alive' time='2021-09-01'/>" >acts.xml
run 0 "acts of one name" render acts.xml -o acts.scene
count() {
	grep -c "^ *text .*\"$1" acts.scene
}
point "four are named once" test "$(count Dialysis)" = 1
point "with their number" test "$(count '× 4')" = 1
point "two are no heap" test "$(count CT)" = 2
heights() {
	fact Dialysis acts.scene | sed -n 's/^ *path mark M [0-9.]*,\([0-9.]*\) .*/\1/p' |
		sort | uniq -c
}
point "and are arrows of one height" test "$(heights | awk '{ print $1 }' |
	sort -u)" = 4
case_with "<line n='1'><treatment code='R-CHOP' time='2021-03-01/2021-06-01'/>
</line><treatment code='rituximab' time='2021-06-07' dose='375 mg/m2'/>
<treatment code='rituximab' time='2021-06-14' dose='375 mg/m2'/>
<treatment code='rituximab' time='2021-06-21' dose='375 mg/m2'/>
<outcome code='alive' time='2021-09-01'/>" >acts.scene.xml
run 0 "days of one drug" render acts.scene.xml -o acts.scene
point "have such a row" test "$(count '× 3')" = 1
point "and one dose" test "$(count '375 mg')" = 1

# Stays over some time are a strip above all rows; one of a moment is an event.
case_with "<event code='ward' time='2021-03-02/2021-04-20'/>
<event code='icu' time='2021-03-10/2021-03-24'/>
<event code='home' time='2021-04-21/2021-09-01'/>
<outcome code='alive' time='2021-09-01'/>" >stays.xml
run 0 "stays" render stays.xml -o stays.scene
point "are a strip" grep -q '"Place of care"' stays.scene
point "and no events" sh -c '! grep -q "\"Events\"" stays.scene'
point "of which intensive care tints all rows" test \
	"$(grep -c '^ *rect band' stays.scene)" = 1
point "and is named in bold" grep -q 'text .* bold .*"ICU"' stays.scene
case_with "<event code='icu' time='2021-03-10'/>
<outcome code='alive' time='2021-09-01'/>" >stay.xml
run 0 "the day of a transfer" render stay.xml -o stay.scene
point "is an event" sh -c '! grep -q "Place of care" stay.scene'

# Words of what has no date keep to the steps behind the axis.
case_with "<outcome id='o' code='alive' time='2022-06-01'/>
<event code='pneumonia' after='o'/>
<outcome code='death' cause='progression' after='o'><note>at home</note>
</outcome>" >steps.xml
run 0 "a death without a date" render steps.xml -o steps.scene
fact '[Dd]eath' steps.scene >death
has "its note" 'text .*at home' '[Dd]eath' steps.scene
# Of words that end at x and have this width: where they begin.
least=$(awk '/^ *text/ { split($2, at, ","); x = at[1]
	if ($3 == "end") x -= $7
	if (!n++ || x < least) least = x }
	END { print least }' death)
ground=$(grep -m 1 '^ *rect panel .* radius' steps.scene |
	sed 's/^ *rect panel //; s/,.*//')
point "its words keep to the ground of the steps" \
	awk -v x="$least" -v g="$ground" 'BEGIN { exit !(g > 0 && x >= g) }'

# What was serious stays longer than infections, what was not goes before them.
# crowd NUMBER SERIOUS: so many rows that stay, and two of which one must go.
crowd() {
	i=0
	while [ $i -lt "$1" ]; do
		echo "<series unit='U' key='yes'><label>Test $i</label>
<value time='2021-03-04'>100</value><value time='2021-05-04'>120</value>
</series>"
		i=$((i + 1))
	done
	for i in 1 2 3 4 5 6 7 8; do
		echo "<event code='rash' grade='2' time='2021-0$i-03/2021-0$i-28'
 $2/><event code='sepsis' time='2021-0$i-03/2021-0$i-28'/>"
	done
	echo "<outcome code='alive' time='2021-10-01'/>"
}

# goes SERIOUS: which of the two, where there is room for one of them.
goes() {
	for n in 4 5 6 7 8 9 10 11 12; do
		case_with "$(crowd $n "$1")" >crowd.xml
		"$CLINCOURSE" render crowd.xml --size screen-16x9 \
			-o crowd.svg 2>err || break
		gone=$(sed -n 's/.*rows (\([^)]*\)).* \[W402\]/\1/p' err)
		if [ -n "$gone" ]; then
			echo "$gone"
			return
		fi
	done
}
point "what was not serious goes first" test "$(goes '')" = "Adverse events"
point "what was serious does not" test "$(goes "serious='yes'")" = Infections
# A remark that lasted is no day in doubt.
cat >lasting.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="lasting" xml:lang="en">
  <diagnosis code="aml" time="2020-01-04"/>
  <comment time="2020-02-01/2020-05-20"><label>At home</label></comment>
  <outcome code="alive" time="2020-09-01"/>
</case>
END
run 0 "a remark that lasted" render lasting.xml -o lasting.scene
point "is no day in doubt" test "$(grep -c 'some day within' lasting.scene)" = 0
# The bracket of a line begins with what makes the line.
cat >support.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="support" xml:lang="en">
  <diagnosis code="dlbcl" time="2021-01-04"/>
  <line n="1">
    <treatment code="entecavir" time="2020-03-01/2021-12-01"/>
    <treatment code="R-CHOP" time="2021-01-20/2021-06-01"/>
  </line>
  <outcome code="alive" time="2022-03-01"/>
</case>
END
run 0 "a drug that supports" render support.xml --breaks no -o support.scene
point "begins no line" awk '
/^ *group fact / { name = $0 }
/^ *rect bar/ && name ~ /R-CHOP/ && !left { split($3, a, ","); left = a[1] }
/^ *path bracket M/ && !start { split($4, b, ","); start = b[1] }
END { exit !(left > 0 && start - left < 2 && left - start < 2) }' support.scene
# Nothing stands after a death, nor has the axis room for it; two tests of a day
# that disagree stand on both sides of it.
cat >dead.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="dead" xml:lang="en">
  <diagnosis code="aml" time="2022-01-03"/>
  <genetics time="2022-01-20" status="not-done"><finding>TP53</finding></genetics>
  <genetics time="2022-01-20"><finding>TP53</finding></genetics>
  <event code="rash" time="2022-03-10/"/>
  <lesion site="liver" time="[2021..2026]/"/>
  <event code="seizure" time="2022-01-20"/>
  <outcome code="death" time="2022-03-14"/>
</case>
END
run 0 "a death" render dead.xml --breaks no -o dead.scene
point "is the end of what is drawn" awk '
/^ *group fact / { name = $0 }
/^ *rect mark/ && name ~ /Death/ { split($3, a, ","); split($4, b, "x")
	death = a[1] + b[1] }
/^ *rect/ && name ~ /rash|liver/ { split($3, a, ","); split($4, b, "x")
	if (a[1] + b[1] > death) exit 1 }
/^ *text .*"2024"$/ { exit 1 }' dead.scene
point "tests of a day stand around it" awk '
/^ *group fact / { name = $0 }
/^ *path mark/ && name ~ /not done/ && !left { split($4, a, ","); left = a[1] }
/^ *circle mark/ && name ~ /Genetics, / { split($3, a, ","); right = a[1] }
/^ *path stem/ && name ~ /Seizure/ { split($4, a, ","); at = a[1] }
END { exit !(left < at && at < right && right - at < at - left + 0.1 &&
	at - left < right - at + 0.1) }' dead.scene
# A death and a relapse of a year: a band over it, no line in its middle, and
# no response falls there.
cat >year.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="year" xml:lang="en">
  <diagnosis code="dlbcl" time="2010-02-01"/>
  <line n="1">
    <treatment code="R-CHOP" time="2010-02-10/2010-06-20"/>
    <response code="CR" time="2010-07-15"/>
    <relapse time="2013"/>
  </line>
  <outcome code="death" time="2016"/>
</case>
END
run 0 "a death of a year" render year.xml --breaks no -o year.scene
point "has a band, no line" awk '
/^ *group fact / { name = $0 }
/^ *end/ { name = "" }
/^ *path whisker M/ && name ~ /Death|Relapse/ { split($4, a, ",")
	split($6, b, ","); if (b[1] - a[1] > 99) wide[name ~ /Death/] = a[1] }
/^ *rect band/ { split($3, a, ","); split($4, b, "x")
	if (b[1] > 99) band[int(a[1])] = 1 }
/^ *path (band|stem) M/ { split($4, a, ","); split($6, b, ",")
	if (b[2] - a[2] > 99 && a[1] == b[1]) line[int(a[1])] = 1 }
END { for (i = 0; i < 2; i++) {
	at = int(wide[i])
	if (!at || !(band[at] || band[at - 1])) exit 1
	for (x = at + 9; x < at + 90; x++) if (line[x]) exit 1 } }' year.scene
# An act that is known as a treatment alone has that one's name.
case_with "<procedure code='PLEX' time='2021-03-01'/>" >exchange.xml
run 0 "one exchange of plasma" render exchange.xml -o exchange.svg
point "in the author's word" grep -q '>PLEX<' exchange.svg
case_with "<procedure code='plasma-exchange' time='2021-03-01'/>" >exchange.xml
run 0 "by its key" render exchange.xml -o exchange.svg
point "by its name" grep -q '>plasma exchange<' exchange.svg
run 0 "in Chinese" render exchange.xml --lang zh -o exchange.svg
point "too" grep -q '>血浆置换<' exchange.svg

# Each grade stands where it held, in Roman numbers too, which the legend says.
case_with "<event code='acute-gvhd' time='2021-05-01/2022-05-01'>
<grade time='2021-05-01'>II</grade><grade time='2021-08-01'>III</grade>
<grade time='2021-08-20'>I</grade><grade time='2021-08-21'>II</grade></event>
<outcome code='alive' time='2022-08-01'/>" >roman.xml
run 0 "grades in Roman numbers" render roman.xml -o roman.scene
for grade in II III; do
	has "$grade is on the bar" "text .* \"$grade\"$" aGVHD roman.scene
done
hasnt "what held for a day has no room" 'text .* "I"$' aGVHD roman.scene
point "the legend says what they are" grep -q '"number: grade"' roman.scene

# Whom the author wants in the picture has a callout where it begins; how long it
# went on stands in its row.
case_with "<event code='septic-shock' time='2021-05-02/2021-05-20' key='yes'>
<note>E. coli in blood</note></event>
<outcome code='alive' time='2022-08-01'/>" >onset.xml
run 0 "a harm that lasted" render onset.xml -o onset.scene
point "its note is told with the day of its start" grep -q \
	'"E. coli in blood, 2 May 2021"' onset.scene
point "and it is drawn twice" test "$(grep -c '"[Ss]eptic shock"$' \
	onset.scene)" = 2

# A stay without room for the author's words says what kind of place it was.
case_with "<event code='home' time='2021-03-01/2021-05-30'>
<label>At home with her family and friends</label></event>
<event code='hospital-ward' time='2021-06-01/2021-12-20'/>
<outcome code='alive' time='2021-12-31'/>" >home.xml
run 0 "a stay at home" render home.xml --size nature-1 -o home.scene
point "is called that" grep -q 'text .*"at home"$' home.scene
says "and its words are missed" 'words cut short (1: At home'
# What goes on to the day of a death ends at its line, in the middle of the day.
cat >dies.xml <<END
<case $namespace id="c" xml:lang="en">
<diagnosis code="aml" time="2021-03-01"/>
<treatment code='meropenem' time='2021-03-02/2021-03-20'/>
<treatment code='ciclosporin' time='2021-03-05/..'/>
<event code='sepsis' grade='4' time='2021-03-10/2021-03-20'/>
<outcome code='death' time='2021-03-20'/>
</case>
END
run 0 "a death within a month" render dies.xml -o dies.scene
point "three bars end at its line" awk '
/ rect mark .* fill #000000/ && line == 0 {
	split($3, at, ","); split($4, size, "x"); line = at[1] + size[1] / 2
}
/ rect bar .* fill / { # and none of the legend
	split($3, at, ",")
	split($4, size, "x")
	if (size[1] > 100)
		ends[n++] = at[1] + size[1]
}
END {
	for (i in ends)
		if (ends[i] < line - 0.1 || ends[i] > line + 0.1)
			exit 1
	exit n < 3
}' dies.scene
# A short name is explained, of a list of one day too, and of what is known as
# a disease; one that stands in words is not.
case_with "<event code='acute-kidney-injury' time='2021-03-02'/>
<event code='diffuse-alveolar-haemorrhage' time='2021-05-02'/>
<event code='HLH' time='2021-05-02'/>
<event code='tumour-lysis' time='2021-08-02'><label>lysis</label></event>
<outcome code='alive' time='2021-10-01'/>" >short.xml
run 0 "short names" render short.xml -o short.scene
for name in 'AKI, acute kidney injury' 'DAH, diffuse alveolar haemorrhage' \
	'HLH, haemophagocytic lymphohistiocytosis'; do
	point "$name" grep -q "\"$name" short.scene
done
point "what is not drawn is not explained" \
	sh -c '! grep -q "TLS" short.scene'

# What its author writes out is not abbreviated, in no language; the key of the
# vocabulary, and an abbreviation, are.
case_with "<event time='2021-03-02'>acute kidney injury</event>
<event code='diffuse-alveolar-haemorrhage' time='2021-05-02'/>
<outcome code='alive' time='2021-10-01'/>" >full.xml
run 0 "a name in full" render full.xml -o full.scene
point "is drawn in full" grep -q '"acute kidney injury"$' full.scene
point "and needs no explanation" sh -c '! grep -q AKI full.scene'
point "the key is drawn short" grep -q '"DAH"$' full.scene
run 0 "in Chinese" render full.xml --lang zh -o full-zh.scene
point "by its name there" grep -q '"急性肾损伤"$' full-zh.scene

# What is short on a side of a hyphen is one word.
run 0 "names with a hyphen in a narrow column" render "$samples/emm.xml" \
	--size cell-1 -o hyphen.scene
hasnt "are not parted there" 'text .* "PET-"$' PET-CT hyphen.scene
finish
