/** What axe-core finds, whatever its impact: on every page, in the dark, and on a phone. */
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { desktop, mounted, phone, watchedPage } from "./browser.ts";
import type { BuiltPage } from "./pages.ts";
import type { Report } from "./report.ts";

/** One of each kind of page. */
const kinds = [
  "/",
  "/console",
  "/guides/express",
  "/providers/",
  "/providers/stripe",
  "/outcomes",
  "/lost-replies",
  "/reference/refunds",
];

export async function checkAccess(
  report: Report,
  browser: Browser,
  url: string,
  pages: readonly BuiltPage[],
): Promise<void> {
  const all = pages.map(({ path }) => path);
  const check = (what: string, options: BrowserContextOptions, paths: readonly string[]) =>
    report.check(`axe-core finds nothing ${what}`, () => findIn(browser, url, options, paths));
  await check(`on ${all.length} pages`, { ...desktop, colorScheme: "light" }, all);
  await check("in the dark", { ...desktop, colorScheme: "dark" }, kinds);
  await check("on a phone", { ...phone, colorScheme: "light" }, kinds);
  await check("on a phone in the dark", { ...phone, colorScheme: "dark" }, kinds);
}

async function findIn(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
  paths: readonly string[],
): Promise<string[]> {
  const { page, problems } = await watchedPage(browser, url, options);
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(url + path, { waitUntil: "load" });
    await mounted(page);
    if (path === "/console") {
      await page.getByRole("button", { name: "Lose the reply" }).click();
      await page.locator(".truths").waitFor();
    }
    found.push(...[...(await violationsOf(page)), ...problems()].map((each) => `${path}: ${each}`));
  }
  await page.close();
  return found;
}

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = (await page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, target: String(nodes[0].target), count: nodes.length })))",
  )) as { id: string; impact: string; target: string; count: number }[];
  return violations.map(
    ({ id, impact, target, count }) => `${id} (${impact}), ${count} times, such as ${target}`,
  );
}
