/** `npm run site:check`: the built site in a real browser. Not part of the gate, because it needs Chromium. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { checkAccess } from "./access.ts";
import { mounted, openBrowser, phone, watchedPage } from "./browser.ts";
import { byLink, copies, everyProvider, notifiedTwice } from "./console-checks.ts";
import { everyFault } from "./fault-checks.ts";
import { checkFirstPage } from "./first-page.ts";
import { consoleByKeyboard, filters, homeByKeyboard, search } from "./keyboard-checks.ts";
import { type BuiltPage, deadLinks, listProblems, readPages } from "./pages.ts";
import { createReport, type Report } from "./report.ts";
import { checkSandboxPage } from "./sandbox-page.ts";
import { serveFolder } from "./server.ts";

/** Where the site was built for, as `npm run site` takes it. */
const base = process.env.SITE_BASE ?? "/";
const dist = fileURLToPath(new URL("../../dist", import.meta.url));

async function main(): Promise<number> {
  if (!existsSync(dist)) return stop("There is no built site. Run: npm run site");
  const browser = await openBrowser();
  if (!browser) {
    return stop(
      "This machine has no Chromium, so the site was not checked. Install it (on Debian: apt-get install chromium), or set CHROMIUM to its path.",
    );
  }
  const served = await serveFolder(dist, base);
  const report = createReport(console.log);
  try {
    const pages = readPages(dist);
    await report.check(`the links of ${pages.length} pages lead to pages and headings`, () =>
      deadLinks(pages, base),
    );
    await report.check("llms.txt lists every page, and nothing else", async () =>
      listProblems(await (await fetch(`${served.url}/llms.txt`)).text(), pages, base),
    );
    await checkPages(report, browser, served.url, pages);
    await checkFirstPage(report, browser, served.url);
    await checkUse(report, browser, served.url);
    await checkAccess(report, browser, served.url, pages);
    await report.check(
      "the sandbox's page on a phone: refreshes itself, switches faults, copies, and starts over",
      () => checkSandboxPage(browser),
    );
  } finally {
    await browser.close();
    await served.close();
  }
  return report.failed ? 1 : 0;
}

function stop(message: string): number {
  console.error(message);
  return 1;
}

async function checkPages(
  report: Report,
  browser: Browser,
  url: string,
  pages: readonly BuiltPage[],
) {
  const { page, problems } = await watchedPage(browser, url, phone);
  await report.check(
    `${pages.length} pages on a phone: no errors, no requests to others, no sideways scrolling`,
    async () => {
      const found: string[] = [];
      for (const { path } of pages) {
        await page.goto(url + path, { waitUntil: "load" });
        await mounted(page);
        const over = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (Number(over) > 0) found.push(`${path} is ${over} pixels too wide`);
        found.push(...problems().map((problem) => `${path}: ${problem}`));
      }
      return found;
    },
  );
  await page.close();
}

async function checkUse(report: Report, browser: Browser, url: string) {
  const { page, problems } = await watchedPage(browser, url);
  const checks = {
    "the console refunds through every provider, loses the reply, and never refunds twice":
      everyProvider,
    "the home page's can be used with a keyboard only": homeByKeyboard,
    "so can its own page: menu, form and refund": consoleByKeyboard,
    "a link opens it in the same state": byLink,
    "a notification that arrives twice settles a refund once": notifiedTwice,
    "its buttons copy what they say": copies,
    "search finds what was typed, with a keyboard only": search,
    "a filter of the providers leaves those that fit, with a keyboard only": filters,
  };
  for (const [what, check] of Object.entries(checks)) {
    await report.check(what, async () => [...(await check(page, url)), ...problems()]);
  }
  await page.close();
  await checkFaults(report, browser, url);
}

async function checkFaults(report: Report, browser: Browser, url: string) {
  const watched = await Promise.all(Array.from({ length: 6 }, () => watchedPage(browser, url)));
  const pages = watched.map(({ page }) => page);
  await report.check(
    "with every fault of every provider, the console is right about the money, and one key refunds once",
    async () => [
      ...(await everyFault(pages, url)),
      ...watched.flatMap(({ problems }) => problems()),
    ],
  );
  await Promise.all(pages.map((page) => page.close()));
}

process.exitCode = await main();
