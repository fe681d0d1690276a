# bash completion for clincourse

_clincourse_names()
{
	clincourse list "$@" 2>/dev/null | cut -f1
}

# The legal values of an option, a line each; nothing where any may be given.
_clincourse_values()
{
	case $1 in
	-f | --format)
		if [ "$2" = check ]; then
			printf '%s\n' text json
		else
			_clincourse_names formats
		fi
		;;
	--size) _clincourse_names sizes ;;
	--theme) _clincourse_names themes ;;
	--lang) _clincourse_names languages ;;
	--axis) printf '%s\n' both calendar relative ;;
	--unit) printf '%s\n' hour day week month year ;;
	--zero) printf '%s\n' diagnosis first-treatment ;;
	--privacy) printf '%s\n' relative month year ;;
	--text) printf '%s\n' live outline ;;
	--breaks | --continue) printf '%s\n' yes no ;;
	--pptx) printf '%s\n' shapes picture ;;
	--fold) printf '%s\n' 1 2 3 4 5 6 ;;
	--pack) printf '%s\n' zip pdf pptx html md ;;
	--color) printf '%s\n' auto always never ;;
	--tracks)
		printf '%s\n' panel treatment drug procedure response series \
			lesion genetics event
		;;
	--intervals) printf '%s\n' PFS TTNT TTR DoR OS follow-up ;;
	esac
}

_clincourse_options()
{
	case $1 in
	render | batch)
		printf '%s\n' --output --format --quiet --size \
			--theme --lang --axis --zero --unit --text --dpi \
			--title --no-title --notes --tracks --intervals --figure \
			--privacy --keep-id --breaks --fold --detail --continue --pptx \
			--templates --strict --color --no-defaults
		;;&
	render) printf '%s\n' --watch --open --metrics ;;
	batch)
		printf '%s\n' --jobs --resume --shard --merge --pack --spread --durable \
			--case-timeout --case-memory --no-sandbox \
			--contact --stream
		;;
	check)
		printf '%s\n' --notes --care --privacy --strict --lang \
			--format --templates --color --no-defaults
		;;
	new | find | list | show | help) printf '%s\n' --templates ;;
	esac
	printf '%s\n' --help
}

_clincourse_operands()
{
	case $1 in
	new) _clincourse_names diseases ;;
	list)
		if [ "$2" = vocab ]; then
			printf '%s\n' disease treatment procedure event test \
				response scheme site intent class finding \
				outcome cause stop interval
		else
			printf '%s\n' formats themes sizes languages \
				diseases vocab
		fi
		;;
	show)
		_clincourse_names vocab
		_clincourse_names themes
		_clincourse_names sizes
		;;
	help) printf '%s\n' render batch check new find list show ;;
	esac
}

# _clincourse_choose WORD: those lines of standard input that begin with it.
_clincourse_choose()
{
	local line

	while IFS= read -r line; do
		[[ $line == "$1"* ]] && COMPREPLY+=("$line")
	done
}

_clincourse_files()
{
	local line

	while IFS= read -r line; do
		COMPREPLY+=("$line")
	done < <(compgen "$@" | sort -u)
	compopt -o filenames 2>/dev/null
}

_clincourse()
{
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
	local command=${COMP_WORDS[1]}

	COMPREPLY=()
	# "--size=a4" comes as three words.
	if [ "$word" = = ]; then
		word=
	elif [ "$before" = = ]; then
		before=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	if [ "$COMP_CWORD" = 1 ] && [ "${word#-}" = "$word" ]; then
		_clincourse_choose "$word" < <(
			printf '%s\n' render batch check new find list show help
		)
		_clincourse_files -f -X '!*.xml' -- "$word"
		return
	fi
	case $command in
	render | batch | check | new | find | list | show | help) ;;
	*) command=render ;; # A case file is drawn.
	esac
	case $before in
	-o | --output | --templates | --metrics | --merge)
		_clincourse_files -f -- "$word"
		return
		;;
	--title | --dpi | --figure | --detail) return ;;
	-j | --jobs | --shard | --case-timeout | --case-memory) return ;;
	-f | --*)
		_clincourse_choose "$word" < <(
			_clincourse_values "$before" "$command"
		)
		[ ${#COMPREPLY[@]} = 0 ] || return
		;;
	esac
	if [ "${word#-}" != "$word" ]; then
		_clincourse_choose "$word" < <(_clincourse_options "$command")
	elif [ "$command" = render ] || [ "$command" = batch ] ||
		[ "$command" = check ]; then
		_clincourse_files -f -X '!*.xml' -- "$word"
		_clincourse_files -d -- "$word"
	else
		_clincourse_choose "$word" < <(
			_clincourse_operands "$command" "$before"
		)
	fi
}

complete -F _clincourse clincourse
