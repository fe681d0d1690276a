# fish completion for clincourse

set -l commands render batch check new find list show help

# A case file is a command, too: render.
function __clincourse_draws
    set -l words (commandline -opc)
    test (count $words) -gt 1
    and not contains -- $words[2] check new find list show help
end

function __clincourse_names
    clincourse list $argv 2>/dev/null
end

function __clincourse_cases
    __fish_complete_suffix .xml | string match -r '.*(?:\.xml|/)(?:\t.*)?$'
end

function __clincourse_on
    __fish_seen_subcommand_from $argv
end

complete -c clincourse -f
complete -c clincourse -n "not __fish_seen_subcommand_from $commands" -a render -d draw
complete -c clincourse -n "not __fish_seen_subcommand_from $commands" -a batch -d 'draw many cases into a folder'
complete -c clincourse -n "not __fish_seen_subcommand_from $commands" -a check -d 'say all that is wrong'
complete -c clincourse -n "not __fish_seen_subcommand_from $commands" -a new -d 'a blank case to fill in'
complete -c clincourse -n "not __fish_seen_subcommand_from $commands" -a find -d 'look for a word'
complete -c clincourse -n "not __fish_seen_subcommand_from $commands" -a list -d 'what there is, one a line'
complete -c clincourse -n "not __fish_seen_subcommand_from $commands" -a show -d 'what is known of a code, a theme or a size'
complete -c clincourse -n "not __fish_seen_subcommand_from $commands" -a help -d 'more on a command'
complete -c clincourse -n "not __fish_seen_subcommand_from check new find list show help" -k -a '(__clincourse_cases)'

complete -c clincourse -n __clincourse_draws -s o -l output -r -F -d 'file, folder or -'
complete -c clincourse -n __clincourse_draws -s f -l format -x -a '(__clincourse_names formats)' -d format
complete -c clincourse -n '__clincourse_draws; and not __clincourse_on batch' -l watch -d 'draw again on saving'
complete -c clincourse -n '__clincourse_draws; and not __clincourse_on batch' -l open -d 'show the picture'
complete -c clincourse -n __clincourse_draws -s q -l quiet -d 'say nothing of what was written'
complete -c clincourse -n __clincourse_draws -l size -x -a '(__clincourse_names sizes)' -d size
complete -c clincourse -n __clincourse_draws -l theme -x -a '(__clincourse_names themes)' -d theme
complete -c clincourse -n __clincourse_draws -l lang -x -a '(__clincourse_names languages)' -d language
complete -c clincourse -n __clincourse_draws -l axis -x -a 'both calendar relative' -d 'rows of the axis'
complete -c clincourse -n __clincourse_draws -l zero -x -a 'diagnosis first-treatment' -d 'start of the relative axis'
complete -c clincourse -n __clincourse_draws -l unit -x -a 'hour day week month year' -d 'of the relative axis'
complete -c clincourse -n __clincourse_draws -l text -x -a 'live outline' -d 'SVG text'
complete -c clincourse -n __clincourse_draws -l dpi -x -d 'PNG resolution'
complete -c clincourse -n __clincourse_draws -l title -x -d 'another title'
complete -c clincourse -n __clincourse_draws -l no-title -d 'no title'
complete -c clincourse -n __clincourse_draws -l notes -d 'notes too'
complete -c clincourse -n __clincourse_draws -l tracks -x -a 'panel treatment drug procedure response series lesion genetics event' -d 'tracks to draw'
complete -c clincourse -n __clincourse_draws -l intervals -x -a 'PFS TTNT TTR DoR OS follow-up' -d 'derived facts to draw'
complete -c clincourse -n __clincourse_draws -l figure -x -d 'one figure alone'
complete -c clincourse -n __clincourse_draws -l privacy -x -a 'relative month year' -d 'how much of the calendar is left'
complete -c clincourse -n __clincourse_draws -l keep-id -d 'a case keeps its id'
complete -c clincourse -n __clincourse_draws -l breaks -x -a 'yes no' -d 'cut silent time'
complete -c clincourse -n __clincourse_draws -l continue -x -a 'yes no' -d 'on further pages'
complete -c clincourse -n __clincourse_draws -l pptx -x -a 'shapes picture' -d 'slides of'
complete -c clincourse -n __clincourse_draws -l fold -x -a '1 2 3 4 5 6' -d strips
complete -c clincourse -n __clincourse_draws -l detail -x -d 'stretch to magnify'
complete -c clincourse -n '__clincourse_draws; and not __clincourse_on batch' -l metrics -r -F -d 'measure the pictures'

complete -c clincourse -n '__clincourse_on batch' -s j -l jobs -x -d workers
complete -c clincourse -n '__clincourse_on batch' -l resume -d 'draw what an earlier run has not'
complete -c clincourse -n '__clincourse_on batch' -l shard -x -d 'this part of so many: I/N'
complete -c clincourse -n '__clincourse_on batch' -l merge -r -F -d 'make the reports of parts one'
complete -c clincourse -n '__clincourse_on batch' -l pack -x -a 'zip pdf pptx html md' -d 'into files of so many, or one'
complete -c clincourse -n '__clincourse_on batch' -l spread -d 'into 256 folders'
complete -c clincourse -n '__clincourse_on batch' -l durable -d 'wait for the disk'
complete -c clincourse -n '__clincourse_on batch' -l case-timeout -x -d 'give a case up after: seconds'
complete -c clincourse -n '__clincourse_on batch' -l case-memory -x -d 'memory of a worker'
complete -c clincourse -n '__clincourse_on batch' -l no-sandbox -d 'let workers do all'
complete -c clincourse -n '__clincourse_on batch' -l contact -d 'a page of all pictures'
complete -c clincourse -n '__clincourse_on batch' -l stream -d 'what came of each to standard output'

complete -c clincourse -n '__clincourse_on check' -k -a '(__clincourse_cases)'
complete -c clincourse -n '__clincourse_on check' -l notes -d 'print notes too'
complete -c clincourse -n '__clincourse_on check' -l care -d 'note what a case report lacks'
complete -c clincourse -n '__clincourse_on check' -l privacy -x -a 'relative month year' -d 'warn of what texts give away'
complete -c clincourse -n '__clincourse_on check' -l lang -x -a '(__clincourse_names languages)' -d 'note what has no words'
complete -c clincourse -n '__clincourse_on check' -l format -x -a 'text json' -d output

for draws in __clincourse_draws '__clincourse_on check'
    complete -c clincourse -n $draws -l strict -d 'warnings count as errors'
    complete -c clincourse -n $draws -l color -x -a 'auto always never' -d 'colours of messages'
    complete -c clincourse -n $draws -l no-defaults -d 'heed no settings'
end

complete -c clincourse -n '__clincourse_on new' -a '(__clincourse_names diseases)'
complete -c clincourse -n '__clincourse_on list; and not __clincourse_on vocab' -a 'formats themes sizes languages diseases vocab'
complete -c clincourse -n '__clincourse_on list; and __clincourse_on vocab' -a 'disease treatment procedure event test response scheme site intent class finding outcome cause stop interval'
complete -c clincourse -n '__clincourse_on show' -a '(__clincourse_names vocab; __clincourse_names themes; __clincourse_names sizes)'
complete -c clincourse -n '__clincourse_on help' -a 'render batch check new find list show'
complete -c clincourse -n "not __clincourse_on help" -l templates -r -F -d 'own templates'
complete -c clincourse -s h -l help -d 'say what there is'
