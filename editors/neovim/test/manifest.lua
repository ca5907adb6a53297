-- package.json alone: the server is started for it, and says what is wrong with the version that it asks for.

local t = dofile(vim.env.E2E_TEST .. '/harness.lua')
local exits = {}

vim.lsp.config('customerio_ls', {
  settings = { customerio = { preset = 'strict' } },
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
  t.becomes('the version is advised against', {
    '06:4 warning customerio upgrade-advice: "customerio-node": "^4.4.0"',
  }, function()
    return t.diagnostics(bufnr)
  end)

  vim.cmd([[silent %s/4\.4\.0/5.2.0/]])
  vim.cmd('silent write')
  t.becomes('another version takes that back', {}, function()
    return t.diagnostics(bufnr)
  end)

  vim.cmd('silent edit tsconfig.json')
  local other = vim.api.nvim_get_current_buf()
  t.check('tsconfig.json is another buffer', other ~= bufnr)
  t.equal('other JSON has no client', {}, vim.lsp.get_clients({ bufnr = other }))

  t.equal('the server exits cleanly', { 0 }, t.stop_all(exits))
end)
