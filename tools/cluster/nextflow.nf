// A registry by Nextflow: a part of the run a task.
//
//   nextflow run tools/cluster/nextflow.nf --input /data/registry.xml \
//       --out /data/pictures --parts 8
//
// Input and folder are whole paths on a disk that all machines see. A task that
// was lost with its machine, or could not (3), is begun again and goes on where it
// was; -resume leaves out the parts that are done.
params.parts = 8

process part {
    tag "$part"
    maxRetries 3
    errorStrategy { task.exitStatus == 3 || task.exitStatus > 128 ? 'retry' : 'finish' }

    input:
    val part

    output:
    val part

    script:
    // 1 is no failure: the report says what is wrong with which case.
    """
    clincourse batch "$params.input" -o "$params.out" \
        --shard "$part/$params.parts" --resume --jobs $task.cpus --quiet ||
        test \$? = 1
    """
}

process merge {
    input:
    val parts

    script:
    """
    clincourse batch --merge "$params.out"
    """
}

workflow {
    merge(part(Channel.of(1..params.parts)).collect())
}
