# Same input, same bytes: whatever the process, order, folder, zone or locale.
. "$SOURCE/tests/cli/lib.sh"

for format in svg pdf png pptx html eps tiff; do
	mkdir "$format"
	run 0 "render $format" render "$samples/emm.xml" -o "$format/a.$format"
	run 0 "again" render "$samples/emm.xml" -o "$format/b.$format"
	point "$format: another process" cmp "$format/a.$format" "$format/b.$format"
	mkdir "$format/far" && cp "$samples/emm.xml" "$format/far/other-name.xml"
	(cd "$format/far" && "$CLINCOURSE" render other-name.xml -o c."$format")
	point "$format: another folder and name" \
		cmp "$format/a.$format" "$format/far/c.$format"
	TZ=Asia/Kathmandu LC_ALL=de_DE.UTF-8 LANG=tr_TR.UTF-8 \
		"$CLINCOURSE" render "$samples/emm.xml" -o "$format/d.$format"
	point "$format: another zone and locale" \
		cmp "$format/a.$format" "$format/d.$format"
	env -i PATH="$PATH" HOME=/nonexistent "$CLINCOURSE" \
		render "$samples/emm.xml" -o "$format/e.$format"
	point "$format: an empty environment" \
		cmp "$format/a.$format" "$format/e.$format"
	mkdir "$format/one" "$format/two"
	"$CLINCOURSE" render "$samples/cml.xml" "$samples/emm.xml" \
		"$samples/first.xml" -f "$format" -o "$format/one"
	"$CLINCOURSE" render "$samples/first.xml" "$samples/emm.xml" \
		"$samples/cml.xml" -f "$format" -o "$format/two"
	point "$format: another order" diff -r "$format/one" "$format/two"
	point "$format: alone or among others" \
		cmp "$format/a.$format" "$format/one/emm.$format"
done
finish
