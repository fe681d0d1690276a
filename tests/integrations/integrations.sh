# The program where people write: pandoc, knitr, a notebook, an editor. What is not
# installed is skipped aloud. By hand:
# CLINCOURSE=build/src/clincourse SOURCE=. sh tests/integrations/integrations.sh
. "$SOURCE/tests/cli/lib.sh"

from=$SOURCE/integrations
summary='Woman, 61, multiple myeloma, diagnosed in Mar 2021'
export CLINCOURSE

case='<case xmlns="urn:clincourse:case:1" id="talk" xml:lang="en">
  <patient sex="female" age="61"/>
  <diagnosis code="multiple-myeloma" time="2021-03"/>
  <treatment code="DVRd" time="2021-03/2021-07"/>
  <response code="VGPR" time="2021-08"/>
  <outcome code="alive" time="2023-12"/>
</case>'
printf '%s\n' "$case" >second.xml

cat >talk.md <<END
# The first

\`\`\`{.clincourse caption="A course in **ten** lines" lang="zh"}
$case
\`\`\`

# The second

![](second.xml){title=""}
END

# talk FORMAT FILE [OPTIONS]: one talk of two cases.
talk() {
	form=$1 to=$2
	shift 2
	pandoc --lua-filter="$from/pandoc/clincourse.lua" -s -t "$form" \
		"$@" talk.md -o "$to" 2>err
}

# said FILE MEMBER: what a part of a zip file says.
said() {
	python3 -c 'import sys, zipfile
print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())' "$@"
}

if command -v pandoc >/dev/null; then
	point "a talk as PPTX" talk pptx talk.pptx
	point "two pictures of 300 dpi" python3 - talk.pptx <<-'END'
		import sys, zipfile
		deck = zipfile.ZipFile(sys.argv[1])
		media = [n for n in deck.namelist() if 'media/' in n]
		assert len(media) == 2, media
		for name in media:
		    data = deck.read(name)
		    at = data.index(b'pHYs') + 4
		    assert int.from_bytes(data[at:at + 4], 'big') == 11811
	END
	said talk.pptx ppt/slides/slide2.xml >slide.xml
	point "described by the summary" grep -q "descr=\"$summary" slide.xml
	point "a talk as DOCX" talk docx talk.docx
	said talk.docx word/document.xml >word.xml
	point "with its words below" sh -c \
		"tr -d '\\n' <word.xml | sed 's/<[^>]*>//g' |
			grep -q 'A course in ten lines'"
	point "described, too" grep -q "$summary" word.xml
	point "a talk as HTML" talk html talk.html
	point "of live SVG" test "$(grep -c '<svg ' talk.html)" = 2
	point "of no other file" sh -c '! grep -q "<img" talk.html'
	point "in the language asked for" grep -q '多发性骨髓瘤' talk.html
	printf '![](second.xml)\n\n![](second.xml)\n\n![](second.xml)%s\n' \
		'{size=nature-1}' |
		pandoc --lua-filter="$from/pandoc/clincourse.lua" \
			-f markdown -o thrice.html
	point "a figure shown thrice" test "$(grep -c '<svg ' thrice.html)" = 3
	point "has no id twice" test -z "$(grep -o ' id="[^"]*"' thrice.html |
		sort | uniq -d)"
	point "a talk as reveal.js" talk revealjs reveal.html
	point "the same SVG" test "$(grep -c '<svg ' reveal.html)" = 2
	point "a talk as Beamer" talk beamer talk.tex --extract-media=media
	point "of two PDF files" test "$(grep -c \
		'includegraphics{media/clincourse-.*pdf}' talk.tex)" = 2
	point "that are there" sh -c 'head -c 5 media/*.pdf | grep -q %PDF-'
	# Beamer draws with PGF, which Debian packs elsewhere.
	if [ "$(kpsewhich beamer.cls pgf.sty lmodern.sty 2>/dev/null |
		wc -l)" = 3 ]; then
		point "that LaTeX sets" sh -c \
			'pdflatex -interaction=batchmode talk.tex </dev/null'
	else
		skip "that LaTeX sets" "pdflatex with Beamer is not installed"
	fi
	sed 's/2021-07/2021-77/' talk.md >bad.md
	point "a wrong case ends it" sh -c '! pandoc --lua-filter="$0" bad.md \
		-o bad.html 2>err' "$from/pandoc/clincourse.lua"
	point "and says where it is wrong" grep -q '^-:4:.*\[E202\]' err
else
	skip "pandoc" "pandoc is not installed"
fi

if Rscript -e 'library(knitr)' >/dev/null 2>&1; then
	cat >course.Rmd <<-END
		\`\`\`{r, include=FALSE}
		source("$from/knitr/clincourse.R")
		\`\`\`

		\`\`\`{clincourse, engine.opts="--lang=zh", echo=FALSE}
		$case
		\`\`\`
	END
	point "knitr" Rscript -e 'knitr::knit("course.Rmd", quiet = TRUE)'
	point "makes a picture" grep -q '^!\[.*\](figure/.*png)' course.md
	point "that is there" sh -c 'head -c 4 figure/*.png | grep -q PNG'
else
	skip "knitr" "R with knitr is not installed"
fi

for python in python3 /usr/bin/python3 none; do
	$python -c 'import IPython' 2>/dev/null && break
done
if [ $python != none ]; then
	HOME=$work point "a notebook" $python - "$from/jupyter" "$case" <<-'END'
		import sys
		sys.path.insert(0, sys.argv[1])
		from IPython.core.error import UsageError
		from IPython.core.interactiveshell import InteractiveShell
		shell = InteractiveShell.instance()
		shell.run_line_magic('load_ext', 'clincourse_magic')
		shown = shell.run_cell_magic('clincourse', '--lang zh', sys.argv[2])
		assert '多发性骨髓瘤' in shown.data
		try:
		    shell.run_cell_magic('clincourse', '', '<kase/>')
		    sys.exit('a wrong case is shown')
		except UsageError as error:
		    assert 'error' in str(error)
	END
else
	skip "a notebook" "IPython is not installed"
fi

if command -v node >/dev/null; then
	point "an editor" node "$SOURCE/tests/integrations/editor.js" \
		"$from/vscode/extension.js"
else
	skip "an editor" "node is not installed"
fi
point "its schema is there" test -s "$SOURCE/schema/case.rng"

finish
