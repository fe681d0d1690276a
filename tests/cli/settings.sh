# What stands for all cases: the environment, and .clincourse beside a case.
. "$SOURCE/tests/cli/lib.sh"

mkdir -p ward/templates/themes other
cp "$samples/first.xml" ward/a.xml
cp "$samples/first.xml" other/b.xml
for theme in light dark print grey; do
	"$CLINCOURSE" render ward/a.xml --theme $theme -o $theme.svg
done

# The command line, else the environment, else the file.
printf '# the ward prints\n\n theme = print \n' >ward/.clincourse
run 0 "a file beside the case" render ward/a.xml -o x.svg
point "counts" cmp x.svg print.svg
CLINCOURSE_THEME=dark
export CLINCOURSE_THEME
run 0 "the environment" render ward/a.xml -o x.svg
point "beats it" cmp x.svg dark.svg
run 0 "the command line" render ward/a.xml --theme grey -o x.svg
point "beats both" cmp x.svg grey.svg
run 0 "neither" render ward/a.xml --no-defaults -o x.svg
point "where none is wanted" cmp x.svg light.svg
run 0 "without a file" render other/b.xml -o x.svg
point "it is the environment's" cmp x.svg dark.svg
CLINCOURSE_THEME=
run 0 "an empty variable" render ward/a.xml -o x.svg
point "says nothing" cmp x.svg print.svg
unset CLINCOURSE_THEME
run 0 "a case in another folder" render other/b.xml -o x.svg
point "has another file" cmp x.svg light.svg
mkdir both
cp other/b.xml other/c.xml
sed -i 's/id="first"/id="second"/' other/c.xml
run 0 "each case by its own" render ward/a.xml other/c.xml -o both
point "the one" cmp both/first.svg print.svg
run 0 "the other alone" render other/c.xml -o x.svg
point "is the same" cmp both/second.svg x.svg
run 2 "two that differ in one file" render ward/a.xml other/c.xml -o x.pdf
says "it says so" '--no-defaults'
run 0 "unless they do not count" \
	render ward/a.xml other/c.xml --no-defaults -o x.pdf
run 0 "or are the same" render ward/a.xml ward/a.xml -o x.pdf
"$CLINCOURSE" render - -o x.svg <ward/a.xml
point "standard input is beside nothing" cmp x.svg light.svg
cd ward || exit 3
run 0 "in the folder itself" render a.xml -o ../x.svg
cd ..
point "it is the same" cmp x.svg print.svg

# A language that stands for all is no part of a name.
CLINCOURSE_LANG=zh
export CLINCOURSE_LANG
rm -f first.svg
run 0 "a language of the environment" render ward/a.xml
point "in the usual name" test -s first.svg
unset CLINCOURSE_LANG

# A format stands behind the suffix of -o.
printf 'format = md\n' >ward/.clincourse
rm -f first.md
run 0 "a format" render ward/a.xml
point "into the folder" test -s first.md
run 0 "a suffix" render ward/a.xml -o x.svg
point "says more" grep -q '<svg' x.svg
run 0 "-f" render ward/a.xml -f md -o x.svg
point "says most" grep -q '^#' x.svg

# Flags say yes or no; privacy and strictness hold for check, too.
printf 'strict = yes\nprivacy=relative\n' >ward/.clincourse
case_with '<event time="2021-05"><label>Dr Miller came</label></event>' \
	>ward/w.xml
run 1 "strict" render ward/w.xml -o w.svg
run 1 "for check, too" check ward/a.xml ward/w.xml --privacy relative
run 0 "not on the command line" render ward/w.xml --strict=no -o w.svg
point "a case is called by its number" grep -q 'case-0001' w.svg
run 0 "without privacy" render ward/w.xml --no-defaults -o w.svg
point "by its id" grep -q Miller w.svg

# Templates are told from where the file is; commands without a case ask the
# folder that they are called in.
printf 'templates = templates\n' >ward/.clincourse
mkdir -p ward/templates/vocab
cat >ward/templates/vocab/own.xml <<'EOF'
<vocabulary xmlns="urn:clincourse:vocabulary:1" name="own"
  source="the ward" reviewed="no">
  <define in="treatment" code="wardol"><label>wardol</label></define>
</vocabulary>
EOF
case_with '<treatment code="wardol" time="2021-05"/>' >ward/t.xml
run 0 "templates beside the file" check --strict ward/t.xml
cd ward || exit 3
run 0 "show in that folder" show wardol
cd ..
run 1 "show elsewhere" show wardol
CLINCOURSE_TEMPLATES=ward/templates
export CLINCOURSE_TEMPLATES
run 0 "show by the environment" show wardol
unset CLINCOURSE_TEMPLATES

# What is wrong is told with its place; nothing is drawn.
rm -f x.svg
wrong() {
	rm -f x.svg
	printf '%b' "$2" >ward/.clincourse
	run 2 "$1" render ward/a.xml -o x.svg
	says "$1: where" "^ward/.clincourse:$3: error: "
	says "$1: what" "$4"
	run 2 "$1 in check" check ward/a.xml
	says "$1 in check: where" "^ward/.clincourse:$3: error: "
	point "$1: nothing is drawn" absent x.svg
}
wrong "no value" 'theme\n' 1:1 'NAME = VALUE'
wrong "an empty value" 'size = a4\ntheme =  \n' 2:1 'NAME = VALUE'
wrong "no name" '\n = print\n' 2:2 'NAME = VALUE'
wrong "a name that is none" 'theme = print\nsise = a4\n' 2:1 'nearest is "size"'
wrong "the title of all cases" 'title = x\n' 1:1 'no setting is called "title"'
wrong "less private than asked" 'keep-id = yes\n' 1:1 'no setting'
wrong "a theme that is none" '# x\ntheme =  ligth\n' 2:10 'nearest is "light"'
wrong "a flag that is neither" 'strict = perhaps\n' 1:10 'yes no'
wrong "a colour that is none" 'color = green\n' 1:9 'auto always never'
wrong "a format that is none" 'format = sgv\n' 1:10 'nearest is "svg"'
wrong "twice the same" 'theme = dark\nlang = zh\ntheme = print\n' 3:1 'set twice'
wrong "no UTF-8" 'lang = zh\ntheme = \0377\n' 2:9 'not UTF-8'
printf 'size = a5\r\ntheme = print' >ward/.clincourse
run 0 "lines of another system, the last without an end" \
	render ward/a.xml --size screen -o x.svg
point "are lines" cmp x.svg print.svg
rm -f x.svg ward/.clincourse
mkdir ward/.clincourse
run 3 "a folder of that name" render ward/a.xml -o x.svg
says "is none" '^ward/.clincourse: error: .*directory'
rmdir ward/.clincourse
CLINCOURSE_SIZE=a99
export CLINCOURSE_SIZE
run 2 "a variable that is wrong" render other/b.xml -o x.svg
says "is named" '^CLINCOURSE_SIZE:1:1: error: no size is called "a99"'
run 0 "and does not matter where it is not asked" list themes
unset CLINCOURSE_SIZE
point "nothing was drawn" absent x.svg
finish
