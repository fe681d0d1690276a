# --metrics: a line of JSON for each picture, and the pictures as without it.
. "$SOURCE/tests/cli/lib.sh"

# lines FILE NUMBER
lines() {
	[ "$(wc -l <"$1")" -eq "$2" ]
}

# For python3: m is the list of a file's objects.
measured() {
	python3 -c '
import json, sys
m = [json.loads(line) for line in open(sys.argv[1])]
assert eval("(" + sys.argv[2] + ")"), m' "$@"
}

run 0 "one picture" render "$samples/first.xml" -o one.svg --metrics one.json
point "one line" lines one.json 1
run 0 "the picture without" render "$samples/first.xml" -o bare.svg
point "its bytes are the same" cmp one.svg bare.svg

mkdir folder
run 0 "several pictures" render "$samples/first.xml" "$samples/emm.xml" \
	"$samples/cml.xml" -o folder --metrics several.json
point "a line each" lines several.json 3
run 0 "pages" render "$samples/first.xml" "$samples/emm.xml" -o both.pdf \
	--metrics pages.json
point "a line each" lines pages.json 2
run 0 "onto standard output" render "$samples/first.xml" -o one.svg --metrics -
point "a line there" lines out 1

case_with '<treatment code="VRd" time="2022-02-30"/>' >bad.xml
run 1 "good and bad" render bad.xml "$samples/first.xml" -o folder --metrics mixed.json
point "the bad one has no line" lines mixed.json 1
run 1 "only bad" render bad.xml -o folder --metrics none.json
point "no line at all" lines none.json 0
run 1 "too small a size" render "$samples/aml.xml" -o small.svg \
	--size 120x36mm --metrics small.json
point "no line either" lines small.json 0
{
	printf '<cases %s>' "$namespace"
	for id in a b; do
		printf '<case id="%s"><diagnosis code="aml" time="2020"/></case>' "$id"
	done
	printf '</cases>\n'
} >two.xml
run 2 "two cases into one picture" render two.xml -o two.svg --metrics two.json
point "no picture and no line" lines two.json 0

if command -v python3 >/dev/null; then
	point "JSON of a picture" measured one.json 'm[0]["case"] == "first"
		and m[0]["size"] == "screen" and m[0]["theme"] == "light"
		and m[0]["lang"] == "en" and m[0]["width"] == 1280
		and 400 < m[0]["height"] < 720 and m[0]["unit"] == 0.75
		and m[0]["texts"] > 10 and m[0]["items"] > m[0]["texts"]
		and m[0]["least_text"] > 5 and m[0]["least_contrast"] >= 4.5
		and set(m[0]["cpu_ms"]) == {"read", "layout", "write"}'
	point "no fault in it" measured one.json \
		'len(m[0]["faults"]) == 10 and not any(m[0]["faults"].values())
		and m[0]["places"] == []'
	point "fonts are files" measured one.json \
		'm[0]["fonts"] and all(__import__("os").path.isfile(f)
		for f in m[0]["fonts"])'
	point "in the order given" measured several.json \
		'[x["case"] for x in m] == ["first", "emm", "cml"]'
	point "pages too" measured pages.json \
		'[x["case"] for x in m] == ["first", "emm"]'
	# Tests so near that their numbers stand together, of an uncertain day.
	case_with '<genetics time="2021-03-14~"><finding vaf="27">TP53</finding></genetics>
		<genetics time="2021-03-24"><finding vaf="7">TP53</finding></genetics>
		<outcome code="alive" time="2031-01"/>' >near.xml
	run 0 "numbers of two tests" render near.xml -o near.svg --metrics near.json
	point "stand together" grep -q '27 ~ → 7' near.svg
	point "their doubt is explained" grep -q 'approximate date' near.svg
	point "no sign is without its entry" measured near.json \
		'm[0]["faults"]["sign_none"] == 0'
	run 0 "a crowded picture" render "$samples/aml.xml" -o aml.svg \
		--size nature-2 --metrics aml.json
	point "so are curves" measured aml.json \
		'all(c["height"] > 0 and c["ticks"] >= 2
		for c in m[0]["curves"]) and 0 <= m[0]["blank"] < 1'
	point "what was dropped is in it" measured aml.json \
		'(m[0]["dropped"] or m[0]["left_out"])
		and all(l["rows"] >= l["depth"] > 0 for l in m[0]["lanes"])'
else
	skip "JSON of a picture" "no python3"
fi

echo old >old.json
mkdir there
run 3 "no such folder" render "$samples/first.xml" -o x.svg --metrics no/x.json
run 3 "a folder for a file" render "$samples/first.xml" -o x.svg --metrics there
point "nothing is drawn then" absent x.svg
if [ -w /dev/full ]; then
	run 3 "a full disk" render "$samples/first.xml" -o full.svg --metrics /dev/full
	point "the picture is there" cmp full.svg bare.svg
fi
run 2 "wrong usage" render "$samples/first.xml" --size nowhere -o x.svg \
	--metrics old.json
point "an old file stays" grep -qx old old.json
cp "$samples/first.xml" case.xml
run 2 "onto the case" render case.xml -o x.svg --metrics case.xml
point "the case stays" cmp case.xml "$samples/first.xml"
run 2 "onto the picture" render case.xml -o x.svg --metrics x.svg
run 2 "both onto standard output" render case.xml -o - --metrics -
says "it says so" 'standard output'
finish
