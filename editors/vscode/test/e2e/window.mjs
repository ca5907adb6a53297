// One window of VS Code in Chromium, and what a person does in it.
import { chromium } from "playwright-core";

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
    window.#page.setDefaultTimeout(120_000);
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

  /** The rows of the Problems panel. */
  async problems() {
    const rows = this.#page.locator(".markers-panel .monaco-list-row");
    if ((await rows.count()) === 0) await this.#page.keyboard.press("Control+Shift+M");
    return (await rows.allInnerTexts()).map((text) => text.replaceAll("\u00a0", " ").replaceAll(/\s+/g, " ").trim());
  }

  /** Puts the cursor there; lines and columns from 1. */
  async goTo(line, column) {
    await this.#focusEditor();
    await this.#page.keyboard.press("Control+G");
    await this.#page.locator(".quick-input-widget input:focus").waitFor();
    await this.#page.keyboard.type(`${line}:${column}`);
    await this.#page.keyboard.press("Enter");
    await this.#page.locator(".quick-input-widget input").waitFor({ state: "hidden" });
  }

  /** Opens the menu of quick fixes at the cursor; gives its entries. */
  async quickFixes() {
    await this.#focusEditor();
    await this.#page.keyboard.press("Control+.");
    const rows = this.#page.locator(".action-widget .monaco-list-row.action");
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map((text) => text.trim());
  }

  /** Chooses an entry of the menu of quick fixes. */
  async choose(title) {
    await this.#page.locator(".action-widget .monaco-list-row.action", { hasText: title }).first().click();
    await this.#page.locator(".action-widget").waitFor({ state: "hidden" });
  }

  /** Runs a command by its name in the command palette. */
  async command(title) {
    await this.#page.keyboard.press("F1");
    const input = this.#page.locator(".quick-input-widget input:focus");
    await input.waitFor();
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

  async #focusEditor() {
    await this.#page.locator(".part.editor .native-edit-context, .part.editor textarea.inputarea").first().focus();
  }
}
