/** How much the first page weighs, and how soon it reacts on a slow phone. */
import { loadavg } from "node:os";
import type { Browser, Page } from "playwright-core";
import { mounted, phone, watchedPage } from "./browser.ts";
import type { Report } from "./report.ts";

const mostBytes = 200_000;
const mostMilliseconds = 1500;

/** Lighthouse's profile of a phone: slow 4G, and a processor four times slower than this one. Throughput is in bytes per second. */
const slowPhone = {
  processor: { rate: 4 },
  network: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
};

const runs = 5;

export async function checkFirstPage(report: Report, browser: Browser, url: string): Promise<void> {
  await report.check("the first page is small, with its console", async () => {
    const { first, all } = await weight(browser, url);
    report.note(`${first} bytes, and ${all} with the console`);
    return all > mostBytes ? [`${all} bytes are more than ${mostBytes}`] : [];
  });
  await report.check("the first page soon reacts on a slow phone", async () => {
    const times: Times[] = [];
    for (let run = 0; run < runs; run++) times.push(await timesOf(browser, url));
    const reacts = median(times.map(({ reacts }) => reacts));
    const consoleReady = median(times.map(({ consoleReady }) => consoleReady));
    report.note(`${reacts} ms until it reacts, and ${consoleReady} until its console does`);
    const [load = 0] = loadavg();
    report.note(`the load of this machine is ${load.toFixed(1)}, which makes it slower`);
    return reacts > mostMilliseconds ? [`${reacts} ms are more than ${mostMilliseconds}`] : [];
  });
}

/** In bytes as they are transferred. */
async function weight(browser: Browser, url: string): Promise<{ first: number; all: number }> {
  const { page, bytes } = await watchedPage(browser, url);
  await page.goto(url, { waitUntil: "load" });
  await mounted(page);
  const first = bytes();
  await consoleOf(page).waitFor();
  await page.waitForLoadState("networkidle");
  const all = first + bytes();
  await page.close();
  return { first, all };
}

interface Times {
  /** Milliseconds from the start until buttons and menus work. */
  readonly reacts: number;
  /** The same, for a reader who goes to the console at once. It is loaded when it comes into view. */
  readonly consoleReady: number;
}

async function timesOf(browser: Browser, url: string): Promise<Times> {
  const { page } = await watchedPage(browser, url, phone);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", slowPhone.network);
  await devtools.send("Emulation.setCPUThrottlingRate", slowPhone.processor);
  await page.goto(url, { waitUntil: "commit" });
  const reacts = await mounted(page);
  await page.locator(".console-place").scrollIntoViewIfNeeded();
  await consoleOf(page).waitFor();
  const consoleReady = Number(await page.evaluate("performance.now()"));
  await page.close();
  return { reacts, consoleReady };
}

const consoleOf = (page: Page) => page.getByRole("button", { name: "Lose the reply" });

const median = (times: readonly number[]): number =>
  Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN);
