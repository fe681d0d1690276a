#!/bin/sh
#SBATCH --job-name=clincourse
#SBATCH --array=1-8
#SBATCH --requeue
#SBATCH --output=clincourse-%a.log
# A registry on a Slurm cluster: a part of the run a task of the array.
#
#   sbatch --array=1-8 tools/cluster/slurm.sh registry.xml pictures [OPTION...]
#   sbatch --dependency=afterok:JOB --wrap 'clincourse batch --merge pictures'
#
# Inputs and pictures are on a disk that all nodes see; the array begins with 1.
# A task that is begun again, since its node was lost or the time was over, goes
# on where it was. Whatever is said after the folder are options of batch.
set -eu

input=$1
out=$2
shift 2

workers=${SLURM_CPUS_PER_TASK:-1}
code=0
"${CLINCOURSE:-clincourse}" batch "$input" -o "$out" \
	--shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_MAX" \
	--resume --jobs "$workers" --quiet "$@" || code=$?

case $code in
# Cases that cannot be drawn are in the report; another try changes nothing.
0 | 1) exit 0 ;;
# The environment: a disk that is full, a node that is ill. Perhaps elsewhere.
3)
	[ "${SLURM_RESTART_COUNT:-0}" -ge 3 ] && exit 3
	scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID" || exit 3
	;;
*) exit "$code" ;;
esac
