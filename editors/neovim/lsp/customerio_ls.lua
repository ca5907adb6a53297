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
--- The server is the one on PATH. The one in a project's `node_modules` is started only where you say so:
---
--- ```lua
--- vim.lsp.config('customerio_ls', { trust_project_binary = { '~/work' } }) -- these folders and all below; or `true`
--- ```
---
--- `:LspCustomerioFixAll` applies every safe fix of the buffer. It returns when they are applied, so that it can
--- stand in a `BufWritePre` autocommand.

-- Opening a folder must run nothing from it: a server below the project, or in a `node_modules` around it, is started
-- only where the user has said that the project is trusted.

local windows = vim.fn.has('win32') == 1

--- A path without links in it, or as it is where nothing is there.
---@param path string
---@return string
local function resolved(path)
  return vim.fs.normalize(vim.uv.fs_realpath(path) or path)
end

--- Whether a path is a folder or lies below it.
---@param path string
---@param folder string
---@return boolean
local function within(path, folder)
  if windows then
    path, folder = path:lower(), folder:lower()
  end
  return path == folder or vim.startswith(path, vim.endswith(folder, '/') and folder or folder .. '/')
end

--- The folders that belong to the project: its root, and the repository around it. Not the home folder or one above
--- it, for what is below these is the user's own.
---@param root string
---@return string[]
local function project_folders(root)
  local home = resolved(vim.uv.os_homedir() or '/')
  return vim.iter({ root, vim.fs.root(root, '.git') }):map(resolved):filter(function(folder)
    return not within(home, folder)
  end):totable()
end

--- Whether a program comes with the project: it lies in one of its folders, or some package manager has put it into
--- a `node_modules`. Links do not hide it.
---@param program string
---@param folders string[]
---@return boolean
local function of_project(program, folders)
  return vim.iter({ vim.fs.normalize(program), resolved(program), resolved(vim.fs.dirname(program)) }):any(function(path)
    return vim.iter(folders):any(function(folder)
      return within(path, folder)
    end)
  end)
end

--- Whether the user trusts a folder: `trust_project_binary` of the configuration, which is `true` for every project or
--- a list of folders.
---@param root string
---@param config table
---@return boolean
local function trusted(root, config)
  local trust = config.trust_project_binary
  if type(trust) == 'string' then
    trust = { trust }
  end
  if type(trust) ~= 'table' then
    return trust == true
  end
  return vim.iter(trust):any(function(folder)
    return within(resolved(root), resolved(folder))
  end)
end

--- The server that the project has installed in a `node_modules` of it or of a folder above.
---@param root string
---@return string?
local function installed(root)
  local folders = vim.iter(vim.fs.parents(root)):totable()
  table.insert(folders, 1, root)
  return vim.iter(folders):map(function(folder)
    return vim.fs.joinpath(folder, 'node_modules', '.bin', windows and 'customerio-ls.cmd' or 'customerio-ls')
  end):find(function(program)
    return vim.fn.executable(program) == 1
  end)
end

--- The first server on PATH. Folders of PATH that are not absolute mean another place in each project; those in the
--- project, and in the `node_modules` around it, count only where it is trusted.
---@param root string
---@param trust boolean
---@return string?
local function on_path(root, trust)
  local folders = project_folders(root)
  for _, folder in ipairs(vim.split(vim.env.PATH or '', windows and ';' or ':', { plain = true })) do
    local absolute = vim.startswith(folder, '/') or (windows and folder:match('^%a:[/\\]') ~= nil)
    local program = absolute and vim.fn.exepath(vim.fs.joinpath(folder, 'customerio-ls')) or ''
    local around = program ~= '' and vim.iter(vim.fs.parents(resolved(root))):any(function(above)
      return within(resolved(folder), vim.fs.joinpath(above, 'node_modules'))
    end)
    if program ~= '' and (trust or not (around or of_project(program, folders))) then
      return program
    end
  end
end

--- The server to start: the one that the project has installed, where the user trusts the project, so that the editor
--- and the project's CI agree; else the one on PATH.
---@param config table
---@return string
local function server(config)
  local root = vim.fs.normalize(vim.fn.fnamemodify(config.root_dir or vim.fn.getcwd(), ':p'))
  root = root:gsub('(.)/$', '%1')
  local trust = trusted(root, config)
  local own = installed(root)
  if own and trust then
    return own
  end
  if own then
    vim.notify_once(
      ('customerio-ls: %s is not started, because it comes with the project; to use it, put %s into `trust_project_binary`'):format(
        own,
        root
      ),
      vim.log.levels.INFO
    )
  end
  local program = on_path(root, trust)
  if not program then
    error('customerio-ls is not on PATH (folders of the project, and relative ones, do not count)', 0)
  end
  return program
end

-- In this order: the folder of the settings wins over the nearest package, so that a monorepo has one server.
local root_markers = { 'customerio.json', 'package.json', '.git' }

-- Of all JSON, only what asks for the SDK, the settings, and what the account contains.
local json_files = { ['package.json'] = true, ['customerio.json'] = true, ['customerio.account.json'] = true }

--- Whether the server has something to say of a buffer.
---@param bufnr integer
---@return boolean
local function concerns(bufnr)
  return vim.bo[bufnr].filetype ~= 'json' or json_files[vim.fs.basename(vim.api.nvim_buf_get_name(bufnr))] == true
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
    config = config or vim.lsp.config.customerio_ls or {}
    return vim.lsp.rpc.start({ server(config), 'lsp' }, dispatchers, {
      cwd = config.cmd_cwd,
      env = config.cmd_env,
      detached = config.detached,
    })
  end,
  filetypes = { 'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue', 'svelte', 'astro', 'markdown', 'mdx', 'json' },
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
