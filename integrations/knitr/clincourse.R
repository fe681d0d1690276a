# A knitr engine: source("clincourse.R"), then chunks
#   ```{clincourse, engine.opts="--lang=zh --size=160x90mm"}
# hold cases, with options of `clincourse render`. The program is $CLINCOURSE, or
# clincourse.
knitr::knit_engines$set(clincourse = function(options) {
  form <- if (knitr::is_latex_output()) "pdf"
          else if (knitr::is_html_output()) "svg" else "png"
  out <- knitr::fig_path(paste0(".", form), options)
  dir.create(dirname(out), recursive = TRUE, showWarnings = FALSE)
  words <- c("render", "-q", options$engine.opts, "-o", shQuote(out), "-")
  status <- system2(Sys.getenv("CLINCOURSE", "clincourse"), words,
                    input = options$code)
  if (status != 0) stop("clincourse: the chunk was not drawn")
  knitr::engine_output(options, out = list(
    if (isTRUE(options$echo))
      structure(list(src = options$code), class = "source"),
    knitr::include_graphics(out)))
})
