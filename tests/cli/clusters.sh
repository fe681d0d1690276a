# Many things of one day: a mark with their number, and a list.
. "$SOURCE/tests/cli/lib.sh"

# events NUMBER: so many of one day.
events() {
	i=0
	while [ $i -lt "$1" ]; do
		echo "<event time='2021-05-14'><label>thing $i</label></event>"
		i=$((i + 1))
	done
}

drawn() {
	if grep -qF -- "\"$3\"" "$2"; then
		ok "$1"
	else
		not_ok "$1" "no \"$3\" in:" "$(grep thing "$2" | head -5)"
	fi
}

case_with "$(events 8)" >eight.xml
run 0 "eight of one day" render eight.xml -o eight.scene
drawn "their number" eight.scene "×8"
drawn "what that is" eight.scene "so many of one day"
drawn "and all names" eight.scene \
	"thing 0, thing 1, thing 2, thing 3, thing 4, thing 5, thing 6, thing 7"
run 0 "a narrow page with room below" render eight.xml --size nature-1 \
	-o narrow.scene
drawn "each by itself" narrow.scene "thing 7"

case_with "$(events 9000)" >many.xml
run 0 "nine thousand" render many.xml -o many.scene
drawn "their number" many.scene "×9,000"
point "some names, and how many more" \
	grep -q 'thing 0, thing 1, .*+8,9[0-9][0-9]"' many.scene
long="a thing whose name alone is far too long for any line of a figure, \
whatever its size may be, and longer still than that, and longer than that"
case_with "<event time='2021-05-14'><label>fever</label></event>
<event time='2021-05-14'><label>$long</label></event>
$(events 28)<event time='2021-05-14'><label>rash</label></event>" >long.xml
run 0 "one too long for the list" render long.xml -o long.scene
point "does not end it" grep -q '"fever, thing 0, thing 1, ' long.scene

"$CLINCOURSE" render many.xml -o many.svg --metrics many.json >out 2>err
point "what was cut is told" \
	grep -q '"names of things of one day (1: thing 0)"' many.json
finish
