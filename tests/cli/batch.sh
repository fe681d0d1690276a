# Many cases into a folder: what batch draws is what render draws.
. "$SOURCE/tests/cli/lib.sh"

mkdir cases cases/below
for i in 1 2 3 4 5 6; do
	sed "s/ id=\"first\"/ id=\"c$i\"/" "$samples/first.xml" >cases/c$i.xml
done
mv cases/c5.xml cases/c6.xml cases/below
mkdir drawn
"$CLINCOURSE" render cases/*.xml cases/below/*.xml -o drawn

# same FOLDER: it holds the pictures that render drew, and no more.
same() {
	rm -f "$1"/report*.jsonl
	diff -r drawn "$1"
}

run 0 "a folder, with two workers" batch cases -o a -j 2
says "what came of it" '^6 drawn: a$'
point "a line each" test "$(wc -l <a/report.jsonl)" = 6
point "in order" test "$(sed 's/.*"number":\([0-9]*\),"id":"\([^"]*\)".*/\1\2/' \
	a/report.jsonl | tr '\n' ' ')" = "1c5 2c6 3c1 4c2 5c3 6c4 "
cp a/report.jsonl a1
point "no journal is left" absent a/.clincourse-journal.jsonl
point "the pictures of render" same a
run 0 "quiet" batch cases -o a -j 1 -q
point "nothing is said" test ! -s err

find cases -name '*.xml' | sort -r >list
printf '\n' >>list
run 0 "a list" batch @list -o b
point "of a list the pictures of render" same b
"$CLINCOURSE" batch - -o c -q <list
point "names on standard input" same c
{
	echo "<?xml version='1.0'?><cases $namespace>"
	cat cases/*.xml cases/below/*.xml | sed "s/ xmlns=\"[^\"]*\"//; /<?xml/d"
	echo "</cases>"
} >stream.xml
run 0 "a stream" batch stream.xml -o d -j 2
point "of a stream the pictures of render" same d
# shellcheck disable=SC2002 # a pipe is meant
cat stream.xml | "$CLINCOURSE" batch /dev/stdin -o e -q
point "a stream through a pipe" same e
run 0 "spread" batch cases -o f --spread -j 1
point "into folders of two digits" test \
	"$(find f -path 'f/[0-9a-f][0-9a-f]/c*.svg' | wc -l)" = 6
run 0 "another format and language" batch cases -o g -f md --lang zh
point "as render calls them" test -s g/c1.zh.md
run 0 "private" batch cases -o h --privacy relative
point "by number" test -s h/case-0006.svg
point "and nothing else in the report" test -z "$(grep -E '"c[1-6]"|cases' h/report.jsonl)"

# Names are given away in the order of input.
sed 's/id="c1"/id="C1"/' cases/c1.xml >cases/z.xml
run 1 "names that differ in size alone" batch cases -o i -j 2
says "the places of both" 'cases/z.xml:3:1: error: .* that of cases/c1.xml:3:1: '
point "the first is drawn" test -s i/c1.svg
point "the second is not" absent i/C1.svg
rm cases/z.xml

# Bad input: said, and the rest is done.
printf '<cases %s>\n<case id="x1"/>\n<oops>\n</cases>' "$namespace" >cut.xml
printf '<case %s id="a/b"/>' "$namespace" >hostile.xml
mkdir empty
ln -s circle circle
: >nothing
run 3 "bad inputs" batch cut.xml hostile.xml empty circle /dev/null @nothing \
	nowhere cases -o j -j 2
says "an empty folder" '^empty: warning: .*W501'
says "an empty list" '^nothing: warning: .*W501'
says "a circle" '^circle: error: .*E001'
says "a device" '^/dev/null: error: .*E001'
says "no such file" '^nowhere: error: .*E001'
says "the end of a stream" '^cut.xml:4:1: error: .*E101'
says "an id that is no name" '^hostile.xml:1:.*E316'
point "the good ones are drawn" test "$(find j -name 'c*.svg' | wc -l)" = 6
point "a line each of the good and the bad" test "$(wc -l <j/report.jsonl)" = 12
run 1 "nothing at all" batch empty -o k
says "that there is no case" 'E477'
point "and nothing is left" test -z "$(ls -A k)"

# Nothing is written over what is read.
mkdir l
cp cases/c1.xml l/report.jsonl
run 1 "the report is an input" batch l/report.jsonl -o l
says "which" 'l/report.jsonl: error: would be written over.*E486'
cp cases/c1.xml l/c1.svg
rm l/report.jsonl
run 3 "a picture would take the place of a case" batch cases -o l
says "whose" 'l/c1.svg: error: would be written over.*E486'
point "it stays" cmp cases/c1.xml l/c1.svg
point "the others are drawn" test "$(find l -name 'c*.svg' | wc -l)" = 6

# Settings count as they do for render.
printf 'theme = dark\nformat = md\n' >cases/below/.clincourse
run 0 "settings of a folder" batch cases -o m
point "c5 by those" test -s m/c5.md
point "c1 by none" test -s m/c1.svg
run 0 "no defaults" batch cases -o m --no-defaults
point "c5 by none" test -s m/c5.svg
printf 'theme = nosuch\n' >cases/below/.clincourse
run 2 "wrong settings" batch cases -o n
says "where" '^cases/below/.clincourse:1:.*E450'
point "nothing is drawn" test -z "$(ls -A n)"
rm cases/below/.clincourse

# Parts.
for i in 1 2 3; do
	run 0 "part $i of 3" batch cases -o p --shard $i/3
done
point "each has its report" test \
	"$(cat p/report-?-of-3.jsonl | grep -c status)" = 6
run 0 "made one" batch --merge p
point "as if it was drawn as one" sh -c 'sed "s/\"cpu-us\":[0-9]*//" p/report.jsonl >p1
	sed "s/\"cpu-us\":[0-9]*//" a1 >p2 && cmp p1 p2'
cp -r p parts
rm parts/report-2-of-3.jsonl
run 1 "a part is missing" batch --merge parts
says "which" '^parts: error: .*part 2 of 3 has no report.*E507'
cp p/report-2-of-3.jsonl parts
sed -i '/"number":2,/d' parts/report-?-of-3.jsonl
run 1 "a case is missing" batch --merge parts
says "which one" '^parts: error: .*case 2 is in none'
cat p/report-1-of-3.jsonl >parts/report-2-of-3.jsonl
run 1 "a part is there twice" batch --merge parts
says "what is" '^parts: error: .*case [0-9] is in two parts'
cp p/report-?-of-3.jsonl parts
"$CLINCOURSE" batch cases -o parts --shard 3/3 --theme print -q
run 1 "a part of another look" batch --merge parts
says "whose" '^parts/report-3-of-3.jsonl: error: .*are not those of part 1'
run 1 "no parts" batch --merge cases
rm p/report.jsonl
point "together all is drawn" same p

# Packs.
run 0 "packed" batch cases -o packs --pack zip -j 2
point "a pack and a report" test "$(ls packs | tr '\n' ' ')" = \
	"charts-0001.zip report.jsonl "
if command -v unzip >/dev/null; then
	point "unzip accepts it" unzip -tq packs/charts-0001.zip
	mkdir unpacked
	point "and unpacks" unzip -q packs/charts-0001.zip -d unpacked
	point "the pictures of render" same unpacked
else
	skip "unzip accepts it" "no unzip"
fi
if command -v bsdtar >/dev/null; then
	point "bsdtar accepts it" bsdtar -tf packs/charts-0001.zip
else
	skip "bsdtar accepts it" "no bsdtar"
fi
run 1 "a pack is there" batch cases -o packs --pack zip
says "what to do" '^packs: error: .*E506'
run 0 "going on with it" batch cases -o packs --pack zip --resume
says "all are in it" '^0 drawn, 6 there already'
truncate -s -1 packs/charts-0001.zip
run 0 "going on with one that was cut" batch cases -o packs --pack zip --resume
says "none is in it" '^6 drawn:'
point "the next number" test -s packs/charts-0002.zip
run 0 "PNG is packed as it is" batch cases -o packed-png -f png --pack zip
run 2 "into folders, too" batch cases -o r --pack zip --spread
run 2 "no such pack" batch cases -o r --pack tar
says "which there are" 'none of: zip pdf'

# Documents.
for format in pdf pptx html md; do
	# As batch has them: a folder after the files.
	"$CLINCOURSE" render cases/below/*.xml cases/c?.xml -o "one.$format"
	run 0 "one $format of all" batch cases -o bound --pack $format -j 2
	point "that of render" cmp "one.$format" bound/charts.$format
done
point "the report says where" test "$(grep -c '"output":"charts.md"' \
	bound/report.jsonl)" = 6
run 0 "of a part" batch cases -o bound --pack pdf --shard 2/2
point "by its name" test -s bound/charts-2-of-2.pdf
run 1 "cases that are refused" batch hostile.xml cases/c1.xml -o left --pack md
point "are left out" test "$(grep -c '^# ' left/charts.md)" = 1
printf 'theme = dark\n' >cases/below/.clincourse
run 3 "settings that differ" batch cases -o differ --pack md
says "why there is none" '^differ/charts.md: error: .*E508'
point "and nothing is there" test -z "$(ls -A differ | grep charts)"
rm cases/below/.clincourse
run 2 "one document in two formats" batch cases -o r --pack pdf -f svg
run 2 "none that goes on" batch cases -o r --pack pdf --resume
cp cases/c1.xml left/charts.pdf
run 1 "an input would be written over" batch left/charts.pdf -o left --pack pdf

# Going on.
run 0 "the first run" batch cases -o q
rm q/c3.svg
echo more >>q/c4.svg
sed -i 's/2021-03/2021-02/' cases/c1.xml
run 0 "going on" batch cases -o q --resume -j 2
says "three again" '^3 drawn, 3 there already'
sed -i 's/2021-02/2021-03/' cases/c1.xml
run 0 "going on with other options" batch cases -o q --resume --theme print
says "all of them" '^6 drawn:'
run 0 "going on when all is done" batch cases -o q --resume --theme print
says "none" '^0 drawn, 6 there already'
mkdir words
cat >cases/our.vocabulary.xml <<END
<vocabulary xmlns="urn:clincourse:vocabulary:1" name="ours" source="a test">
  <define in="treatment" code="XYZ-101"><label>XYZ-101</label></define>
</vocabulary>
END
run 0 "going on with new words" batch cases -o q --resume --theme print
says "those beside them" '^4 drawn, 2 there already'
rm cases/our.vocabulary.xml

# A stream of what came of each, with its picture or beside it.
run 1 "a stream" batch hostile.xml cases --stream -j 2 --case-timeout 20
cp out streamed
point "a line each, in order" test "$(sed 's/.*"number":\([0-9]*\),.*/\1/' \
	streamed | tr '\n' ' ')" = "1 2 3 4 5 6 7 "
if command -v python3 >/dev/null; then
	point "with the pictures of render" python3 -c '
import json
lines = [json.loads(line) for line in open("streamed", encoding="utf-8")]
drawn = {line["id"]: line["picture"] for line in lines if "picture" in line}
assert len(drawn) == 6, lines
for name, picture in drawn.items():
    assert picture == open(f"drawn/{name}.svg", encoding="utf-8").read(), name'
	"$CLINCOURSE" batch cases --stream -f png >streamed 2>err
	point "or their bytes" python3 -c '
import base64, json
for line in open("streamed", encoding="utf-8"):
    coded = json.loads(line)["picture-base64"]
    assert base64.b64decode(coded).startswith(b"\x89PNG")'
else
	skip "with the pictures of render" "no python3"
fi
for i in 1 2 3; do
	tr '\n' ' ' <cases/c$i.xml | sed 's/<?xml[^>]*> *//'
	echo
done >lines
"$CLINCOURSE" batch - --stream -q <lines >streamed 2>err
point "cases on lines of standard input" test \
	"$(grep -c '"status":"drawn"' streamed)" = 3
point "with their places" grep -q '"input":"-","line":3,' streamed
run 0 "beside a folder" batch cases --stream -o s
point "pictures are in the folder" same s
point "and not in the lines" test -z "$(grep picture out)"
if [ -e /dev/full ]; then
	"$CLINCOURSE" batch cases --stream >/dev/full 2>err
	point "nobody takes it" test $? = 3
	says "why" 'E003'
fi
for option in --resume --shard=1/2 --pack=zip --contact; do
	run 2 "a stream and $option" batch cases --stream $option
done

run 1 "a page of all" batch cases hostile.xml -o t --contact
point "shows each" test "$(grep -c '<img' t/index.html)" = 6
point "and names what is not drawn" grep -q 'refused E316' t/index.html
if command -v xmllint >/dev/null; then
	point "it is HTML" xmllint --html --noout t/index.html
fi

# Wrong usage.
run 2 "no input" batch -o r
run 2 "no folder" batch cases
run 2 "no such format" batch cases -o r -f svgg
for option in --jobs=0 --jobs=x --case-timeout=0 --case-memory=1 \
	--case-memory=64M --shard=0/3 --shard=4/3 --shard=3; do
	run 2 "$option" batch cases -o r $option
done
run 2 "an option of the picture" batch cases -o r --size nosuch
point "none of them makes a folder with anything in it" \
	test -z "$(ls -A r 2>/dev/null)"
run 3 "no parent" batch cases -o no/where
finish
