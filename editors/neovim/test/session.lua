-- A session as a person has it: the server from PATH, findings, one quick fix, fix all, write, change the settings, quit.

local t = dofile(vim.env.E2E_TEST .. '/harness.lua')
local exits = {}

vim.lsp.config('customerio_ls', {
  on_exit = function(code)
    table.insert(exits, code)
  end,
})
vim.lsp.enable('customerio_ls')

local created_at = '08:53 error customerio timestamp-milliseconds: Date.now()'
local event_name = '09:54 warning customerio event-name-snake-case: "SignedUp"'
local timestamp = '10:58 warning customerio fractional-unix-seconds: Date.now() / 1000'

--- Applies the one preferred quick fix at the cursor.
local function quick_fix(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.kind == 'quickfix' and action.isPreferred
    end,
  })
end

t.run(function()
  local bufnr = vim.api.nvim_get_current_buf()
  local function diagnostics()
    return t.diagnostics(bufnr)
  end
  local function text()
    return table.concat(vim.api.nvim_buf_get_lines(bufnr, 0, -1, false), '\n') .. '\n'
  end

  local client = t.await('the client to attach', function()
    return vim.lsp.get_clients({ bufnr = bufnr, name = 'customerio_ls' })[1]
  end)
  t.equal('the root is the folder of customerio.json', vim.fs.normalize(vim.env.E2E_PROJECT), client.root_dir)
  t.becomes('the findings stand where they should', { created_at, event_name, timestamp }, diagnostics)
  t.equal('the offsets are bytes', 'utf-8', client.offset_encoding)

  quick_fix(8, 55)
  t.becomes('the quick fix changes its expression alone', t.read(vim.env.E2E_TEST .. '/expected/quick-fix.ts'), text)
  t.becomes('the quick fix takes its finding away', { event_name, timestamp }, diagnostics)

  vim.lsp.buf.code_action({ apply = true, context = { only = { 'source.fixAll.customerio' }, diagnostics = {} } })
  t.becomes('fix all applies the safe fixes', t.read(vim.env.E2E_TEST .. '/expected/fix-all.ts'), text)
  t.becomes('fix all leaves what needs a decision', { event_name }, diagnostics)

  vim.cmd('silent write')
  t.equal(
    'the file is written as expected',
    t.read(vim.env.E2E_TEST .. '/expected/fix-all.ts'),
    t.read(vim.api.nvim_buf_get_name(bufnr))
  )

  vim.cmd('silent undo 0')
  t.becomes('undoing brings the findings back', { created_at, event_name, timestamp }, diagnostics)

  client.settings = { customerio = { rules = { ['event-name-snake-case'] = 'off' } } }
  client:notify('workspace/didChangeConfiguration', { settings = client.settings })
  t.becomes('changed settings reach the server', { created_at, timestamp }, diagnostics)

  t.equal('the server exits cleanly', { 0 }, t.stop_all(exits))
end)
