-- The server of a project that is trusted, settings from the start, UTF-16 positions, CRLF, and the fix-all command.

local t = dofile(vim.env.E2E_TEST .. '/harness.lua')
local exits = {}

vim.lsp.config('customerio_ls', {
  trust_project_binary = { vim.fs.dirname(vim.env.E2E_PROJECT) },
  capabilities = { general = { positionEncodings = { 'utf-16' } } },
  settings = { customerio = { rules = { ['event-name-snake-case'] = 'off' } } },
  on_exit = function(code)
    table.insert(exits, code)
  end,
})
vim.lsp.enable('customerio_ls')

t.run(function()
  local bufnr = vim.api.nvim_get_current_buf()
  local client = t.await('the client to attach', function()
    return vim.lsp.get_clients({ bufnr = bufnr, name = 'customerio_ls' })[1]
  end)
  t.becomes('the findings stand where they should, without the rule that is off', {
    '08:53 error customerio timestamp-milliseconds: Date.now()',
    '10:58 warning customerio fractional-unix-seconds: Date.now() / 1000',
  }, function()
    return t.diagnostics(bufnr)
  end)
  t.equal('the offsets are UTF-16 code units', 'utf-16', client.offset_encoding)
  t.check('the installed server was started', vim.uv.fs_stat(vim.env.E2E_MARK) ~= nil)

  vim.cmd('LspCustomerioFixAll')
  t.becomes('the command takes the findings away', {}, function()
    return t.diagnostics(bufnr)
  end)
  vim.cmd('silent write')
  local expected = t.read(vim.env.E2E_TEST .. '/expected/fix-all.ts'):gsub('\n', '\r\n')
  t.equal('the file is written with its line endings', expected, t.read(vim.api.nvim_buf_get_name(bufnr)))

  t.equal('the server exits cleanly', { 0 }, t.stop_all(exits))
end)
