# Strips, magnified stretches and the zero of the axis.
. "$SOURCE/tests/cli/lib.sh"
samples=$SOURCE/samples

count() {
	grep -c "$1" "$2"
}

run 0 "two strips" render "$samples/cll.xml" --fold 2 --size a4 -o two.scene
run 0 "one strip" render "$samples/cll.xml" --fold 1 --size a4 -o one.scene
if [ "$(count 'text .*"Response"' two.scene)" = 2 ] &&
	[ "$(count 'text .*"Response"' one.scene)" = 1 ]; then
	ok "each strip has its rows"
else
	not_ok "each strip has its rows" "$(count 'text .*"Response"' two.scene)"
fi
run 0 "a stretch" render "$samples/dlbcl.xml" --detail 2022-03/2022-07 \
	--size a4 -o detail.scene
if grep -q '"Detail: Mar' detail.scene; then
	ok "the stretch is named"
else
	not_ok "the stretch is named" "$(grep -c text detail.scene)"
fi
run 2 "a stretch outside of the course" render "$samples/dlbcl.xml" \
	--detail 2001/2002 -o out.svg
says "it says what would be right" 'E483'
run 2 "a moment is no stretch" render "$samples/dlbcl.xml" \
	--detail 2022-03 -o out.svg
says "it says what would be right" 'E483'
run 2 "no time at all" render "$samples/dlbcl.xml" --detail 2022-19/2023 \
	-o out.svg
says "it is read as in a file" 'E202'
run 2 "no number of strips" render "$samples/cll.xml" --fold 9 -o out.svg
says "it says the range" 'from 1 to 6'
# Six minutes: a strip each is the most.
cat >minutes.xml <<END
<case $namespace id="m"><treatment code="noradrenaline" time="2021-05-04T10:00"/>
<outcome code="death" time="2021-05-04T10:05"/></case>
END
run 0 "a strip a minute" render minutes.xml --fold 6 -o strips.svg
sed 's/10:05/10:02/' minutes.xml >short.xml
run 2 "more strips than minutes" render short.xml --fold 4 -o out.svg
says "it says so" 'short.xml:1:1: error: fold 4: .*E487'
run 0 "as many as there are" render short.xml --fold 3 -o strips.svg
# A value to which no decade that can be typed is above.
cat >much.xml <<END
<case $namespace id="m"><series unit="copies/mL" scale="log"><label>virus</label>
<value time="2021-05">999999999999999</value></series></case>
END
run 0 "a decade of seventeen digits" render much.xml -o much.scene
point "it is written" grep -q '10,000,000,000,000,000' much.scene

run 0 "zero at a date" render "$samples/emm.xml" --zero 2023-03 -o zero.scene
if grep -q '"Months from Mar 2023"' zero.scene; then
	ok "the axis counts from it"
else
	not_ok "the axis counts from it" "$(grep Months zero.scene)"
fi
run 0 "zero at an id" render "$samples/emm.xml" --zero relapse -o zero.scene
run 1 "zero at nothing" render "$samples/emm.xml" --zero nowhere -o out.svg
says "it says what would be right" 'E482'
[ ! -e out.svg ] && ok "nothing is written" || not_ok "nothing is written"

run 0 "breaks" render "$samples/cml.xml" --breaks no -o all.scene
run 2 "no word" render "$samples/cml.xml" --breaks maybe -o out.svg
# What was measured outside a stretch is not at its edges, where the course does
# not end either.
cat >lesion.xml <<'END'
<case xmlns="urn:clincourse:case:1" id="lesion" xml:lang="en">
  <diagnosis code="melanoma" time="2020-01-01"/>
  <lesion site="liver" time="2020-01-01/.." unit="mm">
    <value time="2020-01-01">41</value>
    <value time="2020-07-01">22</value>
    <value time="2021-02-20">63</value>
    <change time="2020-12-01" to="larger"/>
  </lesion>
  <outcome code="alive" time="2021-09-01"/>
</case>
END
run 0 "a lesion folded" render lesion.xml --fold 3 -o fold.scene
point "each size once" sh -c 'for n in 41 22 63; do
	test "$(grep -c "bold .*\"$n\"" fold.scene)" = 1 || exit 1; done'
point "goes on once" sh -c 'test "$(grep -c "goes on" fold.scene)" = 1'
run 0 "magnified" render lesion.xml --detail 2020-06-01/2020-08-15 -o det.scene
point "has what was measured then" \
	sh -c 'test "$(grep -c "bold .*\"22\"" det.scene)" = 2'
point "and nothing else" sh -c 'for n in 41 63; do
	test "$(grep -c "bold .*\"$n\"" det.scene)" = 1 || exit 1; done'


# Panels have letters, strips of one course go on without; grades are said once.
run 0 "lettered panels" render "$samples/dlbcl.xml" --detail 2022-03/2022-07 \
	--size a4 -o letters.scene
for letter in A B; do
	point "panel $letter" grep -q "bold .*\"$letter\"$" letters.scene
done
run 0 "strips" render "$samples/dlbcl.xml" --fold 2 --size a4 -o strips.scene
point "have none" sh -c '! grep -q "\"A\"$" strips.scene'
point "and one entry of grades" test "$(grep -c '"number: ' strips.scene)" = 1
finish
