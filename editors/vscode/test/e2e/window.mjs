// One window of VS Code in Chromium, and what a person does in it.
import { chromium } from "playwright-core";
import { LIMIT_MS } from "./checks.mjs";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Whatever a page asks for, it comes from this machine or not at all.
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

/** A window of VS Code. */
export class Window {
  #browser;
  #page;

  /** Opens a folder and a file in it. */
  static async open(address, folder, file) {
    const window = new Window();
    window.#browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGUMENTS });
    const size = { width: 1280, height: 760 };
    window.#page = await window.#browser.newPage({ viewport: size, deviceScaleFactor: 1.5 });
    window.#page.setDefaultTimeout(LIMIT_MS);
    const host = new URL(address).host;
    const payload = JSON.stringify([["openFile", `vscode-remote://${host}${file}`]]);
    const query = new URLSearchParams({ folder, payload });
    await window.#page.goto(`${address}/?${query}`);
    await window.#page.locator(".monaco-workbench .part.editor .view-lines").waitFor();
    return window;
  }

  /** How many squiggles of each kind the editor shows. */
  async squiggles() {
    const count = (kind) => this.#page.locator(`.part.editor .squiggly-${kind}`).count();
    return { error: await count("error"), warning: await count("warning") };
  }

  /** Opens the Problems panel. */
  async showProblems() {
    await this.#press("Control+Shift+M", this.#page.locator(".markers-panel").first());
  }

  /** The rows of the Problems panel. */
  async problems() {
    const rows = this.#page.locator(".markers-panel .monaco-list-row");
    return (await rows.allInnerTexts()).map((text) => text.replaceAll("\u00a0", " ").replaceAll(/\s+/g, " ").trim());
  }

  /** Puts the cursor there; lines and columns from 1. */
  async goTo(line, column) {
    const input = this.#page.locator(".quick-input-widget input:focus");
    await this.#press("Control+G", input, () => this.#focusEditor());
    await this.#page.keyboard.type(`${line}:${column}`);
    await this.#page.keyboard.press("Enter");
    await this.#page.locator(".quick-input-widget input").waitFor({ state: "hidden" });
  }

  /** Opens the menu of quick fixes at the cursor; gives its entries. */
  async quickFixes() {
    const rows = this.#page.locator(".action-widget .monaco-list-row.action");
    await this.#press("Control+.", rows.first(), () => this.#focusEditor());
    return (await rows.allInnerTexts()).map((text) => text.trim());
  }

  /** Chooses an entry of the menu of quick fixes. */
  async choose(title) {
    const rows = this.#page.locator(".action-widget .monaco-list-row.action");
    await rows.filter({ hasText: title }).first().click();
    await rows.first().waitFor({ state: "hidden" });
  }

  /** Runs a command by its name in the command palette. */
  async command(title) {
    const input = this.#page.locator(".quick-input-widget input:focus");
    await this.#press("F1", input);
    await input.fill(`>${title}`);
    await this.#page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title }).waitFor();
    await this.#page.keyboard.press("Enter");
    await input.waitFor({ state: "hidden" });
  }

  /** Points at a piece of the text until its hover shows `text`. */
  async hover(line, marked, text) {
    const span = this.#page.locator(`.part.editor .view-line`).nth(line - 1);
    await span.locator("span span", { hasText: marked }).last().hover();
    await this.#page.locator(".monaco-hover", { hasText: text }).first().waitFor();
  }

  /** Follows the link of a rule's name in the hover that is shown; waits for its page. */
  async openRulePage(rule) {
    await this.#page.locator(".monaco-hover a.code-link, .monaco-hover a", { hasText: rule }).first().click();
    await this.#page.locator(".tab.active", { hasText: rule }).waitFor();
    const page = this.#page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await page.locator("h1", { hasText: rule }).waitFor();
  }

  /** Closes the tab with this title, which is the active one. */
  async closeTab(title) {
    const tab = this.#page.locator(".tab.active", { hasText: title });
    await tab.locator(".tab-actions .action-label").click();
    await tab.waitFor({ state: "hidden" });
  }

  /** Writes the user's settings, in the editor that VS Code has for them. */
  async writeSettings(text) {
    await this.command("Preferences: Open User Settings (JSON)");
    await this.#page.locator(".tab.active", { hasText: "settings.json" }).waitFor();
    await this.#focusEditor();
    await this.#page.keyboard.press("Control+A");
    await this.#page.keyboard.insertText(text);
    await this.#page.locator(".tab.active.dirty").waitFor();
    await this.#page.keyboard.press("Control+S");
    await this.#page.locator(".tab.active:not(.dirty)", { hasText: "settings.json" }).waitFor();
    await this.#page.locator(".tab.active .tab-actions .action-label").click();
    await this.#page.locator(".tab", { hasText: "settings.json" }).waitFor({ state: "hidden" });
  }

  /** What the log of the extension shows; its lines are broken where the panel ends. */
  async log() {
    await this.command("Customer.io: Show Log");
    const lines = this.#page.locator(".part.panel .view-line");
    await lines.first().waitFor();
    return (await lines.allInnerTexts()).join("").replaceAll("\u00a0", " ");
  }

  /** Saves the file. */
  async save() {
    await this.#focusEditor();
    await this.#page.keyboard.press("Control+S");
  }

  /** Takes back the last change. */
  async undo() {
    await this.#focusEditor();
    await this.#page.keyboard.press("Control+Z");
  }

  /** Takes a picture. */
  async picture(path) {
    await this.#page.screenshot({ path });
  }

  /** Closes the window. */
  async close() {
    await this.#browser?.close();
  }

  /** Presses a key for something to appear; again when nothing came: VS Code drops keys while it is busy starting. */
  async #press(key, appears, before = () => {}) {
    const end = Date.now() + LIMIT_MS;
    for (;;) {
      await before();
      await this.#page.keyboard.press(key);
      try {
        return await appears.waitFor({ timeout: 5_000 });
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }

  async #focusEditor() {
    await this.#page.locator(".part.editor .native-edit-context, .part.editor textarea.inputarea").first().focus();
  }
}
