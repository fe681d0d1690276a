# What the shells offer behind the words of a command line.
. "$SOURCE/tests/cli/lib.sh"

scripts=$SOURCE/doc/completions
mkdir bin
ln -s "$CLINCOURSE" bin/clincourse
PATH=$work/bin:$PATH
cp "$samples/first.xml" a.xml
cp "$samples/first.xml" b.txt
"$CLINCOURSE" list themes | cut -f1 | sort >themes
"$CLINCOURSE" list languages | cut -f1 | sort >languages
"$CLINCOURSE" list diseases | cut -f1 | sort -u >diseases
"$CLINCOURSE" list vocab test | cut -f1 | sort -u >tests

# offer SHELL LINE > matches, sorted: the cursor stands at the line's end.
offer() {
	case $1 in
	bash)
		bash --norc -c '. "$1/clincourse.bash"
			read -ra COMP_WORDS <<<"${2//=/ = }"
			[[ $2 == *" " ]] && COMP_WORDS+=("")
			COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
			COMPREPLY=()
			_clincourse
			printf "%s\n" "${COMPREPLY[@]}"' \
			bash "$scripts" "$2" 2>/dev/null | sort -u
		;;
	zsh) zsh -f "$SOURCE/tests/cli/completion.zsh" "$scripts" "$2" \
		"$work/hits" ;;
	fish)
		HOME=$work fish --no-config -c 'source $argv[1]/clincourse.fish
			complete -C $argv[2]' "$scripts" "$2" | cut -f1 |
			sort -u
		;;
	esac >matches
}

offers() {
	for expected in "$@"; do
		grep -qxF -e "$expected" matches || {
			echo "no $expected in:"
			head -30 matches
			return 1
		}
	done
}

lacks() {
	for unwanted in "$@"; do
		! grep -qxF -e "$unwanted" matches || return 1
	done
}

for shell in bash zsh fish; do
	command -v $shell >/dev/null || {
		skip "$shell" "not installed"
		continue
	}
	offer $shell "clincourse "
	point "$shell: commands" offers render check new find list show help
	point "$shell: a case file is one" offers a.xml
	offer $shell "clincourse render --theme "
	point "$shell: themes" cmp themes matches
	offer $shell "clincourse render --theme d"
	point "$shell: those that begin so" test "$(cat matches)" = dark
	offer $shell "clincourse check --lang "
	point "$shell: languages" cmp languages matches
	offer $shell "clincourse a.xml --axis "
	point "$shell: behind a case file" offers both calendar relative
	offer $shell "clincourse render "
	point "$shell: case files" offers a.xml
	point "$shell: and no others" lacks b.txt
	offer $shell "clincourse new "
	point "$shell: diseases" cmp diseases matches
	offer $shell "clincourse list "
	point "$shell: lists" offers formats themes sizes languages vocab
	offer $shell "clincourse list vocab "
	point "$shell: kinds" offers disease treatment test finding
	offer $shell "clincourse show haemo"
	point "$shell: words" offers haemoglobin
	point "$shell: only those" lacks VRd
	offer $shell "clincourse show dar"
	point "$shell: themes are shown" offers dark
	offer $shell "clincourse check --format "
	point "$shell: formats of check" offers text json
	offer $shell "clincourse render --format "
	point "$shell: formats of render" offers svg pdf
	for command in render check new find list show; do
		"$CLINCOURSE" help $command | grep -o -- ' --[a-z][a-z-]*' |
			sed 's/^ //' | sort -u >options
		offer $shell "clincourse $command --"
		sed -i 's/=$//' matches
		point "$shell: options of $command" sh -c \
			'test -s options && test -z "$(comm -23 options matches)" ||
			 { comm -23 options matches; exit 1; }'
	done
done
offer bash "clincourse render --theme="
point "bash: behind an equals sign" cmp themes matches
finish
