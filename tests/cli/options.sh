# Options are read as POSIX and GNU have it, and help says how.
. "$SOURCE/tests/cli/lib.sh"

cp "$samples/first.xml" case.xml
cp "$samples/first.xml" ./-dash.xml

run 0 "a value in a word of its own" render case.xml -o a.svg
run 0 "a value joined to its letter" render case.xml -ob.svg
run 0 "a value behind an equals sign" render case.xml --output=c.svg
run 0 "a flag and a value joined" render case.xml -qod.svg
run 0 "letters joined, the value apart" render case.xml -qo e.svg
run 0 "options between operands" render -f svg case.xml -o f.svg
for letter in b c d e f; do
	point "$letter is the same picture" cmp a.svg $letter.svg
done
run 0 "of two the last counts" render case.xml --theme dark -o g.svg --theme light
point "it does" cmp a.svg g.svg
run 0 "a flag that is told no" render case.xml --no-title=no -o h.svg
point "it is none" cmp a.svg h.svg
run 2 "a flag that is told something" render case.xml --strict=much -o x.svg
says "what it takes" '--strict takes no value but yes and no'
run 0 "an operand that begins with a dash" render -o i.svg -- -dash.xml
point "it is drawn" cmp a.svg i.svg
run 2 "without the two dashes it is options" render -dash.xml
says "which there are not" 'there is no option -d'
run 0 "an option behind them is a file" render -o j.svg -- case.xml
run 3 "as here" render -- case.xml -o
says "it is looked for" '^-o: error'
run 0 "the value of an option may be two dashes" render case.xml --title -- -o k.svg
run 0 "the same in one word" render case.xml --title=-- -o kk.svg
point "it is the title" cmp k.svg kk.svg
rm -f ./-- first.svg
run 0 "as a value it ends nothing" render -o -- case.xml -fsvg
point "the file is called so" test -s ./--
"$CLINCOURSE" render - -o l.svg <case.xml
point "one dash is a file" cmp a.svg l.svg
run 2 "a letter without its value" render case.xml -qo
says "which" '-o needs a value'
run 2 "a name without its value" render case.xml --output
says "which name" '--output needs a value'
run 2 "a letter that is none" render -qx case.xml
says "it is named" 'there is no option -x'
run 2 "a letter of several bytes" render -é case.xml
says "it is whole" 'there is no option -é'
run 2 "a short name is none" render --out=x.svg case.xml
says "but has a neighbour" 'nearest is --output'

# A case file is a command: render.
rm -f first.svg
run 0 "a case file alone" case.xml
point "draws it" cmp a.svg first.svg
run 0 "with options before it" --lang zh case.xml -o m.svg
run 0 "the same in full" render --lang zh case.xml -o n.svg
point "draws the same" cmp m.svg n.svg
run 3 "a case file that is not there" none.xml
says "is looked for" '^none.xml: error'
run 3 "so is one below a folder" ./none
cp case.xml plain
run 0 "a file without a suffix" plain -o o.svg
run 2 "a word that is neither" rendr case.xml
says "is a command misspelt" 'nearest is render'
cp case.xml render
run 2 "a command is none of a file" render
run 0 "whose name has a folder" ./render -o p.svg

# help tells what there is, with examples that work.
mkdir pictures cases
cp case.xml cases
cp case.xml registry.xml
echo case.xml >names.txt
rm ./-dash.xml
for command in '' $("$CLINCOURSE" help | sed -n 's/^  clincourse \([a-z]*\) *[A-Z].*/\1/p'); do
	# shellcheck disable=SC2086 # no word or one
	run 0 "help $command" help $command
	point "help $command within 80 columns" awk 'length > 80 { exit 1 }' out
	sed -n '/^Examples:/,$s/^  //p' out >examples
	point "help $command has examples" test -s examples
	while read -r example; do
		# The last of render's waits for more.
		example=${example% --watch --open}
		point "$example" sh -c "clincourse() { \"$CLINCOURSE\" \"\$@\"; }
			$example" </dev/null
	done <examples
done
finish
