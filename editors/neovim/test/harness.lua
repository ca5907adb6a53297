-- Checks with names, conditions with a time limit, and a verdict that is the exit code.

local M = {}

-- Generous: a condition is met at once on any machine, or never.
local LIMIT_MS = tonumber(vim.env.E2E_LIMIT_MS) or 60000

local passed, failed = 0, 0

--- Notes one check.
---@param name string
---@param ok boolean
---@param detail string?
function M.check(name, ok, detail)
  if ok then
    passed = passed + 1
    io.stdout:write('  ok    ' .. name .. '\n')
  else
    failed = failed + 1
    io.stdout:write('  FAIL  ' .. name .. '\n' .. (detail and detail .. '\n' or ''))
  end
end

--- Notes whether two values are the same.
---@param name string
---@param expected any
---@param actual any
function M.equal(name, expected, actual)
  local same = vim.deep_equal(expected, actual)
  M.check(name, same, 'expected: ' .. vim.inspect(expected) .. '\nactual:   ' .. vim.inspect(actual))
end

--- Waits until `actual()` equals `expected`, and notes it; what is there at the end of the time is shown.
---@param name string
---@param expected any
---@param actual fun(): any
function M.becomes(name, expected, actual)
  vim.wait(LIMIT_MS, function()
    return vim.deep_equal(expected, actual())
  end, 10)
  M.equal(name, expected, actual())
end

--- Waits for a value that is neither nil nor false; its absence ends the run.
---@generic T
---@param what string
---@param get fun(): T?
---@return T
function M.await(what, get)
  local value
  vim.wait(LIMIT_MS, function()
    value = get()
    return value and true or false
  end, 10)
  return assert(value, 'waited in vain for ' .. what)
end

--- Runs the steps when Neovim is up, prints the sum and ends Neovim with the verdict.
---@param steps fun()
function M.run(steps)
  vim.api.nvim_create_autocmd('VimEnter', {
    once = true,
    callback = vim.schedule_wrap(function()
      local fine, problem = xpcall(steps, debug.traceback)
      M.check('the session ran to its end', fine, problem)
      io.stdout:write(('%d passed, %d failed\n'):format(passed, failed))
      if failed == 0 then
        vim.cmd('qall!')
      else
        io.stdout:write('The log of the client: ' .. vim.lsp.log.get_filename() .. '\n')
        vim.cmd('cquit 1')
      end
    end),
  })
end

--- The diagnostics of a buffer, one line each, with the text that they mark.
---@param bufnr integer
---@return string[]
function M.diagnostics(bufnr)
  local severity = { 'error', 'warning', 'info', 'hint' }
  local lines = vim.tbl_map(function(d)
    local marked = vim.api.nvim_buf_get_text(bufnr, d.lnum, d.col, d.end_lnum, d.end_col, {})
    return ('%02d:%d %s %s %s: %s'):format(
      d.lnum + 1,
      d.col,
      severity[d.severity],
      d.source,
      d.code,
      table.concat(marked, '\\n')
    )
  end, vim.diagnostic.get(bufnr))
  table.sort(lines)
  return lines
end

--- The bytes of a file.
---@param path string
---@return string
function M.read(path)
  local file = assert(io.open(path, 'rb'))
  local text = file:read('*a')
  file:close()
  return text
end

--- Stops the clients and waits until their processes are gone; gives their exit codes.
---@param exits integer[] filled by `on_exit`
---@return integer[]
function M.stop_all(exits)
  local clients = vim.lsp.get_clients()
  for _, client in ipairs(clients) do
    client:stop()
  end
  M.await('the server to exit', function()
    return #exits == #clients
  end)
  return exits
end

return M
