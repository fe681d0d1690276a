# src/base/catalogue.h -> a list in scdoc: one row a code.
/^CC_DIAG\(/ {
	split($0, part, /[(,)]/)
	code = part[2]
	severity = tolower(part[3])
	gsub(/ /, "", severity)
	if (severity == "fatal")
		severity = "error"
	sentence = $0
	sub(/^[^"]*"/, "", sentence)
	sub(/"\)$/, "", sentence)
	gsub(/\\"/, "\"", sentence)
	gsub(/%[0-9.]*[lz]*[a-zA-Z]/, "%s", sentence)
	gsub(/[_*\\#`]/, "\\\\&", sentence)
	printf "*%s* %s\n\t%s\n\n", code, severity, sentence
}
