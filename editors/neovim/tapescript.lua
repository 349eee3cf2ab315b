-- Tapescript in Neovim 0.11 or later. Put this file into `plugin/` of your configuration.

local markers = { 'tapescript.json', '.git' }

-- Whether the program can be started; if not, that is said once.
local function is_installed()
  local program = vim.lsp.config.tapescript.cmd[1]
  if vim.fn.executable(program) == 1 then
    return true
  end
  local message = ('Tapescript: the program “%s” is not on the PATH, so no transcript is checked.'):format(program)
  vim.schedule(function()
    vim.notify_once(message, vim.log.levels.ERROR)
  end)
  return false
end

-- Older versions of Neovim do not know captions.
vim.filetype.add({ extension = { srt = 'srt', vtt = 'webvtt' } })

vim.lsp.config('tapescript', {
  cmd = { 'tapescript', 'lsp' },
  filetypes = { 'markdown', 'text', 'srt', 'webvtt' },
  -- A buffer for which `:Tapescript` was called has a client of its own.
  root_dir = function(buffer, start)
    if not vim.b[buffer].tapescript then
      start(vim.fs.root(buffer, markers))
    end
  end,
})

vim.lsp.enable('tapescript')

-- Neovim itself writes a missing program into a log only.
vim.api.nvim_create_autocmd('FileType', {
  group = vim.api.nvim_create_augroup('tapescript', {}),
  pattern = vim.lsp.config.tapescript.filetypes,
  callback = function()
    is_installed()
  end,
})

-- Without this, Neovim inserts nothing but the first word of a name or a title that is completed.
vim.api.nvim_create_autocmd('LspAttach', {
  group = 'tapescript',
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if client and vim.startswith(client.name, 'tapescript') then
      vim.lsp.completion.enable(true, client.id, event.buf)
    end
  end,
})

-- `nvim -S` sources this file when the buffers have their file types already, and so may `:source`; captions have none yet.
for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
  local kind = ({ srt = 'srt', vtt = 'webvtt' })[vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':e')]
  if kind and vim.api.nvim_buf_is_loaded(buffer) and vim.bo[buffer].filetype == '' then
    vim.bo[buffer].filetype = kind
  end
end
for _, group in ipairs({ 'tapescript', 'nvim.lsp.enable' }) do
  if vim.fn.exists(('#%s#FileType'):format(group)) == 1 then
    vim.cmd(('doautoall <nomodeline> %s FileType'):format(group))
  end
end

-- What the program knows; asked when it is first needed.
local known
local function notations()
  if not known then
    local run = vim.system({ vim.lsp.config.tapescript.cmd[1], 'config', '--schema' }, { text = true }):wait()
    local schema = run.code == 0 and vim.json.decode(run.stdout) or nil
    known = schema and schema['$defs'].notation.anyOf[1].enum or {}
  end
  return known
end

-- Gives a buffer a client for the language id that was chosen for it, in the place of the one that it has.
local function attach(buffer)
  for _, client in ipairs(vim.lsp.get_clients({ bufnr = buffer })) do
    if vim.startswith(client.name, 'tapescript') then
      vim.lsp.buf_detach_client(buffer, client.id)
      if next(client.attached_buffers) == nil then
        client:stop()
      end
    end
  end
  -- The language id belongs to the client. One with another id has another name, or the next buffer would get it.
  local id = vim.b[buffer].tapescript
  local config = vim.tbl_extend('force', vim.lsp.config.tapescript, {
    name = ('tapescript (%s)'):format(id),
    root_dir = vim.fs.root(buffer, markers),
    get_language_id = function()
      return id
    end,
  })
  vim.lsp.start(config, { bufnr = buffer })
end

-- A buffer that is read again has lost its client.
vim.api.nvim_create_autocmd('BufReadPost', {
  group = 'tapescript',
  callback = function(event)
    if vim.b[event.buf].tapescript and is_installed() then
      attach(event.buf)
    end
  end,
})

-- For a buffer of any other kind: `:Tapescript` lets the content decide, `:Tapescript captions` names the notation.
vim.api.nvim_create_user_command('Tapescript', function(command)
  local notation = command.args
  if vim.api.nvim_buf_get_name(0) == '' then
    vim.notify('Name the buffer first (:file NAME); nothing is written.', vim.log.levels.WARN)
  elseif not is_installed() then
    return
  elseif notation ~= '' and not vim.list_contains(notations(), notation) then
    local all = table.concat(notations(), ', ')
    vim.notify(('There is no notation “%s”: choose one of %s.'):format(notation, all), vim.log.levels.ERROR)
  else
    vim.b.tapescript = notation == '' and 'transcript' or 'transcript-' .. notation
    attach(vim.api.nvim_get_current_buf())
  end
end, {
  nargs = '?',
  desc = 'Check this buffer as a transcript',
  complete = function(typed)
    return vim.tbl_filter(function(notation)
      return vim.startswith(notation, typed)
    end, notations())
  end,
})

-- Gives the speaker under the cursor another name in all files of the folder. The places are shown first, in the quickfix list.
vim.api.nvim_create_user_command('TapescriptRename', function(command)
  local client = vim.tbl_filter(function(client)
    return vim.startswith(client.name, 'tapescript')
  end, vim.lsp.get_clients({ bufnr = 0 }))[1]
  if not client then
    vim.notify('Tapescript does not check this buffer.', vim.log.levels.WARN)
    return
  end
  local place = vim.lsp.util.make_position_params(0, client.offset_encoding)
  client:request('workspace/executeCommand', {
    command = 'tapescript.renameSpeaker',
    arguments = { { uri = place.textDocument.uri, position = place.position, name = command.args } },
  }, function(problem, edit)
    if problem then
      vim.notify(problem.message, vim.log.levels.ERROR)
      return
    end
    -- Which of the two forms is sent depends on the version of Neovim.
    local changes = edit.changes or {}
    for _, document in ipairs(edit.documentChanges or {}) do
      changes[document.textDocument.uri] = document.edits
    end
    local locations = {}
    for uri, edits in vim.spairs(changes) do
      for _, change in ipairs(edits) do
        table.insert(locations, { uri = uri, range = change.range })
      end
    end
    if #locations == 0 then
      vim.notify('Nothing would change.')
      return
    end
    local before = vim.api.nvim_get_current_win()
    vim.fn.setqflist({}, ' ', {
      title = ('Places that become “%s”'):format(command.args),
      items = vim.lsp.util.locations_to_items(locations, client.offset_encoding),
    })
    vim.cmd.copen()
    vim.cmd.redraw()
    local question = ('Rename to “%s” in %d places of %d files?'):format(command.args, #locations, vim.tbl_count(changes))
    if vim.fn.confirm(question, '&Yes\n&No', 2) == 1 then
      -- A file that is open in another Vim, for instance, cannot be changed here.
      local ok, reason = pcall(vim.lsp.util.apply_workspace_edit, edit, client.offset_encoding)
      if not ok then
        vim.notify('Not all files were changed; see the quickfix list. ' .. reason, vim.log.levels.ERROR)
      end
    else
      vim.cmd.cclose()
    end
    vim.api.nvim_set_current_win(before)
  end)
end, { nargs = 1, desc = 'Rename the speaker under the cursor in all files of the folder' })
