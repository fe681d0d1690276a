# Parts of a run on many machines: what the scripts of tools/cluster do with each
# part, here one after the other. Names have spaces.
. "$SOURCE/tests/cli/lib.sh"

cluster=$SOURCE/tools/cluster
PATH=$(dirname "$CLINCOURSE"):$work/bin:$PATH
mkdir bin data
{
	echo "<?xml version='1.0'?><cases $namespace>"
	for i in 1 2 3 4 5 6 7 8; do
		sed "s/ xmlns=\"[^\"]*\"//; /<?xml/d; s/ id=\"first\"/ id=\"c$i\"/" \
			"$samples/first.xml"
	done
	# Cannot be drawn, which is no failure of its part.
	echo '<case id="none"/></cases>'
} >"data/the registry.xml"

# complete NAME FOLDER: the parts are one whole, and all cases in it.
complete() {
	run 0 "$1: one whole" batch --merge "$2"
	point "$1: all cases" test "$(find "$2" -name 'c*.svg' | wc -l)" = 8
	point "$1: a line each" test "$(wc -l <"$2/report.jsonl")" = 9
}

# A task of an array.
part() {
	SLURM_ARRAY_JOB_ID=7 SLURM_ARRAY_TASK_ID=$1 SLURM_ARRAY_TASK_MAX=3 \
		sh "$cluster/slurm.sh" "data/the registry.xml" "$2"
}
for i in 1 2 3; do
	point "Slurm: part $i" part $i "data/by slurm" 2>err
done
complete Slurm "data/by slurm"
printf '#!/bin/sh\necho "$@" >"%s/asked"\n' "$work" >bin/scontrol
chmod +x bin/scontrol
part 2 data/nowhere/to/be 2>err
point "Slurm: what the machine could not is put back" \
	grep -qx 'requeue 7_2' asked

if command -v parallel >/dev/null; then
	point "GNU parallel: three parts" sh "$cluster/parallel.sh" 3 \
		"data/the registry.xml" "data/by parallel" --jobs 2 2>err
	complete "GNU parallel" "data/by parallel"
else
	skip "GNU parallel" "not installed"
fi

# The command of a pod, which has its parts from 0 and names of its own.
mv "data/the registry.xml" data/registry.xml
pod=$(sed -n '/>-$/,/resources:/p' "$cluster/kubernetes.yaml" |
	sed '1d;$d' | tr -s '\n ' ' ' | sed "s|/data/|$work/data/|g")
for i in 0 1 2 3 4 5 6 7; do
	point "Kubernetes: pod $i" \
		env JOB_COMPLETION_INDEX=$i sh -c "$pod" 2>err
done
complete Kubernetes data/pictures

# The script of a task as Nextflow fills it in.
task() {
	sed -n '/^process part/,/^}/p' "$cluster/nextflow.nf" |
		sed -n '/^    """$/,/^    """$/p' | sed '1d;$d' | sed "
		s|\$params.input|data/registry.xml|; s|\$params.out|data/by flow|
		s|\$params.parts|3|; s|\$part|$1|; s|\$task.cpus|1|; s|\\\\\\$|\$|g"
}
for i in 1 2 3; do
	point "Nextflow: part $i" sh -c "$(task $i)" 2>err
done
complete Nextflow "data/by flow"
finish
