# Values of a series from a table beside its case.
. "$SOURCE/tests/cli/lib.sh"

# case_of SRC [COLUMNS]: a case whose series comes from a table.
case_of() {
	case_with "<series code=\"ldh\" unit=\"U/L\" src=\"$1\"${2:+ columns=\"$2\"}/>"
}

mkdir below other
printf '\357\273\277time;value\r\n2021-03-17;684\r\n2021-04-14;<120\r\n' \
	>below/semicolons.csv
case_of below/semicolons.csv >a.xml
run 0 "semicolons, CR LF and a mark" render a.xml -f md -o -
point "are read" grep -q '684 U/L (17 Mar 2021); .<120 U/L (14 Apr 2021)' out

printf 'LDH\tday\n684\t2021-03-17\nn/d\t2021-05\n' >below/tabs.tsv
case_of below/tabs.tsv day,ldh >b.xml
run 0 "tabs and columns by name" render b.xml -f md -o -
point "are read in any order" \
	grep -q '684 U/L (17 Mar 2021); not detected (May 2021)' out

ln -s below/semicolons.csv link.csv
case_of link.csv >link.xml
run 1 "a link" check link.xml
says "is not followed" 'link.csv" cannot be read: a link'
ln -s below linked
case_of linked/semicolons.csv >folder.xml
run 1 "a link on the way" check folder.xml
says "is not followed either" 'cannot be read: a link'
case_of below >dir.xml
run 1 "a folder" check dir.xml
says "is no table" 'no regular file'
mkfifo pipe
case_of pipe >pipe.xml
run 1 "a pipe" check pipe.xml
says "is not waited for" 'no regular file'

{
	echo time,value
	yes '2021-03-17,684' | head -c 4194304
} >large.csv
case_of large.csv >large.xml
run 1 "more than the limit" check large.xml
says "is refused" 'larger than 4 MiB'

printf 'time,value\n2021-03-17,\344\n' >latin.csv
case_of latin.csv >latin.xml
run 1 "another encoding" check latin.xml
says "is named" 'not UTF-8'

cp below/semicolons.csv kept.csv
case_of kept.csv >kept.xml
run 2 "the table as output" render kept.xml -f md -o kept.csv
point "stays as it was" cmp below/semicolons.csv kept.csv

# A canary in the name of the file, and in its cells.
printf 'time,value\n2021-03-17,Kanari\n' >kanari.csv
case_of kanari.csv >kanari.xml
run 1 "a bad cell under privacy" render kanari.xml --privacy year -f md -o -
point "is not repeated" sh -c '! grep -qi kanari err'
finish
