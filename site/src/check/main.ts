/** `npm run site:check`: the built site in a real browser. Not part of the gate, because it needs Chromium. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { desktop, openBrowser, phone, watchedPage } from "./browser.ts";
import { byKeyboard, byLink, copies, everyProvider, notifiedTwice } from "./console-checks.ts";
import { everyFault } from "./fault-checks.ts";
import { type BuiltPage, deadLinks, readPages } from "./pages.ts";
import { createReport, type Report } from "./report.ts";
import { serveFolder } from "./server.ts";

const mostBytes = 200_000;
const mostMilliseconds = 1500;

/** Where the site was built for, as `npm run site` takes it. */
const base = process.env.SITE_BASE ?? "/";
const dist = fileURLToPath(new URL("../../dist", import.meta.url));

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
    await checkPages(report, browser, served.url, pages);
    await checkFirstPage(report, browser, served.url);
    await checkConsole(report, browser, served.url);
    await checkAccess(report, browser, served.url);
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

const mounted = (page: Page) => page.waitForFunction("document.querySelector('#app')?.__vue_app__");

async function checkFirstPage(report: Report, browser: Browser, url: string) {
  await report.check(`the first page is small and soon ready`, async () => {
    const times: number[] = [];
    let [first, all] = [0, 0];
    for (let run = 0; run < 3; run++) {
      const { page, bytes } = await watchedPage(browser, url);
      await page.goto(url, { waitUntil: "load" });
      await mounted(page);
      times.push(Number(await page.evaluate("performance.now()")));
      first = bytes();
      await page.getByRole("button", { name: "Lose the reply" }).waitFor();
      await page.waitForLoadState("networkidle");
      all = first + bytes();
      await page.close();
    }
    const milliseconds = Math.round(Math.min(...times));
    report.note(
      `${first} bytes and ${milliseconds} ms until it reacts; ${all} bytes with the console`,
    );
    return [
      ...(all > mostBytes ? [`${all} bytes are more than ${mostBytes}`] : []),
      ...(milliseconds > mostMilliseconds
        ? [`${milliseconds} ms are more than ${mostMilliseconds}`]
        : []),
    ];
  });
}

async function checkConsole(report: Report, browser: Browser, url: string) {
  const { page, problems } = await watchedPage(browser, url);
  const checks = {
    "the console refunds through every provider, loses the reply, and never refunds twice":
      everyProvider,
    "it can be used with a keyboard only": byKeyboard,
    "a link opens it in the same state": byLink,
    "a notification that arrives twice settles a refund once": notifiedTwice,
    "its buttons copy what they say": copies,
    "search finds": search,
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

async function search(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/errors`);
  await mounted(page);
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Control+k");
  // The box is loaded when it is opened, and takes no letters before.
  await page.locator(".VPLocalSearchBox input:focus").waitFor();
  await page.keyboard.type("lost reply");
  const result = page.locator(".VPLocalSearchBox .result").first();
  await result.waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL((address) => !address.pathname.startsWith("/errors"));
  return [];
}

/** What axe-core finds serious, in light and dark. */
async function checkAccess(report: Report, browser: Browser, url: string) {
  for (const colorScheme of ["light", "dark"] as const) {
    const { page } = await watchedPage(browser, url, { ...desktop, colorScheme });
    await report.check(`axe-core finds nothing serious, ${colorScheme}`, async () => {
      const found: string[] = [];
      for (const path of kinds) {
        await page.goto(url + path, { waitUntil: "networkidle" });
        if (path === "/console") {
          await page.getByRole("button", { name: "Lose the reply" }).click();
          await page.locator(".truths").waitFor();
        }
        await page.evaluate(axe.source);
        const violations = (await page.evaluate(
          "axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, target: String(nodes[0].target), count: nodes.length })))",
        )) as { id: string; impact: string; target: string; count: number }[];
        const serious = violations.filter(
          ({ impact }) => impact === "serious" || impact === "critical",
        );
        found.push(
          ...serious.map(
            ({ id, target, count }) => `${path}: ${id}, ${count} times, such as ${target}`,
          ),
        );
      }
      return found;
    });
    await page.close();
  }
}

process.exitCode = await main();
