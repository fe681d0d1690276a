#!/bin/sh
# run.sh FUZZER NAME LENGTH: runs a fuzzer from its seeds for FUZZ_SECONDS, 30 by
# default, on inputs up to so many bytes. What ends it is left in the folder in
# which this was started.
# FUZZ_SEED says where its chance begins, 1 by default: one commit is judged by one
# sequence of inputs, however often it is asked. 0 begins elsewhere each time, for
# those who look for more.
set -eu

here=$(dirname "$0")
project=$here/../..
corpus=$(mktemp -d)
trap 'rm -rf "$corpus"' EXIT
trap 'exit 130' INT TERM

cp "$here/seeds/$2"-* "$corpus" 2>/dev/null || true
case $2 in
case | private | xml) cp "$project"/samples/*.xml "$corpus" ;;
# A letter says which folder of templates a file is of; the fuzzer itself takes
# excerpts of the large ones.
template)
	for folder in a-themes b-sizes c-privacy; do
		for file in "$project/templates/${folder#*-}"/*.xml; do
			{
				printf %s "${folder%%-*}"
				cat "$file"
			} >"$corpus/$(basename "$file")"
		done
	done
	;;
esac
LSAN_OPTIONS=suppressions=$project/tests/leaks.supp:print_suppressions=0 \
	"$1" -seed="${FUZZ_SEED:-1}" -max_total_time="${FUZZ_SECONDS:-30}" \
	-max_len="$3" -timeout=20 -artifact_prefix="fuzz-$2-" "$corpus"
