# Installed into a folder of its own, a stranger's C program finds header and
# library through pkg-config alone, builds as C and C++, and draws.
. "$SOURCE/tests/cli/lib.sh"

root=$work/root
if ! meson install -C "$BUILD" --no-rebuild --destdir "$root" >log 2>&1; then
	not_ok "install" "$(tail -5 log)"
	finish
	exit 0
fi
ok "install"
pc=$(find "$root" -name clincourse.pc)
point "pkg-config file" test -n "$pc"
PKG_CONFIG_PATH=$(dirname "$pc")
export PKG_CONFIG_PATH
prefix=$root$(sed -n 's/^prefix=//p' "$pc")
ask() {
	pkg-config --define-variable=prefix="$prefix" "$@" clincourse
}
libdir=$(ask --variable=libdir)

# shellcheck disable=SC2046 # words
point "a program builds" ${CC:-cc} -Wall -Werror -o program \
	"$SOURCE/tests/install/program.c" $(ask --cflags --libs)
point "and draws" env LD_LIBRARY_PATH="$libdir" \
	./program "$samples/emm.xml" out.svg
point "what it drew is there" test -s out.svg
# The manual: its line compiles its example, which draws.
mkdir manual
cd manual || exit 3
cp "$samples/first.xml" case.xml
page=$SOURCE/doc/libclincourse.3.scd
sed -n '/^# EXAMPLE/,/^# DIAG/p' "$page" |
	sed -n '/^```$/,/^```$/p' | grep -v '^```$' >program.c
cat >pkg-config <<EOF
#!/bin/sh
exec $(command -v pkg-config) --define-variable=prefix="$prefix" "\$@"
EOF
chmod +x pkg-config
line=$(grep '^cc ' "$page")
for flags in '' -Wl,--as-needed; do
	rm -f a.out case.svg
	point "the manual's line links $flags" env PATH="$PWD:$PATH" \
		sh -c "cc() { command ${CC:-cc} $flags \"\$@\"; }; $line"
	point "and what it made draws" env LD_LIBRARY_PATH="$libdir" ./a.out
	point "its picture" test -s case.svg
done
cd ..
if command -v g++ >/dev/null; then
	# shellcheck disable=SC2046 # words
	point "C++ reads the header" sh -c "echo '#include <clincourse.h>' |
		g++ -Wall -Werror -fsyntax-only -x c++ $(ask --cflags) -"
else
	skip "C++ reads the header" "no g++"
fi

library=$(find "$root" -name 'libclincourse.so' | head -1)
if [ -n "$library" ] && command -v nm >/dev/null; then
	nm -D --defined-only "$library" | awk '{ print $3 }' |
		grep -v '^clincourse_' >strangers
	point "only clincourse_ symbols are seen" test ! -s strangers
	sed -n 's/.*CLINCOURSE_API.*[ *]\(clincourse_[a-z_]*\)(.*/\1/p' \
		"$SOURCE/include/clincourse.h" | sort >declared
	nm -D --defined-only "$library" | awk '{ print $3 }' |
		sort >defined
	point "every declared one is there" sh -c \
		'[ -z "$(comm -23 declared defined)" ]'
else
	skip "symbols" "no shared library or no nm"
fi
installed=$(find "$root" -type f -name clincourse -perm -u+x)
point "the program" test -x "$installed"
point "it draws where it was moved to" \
	"$installed" render "$samples/emm.xml" -o moved.svg
point "what it drew" test -s moved.svg
point "the header" test -n "$(find "$root" -name clincourse.h)"
share=$(dirname "$(find "$root" -type d -name clincourse -path '*/doc/*')")/..
for file in doc/clincourse/README.md doc/clincourse/CHANGELOG.md \
	doc/clincourse/LICENSE doc/clincourse/samples/first.xml \
	doc/clincourse/doc/guide/tutorial.md \
	doc/clincourse/doc/guide/pictures/7.png \
	doc/clincourse/doc/gallery/index.html \
	doc/clincourse/doc/gallery/first.en.svg \
	doc/clincourse/doc/images/emm-en.png clincourse/schema/case.rng \
	bash-completion/completions/clincourse \
	zsh/site-functions/_clincourse \
	fish/vendor_completions.d/clincourse.fish; do
	point "$file" test -s "$share/$file"
done
point "schemas are not taken for templates" \
	env XDG_DATA_DIRS="$share" "$CLINCOURSE" check "$samples/first.xml"
if command -v scdoc >/dev/null; then
	for page in clincourse.1 clincourse-case.5 clincourse-templates.5 \
		libclincourse.3; do
		point "$page" test -n "$(find "$root" -name "$page")"
	done
else
	skip "manual" "no scdoc"
fi
finish
