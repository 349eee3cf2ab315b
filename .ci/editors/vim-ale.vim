" What .ci/check-editors runs in Vim with ALE, the set-up loaded as README.md says. TRY says what is tried.

set nocompatible nomore noswapfile hidden
filetype plugin on
let s:messages = []

function! s:Fail(what) abort
  call writefile(['FAILED: ' . a:what] + split(execute('messages'), "\n"), '/dev/stderr')
  cquit
endfunction

function! s:Wait(what, condition) abort
  let l:tries = 0
  while !eval(a:condition)
    let l:tries += 1
    if l:tries > 200
      call s:Fail('waited in vain: ' . a:what)
    endif
    sleep 100m
  endwhile
endfunction

function! s:Attached() abort
  for l:name in ['faulty-page.txt', 'broken-quote.md']
    execute 'edit' fnameescape($SCRATCH . '/' . l:name)
    call ale#Queue(0)
    call s:Wait('findings in ' . l:name, '!empty(ale#engine#GetLoclist(bufnr("")))')
    let l:item = ale#engine#GetLoclist(bufnr(''))[0]
    if l:item.linter_name isnot# 'tapescript'
      call s:Fail(string(l:item))
    endif
  endfor
  if execute('messages') =~# 'tapescript'
    call s:Fail('messages')
  endif
endfunction

function! s:Missing() abort
  execute 'edit' fnameescape($SCRATCH . '/faulty-page.txt')
  if execute('messages') !~# 'tapescript.*not on the PATH'
    call s:Fail('nothing is said')
  endif
  execute 'edit' fnameescape($SCRATCH . '/broken-quote.md')
  if count(execute('messages'), 'not on the PATH') != 1
    call s:Fail('said twice')
  endif
endfunction

function! s:Run() abort
  try
    if $TRY is# 'missing'
      call s:Missing()
    else
      call s:Attached()
    endif
  catch
    call s:Fail(v:exception . ' at ' . v:throwpoint)
  endtry
  qall!
endfunction

" Nested: files that are opened there have events of their own.
autocmd VimEnter * ++nested call s:Run()
