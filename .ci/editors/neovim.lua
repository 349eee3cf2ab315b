-- What .ci/check-editors runs in Neovim, with the set-up loaded and docs/examples/faulty-page.txt open, both as README.md says.
-- The environment says in TRY what is tried, and in SCRATCH a folder to write in.

local function check(value, what)
  if not value then
    error(what .. '\n' .. vim.fn.execute('messages'), 2)
  end
end

local function wait(what, condition)
  check(vim.wait(20000, condition, 20), 'waited in vain: ' .. what)
end

local function names()
  return vim.tbl_map(function(client)
    return client.name
  end, vim.lsp.get_clients({ bufnr = 0 }))
end

local function findings(code)
  return vim.tbl_filter(function(finding)
    return finding.code == code
  end, vim.diagnostic.get(0))
end

-- The language ids with which documents were opened, by the names of their files.
local opened = {}
local notify = vim.lsp.client.notify or require('vim.lsp.client').notify
require('vim.lsp.client').notify = function(self, method, params)
  if method == 'textDocument/didOpen' then
    opened[vim.fs.basename(params.textDocument.uri)] = params.textDocument.languageId
  end
  return notify(self, method, params)
end

local function edit(name, lines)
  local path = vim.env.SCRATCH .. '/' .. name
  vim.fn.writefile(lines, path)
  vim.cmd.edit(vim.fn.fnameescape(path))
end

local captions = { '0:00 what is in the crate', '0:03 forty pears and a cat', '0:70 whose cat is it' }
local tries = {}

function tries.attached()
  wait('findings', function()
    return #findings('time-order') == 1
  end)
  check(vim.deep_equal(names(), { 'tapescript' }), 'one client: ' .. vim.inspect(names()))

  -- `gO` opens the outline in the location list.
  vim.api.nvim_feedkeys('gO', 'xt', false)
  wait('the outline', function()
    return #vim.fn.getloclist(0) > 5
  end)
  local texts = vim.tbl_map(function(item)
    return item.text
  end, vim.fn.getloclist(0))
  check(table.concat(texts, '\n'):find('Winter on the water', 1, true), vim.inspect(texts))
  vim.cmd.lclose()

  -- `]d` goes to a finding; `<C-w>d` shows what it says.
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  vim.api.nvim_feedkeys(']d', 'xt', false)
  local first = vim.diagnostic.get(0)[1]
  for _, finding in ipairs(vim.diagnostic.get(0)) do
    first = finding.lnum < first.lnum and finding or first
  end
  check(vim.api.nvim_win_get_cursor(0)[1] == first.lnum + 1, ']d')
  vim.api.nvim_feedkeys(vim.keycode('<C-w>d'), 'xt', false)
  wait('the message in a window', function()
    return vim.iter(vim.api.nvim_list_wins()):any(function(window)
      return vim.api.nvim_win_get_config(window).relative ~= ''
    end)
  end)

  -- Folds as the page sets them: there, and open.
  vim.cmd('setlocal foldmethod=expr foldexpr=v:lua.vim.lsp.foldexpr() foldlevel=99')
  local header = vim.fn.search('^Ice and the long way round$', 'nw')
  wait('folds', function()
    return vim.fn.foldlevel(header) > 0
  end)
  check(vim.fn.foldclosed(header) == -1, 'folds are open at first')
  vim.cmd(header .. 'foldclose')
  check(vim.fn.foldclosed(header) == header, 'a section closes')
  vim.cmd('setlocal foldmethod=manual')

  -- A code action mends the time that is out of order.
  local wrong = findings('time-order')[1]
  vim.api.nvim_win_set_cursor(0, { wrong.lnum + 1, wrong.col })
  local before = vim.api.nvim_buf_get_lines(0, wrong.lnum, wrong.lnum + 1, false)[1]
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.isPreferred
    end,
  })
  wait('the fix', function()
    return #findings('time-order') == 0
  end)
  check(vim.api.nvim_buf_get_lines(0, wrong.lnum, wrong.lnum + 1, false)[1] ~= before, 'the line is mended')
  vim.cmd('silent undo')
  wait('the finding after undo', function()
    return #findings('time-order') == 1
  end)

  vim.lsp.buf.hover()
  check(#vim.fn.execute('messages'):gsub('%s', '') == 0, 'messages: ' .. vim.fn.execute('messages'))
end

-- A blank behind a word is no finding while somebody types, and is one after a pause.
function tries.typing()
  wait('findings', function()
    return #findings('time-order') == 1
  end)
  local seen = {}
  vim.api.nvim_create_autocmd('DiagnosticChanged', {
    callback = function()
      table.insert(seen, #findings('trailing-space'))
    end,
  })
  local line = vim.fn.search('^Henrike: Did people walk across')
  for _, typed in ipairs({ ' ', 'And', ' ', 'then', ' ' }) do
    local before = #seen
    vim.api.nvim_buf_set_text(0, line - 1, vim.fn.col({ line, '$' }) - 1, line - 1, vim.fn.col({ line, '$' }) - 1, { typed })
    wait('what is said of it', function()
      return #seen > before
    end)
  end
  check(vim.iter(seen):all(function(count)
    return count == 0
  end), 'while typing: ' .. vim.inspect(seen))
  wait('the finding after a pause', function()
    return #findings('trailing-space') == 1
  end)
end

function tries.notations()
  wait('findings', function()
    return #findings('time-order') == 1
  end)
  -- A file of another kind gets the notation that is named; the next one does not.
  edit('crate.captions', captions)
  check(#names() == 0, 'nothing is attached to a file of another kind')
  vim.cmd('Tapescript captions')
  wait('findings of captions', function()
    return #findings('time-range') == 1
  end)
  check(opened['crate.captions'] == 'transcript-captions', vim.inspect(opened))
  edit('next.txt', captions)
  wait('findings in the next file', function()
    return #findings('time-range') == 1
  end)
  check(opened['next.txt'] == 'text', 'the notation leaked: ' .. vim.inspect(opened))
  check(vim.deep_equal(names(), { 'tapescript' }), vim.inspect(names()))

  -- In a file that has a client, the one that was chosen takes its place, and stays when the file is read again.
  vim.cmd('Tapescript blog')
  wait('it is a blog now', function()
    return opened['next.txt'] == 'transcript-blog'
  end)
  opened = {}
  vim.cmd('edit!')
  wait('the file is read again', function()
    return opened['next.txt'] == 'transcript-blog'
  end)
  check(vim.deep_equal(names(), { 'tapescript (transcript-blog)' }), vim.inspect(names()))
  vim.cmd('Tapescript')
  wait('the content decides again', function()
    return opened['next.txt'] == 'transcript' and #findings('time-range') == 1
  end)
  edit('last.txt', captions)
  wait('findings in the last file', function()
    return #findings('time-range') == 1
  end)
  check(opened['last.txt'] == 'text', vim.inspect(opened))

  -- Buffers without a name and notations that do not exist are refused in words.
  pcall(vim.cmd, 'Tapescript novel')
  check(vim.fn.execute('messages'):find('no notation “novel”', 1, true), vim.fn.execute('messages'))
  vim.cmd.enew()
  vim.cmd('Tapescript')
  check(vim.fn.execute('messages'):find('Name the buffer first', 1, true), vim.fn.execute('messages'))
end

-- Captions that were given on the command line have no file type of their own when the set-up is sourced.
function tries.captions()
  wait('a client for captions', function()
    return vim.deep_equal(names(), { 'tapescript' })
  end)
  check(opened['webvtt.vtt'] == 'webvtt', vim.inspect(opened))
end

-- A new time moves those below it, a new name stands in all labels, and undo brings the lines back.
function tries.renaming()
  wait('findings', function()
    return #findings('time-order') == 1
  end)
  local function lines()
    return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  end
  local before = lines()
  local function rename(pattern, name, expected)
    vim.fn.cursor(1, 1)
    check(vim.fn.search(pattern, 'cW') > 0, pattern)
    vim.lsp.buf.rename(name)
    wait(name, function()
      return lines() ~= before
    end)
    for _, text in ipairs(expected) do
      check(lines():find(text, 1, true), text .. ' in\n' .. lines())
    end
    vim.cmd('silent undo')
    check(lines() == before, 'undo')
  end
  rename('12:22', '+5', { '(12:04)', '(12:27)', '(12:37)' })
  rename('^Piet', 'Zoë', { 'Zoë: It is true', 'Piet has been' })
end

-- A speaker gets another name in all files of the folder, once the places were seen and agreed to.
function tries.everywhere()
  local folder = vim.env.SCRATCH .. '/talks'
  vim.fn.mkdir(folder)
  vim.fn.writefile({ '{}' }, folder .. '/tapescript.json')
  local mill = { '[00:00] Ada: Good evening.', '', '[00:07] Bo: Good evening.', '', '[00:09] Ada: What does it grind?' }
  vim.fn.writefile(mill, folder .. '/mill.txt')
  edit('talks/ferry.txt', { 'Ada: Is the rope dry? (0:58)', '', 'Bo: It is. (1:12)', '', 'Ada: Then we go. (1:20)' })
  wait('a client', function()
    return #names() > 0
  end)
  local answer, question = 2, nil
  vim.fn.confirm = function(asked)
    question = asked
    return answer
  end
  local function rename()
    question = nil
    vim.fn.cursor(3, 1)
    vim.cmd('TapescriptRename Bea')
    wait('the question', function()
      return question
    end)
    check(question:find('in 2 places of 2 files', 1, true), question)
  end
  rename()
  check(vim.fn.getline(3) == 'Bo: It is. (1:12)', 'nothing is changed')
  check(#vim.fn.getqflist() == 2, vim.inspect(vim.fn.getqflist()))
  answer = 1
  rename()
  check(vim.fn.getline(3) == 'Bea: It is. (1:12)', vim.fn.getline(3))
  local other = vim.fn.bufnr('mill.txt')
  check(vim.api.nvim_buf_get_lines(other, 2, 3, false)[1] == '[00:07] Bea: Good evening.', 'the other file')
  check(vim.deep_equal(vim.fn.readfile(folder .. '/mill.txt'), mill), 'nothing is written')
  vim.cmd('silent cfdo undo')
  check(vim.api.nvim_buf_get_lines(other, 2, 3, false)[1] == mill[3], 'undo')
end

-- What is typed here is typed into another Neovim, which waits for keys. A name of two words is inserted whole, and so is a turn.
function tries.completion()
  local path = vim.env.SCRATCH .. '/names.txt'
  vim.fn.writefile({ 'Ada Lovelace: Is the rope dry? (0:58)', '', 'Bo Lamb: It is. (1:12)', '', 'Ada Lovelace: Then we go. (1:20)', '' }, path)
  local command = { vim.v.progpath, '--embed', '--headless', path }
  if not vim.uv.fs_stat(vim.fn.stdpath('config') .. '/plugin/tapescript.lua') then
    vim.list_extend(command, { '--clean', '-S', vim.env.ROOT .. '/editors/neovim/tapescript.lua' })
  end
  local other = vim.fn.jobstart(command, { rpc = true })
  local function ask(expression)
    return vim.rpcrequest(other, 'nvim_eval', expression)
  end
  wait('a client', function()
    return ask('luaeval("#vim.lsp.get_clients({ bufnr = 0 })")') == 1
  end)
  local function complete(choice, expected)
    vim.rpcrequest(other, 'nvim_input', 'Go<CR>Bo<C-x><C-o>')
    wait('the menu', function()
      return ask('pumvisible()') == 1
    end)
    vim.rpcrequest(other, 'nvim_input', choice .. '<C-y>')
    wait(expected, function()
      return ask('getline("$")') == expected
    end)
    vim.rpcrequest(other, 'nvim_input', '<Esc><Esc>u')
  end
  complete('', 'Bo Lamb: ')
  complete('<C-n>', 'Bo Lamb: … (1:21)')
  vim.fn.jobstop(other)
end

function tries.missing()
  vim.wait(200)
  local said = vim.fn.execute('messages')
  check(said:find('“tapescript” is not on the PATH', 1, true), 'said: ' .. said)
  check(#names() == 0, 'nothing is attached')
  edit('next.txt', captions)
  vim.cmd('Tapescript captions')
  check(vim.fn.execute('messages') == said, 'said once: ' .. vim.fn.execute('messages'))
end

vim.api.nvim_create_autocmd('VimEnter', {
  callback = vim.schedule_wrap(function()
    local ok, reason = pcall(tries[vim.env.TRY])
    if not ok then
      io.stderr:write(tostring(reason) .. '\n')
      vim.cmd('cquit 1')
    end
    vim.cmd('qall!')
  end),
})
