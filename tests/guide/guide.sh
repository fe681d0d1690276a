# The guide is followed to the letter: each page in empty folders, by follow.py.
. "$SOURCE/tests/cli/lib.sh"

guide=$SOURCE/doc/guide
for page in "$guide"/*.md; do
	point "$(basename "$page") can be followed (tools/guide renews answers)" \
		python3 -B "$SOURCE/tests/guide/follow.py" "$CLINCOURSE" "$page"
done
point "README can be followed" \
	python3 -B "$SOURCE/tests/guide/follow.py" "$CLINCOURSE" "$SOURCE/README.md"
point "the cheat sheet has all there is" \
	python3 -B "$SOURCE/tests/guide/cover.py" "$CLINCOURSE" "$SOURCE"
point "what it lists is read" \
	python3 -B "$SOURCE/tests/guide/legal.py" "$CLINCOURSE" "$SOURCE"

for step in "$guide"/steps/*.xml; do
	run 0 "$(basename "$step") is clean" check --strict "$step"
done
page=$BUILD/doc/gallery/index.html
for sample in "$samples"/*.xml; do
	point "$(basename "$sample") is in the gallery" \
		grep -qF "id=\"$(basename "$sample" .xml)\"" "$page"
done
point "all of it is drawn" sh -c \
	"! grep -l 'not drawn' '$BUILD'/doc/gallery/*.svg"

cd "$guide" || exit 3
point "pictures are of these steps (else run tools/guide)" \
	sha256sum --check --quiet pictures/made-of

finish
