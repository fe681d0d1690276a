# bash completion for clincourse
_clincourse_names()
{
	clincourse list "$1" 2>/dev/null | cut -f1
}

_clincourse()
{
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
	local command=${COMP_WORDS[1]} words=

	COMPREPLY=()
	if [ "$COMP_CWORD" = 1 ]; then
		words="render check new list show help --version --help"
		mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
		return
	fi
	case $before in
	-f | --format)
		if [ "$command" = check ]; then
			words="text json"
		else
			words=$(_clincourse_names formats)
		fi
		;;
	--size) words=$(_clincourse_names sizes) ;;
	--theme) words=$(_clincourse_names themes) ;;
	--lang) words="de en zh" ;;
	--axis) words="both calendar relative" ;;
	--unit) words="hour day week month year" ;;
	--zero) words="diagnosis first-treatment" ;;
	--privacy) words="relative month year" ;;
	--text) words="live outline" ;;
	--breaks) words="yes no" ;;
	--fold) words="1 2 3 4 5 6" ;;
	-o | --output | --templates | --metrics)
		mapfile -t COMPREPLY < <(compgen -f -- "$word")
		return
		;;
	*)
		case $command in
		render)
			words="--output --format --size --theme --lang --axis
			    --zero --unit --text --dpi --title --no-title
			    --tracks --intervals --figure --privacy --keep-id
			    --breaks --fold --detail --metrics --templates
			    --strict --help"
			;;
		check)
			words="--notes --care --privacy --strict --lang --format
			    --templates --help"
			;;
		new) words="$(_clincourse_names diseases) --templates --help" ;;
		list) words="formats themes sizes diseases vocab" ;;
		show)
			words="$(_clincourse_names vocab)
			    $(_clincourse_names themes)
			    $(_clincourse_names sizes)"
			;;
		help) words="render check new list show" ;;
		esac
		;;
	esac
	if [ "${word#-}" = "$word" ]; then
		case $command in
		render | check)
			case $before in
			--*) ;;
			*)
				mapfile -t COMPREPLY < <(
					compgen -f -X '!*.xml' -- "$word"
					compgen -d -- "$word"
				)
				return
				;;
			esac
			;;
		esac
	fi
	mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}

complete -o filenames -F _clincourse clincourse
