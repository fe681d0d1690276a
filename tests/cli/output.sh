# What is written where, and that one bad input does not stop the others.
. "$SOURCE/tests/cli/lib.sh"

run 0 "render to a file" render "$samples/emm.xml" -o emm.svg
point "it is SVG" grep -q '<svg' emm.svg
for lang in en zh; do
	run 0 "the founding case" \
		render "$samples/emm.xml" --lang $lang -o emm.$lang.svg
	point "it is small in $lang" test "$(wc -c <emm.$lang.svg)" -lt 35000
done
for format in $("$CLINCOURSE" list formats | cut -f1); do
	run 0 "render to $format" render "$samples/emm.xml" -f "$format" -o "x.$format"
	point "$format is not empty" test -s "x.$format"
done
run 0 "words have no metrics" \
	render "$samples/emm.xml" -f md -o words.md --metrics words.json
point "they say what follows" grep -q 'PFS: 19 months (18–20)' words.md
run 0 "intervals" render "$samples/first.xml" --intervals "PFS OS" -o intervals.svg
point "a censored one is one" grep -q 'PFS: ≥ 31 months' intervals.svg
run 2 "an interval that is none" render "$samples/first.xml" --intervals PSF -o -
says "the nearest interval" '"PFS"'
run 0 "render without -o" render "$samples/first.xml"
point "the id is the name" test -s first.svg
mkdir folder
run 0 "render into a folder" render "$samples/first.xml" "$samples/emm.xml" -o folder
point "a file each" test -s folder/first.svg -a -s folder/emm.svg
run 0 "render in a language" render "$samples/first.xml" --lang zh -o folder/
point "the language is in the name" test -s folder/first.zh.svg
run 0 "render to standard output" render "$samples/first.xml" -o -
point "standard output is SVG" grep -q '<svg' out
cp out direct.svg
run 0 "render to a file again" render "$samples/first.xml" -o again.svg
point "the same bytes on standard output" cmp direct.svg again.svg
"$CLINCOURSE" render - -o - <"$samples/first.xml" >piped.svg 2>err
point "and from standard input" cmp direct.svg piped.svg

case_with '<treatment code="VRd" time="2022-02-30"/>' >bad.xml
run 1 "a bad input among good ones" \
	render "$samples/first.xml" bad.xml "$samples/emm.xml" -f png -o folder
point "the good ones are drawn" test -s folder/first.png -a -s folder/emm.png
point "the bad one is not" absent folder/c.png
echo old >kept.svg
run 1 "a bad input onto an old file" render bad.xml -o kept.svg
point "the old file stays" grep -qx old kept.svg
run 3 "3 beats 1" render bad.xml missing.xml "$samples/first.xml" -o folder
run 1 "check of good and bad" check "$samples/first.xml" bad.xml

run 0 "several cases into one pdf" \
	render "$samples/first.xml" "$samples/emm.xml" -o both.pdf
if command -v pdfinfo >/dev/null; then
	pdfinfo both.pdf >info
	point "two pages" grep -q '^Pages: *2$' info
	"$CLINCOURSE" render "$samples/first.xml" "$samples/emm.xml" -f md \
		-o folder --lang en
	for id in first emm; do
		point "what it is about: $id" grep -qF \
			"$(sed -n '/^Man, .*; followed\|^Woman, .*; followed/p' \
			folder/$id.en.md)" info
	done
else
	skip "two pages" "no pdfinfo"
fi
run 1 "bad and good into one pdf" render bad.xml "$samples/first.xml" -o one.pdf
point "the good page is written" test -s one.pdf
run 1 "only bad into one pdf" render bad.xml -o none.pdf
point "nothing is written" absent none.pdf

run 1 "two cases of one name" render "$samples/first.xml" "$samples/first.xml" -o folder
printf '<cases %s/>\n' "$namespace" >none.xml
printf '<case %s id="../x y"><diagnosis code="aml" time="2020"/></case>\n' \
	"$namespace" >path.xml
"$CLINCOURSE" render path.xml -o folder 2>err
point "an id cannot leave the folder" absent "x y.svg" "../x y.svg"

run 0 "care" check --care --strict "$samples/emm.xml"
says "care: where it would go" 'emm.xml:56:5: note: .*how long it was given'
run 0 "strict without warnings" check --strict "$samples/first.xml"
run 0 "check as JSON" check --format json "$samples/first.xml"
run 1 "check bad as JSON" check --format json bad.xml
if command -v python3 >/dev/null; then
	point "JSON is JSON" python3 -c '
import json
found = json.load(open("out"))
assert any(d["severity"] == "error" and d["line"] == 4 for d in found), found'
else
	skip "JSON is JSON" "no python3"
fi

# All that is wrong is told, however many cases there are; of one case so much
# that anybody reads it, and how much more there is.
awk -v ns="$namespace" 'BEGIN {
	print "<cases " ns ">"
	for (i = 1; i <= 1100; i++)
		print "<case id=\"c" i "\"><event time=\"2022-13\"/></case>"
	print "</cases>"
	print "<case " ns ">" >"one.xml"
	for (i = 1; i <= 1100; i++)
		print "<event time=\"2022-13\"><label>x</label></event>" >"one.xml"
	print "</case>" >"one.xml"
}' >many.xml
run 1 "many bad cases" check many.xml
point "all are told" test "$(grep -c ':1101:.*E202' err)" = 1
run 1 "many bad cases as JSON" check --format json many.xml
point "all are told as JSON" test "$(grep -c E202 out)" = 1100
run 1 "one very bad case" check one.xml
point "a thousand are told" test "$(grep -c E202 err)" = 1000
says "that there are more" 'one.xml:1001:19: error: and 100 more errors, .*E006'

mkdir own
cat >own/our.vocabulary.xml <<END
<vocabulary xmlns="urn:clincourse:vocabulary:1" name="ours" source="a test">
  <define in="treatment" code="XYZ-101"><label>XYZ-101</label></define>
</vocabulary>
END
case_with '<treatment code="XYZ-101" time="2022-02"/>' >own/own.xml
cp own/own.xml alone.xml
run 0 "words beside the case" check own/own.xml
run 0 "unknown elsewhere" check alone.xml
says "is drawn as written" '"XYZ-101" is no treatment'
mkdir -p templates/vocab
cp own/our.vocabulary.xml templates/vocab/ours.xml
run 0 "words of --templates" check --templates templates alone.xml
mkdir -p data/clincourse
cp -r templates/vocab data/clincourse/
XDG_DATA_HOME=$work/data
run 0 "words of the XDG data folder" check alone.xml
finish
