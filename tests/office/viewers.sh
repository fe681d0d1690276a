# One picture in every viewer: the SVG as Chromium, Inkscape, librsvg and
# LibreOffice show it against our own bitmap. Two pictures agree when, each
# blurred by 3 px, they differ by more than 48 of 255 in under 0.5 % of the
# pixels: fonts are rasterised differently everywhere, but a viewer that takes
# no notice of text-anchor is at 1 %, and one without text at 4 %.
# By hand: CLINCOURSE=build/src/clincourse SOURCE=. sh tests/office/viewers.sh
. "$SOURCE/tests/cli/lib.sh"

limit=0.5 # % of the pixels

for tool in convert identify; do
	command -v "$tool" >/dev/null && continue
	echo "1..0 # SKIP $tool (ImageMagick) is not installed"
	exit 0
done

# The viewers: NAME SVG PNG WIDTH HEIGHT. All keep their settings in $work.
chromium_shows() {
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
		--disable-quic --no-first-run --disable-background-networking \
		--disable-component-update --disable-sync \
		--force-device-scale-factor=1 --user-data-dir="$work/chromium" \
		--window-size="$3,$4" --screenshot="$work/$2" "file://$work/$1"
}

inkscape_shows() {
	HOME=$work inkscape --export-filename="$2" "$1"
}

rsvg_shows() {
	rsvg-convert "$1" -o "$2"
}

soffice_shows() {
	soffice -env:UserInstallation="file://$work/office" --headless \
		--convert-to png --outdir office-out "$1" &&
		mv "office-out/${1%.svg}.png" "$2"
}

# differing A B WIDTH HEIGHT: prints the share of pixels that differ [%].
# LibreOffice rounds the page up by a pixel, hence the resize.
differing() {
	convert "$1" -background white -flatten -blur 0x3 \
		\( "$2" -background white -flatten -resize "$3x$4!" \
		-blur 0x3 \) -compose difference -composite -separate \
		-evaluate-sequence max -threshold 18.8235% \
		-format '%[fx:mean*100]' info:
}

below() {
	awk -v a="$1" -v b="$2" 'BEGIN { exit !(a < b) }'
}

# agree NAME SVG PNG: a point for each viewer that is installed.
agree() {
	width=$(identify -format %w "$3")
	height=$(identify -format %h "$3")
	for viewer in chromium inkscape rsvg soffice; do
		program=$viewer
		[ "$viewer" = rsvg ] && program=rsvg-convert
		if ! command -v "$program" >/dev/null; then
			skip "$1 in $viewer" "$program is not installed"
			continue
		fi
		rm -f shown.png
		"${viewer}_shows" "$2" shown.png "$width" "$height" \
			>log 2>&1 </dev/null
		if [ ! -s shown.png ]; then
			not_ok "$1 in $viewer" "no picture" "$(tail -5 log)"
			continue
		fi
		share=$(differing "$3" shown.png "$width" "$height")
		if below "$share" "$limit"; then
			ok "$1 in $viewer"
		else
			not_ok "$1 in $viewer" "$share % of the pixels differ"
		fi
	done
}

# draw NAME CASE [OPTIONS]: NAME.svg and NAME.png.
draw() {
	to=$1
	from=$2
	shift 2
	"$CLINCOURSE" render "$from" "$@" -o "$to.svg" &&
		"$CLINCOURSE" render "$from" "$@" -o "$to.png"
}

for course in "$samples"/*.xml; do
	sample=$(basename "$course" .xml)
	point "$sample is drawn" draw "$sample" "$course"
	agree "$sample" "$sample.svg" "$sample.png"
done
point "emm is drawn in Chinese" draw emm-zh "$samples/emm.xml" --lang zh
agree "emm in Chinese" emm-zh.svg emm-zh.png
point "emm is drawn in outlines" draw emm-o "$samples/emm.xml" --text outline
agree "emm in outlines" emm-o.svg emm-o.png
point "emm is drawn for a journal" \
	draw emm-mm "$samples/emm.xml" --size 183x110mm --dpi 96
agree "emm for a journal" emm-mm.svg emm-mm.png

# The measure itself: it sees what it is there for.
if command -v rsvg-convert >/dev/null; then
	sed 's/<text.*<\/text>//' emm.svg >broken.svg
	rsvg-convert broken.svg -o broken.png
	point "text that is lost is seen" below 2 \
		"$(differing emm.png broken.png 1280 720)"
	sed 's/ text-anchor="[a-z]*"//' emm.svg >broken.svg
	rsvg-convert broken.svg -o broken.png
	point "anchors that are lost are seen" below "$limit" \
		"$(differing emm.png broken.png 1280 720)"
else
	skip "the measure sees losses" "rsvg-convert is not installed"
fi

finish
