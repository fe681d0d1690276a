# Strips, magnified stretches and the zero of the axis.
. "$SOURCE/tests/cli/lib.sh"
samples=$SOURCE/samples

count() {
	grep -c "$1" "$2"
}

run 0 "two strips" render "$samples/cll.xml" --fold 2 --size a4 -o two.scene
run 0 "one strip" render "$samples/cll.xml" --fold 1 --size a4 -o one.scene
if [ "$(count '"Response"' two.scene)" = 2 ] &&
	[ "$(count '"Response"' one.scene)" = 1 ]; then
	ok "each strip has its rows"
else
	not_ok "each strip has its rows" "$(count '"Response"' two.scene)"
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
finish
