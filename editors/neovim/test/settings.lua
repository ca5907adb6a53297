-- customerio.json alone: the server is started for it, and shows its mistakes until they are mended.

local t = dofile(vim.env.E2E_TEST .. '/harness.lua')
local exits = {}

vim.lsp.config('customerio_ls', {
  on_exit = function(code)
    table.insert(exits, code)
  end,
})
vim.lsp.enable('customerio_ls')

t.run(function()
  local bufnr = vim.api.nvim_get_current_buf()
  t.equal('it is JSON', 'json', vim.bo[bufnr].filetype)
  t.await('the client to attach', function()
    return vim.lsp.get_clients({ bufnr = bufnr, name = 'customerio_ls' })[1]
  end)
  local function diagnostics()
    return t.diagnostics(bufnr)
  end
  t.await('the mistake to be shown', function()
    return diagnostics()[1]
  end)
  t.check('it names the rule', diagnostics()[1]:find('timestamp-millisecond', 1, true) ~= nil, vim.inspect(diagnostics()))

  vim.cmd([[silent %s/timestamp-millisecond"/timestamp-milliseconds"/]])
  vim.cmd('silent write')
  t.becomes('a mended name takes it away', {}, diagnostics)

  t.equal('the server exits cleanly', { 0 }, t.stop_all(exits))
end)
