# What is read is never written over, and is a file that can be read.
. "$SOURCE/tests/cli/lib.sh"

# spared NAME FILE ARGUMENTS...: render with the arguments is wrong usage, and
# FILE stays as it was.
spared() {
	name=$1
	kept=$2
	shift 2
	cp "$kept" before
	"$CLINCOURSE" render "$@" >out 2>err </dev/null
	code=$?
	if [ $code != 2 ]; then
		not_ok "$name" "exit $code, expected 2" "$(head -5 err)"
	elif ! cmp -s before "$kept"; then
		not_ok "$name" "$kept was written over"
	else
		ok "$name"
	fi
}

case_with '' >a.xml
cp "$samples/emm.xml" b.xml
mkdir folder below
spared "the case" a.xml a.xml -f svg -o a.xml
says "the case: said" 'a.xml: error: would be written over, but is a case file'
spared "the case by another path" a.xml a.xml -f svg -o below/../a.xml
ln -s a.xml link.svg
spared "the case through a link" a.xml a.xml -o link.svg
ln -s ../link.svg below/link.svg
spared "the case through two links" a.xml a.xml -o below/link.svg
ln a.xml hard.svg
spared "the case under a second name" a.xml a.xml -o hard.svg
rm hard.svg
spared "the second case" b.xml a.xml b.xml -f pdf -o b.xml
"$CLINCOURSE" render - -f svg -o a.xml <a.xml >out 2>err
code=$?
point "standard input" test $code = 2 -a "$(head -c 5 a.xml)" = '<?xml'
"$CLINCOURSE" render a.xml -o - >>a.xml 2>err
code=$?
point "standard output" test $code = 2 -a "$(tail -n 1 a.xml)" = '</case>'
cp a.xml folder/c.svg
spared "into a folder" folder/c.svg folder/c.svg -o folder
cp b.xml folder/c.svg
spared "into a folder, one that comes later" folder/c.svg \
	a.xml folder/c.svg -o folder
rm folder/c.svg

# What the shell makes of -o *.xml: the first is the output, and no input.
spared "a case that is no input" b.xml -f svg -o b.xml a.xml
says "a case that is no input: said" 'b.xml: error: .* is a file that clincourse reads'
spared "measurements over a case that is no input" b.xml \
	a.xml -o x.svg --metrics b.xml

mkdir -p own/vocab
cat >own/vocab/ours.xml <<END
<vocabulary xmlns="urn:clincourse:vocabulary:1" name="ours" source="a test">
  <define in="treatment" code="XYZ-101"><label>XYZ-101</label></define>
</vocabulary>
END
spared "a template" own/vocab/ours.xml \
	a.xml --templates own -f svg -o own/vocab/ours.xml
cp own/vocab/ours.xml below/ours.vocabulary.xml
cp a.xml below/a.xml
spared "words beside the case" below/ours.vocabulary.xml \
	below/a.xml -f svg -o below/ours.vocabulary.xml
spared "words beside the second case" below/ours.vocabulary.xml \
	a.xml below/a.xml -f pdf -o below/ours.vocabulary.xml
rm below/ours.vocabulary.xml
mkdir below/scans
"$PICTURE" ct png 40 40 >below/scans/chest.png
case_with '<comment time="2021-05"><label>CT</label><image file="scans/chest.png"/></comment>' \
	>below/image.xml
spared "an image" below/scans/chest.png \
	below/image.xml -o below/scans/chest.png

# The other output.
spared "measurements over the case" a.xml a.xml -o x.svg --metrics ./a.xml
spared "measurements over the case through a link" a.xml \
	a.xml -o x.svg --metrics link.svg
spared "measurements over a template" own/vocab/ours.xml \
	a.xml --templates own -o x.svg --metrics own/vocab/ours.xml
spared "measurements over an image" below/scans/chest.png \
	below/image.xml -o x.svg --metrics below/scans/chest.png
point "nothing is drawn" absent x.svg
run 2 "one file for both, by two paths" \
	render a.xml -o y.svg --metrics ./y.svg
ln -s y.svg to-y
run 2 "one file for both, through a link" \
	render a.xml -o to-y --format svg --metrics y.svg
run 2 "one file for both, in a folder" \
	render a.xml -o folder --metrics folder/c.svg
point "one file for both: nothing is written" absent y.svg folder/c.svg
run 0 "what is no file may be both" render a.xml -f svg -o /dev/null

# A pipe that nobody writes to.
mkfifo own/vocab/pipe.xml
cp -r own beside
waits() {
	timeout 20 "$CLINCOURSE" "$@" >out 2>err </dev/null
}
waits check --templates own a.xml
point "a pipe among the templates" test $? = 3
says "a pipe: said" 'pipe.xml: error: cannot be read: it is no regular file'
mkfifo below/pipe.vocabulary.xml
waits check below/a.xml
point "a pipe beside the case" test $? = 3
rm below/pipe.vocabulary.xml
ln -s /dev/zero below/zero.vocabulary.xml
waits render below/a.xml -o x.svg
point "a device beside the case" test $? = 3
rm below/zero.vocabulary.xml
mkfifo case.xml
cat a.xml >case.xml &
run 0 "a pipe with a case in it" check case.xml

# Names.
cp a.xml ./-x.xml
run 0 "a name that begins with a dash" check -- -x.xml
run 0 "names on both sides of the dashes" check a.xml -- -x.xml
cp a.xml ./--
run 0 "a name that is two dashes" check -- --
run 0 "a dash in render" render -o x.svg -- -x.xml
run 3 "dashes alone take no file away" check -- missing.xml

# Words that only a case can tell to be wrong.
run 2 "no such track" render a.xml --tracks treatmnt -o -
says "no such track: nearest" 'treatment'
run 2 "no such track, into a folder" render a.xml --tracks treatmnt -o folder
run 2 "no such stretch" render a.xml --detail 2031/2032 -o -
run 2 "what is no stretch" render a.xml --detail never -o -
case_with '<figure id="f" tracks="treatmnt"/>' >figure.xml
run 1 "a figure's track" render figure.xml -o -

# No case at all.
printf '<cases %s>\n</cases>\n' "$namespace" >none.xml
run 0 "no case into a folder" render none.xml -o folder
says "no case: said" 'none.xml:1:1: warning: the file holds no case .*W102'
run 1 "no case, strictly" check --strict none.xml
run 1 "no case into a file" render none.xml -o x.pdf
finish
