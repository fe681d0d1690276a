# What the axis is called and what its numbers are, under every clock.
. "$SOURCE/tests/cli/lib.sh"

# with CLOCK FACTS > file: a case under a clock; "date" for dates.
with() {
	clock=
	[ "$1" = date ] || clock=" clock=\"$1\""
	printf '<case %s id="c" xml:lang="en"%s>%s</case>\n' \
		"$namespace" "$clock" "$2"
}

# drawn NAME NUMBER TEXT...: how often each text stands in the last picture.
drawn() {
	name=$1
	wanted=$2
	shift 2
	for text in "$@"; do
		found=$(grep -c -- " \"$text\"\$" axis.scene)
		[ "$found" -eq "$wanted" ] || {
			not_ok "$name" "\"$text\": $found, expected $wanted"
			return
		}
	done
	ok "$name"
}

# names NAME TEXT OPTIONS...: axis.xml has an axis of that name.
names() {
	name=$1
	text=$2
	shift 2
	run 0 "$name" render axis.xml "$@" -o axis.scene
	drawn "is called $text" 1 "$text"
}

with age '<diagnosis code="all" time="9d"/>
<treatment code="vincristine" time="12d/20d"/>
<outcome code="alive" time="61d"/>' >axis.xml
names "weeks after birth" "Age, days"
drawn "every week" 1 14 21 28 35 42 49 56
names "in Chinese" "日龄（天）" --lang zh
names "in German" "Alter, Tage" --lang de
names "asked for weeks" "Age, weeks" --unit week
drawn "which are other numbers" 1 2 3 4 5 6 7 8

with age '<diagnosis code="all" time="5m"/>
<outcome code="alive" time="19m"/>' >axis.xml
names "months of age" "Age, months"
drawn "up to the last" 1 6 12 18
names "asked for years" "Age, years" --unit year
names "more than is known" "Age, months" --unit day

with age '<diagnosis code="all" time="41"/>
<outcome code="alive" time="52"/>' >axis.xml
names "an adult" "Age, years"
names "whose months nobody knows" "Age, years" --unit month

pregnancy='<diagnosis code="itp" time="20w"/>
<treatment code="prednisolone" time="21w/36w"/>
<event code="childbirth" time="37w"/>'
with gestation "$pregnancy <outcome code='alive' time='37w'/>" >axis.xml
names "a pregnancy" "Gestation, weeks"
with gestation "$pregnancy <outcome code='alive' time='45w'/>" >axis.xml
names "a birth within" "Weeks from last menstrual period (LMP)"
names "in Chinese" "末次月经后周数" --lang zh

with day '<diagnosis code="nsclc" time="-20"/>
<treatment code="osimertinib" time="1/700"/>
<outcome code="alive" time="800d"/>' >axis.xml
names "days" "Day"
drawn "by weeks" 1 0 56 112 784
names "told in months" "Months" --unit month
drawn "which are other numbers" 1 0 3 6 24
names "from another day" "Months from day 1" --unit month --zero 1

with study-day '<diagnosis code="nsclc" time="-14"/>
<treatment code="osimertinib" time="1/80"/>
<outcome code="alive" time="85"/>' >axis.xml
names "study days" "Study day" --size blood-1
drawn "by cycles" 1 1 29 57 85
drawn "have no 0" 0 0

with gestation '<event time="12"><label>Scan</label></event>
<outcome code="alive" time="39"/>' >axis.xml
names "a pregnancy" "Gestation, weeks"
names "in months" "Gestation, months" --unit month

with date '<diagnosis time="2024-02-29T23:40"><label>Rash</label></diagnosis>
<treatment code="rituximab" time="2024-02-29T23:10/2024-02-29T23:40"/>
<outcome code="alive" time="2024-03-01T00:50"/>' >axis.xml
names "minutes" "Minutes from diagnosis"
drawn "are minutes" 1 0 15 30 45 60
drawn "and a time of day each" 1 23:15 23:30 23:45 00:00 00:15 00:30 00:45

with date '<diagnosis code="cll" time="2018"/>
<treatment code="ibrutinib" time="2020-02-11/2021-06-09"/>
<outcome code="alive" time="2022-03-14"/>' >axis.xml
names "a zero known to the year" "Years from diagnosis"
names "whatever is asked" "Years from diagnosis" --unit month
names "another zero" "Months from first treatment" --zero first-treatment

with date '<diagnosis code="aml" time="2020-05-04"/>
<line><procedure id="tx" code="allo-sct" time="2020-06-02"/></line>
<outcome code="alive" time="2022-03-14"/>' >axis.xml
names "an act that is named" "Months from allo-SCT" --zero tx

with date '<diagnosis code="cll" time="2020-05-04"/>
<treatment code="ibrutinib" time="2020-06-02/2021-01-09"/>
<outcome code="alive" time="9999-12-31"/>' >axis.xml
run 0 "a course of eras" render axis.xml -o axis.scene
drawn "in hundreds of years" 1 0 9000 9500 10000

with date '<diagnosis id="dx" code="cll" time="[..2015]"/>
<treatment id="tx" code="ibrutinib" after="dx"/>
<outcome code="death" after="tx"/>' >axis.xml
run 0 "nothing has a date" render axis.xml -o axis.scene
point "and no axis" awk '/"Date"|"20.."|[0-9]:[0-9]/ { found = 1 }
END { exit found }' axis.scene

# A year is said at its January: said at the last month before it, it took the
# place of the next one, and so on.
run 0 "years that hardly fit" render "$samples/remission.xml" --lang zh \
	--size a4-landscape -o years.scene
point "stand at their January" awk '
/ "1月"$/ { january[$2] = 1 }
/ "20.. 年"$/ { years++; split($2, at, ","); x[years] = at[1] }
END {
	for (i in january) { split(i, at, ","); first[at[1]] = 1 }
	for (i in x) astray += !(x[i] in first)
	exit !(years > 5 && astray <= 1) }' years.scene
finish
