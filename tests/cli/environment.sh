# Each failure of the environment is exit 3, says why and writes nothing.
. "$SOURCE/tests/cli/lib.sh"

file=$samples/first.xml
mkdir folder

run 3 "a directory as input" render folder -o x.svg
says "it says so" 'directory'
run 3 "a directory as input of check" check folder
run 3 "a file that is not there" render missing.xml -o x.svg
says "its name" '^missing.xml: error'
run 3 "no output folder" render "$file" -o nowhere/x.svg
run 3 "no output folder, by slash" render "$file" -o nowhere/
run 3 "templates that are not there" render "$file" --templates nowhere -o x.svg
point "nothing is written" absent x.svg nowhere

if [ "$(id -u)" != 0 ]; then
	as_nobody() { "$@"; }
elif command -v setpriv >/dev/null &&
	setpriv --reuid 65534 --clear-groups true 2>/dev/null; then
	as_nobody() { setpriv --reuid 65534 --clear-groups "$@"; }
fi
if command -v as_nobody >/dev/null; then
	chmod 755 "$work"
	cp "$file" secret.xml
	chmod 0 secret.xml
	mkdir shut
	chmod 555 shut
	cp "$file" open.xml
	chmod 644 open.xml
	if as_nobody "$CLINCOURSE" --version >/dev/null 2>&1; then
		as_nobody "$CLINCOURSE" check secret.xml >out 2>err
		code=$?
		point "a file that may not be read" test $code = 3
		says "permission is named" 'ermission'
		as_nobody "$CLINCOURSE" render open.xml -o shut/x.svg >out 2>err
		code=$?
		point "a folder that may not be written" test $code = 3
		point "nothing is left in it" test -z "$(ls -A shut)"
	else
		skip "permissions" "the build folder is closed to others"
	fi
else
	skip "permissions" "root without setpriv"
fi

for device in /dev/full; do
	if [ ! -w $device ]; then
		skip "$device" "not there"
		continue
	fi
	run 3 "$device as a file" render "$file" -f svg -o $device
	for command in "list vocab" "new aml" "show VRd" "help" "--version"; do
		# shellcheck disable=SC2086 # words
		"$CLINCOURSE" $command >$device 2>err
		code=$?
		point "$command > $device" test $code = 3
	done
	"$CLINCOURSE" render "$file" -o - >$device 2>err
	code=$?
	point "render > $device" test $code = 3
	"$CLINCOURSE" check --format json "$file" >$device 2>err
	code=$?
	point "check --format json > $device" test $code = 3
	point "$device is still a device" test -c $device
done

if unshare -rm true 2>/dev/null; then
	mkdir small
	for format in svg pdf png pptx html eps tiff; do
		# 4 KiB hold no picture; the one that is there must stay.
		unshare -rm sh -c '
			mount -t tmpfs -o size=8k tmpfs small || exit 77
			echo old >small/x.'$format'
			"$0" render "$1" -o small/x.'$format' 2>err
			code=$?
			[ "$(cat small/x.'$format')" = old ] || exit 90
			[ "$(ls -A small)" = x.'$format' ] || exit 91
			exit $code' "$CLINCOURSE" "$samples/cml.xml" >out 2>err2
		code=$?
		if [ $code = 77 ]; then
			skip "full disk, $format" "no tmpfs"
		else
			point "full disk, $format: exit 3, the old file stays" \
				test $code = 3
		fi
	done
	unshare -rm sh -c '
		mount -t tmpfs -o size=1m tmpfs small || exit 77
		mount -o remount,ro small || exit 77
		"$0" render "$1" -o small/x.svg 2>err' "$CLINCOURSE" "$file"
	code=$?
	if [ $code = 77 ]; then
		skip "read-only disk" "no remount"
	else
		point "read-only disk" test $code = 3
	fi
else
	skip "full disk" "no unshare -rm"
fi

cat >none.conf <<END
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$work/nofonts</dir><cachedir>$work/cache</cachedir></fontconfig>
END
mkdir nofonts
FONTCONFIG_FILE=$work/none.conf "$CLINCOURSE" render "$file" -o nofont.svg \
	>out 2>err </dev/null
code=$?
point "no font at all" test $code = 3
point "no font: nothing is written" absent nofont.svg
# Few fonts have every raised digit: Liberation 1.07 has three of them, its
# second edition all. Asked for is the ninth.
nine=':charset=2079'
fc-list "$nine" file | sort >raised
latin=$(fc-list 'Liberation Sans' file | sort | comm -23 - raised |
	sed -n '1s/:.*//p')
if [ -n "$latin" ]; then
	sed "s|$work/nofonts|$(dirname "$latin")|" none.conf >latin.conf
	FONTCONFIG_FILE=$work/latin.conf "$CLINCOURSE" render \
		"$samples/cll.xml" -o latin.scene >out 2>err </dev/null
	code=$?
	point "no raised digits: drawn all the same" test $code = 0
	point "no raised digits: no other sign for them" \
		grep -q '×10^9/L' latin.scene
else
	skip "no raised digits" "no Liberation Sans without them"
fi
if [ -s raised ]; then
	"$CLINCOURSE" render "$samples/cll.xml" -o all.scene >out 2>err
	point "raised digits where a font has them" \
		grep -q '×10⁹/L' all.scene
else
	skip "raised digits where a font has them" "no font has them"
fi

FONTCONFIG_FILE=$work/none.conf "$CLINCOURSE" check "$file" >out 2>err
code=$?
point "check needs no font" test $code = 0

# U+10FFFD is private: no font has it.
case_with '<treatment time="2022"><label>'"$(printf '\364\217\277\275')"'</label></treatment>' \
	>glyph.xml
run 1 "a letter that no font has" render glyph.xml -o glyph.svg
says "its code point" 'U+10FFFD'
says "its place" '^glyph.xml:4:'
point "no box is drawn" absent glyph.svg

mkfifo pipe
"$CLINCOURSE" render "$file" -f svg -o pipe 2>err &
timeout 10 cat pipe >through.svg
wait $!
code=$?
point "a pipe is written through" test $code = 0 -a -s through.svg
point "and stays a pipe" test -p pipe
finish
