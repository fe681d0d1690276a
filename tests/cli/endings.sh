# What ends a run from outside: nothing is left behind, nothing half written.
. "$SOURCE/tests/cli/lib.sh"

file=$samples/first.xml

# draw_and SIGNAL [COMMAND...]: a picture of two cases, the second of which
# comes through a pipe; when the program waits there, its first page lies in a
# temporary. Ends it by SIGNAL. Leaves its exit code in $code.
draw_and() {
	signal=$1
	shift
	rm -rf drawn pipe
	mkdir drawn
	mkfifo pipe
	"$@" "$CLINCOURSE" render "$file" pipe -o drawn/both.pdf 2>err &
	pid=$!
	exec 9>pipe # waits until the program reads
	kill -s "$signal" $pid
	exec 9>&- # or one that ignores the signal waits for ever
	wait $pid
	code=$?
}

empty() {
	[ -z "$(ls -A "$1")" ]
}

for row in TERM:143 HUP:129 QUIT:131 INT:130; do
	signal=${row%:*}
	if env --default-signal=INT true 2>/dev/null; then
		draw_and "$signal" env --default-signal=HUP,INT,QUIT,TERM
	elif [ "$signal" = INT ] || [ "$signal" = QUIT ]; then
		# A shell's jobs in the background ignore them.
		skip "SIG$signal" "no env --default-signal"
		continue
	else
		draw_and "$signal"
	fi
	point "SIG$signal: seen by the shell" test $code = "${row#*:}"
	point "SIG$signal: nothing is left" empty drawn
done
draw_and KILL
run 0 "a run after a killed one" render "$file" -o drawn/next.svg
point "SIGKILL: nothing is left" test "$(ls -A drawn)" = next.svg

# Where files have names from the first, the next start removes what is left.
for name in dead00 dead01; do
	: >drawn/.clincourse-$name
done
: >drawn/.clincourse-notes
run 0 "a run among strays" render "$file" -o drawn/next.svg
point "strays are removed" absent drawn/.clincourse-dead00 \
	drawn/.clincourse-dead01
point "what is like one stays" test -e drawn/.clincourse-notes
: >drawn/.clincourse-dead02
run 0 "a run into a folder among strays" render "$file" -o drawn
point "strays of the folder are removed" absent drawn/.clincourse-dead02
# Without /proc a nameless file cannot be named: all have names from the first.
if unshare -rm sh -c 'mount -t tmpfs none /proc' 2>/dev/null; then
	for signal in TERM KILL; do
		rm -rf drawn pipe
		mkdir drawn
		mkfifo pipe
		unshare -rm sh -c 'mount -t tmpfs none /proc &&
			exec "$@"' sh "$CLINCOURSE" render "$file" pipe \
			-o drawn/both.pdf 2>err &
		pid=$!
		exec 9>pipe
		ls -A drawn >before
		kill -s $signal $pid
		exec 9>&-
		wait $pid
		point "named, SIG$signal: there was one" \
			grep -q clincourse before
		[ $signal = KILL ] &&
			run 0 "named: a run after a killed one" \
				render "$file" -o drawn/next.svg
		rm -f drawn/next.svg
		point "named, SIG$signal: nothing is left" empty drawn
	done
else
	skip "named temporaries" "no unshare -rm"
fi

rm -rf drawn
mkdir drawn
(
	ulimit -f 1
	"$CLINCOURSE" render "$file" -o drawn/large.svg >out 2>err
)
code=$?
point "a limit of size: exit 3" test $code = 3
says "a limit of size: told" 'drawn/large.svg: error: cannot be written: .*E003'
point "a limit of size: nothing is left" empty drawn
# A relapse by words that say it is one is not called so twice.
case_with "<treatment code='VCd' time='2020-02/2020-06'/>
<response code='CR' time='2020-06-03'/>
<relapse time='2021-03-02'><label>CNS relapse</label></relapse>
<relapse time='2022-03-02'><label>soft tissue</label></relapse>" >twice.xml
run 0 "two relapses" render twice.xml -o twice.scene
point "its own words alone" grep -q '"CNS relapse"' twice.scene
point "not with the word before" \
	sh -c '! grep -q "Relapse: CNS relapse" twice.scene'
point "what is none bears the word" grep -q '"Relapse: soft tissue"' twice.scene

finish
