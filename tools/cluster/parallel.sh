#!/bin/sh
# A registry on several machines, or processors, by GNU parallel: a part of the
# run a job.
#
#   tools/cluster/parallel.sh PARTS INPUT FOLDER [OPTION OF PARALLEL...]
#   tools/cluster/parallel.sh 8 registry.xml pictures --sshlogin a,b --workdir .
#
# Input and folder are on a disk that all machines see. A part whose machine is
# lost is done again elsewhere, and goes on where it was; parts that are left
# over are done when the same command is given again.
set -eu

parts=$1
input=$2
out=$3
shift 3

program=${CLINCOURSE:-clincourse}
mkdir -p "$out"
# 1: some cases cannot be drawn, which the report says; that is no failure. -q
# hands all words on as they are, names with spaces too.
# shellcheck disable=SC2016
seq "$parts" | parallel --retries 3 --joblog "$out/.parallel.log" \
	--resume-failed -q "$@" sh -c '"$@" || test $? = 1' sh \
	"$program" batch "$input" -o "$out" \
	--shard "{}/$parts" --resume --jobs 1 --quiet
exec "$program" batch --merge "$out"
