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

/**
 * The texts of elements as they stand on the screen: VS Code adds and reuses elements in any order.
 * With parts (selectors), those of an element's parts beside each other.
 */
async function textsFromTop(elements, parts = []) {
  return elements.evaluateAll((all, parts) => {
    const text = (element) =>
      parts.length === 0 ? element.innerText : parts.map((part) => element.querySelector(part)?.textContent ?? "").join(" ");
    return all
      .map((element) => ({ text: text(element).replaceAll("\u00a0", " "), box: element.getBoundingClientRect() }))
      .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)
      .map(({ text }) => text);
  }, parts);
}

/** The same, each in one line. */
async function linesFromTop(elements) {
  return (await textsFromTop(elements)).map((text) => text.replaceAll(/\s+/g, " ").trim());
}

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
    return linesFromTop(this.#page.locator(".markers-panel .monaco-list-row"));
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
    return linesFromTop(rows);
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

  /** Closes the tab with this title. */
  async closeTab(title) {
    const tab = this.#page.locator(".tab", { hasText: title });
    await tab.click();
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
    return (await textsFromTop(lines)).join("");
  }

  /** Opens the view "Customer.io", with the room of the files. */
  async showEvents(folder) {
    await this.#pane(folder).locator(".pane-header.expanded").click();
    await this.command("Customer.io: Show Events");
    await this.#pane("Customer.io").locator(".monaco-list-row").first().waitFor();
  }

  /** The rows of the view "Customer.io": label and description. */
  async events() {
    const rows = this.#pane("Customer.io").locator(".monaco-list-row");
    return textsFromTop(rows, [".label-name", ".label-description"]);
  }

  /** The code lenses that the editor shows, from the top. */
  async lenses() {
    return linesFromTop(this.#page.locator(".part.editor .codelens-decoration a"));
  }

  /** Clicks a code lens; gives the files and lines of the places that are peeked at, and closes the peek. */
  async peek(lens) {
    const rows = this.#page.locator(".peekview-widget .ref-tree .monaco-list-row");
    await this.#click(this.#page.locator(".part.editor .codelens-decoration a", { hasText: lens }), rows.first());
    const texts = await linesFromTop(rows);
    await this.#page.keyboard.press("Escape");
    await rows.first().waitFor({ state: "hidden" });
    return texts;
  }

  /** Clicks a row of the view "Customer.io". */
  async clickEvent(name) {
    await this.#pane("Customer.io").locator(".monaco-list-row", { hasText: name }).first().locator(".label-name").click();
  }

  /** A section of the side bar. */
  #pane(title) {
    return this.#page.locator(".part.sidebar .pane", { has: this.#page.locator(".pane-header", { hasText: title }) });
  }

  /** How often a word is in the text of the editor. */
  async count(word) {
    const lines = await textsFromTop(this.#page.locator(".part.editor .view-line"));
    return lines.join("\n").split(word).length - 1;
  }

  /** Saves all files; again where one was changed meanwhile. */
  async saveAll() {
    const changed = this.#page.locator(".tab.dirty").first();
    const end = Date.now() + LIMIT_MS;
    for (;;) {
      await this.command("File: Save All");
      try {
        return await changed.waitFor({ state: "hidden", timeout: 5_000 });
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }

  /** The title of the tab in front. */
  title() {
    return this.#page.locator(".tab.active").first().getAttribute("data-resource-name");
  }

  /** The title of the tab in front, and the place of the cursor as the status bar has it. */
  async place() {
    const cursor = this.#page.locator("#status\\.editor\\.selection");
    return `${await this.title()} ${await cursor.innerText({ timeout: 5_000 })}`;
  }

  /** Renames what is at the cursor; gives the name that is offered to be changed. */
  async rename(to) {
    const input = this.#page.locator(".rename-box input:focus");
    await this.#press("F2", input, () => this.#focusEditor());
    const before = await input.inputValue();
    await input.fill(to);
    await input.press("Enter");
    await input.waitFor({ state: "hidden" });
    return before;
  }

  /** The messages in the corner; each is taken away. */
  async toasts() {
    const toasts = this.#page.locator(".notification-toast");
    await toasts.first().waitFor();
    const texts = await linesFromTop(toasts.locator(".notification-list-item-message"));
    await this.command("Notifications: Clear All Notifications");
    return texts;
  }

  /** Opens the walkthrough; gives the titles of its steps. */
  async walkthrough() {
    await this.command("Customer.io: Open Walkthrough");
    const steps = this.#page.locator(".getting-started-step .step-title");
    await steps.first().waitFor();
    return linesFromTop(steps);
  }

  /** Opens a step of the walkthrough, and presses its button. */
  async step(title, button) {
    const step = this.#page.locator(".getting-started-step", { hasText: title });
    const wanted = step.locator(".monaco-button", { hasText: button });
    if (!(await wanted.isVisible())) await step.locator(".step-title").click();
    await wanted.click();
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
  #press(key, appears, before = () => {}) {
    return this.#until(appears, async () => {
      await before();
      await this.#page.keyboard.press(key);
    });
  }

  /** Clicks something for something to appear; again when nothing came: VS Code may be putting it there anew. */
  #click(what, appears) {
    return this.#until(appears, () => what.click());
  }

  /** Does something until it makes something appear. */
  async #until(appears, act) {
    const end = Date.now() + LIMIT_MS;
    for (;;) {
      await act();
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
