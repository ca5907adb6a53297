-- A project that nobody has trusted, with programs called like the server everywhere a search may come by: none of them
-- is started, and the one on PATH outside of the project is.

local t = dofile(vim.env.E2E_TEST .. '/harness.lua')
local exits = {}
local said = {}

vim.notify = function(message)
  table.insert(said, message)
end
vim.lsp.config('customerio_ls', {
  -- Trust in another project is none in this one, also when its name begins alike.
  trust_project_binary = { vim.env.E2E_PROJECT:sub(1, -2), vim.env.E2E_PROJECT .. '/src' },
  on_exit = function(code)
    table.insert(exits, code)
  end,
})
vim.lsp.enable('customerio_ls')

t.run(function()
  local bufnr = vim.api.nvim_get_current_buf()
  t.await('the client to attach', function()
    return vim.lsp.get_clients({ bufnr = bufnr, name = 'customerio_ls' })[1]
  end)
  t.becomes('the server on PATH finds what is wrong', 3, function()
    return #t.diagnostics(bufnr)
  end)
  t.check('nothing of the project was started', vim.uv.fs_stat(vim.env.E2E_MARK) == nil)
  t.check('the user learns how to trust it', vim.iter(said):any(function(message)
    return message:find('trust_project_binary', 1, true) ~= nil
  end), vim.inspect(said))
  t.equal('the server exits cleanly', { 0 }, t.stop_all(exits))

  -- Only planted programs are left: no client, and the reason is said.
  vim.env.PATH = vim.env.E2E_PLANTED
  vim.cmd('edit!')
  t.becomes('the reason is said', true, function()
    return vim.iter(said):any(function(message)
      return message:find('is not on PATH', 1, true) ~= nil
    end)
  end)
  t.equal('there is no client', {}, vim.lsp.get_clients())
  t.check('still nothing of the project was started', vim.uv.fs_stat(vim.env.E2E_MARK) == nil)
end)
