" Tapescript in Vim 8.2 or later with ALE. Source this file after ALE is loaded.

function! TapescriptRoot(buffer) abort
  for l:marker in ['tapescript.json', '.git']
    let l:found = ale#path#FindNearestFile(a:buffer, l:marker)
    if empty(l:found)
      let l:found = ale#path#FindNearestDirectory(a:buffer, l:marker)
    endif
    if !empty(l:found)
      return fnamemodify(substitute(l:found, '/$', '', ''), ':h')
    endif
  endfor
  return fnamemodify(bufname(a:buffer), ':p:h')
endfunction

" Older versions of Vim do not know captions.
augroup tapescript_filetypes
  autocmd!
  autocmd BufNewFile,BufRead *.srt setfiletype srt
  autocmd BufNewFile,BufRead *.vtt setfiletype webvtt
augroup END

for s:filetype in ['markdown', 'text', 'srt', 'webvtt']
  call ale#linter#Define(s:filetype, {
  \   'name': 'tapescript',
  \   'lsp': 'stdio',
  \   'executable': 'tapescript',
  \   'command': '%e lsp',
  \   'language': s:filetype,
  \   'project_root': function('TapescriptRoot'),
  \   'initialization_options': {'lightBulb': v:false},
  \})
endfor
unlet s:filetype

" ALE has no linter for plain text unless it is named.
let g:ale_linters = get(g:, 'ale_linters', {})
let g:ale_linters.text = add(get(g:ale_linters, 'text', []), 'tapescript')

" ALE itself leaves out a linter whose program is missing, and says nothing.
function! s:SayWhatIsMissing() abort
  if !executable('tapescript') && !get(s:, 'said')
    let s:said = 1
    " Without a second line, which would have to be confirmed.
    redraw
    echohl WarningMsg
    echomsg 'The program tapescript is not on the PATH, so no transcript is checked.'
    echohl None
  endif
endfunction

augroup tapescript
  autocmd!
  autocmd FileType markdown,text,srt,webvtt call s:SayWhatIsMissing()
augroup END
