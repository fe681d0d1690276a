# tools/setup says what is missing and installs it where it may, for the
# program alone or for the tests. Nothing is installed here: its tools are ours.
. "$SOURCE/tests/cli/lib.sh"

# A machine that has little; what is called leaves a line in `calls`.
mkdir bin
for tool in sh cat printf tr sed grep env; do
	ln -s "$(command -v $tool)" bin/$tool
done
stub() {
	printf '#!/bin/sh\n%s\n' "$2" >bin/"$1"
	chmod +x bin/"$1"
}
stub apt-get "echo \"apt-get \$*\" >>'$work/calls'"
stub id 'echo 1000'

setup() {
	: >calls
	PATH=$work/bin sh "$SOURCE/tools/setup" "$@" >out 2>err </dev/null
	code=$?
}

setup build
point "without sudo nothing is tried" test ! -s calls
point "it is said in one sentence" test "$(wc -l <err)" = 1
says "what is missing" '^setup: missing: gcc meson ninja'
says "and what would bring it" 'apt-get install gcc .*libcairo2-dev'
point "the status says so" test $code = 3
point "no Java, no C++ for the program" sh -c '! grep -qE "jing|trang|g\+\+" err'
setup test
says "for the tests there are" 'jing'
stub sudo 'exit 1'
setup build
point "nor where sudo asks for a password that nobody can type" \
	test ! -s calls
point "one sentence, too" test "$(wc -l <err)" = 1
# shellcheck disable=SC2016 # words of the stub
stub sudo '[ "$1" != -n ] || shift; [ "$1" = true ] || exec "$@"'
setup build
point "with sudo it installs" grep -q '^apt-get install .*libpango1.0-dev' calls
point "no Java, no C++ then either" sh -c '! grep -qE "jing|trang|g\+\+" calls'
says "and says what is missing yet" '^setup: still missing: gcc'
setup test
point "for the tests more" grep -q '^apt-get install .*jing' calls
rm bin/apt-get
setup build
says "without apt-get other systems are named" 'dnf install'
point "with the same status" test $code = 3
setup all
point "wrong usage" test $code = 2

# A machine that has all.
stub apt-get "echo \"apt-get \$*\" >>'$work/calls'"
for tool in gcc meson ninja pkg-config glib-compile-resources git g++ scdoc \
	jing trang xmllint pdftotext unshare setpriv bash zsh fish; do
	stub $tool 'exit 0'
done
stub fc-list 'echo a font'
setup test
point "where all is there nothing happens" test ! -s calls
point "and nothing is said" test ! -s err
point "all is well" test $code = 0
finish
