# Bad input: exit 1, an error with its place, nothing written, no crash.
. "$SOURCE/tests/cli/lib.sh"

# refused NAME FILE [PATTERN]: both by check and by render.
refused() {
	rm -rf drawn
	mkdir drawn
	timeout 60 "$CLINCOURSE" check "$2" >out 2>err </dev/null
	code=$?
	timeout 60 "$CLINCOURSE" render "$2" -o drawn >out 2>err.render </dev/null
	render=$?
	if [ $code != 1 ] || [ $render != 1 ]; then
		not_ok "$1" "check: exit $code, render: exit $render" \
			"$(head -c 2000 err)"
	elif [ -n "$(ls -A drawn)" ]; then
		not_ok "$1" "something was written"
	elif ! grep -qE "^$2:[0-9]+:[0-9]+: error: .* \[E[0-9]+\]\$" err &&
		! { [ "${4-}" = whole ] &&
			grep -qE "^$2: error: .* \[E[0-9]+\]\$" err; }; then
		not_ok "$1" "no error with a place:" "$(head -c 2000 err)"
	elif [ "$(wc -c <err)" -gt 200000 ]; then
		not_ok "$1" "$(wc -c <err) bytes of diagnostics"
	elif ! grep -q -- "${3-}" err; then
		not_ok "$1" "no \"$3\" in:" "$(head -c 2000 err)"
	else
		ok "$1"
	fi
}

# wrong NAME TEXT [PATTERN]: TEXT in a case that is otherwise well.
wrong() {
	case_with "$2" >wrong.xml
	refused "$1" wrong.xml "${3-}"
}

case_with '' >well.xml
run 0 "the case around them is well" check well.xml

# A course without a word: an empty page, and a warning.
for course in '' '<title>x</title>' '<patient sex="female"/>' '<line/>' \
	'<figure/>' '<figure/><figure/>'; do
	printf '<case xmlns="urn:clincourse:case:1">%s</case>\n' "$course" \
		>bare.xml
	for size in screen a4 slide-16x9 nature-1; do
		run 0 "an empty course at $size: $course" render bare.xml \
			--size $size -o bare.svg
		point "is warned of" grep -q 'W357' err
	done
done

# The file as a whole.
printf '' >empty.xml
refused "empty file" empty.xml '' whole
case_with '<treatment code="VRd" time="2022">' >torn.xml
refused "not well-formed" torn.xml
case_with '' | head -c 150 >cut.xml
refused "cut short" cut.xml
case_with '' | sed 's/UTF-8/UTF-16/' >declared.xml
refused "UTF-16 declared" declared.xml
if command -v iconv >/dev/null; then
	case_with '' | sed 's/UTF-8/UTF-16/' | iconv -t UTF-16 >utf16.xml
	refused "UTF-16" utf16.xml '' whole
else
	skip "UTF-16" "no iconv"
fi
case_with "<treatment time=\"2022\"><label>$(printf 'L\351ukemia')</label></treatment>" \
	>latin1.xml
refused "Latin-1 bytes" latin1.xml
case_with '' | sed 's/UTF-8/ISO-8859-1/' >latin1-declared.xml
refused "Latin-1 declared" latin1-declared.xml
case_with '' | gzip -c >packed.xml
refused "gzip" packed.xml '' whole
head -c 5000 /dev/urandom >noise.xml
refused "noise" noise.xml '' whole
case_with "$(printf 'a\001b')" >control.xml
refused "a control character" control.xml
{
	case_with ''
	case_with '' | tail -n +2
} >tworoots.xml
refused "two roots" tworoots.xml
printf '<case xmlns="urn:other:1" id="c"/>\n' >otherns.xml
refused "another namespace" otherns.xml 'urn:clincourse:case:1'
printf '<x:case id="c"/>\n' >nons.xml
refused "a prefix without a namespace" nons.xml
printf '<!DOCTYPE case>\n<case %s id="c"/>\n' "$namespace" >doctype.xml
refused "DOCTYPE" doctype.xml
cat >entity.xml <<END
<!DOCTYPE case [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<case $namespace id="c"><title>&x;</title></case>
END
refused "external entity" entity.xml
point "no file leaks" sh -c '! grep -q root: err err.render'
cat >laughs.xml <<END
<!DOCTYPE case [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>
<case $namespace id="c"><title>&c;</title></case>
END
refused "entities in entities" laughs.xml
wrong "an undeclared entity" '<comment time="2022"><label>&nbsp;</label></comment>'

# Sizes.
python3 - <<'END'
head = '<case xmlns="urn:clincourse:case:1" id="c">\n'
attributes = " ".join(f'a{i}="1"' for i in range(100000))
open("attributes.xml", "w").write(f'{head}<diagnosis {attributes}/></case>')
value = "x" * (5 << 20)
open("value.xml", "w").write(f'{head}<diagnosis code="{value}"/></case>')
deep = "<comment>" * 10000 + "</comment>" * 10000
open("deep.xml", "w").write(f"{head}{deep}</case>")
text = "<title>" + "y" * (5 << 20) + "</title>"
open("title.xml", "w").write(f"{head}{text}</case>")
END
refused "100,000 attributes" attributes.xml
refused "an attribute of 5 MB" value.xml
refused "depth 10,000" deep.xml
refused "a title of 5 MB" title.xml

# Each list in a list is looked through once: depth costs next to nothing.
times=$(python3 - "$CLINCOURSE" <<'END'
import resource, subprocess, sys
def spent(deep):
    tags = [f"list{i}" for i in range(deep)]
    with open("lists.xml", "w") as file:
        file.write('<case xmlns="urn:clincourse:case:1" id="c">\n')
        file.write("".join(f"<{tag}>" for tag in tags))
        file.write("\n<bortezomib/>" * 20000)
        file.write("".join(f"</{tag}>" for tag in reversed(tags)) + "</case>")
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([sys.argv[1], "check", "lists.xml"], capture_output=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
flat, deep = spent(1), spent(28)
print(f"{deep:.2f} s, flat {flat:.2f} s", deep > 3 * flat + 0.1)
END
)
refused "lists in lists" lists.xml "what is in it stands in"
case $times in
*False) ok "lists in lists, as fast as flat" ;;
*) not_ok "lists in lists, as fast as flat" "$times" ;;
esac

# Words.
wrong "unknown element" '<tretment code="VRd" time="2022"/>' 'treatment'
wrong "unknown attribute" '<treatment cod="VRd" time="2022"/>' 'code'
wrong "unknown response" '<response code="VGPX" time="2022"/>'
wrong "unknown status" '<treatment code="VRd" time="2022" status="perhaps"/>'
wrong "unknown clock" '<case clock="x"/>'
wrong "unknown outcome" '<outcome code="discharged" time="2022"/>' 'alive'
wrong "no code and no label" '<treatment time="2022"/>'
wrong "no time" '<treatment code="VRd"/>'

# Times.
for time in 2022-02-30 2022-13 2022-7 2022-00 0 999 2022-07-15T25:00 / ../.. \
	'2022 ' '2022/' x 2022-07/2022-05 '[2022..2021]' '[2022..2022-05]' \
	'[2022~..2023]' 12d 2022-07-15Z 2022-21 202X '2022/2023/2024'; do
	# An open end is legal; it stands here for its neighbours.
	[ "$time" = '2022/' ] && continue
	wrong "time $time" "<treatment code=\"VRd\" time=\"$time\"/>"
done
wrong "end before start" '<treatment code="VRd" time="2022-10/2022-07"/>'
case_with '<outcome code="death" time="2022-01"/><treatment code="VRd" time="2023-01"/>' \
	>late.xml
refused "a treatment after death" late.xml

# Numbers.
for number in NaN nan inf -Infinity 1e400 0x10 '1,500' '' '1 2' + - . 1. .5 \
	٣; do
	wrong "number \"$number\"" \
		"<series code=\"haemoglobin\" unit=\"g/L\"><value time=\"2022\">$number</value></series>"
done
wrong "no unit" \
	'<series><label>Our own test</label><value time="2022">3</value></series>'

# References.
wrong "two of one id" '<treatment id="dx" code="VRd" time="2022"/>'
wrong "an id that nothing has" '<treatment code="VRd" after="dy"/>' '"dy"'
wrong "a circle of after" \
	'<treatment id="a" code="VRd" after="b"/><treatment id="b" code="VRd" after="a"/>'
wrong "a circle of since" \
	'<treatment id="a" code="VRd" since="b" time="12d"/><treatment id="b" code="VRd" since="a" time="12d"/>'
wrong "after itself" '<treatment id="a" code="VRd" after="a"/>'

# All of it in one run.
case_with '<tretment/><response code="X" time="2022-13"/><treatment code="VRd" time="2022-02-30"/>' \
	>many.xml
refused "several at once" many.xml
point "all are told" sh -c '[ "$(grep -c " error: " err)" -ge 3 ]'
finish
