---@brief
---
--- `customerio-ls`: findings and fixes for code that talks to Customer.io through `customerio-node`.
---
--- Enable it with `vim.lsp.enable('customerio_ls')`. Settings are those of `customerio.json`:
---
--- ```lua
--- vim.lsp.config('customerio_ls', {
---   settings = { customerio = { region = 'eu', rules = { ['event-name-snake-case'] = 'off' } } },
--- })
--- ```
---
--- `:LspCustomerioFixAll` applies every safe fix of the buffer. It returns when they are applied, so that it can
--- stand in a `BufWritePre` autocommand.

local executable = vim.fn.has('win32') == 1 and 'customerio-ls.cmd' or 'customerio-ls'

--- The server that the project has installed, so that the editor and the project's CI agree; else the one on PATH.
---@param root string?
---@return string
local function server(root)
  local from = root or vim.fn.getcwd()
  local candidates = { from }
  vim.list_extend(candidates, vim.iter(vim.fs.parents(from)):totable())
  for _, folder in ipairs(candidates) do
    local installed = vim.fs.joinpath(folder, 'node_modules', '.bin', executable)
    if vim.fn.executable(installed) == 1 then
      return installed
    end
  end
  return 'customerio-ls'
end

-- In this order: the folder of the settings wins over the nearest package, so that a monorepo has one server.
local root_markers = { 'customerio.json', 'package.json', '.git' }

--- Whether the server has something to say of a buffer: of all JSON, only of what asks for the SDK.
---@param bufnr integer
---@return boolean
local function concerns(bufnr)
  return vim.bo[bufnr].filetype ~= 'json' or vim.fs.basename(vim.api.nvim_buf_get_name(bufnr)) == 'package.json'
end

--- Applies every safe fix of a buffer, and waits for it.
---@param client vim.lsp.Client
---@param bufnr integer
local function fix_all(client, bufnr)
  local last = vim.api.nvim_buf_line_count(bufnr)
  local response, problem = client:request_sync('textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(bufnr),
    range = { start = { line = 0, character = 0 }, ['end'] = { line = last, character = 0 } },
    context = { only = { 'source.fixAll.customerio' }, diagnostics = {}, triggerKind = 1 },
  }, 5000, bufnr)
  if not response or response.err then
    local reason = problem or (response and response.err.message) or 'no answer'
    vim.notify('customerio-ls: the fixes could not be fetched: ' .. reason, vim.log.levels.ERROR)
    return
  end
  for _, action in ipairs(response.result or {}) do
    if action.edit then
      vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
    end
  end
end

---@type vim.lsp.Config
return {
  cmd = function(dispatchers, config)
    config = config or {}
    return vim.lsp.rpc.start({ server(config.root_dir), 'lsp' }, dispatchers, {
      cwd = config.cmd_cwd,
      env = config.cmd_env,
      detached = config.detached,
    })
  end,
  filetypes = { 'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue', 'svelte', 'astro', 'json' },
  root_dir = function(bufnr, start)
    if concerns(bufnr) then
      start(vim.iter(root_markers):map(function(marker)
        return vim.fs.root(bufnr, marker)
      end):next())
    end
  end,
  settings = { customerio = vim.empty_dict() },
  on_attach = function(client, bufnr)
    vim.api.nvim_buf_create_user_command(bufnr, 'LspCustomerioFixAll', function()
      fix_all(client, bufnr)
    end, { desc = "Apply every safe fix of Customer.io's language server" })
  end,
}
