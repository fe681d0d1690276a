# What zsh offers behind a line, a match a line: completion.zsh FOLDER LINE FILE
# The folder has _clincourse, the file and what begins like it are for notes. A
# terminal of its own is needed for that.
zmodload zsh/zpty
hits=$3
rm -f $hits $hits.ready $hits.done

# Waits until a file is there; a shell under a sanitizer is slow.
await() {
	local -i tries
	for (( tries = 0; tries < 600; tries++ )); do
		[[ -e $1 ]] && return
		sleep 0.05
	done
	print -u2 "$1 does not come"
	exit 1
}

zpty shell zsh -f -i
zpty -w shell "fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -D"
# Matches that are asked for to be looked at are not offered.
zpty -w shell 'compadd() {
	if (( ${@[(I)-[OAD]]} )); then builtin compadd "$@"; return; fi
	local -a matched; builtin compadd -A matched "$@"
	print -rl -- $matched >>'$hits'
	builtin compadd "$@"
}
finished() { : >'$hits'.done }
complete-and-tell() { comppostfuncs=(finished); _main_complete }
zle -C tell complete-word complete-and-tell
bindkey "^I" tell
: >'$hits'.ready'
await $hits.ready
zpty -w -n shell "$2"$'\t'
await $hits.done
zpty -d shell
[[ ! -e $hits ]] || grep -v '^$' $hits | sort -u
