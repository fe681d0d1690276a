# What is different where a person looks on: colours, what was written, what is
# shown, what is drawn again.
. "$SOURCE/tests/cli/lib.sh"

cp "$samples/first.xml" case.xml
case_with '<event time="2021-0"/>' >wrong.xml
escape=$(printf '\033')
command -v python3 >/dev/null || {
	skip "terminals" "no python3"
	finish
	exit 0
}
TERM=xterm
export TERM
at_terminal() {
	python3 "$SOURCE/tests/cli/terminal.py" "$CLINCOURSE" "$@" >shown 2>&1
}

at_terminal render case.xml -o a.svg
point "what was written is said" grep -q '^wrote a\.svg' shown
at_terminal render case.xml
point "by its name alone in the folder here" grep -q '^wrote first\.svg' shown
at_terminal render case.xml -q -o a.svg
point "not where it is to be quiet" test ! -s shown
at_terminal render case.xml -o -
point "nor of standard output" sh -c '! grep -q "^wrote" shown'
run 0 "elsewhere" render case.xml -o a.svg
point "nothing is said" test ! -s err
at_terminal render wrong.xml -o b.svg
point "nor of what was not" sh -c '! grep -q "^wrote" shown'

at_terminal check wrong.xml
point "messages have colours" grep -q "$escape\[1;31merror: " shown
sed "s/$escape\[[0-9;]*m//g; s/\r//" shown >plain
"$CLINCOURSE" check wrong.xml 2>err
point "and the same words" cmp plain err
NO_COLOR=1
export NO_COLOR
at_terminal check wrong.xml
point "unless NO_COLOR is set" sh -c "! grep -q '$escape' shown"
at_terminal check --color=always wrong.xml
point "or are asked for" grep -q "$escape" shown
unset NO_COLOR
at_terminal check --color never wrong.xml
point "or not wanted" sh -c "! grep -q '$escape' shown"
TERM=dumb
at_terminal check wrong.xml
point "a dumb terminal has none" sh -c "! grep -q '$escape' shown"
TERM=xterm
run 1 "a file" check wrong.xml
point "has none" sh -c "! grep -q '$escape' err"
run 1 "unless it is wanted" check --color=always wrong.xml
says "so" "$escape"
run 2 "a word that is none" check --color=often wrong.xml
says "those there are" 'auto always never'

# --open shows what was written, by whatever is named.
cat >viewer <<'EOF'
#!/bin/sh
printf '%s\n' "$@" >>opened
EOF
chmod +x viewer
wait_for() {
	tries=0
	until "$@" 2>/dev/null; do
		tries=$((tries + 1))
		[ $tries -lt 300 ] || return 1
		sleep 0.1
	done
}
CLINCOURSE_OPENER=$work/viewer
export CLINCOURSE_OPENER
run 0 "open" render case.xml -o a.svg --open
wait_for test -s opened
point "the picture" test "$(cat opened)" = a.svg
rm -f opened
run 0 "a name with a dash" render case.xml -o -a.svg --open
wait_for test -s opened
point "is no option" test "$(cat opened)" = ./-a.svg
rm -f opened
run 1 "nothing was drawn" render wrong.xml -o b.svg --open
point "nothing is opened" absent opened b.svg
run 2 "standard output" render case.xml -o - --open
CLINCOURSE_OPENER=$work/none
run 3 "a viewer that is not there" render case.xml -o a.svg --open
says "the way out" 'CLINCOURSE_OPENER'
CLINCOURSE_OPENER=$work/viewer

# --watch draws again when something was saved, however that is done.
run 2 "watch standard output" render case.xml -o - --watch
run 2 "watch standard input" render - -o a.svg --watch
run 3 "watch what is not there" render none.xml -o a.svg --watch
mkdir watched
cp case.xml watched/c.xml
rm -f opened
"$CLINCOURSE" render watched/c.xml -o w.svg --watch --open >out 2>err </dev/null &
watcher=$!
trap 'kill $watcher 2>/dev/null; chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
has() {
	grep -q "$1" w.svg
}
titled() {
	sed "s/<title>.*/<title>$1<\/title>/" case.xml
}
point "it draws at once" wait_for has '<svg'
point "it shows it" wait_for test -s opened
titled "Saved over" >watched/c.xml
point "a file that was written over" wait_for has "Saved over"
titled "Renamed over" >watched/.c.xml.tmp
mv watched/.c.xml.tmp watched/c.xml
point "a file that took its place" wait_for has "Renamed over"
mv watched/c.xml watched/c.xml~
titled "Gone and back" >watched/c.xml
point "a file that was away" wait_for has "Gone and back"
printf '<case' >watched/c.xml
point "an error is told" wait_for grep -q 'watched/c.xml:1:' err
point "what was drawn stays" has "Gone and back"
titled "Mended" >watched/c.xml
point "and it goes on" wait_for has "Mended"
printf 'theme = print\n' >watched/.clincourse
"$CLINCOURSE" render watched/c.xml -o print.svg
point "settings" wait_for cmp -s w.svg print.svg
printf 'theme = ligth\n' >watched/.clincourse
point "wrong ones are told" wait_for grep -q 'clincourse:1:9: error' err
rm watched/.clincourse
"$CLINCOURSE" render watched/c.xml -o light.svg
point "and may be mended" wait_for cmp -s w.svg light.svg
cat >watched/own.vocabulary.xml <<'EOF'
<vocabulary xmlns="urn:clincourse:vocabulary:1" name="own"
  source="the ward" reviewed="no">
  <define in="treatment" code="DVRd" replaces="yes"><label>another name</label></define>
</vocabulary>
EOF
point "words beside the case" wait_for has "nother name"
point "it was shown once" test "$(wc -l <opened)" = 1
kill -0 $watcher
point "it is still there" test $? = 0
kill -TERM $watcher
wait $watcher 2>/dev/null
point "a signal ends it" test $? = 143
point "nothing is left" test -z "$(find . -name '.clincourse-*')"
finish
