-- Tapescript in Neovim 0.11 or later. Put this file into `plugin/` of your configuration.

vim.lsp.config('tapescript', {
  cmd = { 'tapescript', 'lsp' },
  filetypes = { 'markdown', 'text' },
  root_markers = { 'tapescript.json', '.git' },
})

vim.lsp.enable('tapescript')

-- For a buffer of any other kind: `:Tapescript` lets the content decide, `:Tapescript captions` names the notation.
vim.api.nvim_create_user_command('Tapescript', function(command)
  local buffer = vim.api.nvim_get_current_buf()
  if vim.api.nvim_buf_get_name(buffer) == '' then
    vim.notify('Name the buffer first (:file NAME); nothing is written.', vim.log.levels.WARN)
    return
  end
  for _, client in ipairs(vim.lsp.get_clients({ name = 'tapescript', bufnr = buffer })) do
    vim.lsp.buf_detach_client(buffer, client.id)
  end
  local id = command.args == '' and 'transcript' or 'transcript-' .. command.args
  local config = vim.tbl_extend('force', vim.lsp.config.tapescript, {
    root_dir = vim.fs.root(buffer, { 'tapescript.json', '.git' }),
    get_language_id = function()
      return id
    end,
  })
  -- The language id belongs to the client, so there is one client for each id.
  vim.lsp.start(config, {
    bufnr = buffer,
    reuse_client = function(client)
      return client.name == 'tapescript' and client.get_language_id(buffer, '') == id
    end,
  })
end, {
  nargs = '?',
  desc = 'Check this buffer as a transcript',
  complete = function()
    return { 'page', 'captions', 'blog', 'front-matter' }
  end,
})
