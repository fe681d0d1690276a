# Events: what did not happen, how grades go, what callouts add.
. "$SOURCE/tests/cli/lib.sh"

# fact NAME FILE: the lines of the fact whose tooltip begins so.
fact() {
	sed -n "/^group .* \"$1/,/^end/p" "$2"
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
	hasnt "$name is no solid dot or bar" '^  (rect|circle).* fill #[0-9A-E]' \
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
has "a year is a slope" '^  rect fill' colitis grades.scene
hasnt "a day is a step" '^  rect fill' hepatitis grades.scene
has "the worst is the digit" 'text .* "4"$' colitis grades.scene
has "and told" 'grade 4' colitis grades.scene
# The ends of May 2022 and November 2024 are of neither tone.
tones() {
	fact "$1" grades.scene | grep '^  rect bar' | grep -o 'fill #[0-9A-F]*' |
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
finish
