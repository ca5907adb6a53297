---@brief
---
--- https://github.com/customerio-ls/customerio-ls
---
--- `customerio-ls` finds mistakes in code that talks to Customer.io through `customerio-node`: timestamps in the wrong
--- unit, keys given to the wrong client, clients of the wrong region, and others that Customer.io accepts.
---
--- ```sh
--- npm install --global customerio-ls
--- ```
---
--- Settings are those of `customerio.json`:
---
--- ```lua
--- vim.lsp.config('customerio_ls', {
---   settings = { customerio = { region = 'eu', rules = { ['event-name-snake-case'] = 'off' } } },
--- })
--- ```

---@type vim.lsp.Config
return {
  cmd = { 'customerio-ls', 'lsp' },
  filetypes = { 'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue', 'svelte', 'astro', 'markdown', 'mdx' },
  -- The settings come first, so that a monorepo has one server.
  root_markers = { 'customerio.json', 'package.json', '.git' },
  settings = { customerio = vim.empty_dict() },
}
