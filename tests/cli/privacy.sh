# Canaries in every kind of text, attribute and file name of a case (those in
# every field of the shape are tests/unit/test-canary.c): none is in a picture, its metadata, its measurements, a diagnostic or a file's name.
. "$SOURCE/tests/cli/lib.sh"

# What must not be found, whatever the level: a name, and numbers.
cat >canaries <<'END'
Kanarienvogel
金丝雀
70123456
13800138000
555-0100
123-45-6789
11010519491231002X
canary@example.org
1993-11
17 November
11月17日
END
# And by level. A month is shown where months are, a year where years are.
cp canaries canaries.month
{ cat canaries; printf 'Nov 1993\nNovember 1993\n1993年11月\n1993 年 11 月\n'; } \
	>canaries.year
{ cat canaries.year; printf '1993\n1994\n'; } >canaries.relative

# Every text and every word that is the author's own.
mkdir "Kanarienvogel-1993-11-17" || exit 3
case="Kanarienvogel-1993-11-17/Kanarienvogel-70123456.xml"
cat >"$case" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<!-- Dr Kanarienvogel, 1993-11-17 -->
<case xmlns="urn:clincourse:case:1" id="Kanarienvogel-70123456" xml:lang="en" zero="Kanarienvogel-dx">
  <title>Case of Mrs Kanarienvogel, 17 November 1993</title>
  <title xml:lang="zh">金丝雀先生病例</title>
  <patient id="Kanarienvogel" sex="female" age="93">
    <label>Mrs Kanarienvogel</label><note>SSN 123-45-6789</note>
  </patient>
  <patient id="Kanarienvogel-donor"><note>MRN 70123456</note></patient>
  <reference id="Kanarienvogel-ref"><label>Prof. Kanarienvogel</label></reference>
  <define in="event" code="visit to Dr Kanarienvogel"/>
  <define in="event" code="Kanarienvogel-visit"><label>Dr Kanarienvogel called</label></define>
  <figure id="Kanarienvogel-fig" zero="Kanarienvogel-dx"><title>Dr Kanarienvogel</title></figure>
  <diagnosis id="Kanarienvogel-dx" code="multiple-myeloma" time="1993-11-17" stage="by Dr Kanarienvogel">
    <label>myeloma, MRN 70123456</label><label xml:lang="zh">骨髓瘤，住院号 70123456</label>
    <note>Nov 1993</note><note xml:lang="zh">11月17日，1993 年 11 月</note>
  </diagnosis>
  <line n="1">
    <label>line of Dr Kanarienvogel</label><note>canary@example.org</note>
    <treatment id="Kanarienvogel-t" code="VCd" intent="for Dr Kanarienvogel" time="1993-11-20/1994-02-11" unit="mg">
      <note>1993-11-17</note>
      <drug code="bortezomib" unit="mg"><dose>1</dose><note>Dr Kanarienvogel</note></drug>
    </treatment>
    <response code="PD" time="1994-03-02"><label>tel. 13800138000</label><note>11010519491231002X</note></response>
  </line>
  <procedure time="1993-11-18" site="Dr-Kanarienvogel 金丝雀医生" result="by Dr Kanarienvogel">
    <label>biopsy (Dr Kanarienvogel)</label><note>(212) 555-0100</note>
  </procedure>
  <event code="visit to Dr Kanarienvogel" since="Kanarienvogel-dx" time="40d" because="Kanarienvogel-t"/>
  <event code="Kanarienvogel-visit" time="1994-01-05"/>
  <event code="Kanarienvogel-unknown" time="1994-01-09" causality="possible">
    <label>call of Mr Kanarienvogel</label><note xml:lang="zh">金丝雀女士，姓名：金丝雀</note>
  </event>
  <genetics time="1993-11-18" method="Dr Kanarienvogel"><finding>t(4;14), Dr Kanarienvogel</finding></genetics>
  <lesion site="Mrs-Kanarienvogel" time="1993-11-17/1994-02-11"><label>lesion seen by Dr Kanarienvogel</label></lesion>
  <panel time="1993-11-18"><label>of Dr Kanarienvogel</label><value code="haemoglobin" unit="g/L">66</value></panel>
  <series code="marrow-plasma-cells" unit="%"><label>cells, Dr Kanarienvogel</label>
    <value time="1993-11-18">32.5</value><value time="1994-03-02">60</value>
    <range low="0" high="5"><label>Dr Kanarienvogel's</label></range>
  </series>
  <relapse time="1994-06-01"><label>Dr Kanarienvogel, 17 November</label></relapse>
  <comment time="1993-11-17/1993-12-20"><label>Name: Kanarienvogel</label><note>17 November 1993</note></comment>
  <outcome code="death" cause="Dr Kanarienvogel" time="1994-07-17"/>
</case>
END

run 0 "the case itself is well" check "$case"

# What a file says, whatever it is packed in.
unpack() {
	python3 "$SOURCE/tests/cli/unpack.py" "$@" || echo Kanarienvogel
	for file in "$@"; do
		case $file in
		*.pdf) pdftotext "$file" - && pdfinfo "$file" ;;
		esac
	done
}

# clean NAME LEVEL FILE...: no canary of the level in what the files say.
clean() {
	name=$1 level=$2
	shift 2
	unpack "$@" >said
	if found=$(grep -n -a -i -F -f "canaries.$level" said); then
		not_ok "$name" "$found"
	else
		ok "$name"
	fi
}

for tool in python3 pdftotext pdfinfo; do
	command -v $tool >/dev/null && continue
	skip "canaries" "no $tool"
	finish
	exit 0
done

# Without privacy they are there: the search finds what there is to find.
run 0 "without privacy" render "$case" -o plain.svg
point "the canaries sing" grep -q Kanarienvogel plain.svg

for level in relative month year; do
	rm -rf out.d && mkdir out.d
	: >errs
	for lang in en zh; do
		for format in svg pdf png pptx html eps tiff md scene; do
			what="$level $lang $format"
			run 0 "$what" render --privacy $level --lang $lang -f $format \
				--metrics measured-$lang-$format "$case" -o out.d
			point "$what: its file" test -s out.d/case-0001.$lang.*$format
			cat out err >>errs
		done
	done
	clean "$level: no canary in the pictures" $level out.d/*
	ls -a out.d >names
	clean "$level: none on the side" $level errs names measured-*
	run 1 "$level: strict" render --privacy $level --strict "$case" -o .
	point "$level: strict writes nothing" absent case-0001.svg
	run 0 "$level: check" check --privacy $level --notes --care "$case"
	clean "$level: none in the diagnostics" $level out err
	run 0 "$level: check as JSON" check --privacy $level --format json "$case"
	clean "$level: none in the JSON" $level out err
done

# A figure, a title and a zero are asked for in the case's own words.
run 0 "own words" render --privacy relative --figure Kanarienvogel-fig \
	--zero Kanarienvogel-t --title "Dr Kanarienvogel's, 1993-11-17" "$case" \
	-o own.svg
clean "own words: no canary" relative own.svg err
point "own words: the zero holds" grep -q 'from VCd' own.svg

run 0 "a stretch by date" render --privacy relative --detail 1993-11-17/1994-02-11 \
	"$case" --size a4 -o own.svg
clean "a stretch by date: no canary" relative own.svg err
point "a stretch by date: in days" grep -q 'Detail: day 0–86' own.svg
run 0 "a stretch by offset" render --privacy relative --detail 0d/86d "$case" \
	--size a4 -o own2.svg
point "a stretch by offset: the same" cmp own.svg own2.svg
run 0 "a stretch of months" render --privacy month --detail 1993-11-17/1994-02-11 \
	"$case" --size a4 -o own.svg
point "a stretch of months" grep -q 'Detail: Nov 1993 – Feb 1994' own.svg

# Wrong input says where, not what.
sed -e 's/time="1993-11-18" site/time="1993-11-31" site/' \
	-e 's/sex="female"/sex="Kanarienvogel"/' \
	-e 's/evolved/1993/' "$case" >Kanarienvogel-bad.xml
run 1 "wrong input" render --privacy year Kanarienvogel-bad.xml -o bad.svg
clean "wrong input: no canary" year err
says "wrong input: where" '^input-1:6:.*\[E304\]'
printf '<case Kanarienvogel' >Kanarienvogel-torn.xml
run 1 "torn input" render --privacy year Kanarienvogel-torn.xml "$case" -o .
clean "torn input: no canary" year err
run 3 "no input" render --privacy year Kanarienvogel-none.xml -o .
clean "no input: no canary" year err
says "no input: which" '^input-1: error: '

# What a <figure> asks for and nobody knows is not repeated.
for asked in tracks size theme; do
	sed "s/<figure id/<figure $asked=\"Kanarienvogel\" id/" "$case" \
		>Kanarienvogel-asks.xml
	run 1 "unknown $asked" render --privacy year Kanarienvogel-asks.xml -o asks.svg
	clean "unknown $asked: no canary" year err
	says "unknown $asked: where" '^input-1:1[0-9]:.*error'
done

# Cases are numbered in the order of input, refused ones too.
rm -rf out.d && mkdir out.d
run 1 "several" render --privacy month "$samples/first.xml" Kanarienvogel-bad.xml \
	"$samples/cll.xml" -o out.d
point "several: the first" test -s out.d/case-0001.svg
point "several: the third" test -s out.d/case-0003.svg
point "several: no more" test "$(ls out.d | wc -l)" -eq 2
run 0 "an id is kept on request" render --privacy month --keep-id \
	"$samples/first.xml" -o out.d
point "an id is kept: its file" test -s out.d/first.svg
for lang in en de zh; do
	run 0 "a great age in $lang" render --privacy month --lang $lang "$case" \
		-f md -o great.md
	point "a great age in $lang: its sign" grep -q '90+' great.md
done
run 2 "no such level" render --privacy day "$case" -o .
run 2 "no such level to check" check --privacy day "$case"

finish
