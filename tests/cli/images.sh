# Pictures beside a case: which are read, and what is wrong with the others.
# They are made by tests/pictures.
. "$SOURCE/tests/cli/lib.sh"

# case_of FILE [ATTRIBUTES]: a case with that picture.
case_of() {
	case_with "<procedure code=\"ct\" time=\"2021-05-04\"><image file=\"$1\"${2:+ $2}/></procedure>"
}

# refused NAME FILE PATTERN: the case with that picture is an error, at its
# place, which says so.
refused() {
	case_of "$2" >refused.xml
	run 1 "$1" check refused.xml
	says "$1: said with its place" "^refused.xml:4:[0-9]*: error: .*$3"
}

# taken NAME FILE: the case with that picture is well.
taken() {
	case_of "$2" >taken.xml
	run 0 "$1" check taken.xml
}

mkdir below other
for form in png png-grey png-16 png-palette png-alpha png-interlaced; do
	"$PICTURE" ct $form 48 32 >"$form.png"
	taken "$form" "$form.png"
done
for form in jpeg jpeg-grey jpeg-progressive; do
	"$PICTURE" ct $form 48 32 >"$form.jpg"
	taken "$form" "$form.jpg"
done
"$PICTURE" ct png 1 1 >dot.png
taken "a single pixel" dot.png
cp jpeg.jpg IMG_0001.JPG
taken "a camera's name" IMG_0001.JPG
cp png.png below/scan.png
taken "in a folder below" below/scan.png

# ---- where it lies ----
refused "none" nowhere.png 'cannot be read: there is no such file'
refused "outside of the folder" ../scan.png 'would leave the case'
refused "an absolute path" /etc/scan.png 'a path below the case'
ln -s png.png link.png
refused "a link" link.png 'cannot be read: a link'
ln -s below linked
refused "a link on the way" linked/scan.png 'cannot be read: a link'
mkfifo pipe.png
refused "a pipe, which is not waited for" pipe.png 'no regular file'
mkdir folder.png
refused "a folder" folder.png 'no regular file'
case_of png.png >stdin.xml
"$CLINCOURSE" check - <stdin.xml >out 2>err
says "a case that lies in no folder" 'standard input lies in no folder'

# ---- what it is ----
"$PICTURE" ct jpeg-cmyk 48 32 >cmyk.jpg
refused "colours of print" cmyk.jpg 'CMYK'
head -c 700 png.png >cut.png
refused "cut short" cut.png 'cut short'
head -c 500 jpeg.jpg >cut.jpg
refused "a JPEG, cut short" cut.jpg 'cut short'
cp jpeg.jpg jpeg.png
refused "a JPEG that is called a PNG" jpeg.png 'it is a JPEG file'
cp png.png png.jpg
refused "a PNG that is called a JPEG" png.jpg 'it is a PNG file'
: >empty.png
refused "nothing" empty.png 'the file is empty'
echo text >text.png
refused "text" text.png 'neither a PNG nor a JPEG'
printf 'GIF89a' >gif.png
refused "a GIF" gif.png 'it is GIF'
refused "a name of another kind" scan.gif 'only .png'

# ---- how large it is ----
"$PICTURE" red png 4097 1 >wide.png
refused "one pixel too many" wide.png '4097 by 1 pixels'
# Its head claims 16 gigabytes; the sum of the chunk is right.
{
	printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\377\377\0\0\377\377\010\002\0\0\0\071\147\116\007\0\0\0\144IDAT'
	head -c 100 /dev/zero
} >bomb.png
refused "a bomb" bomb.png '65535 by 65535 pixels'
head -c 4194305 /dev/zero >large.png
refused "more than 4 MiB" large.png 'larger than 4 MiB'

# ---- one run tells all ----
case_with '<procedure code="ct" time="2021-05-04"><image file="a.png"/><image file="png.png"/><image file="cut.png"/></procedure>' >all.xml
run 1 "several" check all.xml
point "are told in one run" test "$(grep -c 'error:' err)" = 2

# ---- privacy ----
"$PICTURE" ct png 48 32 1 'Dr Kanarienvogel 1993-11-17' >Kanari.png
case_of Kanari.png >unsafe.xml
run 0 "nobody vouches for it" render unsafe.xml --privacy year -f svg -o unsafe.svg
says "said that it is left out" 'warning: this picture is left out'
point "it is left out" sh -c '! grep -q "<image" unsafe.svg'
run 1 "strict" render unsafe.xml --privacy year --strict -f svg -o strict.svg
point "the name of the file is nowhere" sh -c '! grep -qi kanari unsafe.svg err'

# ---- what is drawn ----
picture() {
	grep -c '^ *image ' "$1"
}
case_with '
<procedure code="ct" time="2021-05-04"><image file="png.png" safe="yes">Before &lt;treatment&gt;</image></procedure>
<procedure code="ct" time="2021-07-04"><image file="jpeg.jpg"/></procedure>
<procedure code="pet-ct" time="2021-08-04"><image file="png.png" panel="A">Nodes</image></procedure>
' >drawn.xml
run 0 "no warning" check --strict drawn.xml
for format in svg pdf png pptx html eps tiff scene md; do
	run 0 "as $format" render drawn.xml -o "drawn.$format"
done
point "all three" test "$(picture drawn.scene)" = 3
point "what it is and when" \
	grep -q 'bytes "CT (4 Jul 2021)"' drawn.scene
point "by its label" grep -q '"Before <treatment>"' drawn.scene
point "its date below" grep -q '"4 May 2021"' drawn.scene
point "by its letter" grep -q '"A: Nodes (PET-CT, 4 Aug 2021)"' drawn.scene
point "and in the picture" grep -q 'bold .* "A"$' drawn.scene
point "in words for who cannot see it" \
	grep -q 'aria-label="Before &lt;treatment&gt; (CT, 4 May 2021)"' drawn.svg
point "in the text" grep -q '^- A: Nodes (PET-CT, 4 Aug 2021)$' drawn.md
run 0 "in Chinese" render drawn.xml --lang zh -f md -o zh.md
point "with a heading" grep -q '^## 图像' zh.md
run 0 "under privacy" render drawn.xml --privacy year -o private.scene
point "the safe one is left" test "$(picture private.scene)" = 1
run 0 "without them" render drawn.xml --tracks=-image -o none.scene
point "none" test "$(picture none.scene)" = 0
point "as they are, on a slide" sh -c 'unzip -l drawn.pptx |
	grep -c "ppt/media/image[123]" | grep -q 3'
point "as it is, in a PDF" grep -q -a DCTDecode drawn.pdf
run 0 "the same again" render drawn.xml -o again.svg
point "is the same" cmp drawn.svg again.svg

# ---- greys ----
"$PICTURE" marrow png 48 32 >marrow.png
case_of marrow.png >greys.xml
# colours FILE: what the header of the PNG in an SVG says of them: 0 greys, 2
# red, green and blue.
colours() {
	sed -n 's/.*image\/png;base64,\([^"]*\)".*/\1/p' "$1" | base64 -d |
		od -An -tu1 -j25 -N1 | tr -d ' '
}
for theme in light grey; do
	run 0 "theme $theme" render greys.xml --theme $theme -o $theme.svg
done
point "a picture keeps its colours" test "$(colours light.svg)" = 2
point "but where there are greys only" test "$(colours grey.svg)" = 0

# ---- what has no room ----
{
	for n in 1 2 3 4 5 6; do
		printf '<procedure code="ct" time="2021-05-0%d"><image file="png.png"/></procedure>' $n
		printf '<event code="fever" time="2021-0%d"/>' $n
		printf '<series code="ldh" unit="U/L"><value time="2021-0%d">200</value></series>' $n
	done
} >facts
case_with "$(cat facts)" >narrow.xml
run 0 "a narrow page" render narrow.xml --size 60x60mm -o narrow.scene
says "what is left out is said" 'for want of space .*: .*Pictures'

finish
