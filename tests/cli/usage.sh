# Wrong usage is exit 2 and names the nearest word; help is exit 0.
. "$SOURCE/tests/cli/lib.sh"

run 0 "version" --version
point "version is printed" grep -qE '^clincourse [0-9]+\.[0-9]+\.[0-9]+$' out
run 0 "help" --help
run 0 "help by word" help
for command in render check new find list show; do
	run 0 "help $command" help "$command"
	point "help $command names it" grep -q "^clincourse $command" out
	run 0 "$command --help" "$command" --help
done

run 2 "no command"
run 2 "unknown command" rendr x.xml
says "unknown command: nearest" 'nearest is render'
run 2 "help of an unknown command" help chekc
says "help: nearest" 'nearest is check'
run 2 "unknown option" render --siz a4 x.xml
says "unknown option: nearest" 'nearest is --size'
run 2 "unknown option of check" check --stric x.xml
says "unknown option of check: nearest" 'nearest is --strict'
run 2 "an option that comes later" render --stream x.xml
run 2 "no file to render" render
run 2 "no file to check" check
run 2 "list of nothing" list
run 2 "list of something unknown" list theme
says "list: nearest" 'nearest is themes'
run 2 "new without a disease" new
run 2 "show without a name" show
run 2 "find without a word" find
run 2 "check in an unknown format" check --format jsn "$samples/first.xml"

file=$samples/first.xml
run 2 "unknown format" render -f sgv "$file"
says "unknown format: nearest" 'nearest is svg'
run 2 "unknown suffix" render -o x.foo "$file"
run 2 "no suffix" render -o nothing "$file"
run 2 "unknown size" render --size screen-16x10 "$file"
says "unknown size: nearest" 'nearest is "screen-16x9"'
run 2 "size without unit" render --size 180x120 "$file"
run 2 "unknown theme" render --theme ligth "$file"
says "unknown theme: nearest" 'nearest is "light"'
run 2 "unknown language" render --lang zz "$file"
run 2 "unknown axis" render --axis calender "$file"
says "unknown axis: nearest" 'nearest is "calendar"'
run 2 "unknown unit" render --unit fortnight "$file"
run 2 "unknown kind of text" render --text dead "$file"
run 2 "dpi is no number" render --dpi many "$file"
run 2 "dpi out of range" render --dpi 100000 "$file"
run 2 "title and no title" render --title x --no-title "$file"
run 2 "many files into one svg" \
	render "$samples/first.xml" "$samples/emm.xml" -o both.svg
run 2 "value is missing" render "$file" -o
printf '<cases %s>\n' "$namespace" >two.xml
for id in a b; do
	printf '<case id="%s"><diagnosis code="aml" time="2020"/></case>\n' $id
done >>two.xml
printf '</cases>\n' >>two.xml
run 2 "a cohort into one svg" render two.xml -o both.svg
point "wrong usage writes nothing" absent both.svg first.svg nothing x.foo
run 1 "show of something unknown" show bortezomip
says "show: nearest" 'nearest is "bortezomib"'
finish
