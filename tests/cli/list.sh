# What list prints can be used; blank cases check clean and draw.
. "$SOURCE/tests/cli/lib.sh"

for what in formats themes sizes diseases vocab; do
	run 0 "list $what" list $what
	point "$what: name TAB about" awk -F'\t' 'NF != 2 || $1 == "" { exit 1 }
		END { exit NR == 0 }' out
	cut -f1 out >$what
done
for disease in multiple-myeloma aml dlbcl cll cml nsclc sle; do
	run 0 "new $disease" new $disease
	cp out $disease.xml
	run 0 "new $disease checks clean" check --strict $disease.xml
	point "new $disease: no word in check" test ! -s err
	run 0 "new $disease draws" render $disease.xml -o $disease.svg
done
while read -r theme; do
	run 0 "theme $theme draws" \
		render "$samples/emm.xml" --theme "$theme" -o "$theme.svg"
	run 0 "show $theme" show "$theme"
done <themes
while read -r size; do
	"$CLINCOURSE" render "$samples/first.xml" --size "$size" \
		-o "$size.pdf" >out 2>err </dev/null
	code=$?
	# A page may be too small for a course: then it says so.
	if [ $code = 0 ] && [ -s "$size.pdf" ]; then
		ok "size $size draws"
	elif [ $code = 1 ] && grep -q 'E4' err && [ ! -e "$size.pdf" ]; then
		ok "size $size does not fit and says so"
	else
		not_ok "size $size" "exit $code" "$(cat err)"
	fi
	run 0 "show $size" show "$size"
done <sizes
run 0 "show a regimen" show VRd
point "its drugs" grep -q 'bortezomib' out
finish
