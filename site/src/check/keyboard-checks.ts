/** Uses the site without a mouse. */
import type { Page } from "playwright-core";
import { providerMenu, settled, status } from "./console-page.ts";

/** From the home page's first tab stop to an outcome. */
export async function homeByKeyboard(page: Page, url: string): Promise<string[]> {
  await page.goto(url);
  await page.getByRole("button", { name: "Lose the reply" }).waitFor();
  if (!(await tabTo(page, "Lose the reply"))) return ["no tab stop is “Lose the reply”"];
  await page.keyboard.press("Enter");
  await settled(page);
  const reached = await status(page);
  return reached === "unknown" ? [] : [`the outcome is ${reached}`];
}

/** Chooses another provider and another amount, and refunds. */
export async function consoleByKeyboard(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/console#provider=stripe`);
  await page.getByRole("button", { name: "Refund", exact: true }).waitFor();
  const chosen = () => providerMenu(page).inputValue();
  if (!(await tabTo(page, "Provider"))) return ["no tab stop is the provider's menu"];
  await page.keyboard.press("ArrowUp");
  await page.locator(".console-result[aria-busy=false]").waitFor();
  const provider = await chosen();
  if (provider === "stripe") return ["an arrow key chooses no other provider"];
  if (!(await tabTo(page, "amount.value"))) return ["no tab stop is the amount"];
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("107");
  if (!(await tabTo(page, "Refund", "Shift+Tab"))) return ["no tab stop is “Refund”"];
  await page.keyboard.press("Enter");
  await settled(page);
  const reached = await status(page);
  const shown = page.url();
  return [
    ...(reached === "succeeded" || reached === "pending" ? [] : [`the outcome is ${reached}`]),
    ...(shown.includes(`provider=${provider}`) && shown.includes("amount.value=107")
      ? []
      : [`the address is ${shown}`]),
  ];
}

/** Opens the search, types, and follows the first result: it must be about what was typed. */
export async function search(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/errors`);
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Control+k");
  // The box is loaded when it is opened, and takes no letters before.
  await page.locator(".VPLocalSearchBox input:focus").waitFor();
  await page.keyboard.type("lost reply");
  await page.locator(".VPLocalSearchBox .result").first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL((address) => !address.pathname.endsWith("/errors"));
  const { pathname, hash } = new URL(page.url());
  const heading = hash === "" ? "h1" : `[id="${decodeURIComponent(hash.slice(1))}"]`;
  const text = (await page.locator(heading).first().textContent())?.toLowerCase() ?? "";
  const isAbout = pathname.endsWith("/lost-replies") || (/lost/.test(text) && /repl/.test(text));
  return isAbout ? [] : [`it leads to ${pathname}${hash}: ${text}`];
}

/** Filters the table of providers, and counts for itself what must remain. */
export async function filters(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/providers/`);
  await page.locator(".filters label", { hasText: "query()" }).waitFor();
  const fitting = (condition: string) => page.evaluate(rowsWhere(condition));
  const wanted = await fitting("row.cells[query].textContent.trim() === 'no'");
  const all = await fitting("true");
  if (wanted === 0 || wanted === all) return [`${wanted} of ${all} providers have no query()`];
  // The sidebar, which names every provider, comes first.
  if (!(await tabTo(page, "Skip to content"))) return ["no tab stop leads past the sidebar"];
  await page.keyboard.press("Enter");
  if (!(await tabTo(page, "query()"))) return ["no tab stop is the filter of query()"];
  await page.keyboard.press("ArrowDown");
  const visible = "!row.hidden && row.checkVisibility()";
  const left = await fitting(visible);
  const right = await fitting(`${visible} && row.cells[query].textContent.trim() === 'no'`);
  const summary = (await page.locator(".filters [aria-live]").textContent()) ?? "";
  return [
    ...(left === wanted && right === wanted
      ? []
      : [`${wanted} providers have no query(); it shows ${left}, ${right} of them without one`]),
    ...(summary.startsWith(`${wanted} of ${all} `) ? [] : [`it says “${summary}”`]),
  ];
}

/** An expression that counts the rows of the table of providers that fit. */
const rowsWhere = (condition: string): string => `(() => {
  const table = document.querySelector(".wide-table table");
  const query = [...table.tHead.rows[0].cells].findIndex((cell) => cell.textContent.trim() === "query()");
  return [...table.tBodies[0].rows].filter((row) => ${condition}).length;
})()`;

/** The text of what has the focus, or of its label without the choices. */
const focused = `(() => {
  const element = document.activeElement;
  const [label] = element?.labels ?? [];
  if (!label) return element?.textContent?.trim();
  const text = label.cloneNode(true);
  for (const each of text.querySelectorAll("select, small")) each.remove();
  return text.textContent.trim();
})()`;

/** @returns whether the key reached it */
async function tabTo(page: Page, name: string, key = "Tab"): Promise<boolean> {
  for (let tabs = 1; tabs <= 100; tabs++) {
    await page.keyboard.press(key);
    if ((await page.evaluate(focused)) === name) return true;
  }
  return false;
}
