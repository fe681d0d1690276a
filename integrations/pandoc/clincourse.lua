-- Courses in a text: pandoc --lua-filter=clincourse.lua
--
-- A code block {.clincourse} holds a case; an image whose file is a case file,
-- ![](case.xml), is drawn, too. Attributes are options of `clincourse render`:
-- {.clincourse lang="zh" tracks="treatment response"}; title="" leaves the title
-- out. `caption` is what stands below. The program is $CLINCOURSE, or clincourse.
-- A case with errors ends pandoc, and the program says what is wrong.

local program = os.getenv('CLINCOURSE') or 'clincourse'

-- What each format shows best, and how large: a slide, a page's width, a screen.
local print = {form = 'pdf', mime = 'application/pdf', size = '160x90mm'}
local slide = {form = 'pdf', mime = 'application/pdf', size = '122x70mm'}
local live = {form = 'svg', size = 'screen'}
local page = {form = 'png', mime = 'image/png', size = '160x90mm', dpi = '300'}
local deck = {form = 'png', mime = 'image/png', size = 'slide-16x9', dpi = '300'}
local looks = {
  html = live, html4 = live, html5 = live, revealjs = live, slidy = live,
  dzslides = live, s5 = live, slideous = live, epub = live, epub3 = live,
  latex = print, context = print, beamer = slide, pptx = deck,
}
local look = looks[FORMAT] or page

local options = {'size', 'theme', 'lang', 'axis', 'zero', 'unit', 'title',
  'tracks', 'intervals', 'figure', 'privacy', 'breaks', 'fold', 'detail'}

local function draw(case, form, attributes)
  local words = {'render', '-q', '-f', form, '-o', '-'}
  for _, name in ipairs(options) do
    if attributes[name] then
      table.insert(words, '--' .. name .. '=' .. attributes[name])
    end
  end
  if not attributes.size then
    table.insert(words, '--size=' .. look.size)
  end
  if form == 'png' then
    table.insert(words, '--dpi=' .. look.dpi)
  end
  table.insert(words, case.file or '-')
  local drawn, bytes = pcall(pandoc.pipe, program, words, case.text or '')
  if not drawn then
    error('clincourse: ' .. (case.file or 'a block') .. ' was not drawn')
  end
  return bytes
end

-- What is told to those who do not see it: the sentence before the first heading
-- of the course in words.
local function told(case, attributes)
  local before = ('\n' .. draw(case, 'md', attributes)):match('^(.-)\n## ')
  local sentence = before and before:match('\n\n([^\n]+)\n*$') or ''
  return (sentence:gsub('\\(%p)', '%1'))
end

-- A document has each id once, though a figure is shown twice.
local shown = {}
local function parted(svg)
  local prefix = svg:match(' id="([^"]-)title"')
  if not prefix then
    return svg
  end
  shown[prefix] = (shown[prefix] or 0) + 1
  if shown[prefix] == 1 then
    return svg
  end
  local own = prefix .. shown[prefix] .. '-'
  return (svg:gsub('([" #])' .. prefix:gsub('%p', '%%%0'), '%1' .. own))
end

local function inline(svg)
  return (parted(svg):gsub('^<%?xml.-%?>%s*', '')
    :gsub('^<svg ', '<svg style="max-width:100%%;height:auto" '))
end

-- A picture as an image of the document, or its SVG as it is.
local function picture(case, attributes, caption)
  local bytes = draw(case, look.form, attributes)
  if look.form == 'svg' then
    return nil, inline(bytes)
  end
  local name = 'clincourse-' .. pandoc.sha1(bytes) .. '.' .. look.form
  pandoc.mediabag.insert(name, look.mime, bytes)
  local sentence = told(case, attributes)
  -- On slides the title is read aloud, and the words of an image stand below it;
  -- elsewhere that is a figure, whose title begins so.
  local figure = #caption > 0 and 'fig:' or ''
  local words = #caption > 0 and caption or
    FORMAT ~= 'pptx' and {pandoc.Str(sentence)} or {}
  return pandoc.Image(words, name, figure .. sentence)
end

function CodeBlock(block)
  if not block.classes:includes('clincourse') then
    return nil
  end
  local caption = block.attributes.caption
  local words = caption and pandoc.utils.blocks_to_inlines(
    pandoc.read(caption, 'markdown').blocks) or {}
  local image, svg = picture({text = block.text}, block.attributes, words)
  if image then
    return pandoc.Para({image})
  end
  local below = caption and pandoc.Plain(words) or pandoc.Plain({})
  return {pandoc.RawBlock('html', '<figure>' .. svg),
    pandoc.RawBlock('html', '<figcaption>'), below,
    pandoc.RawBlock('html', '</figcaption></figure>')}
end

function Image(image)
  if not image.src:match('%.xml$') then
    return nil
  end
  local drawn, svg = picture({file = image.src}, image.attributes,
    image.caption)
  return drawn or pandoc.RawInline('html', svg)
end
