/** The Chromium of this machine. Nothing is downloaded. */
import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const places = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** undefined if there is none */
export async function openBrowser(): Promise<Browser | undefined> {
  const executablePath = places.find((place) => place !== "" && existsSync(place));
  if (!executablePath) return undefined;
  // Containers often run as root, where Chromium has no sandbox of its own, and with little shared memory. Only our own pages
  // are opened.
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};

export const desktop: BrowserContextOptions = { viewport: { width: 1360, height: 900 } };

/** A page, and what goes wrong on it: errors, failed requests, and requests to anyone else. */
export interface Watched {
  readonly page: Page;
  /** What went wrong since the last call. */
  problems(): string[];
  /** Bytes of all answers, as they were transferred, since the last call. */
  bytes(): number;
}

export async function watchedPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = desktop,
): Promise<Watched> {
  const page = await browser.newPage(options);
  let problems: string[] = [];
  let bytes = 0;
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("requestfailed", (request) => {
    const failure = request.failure()?.errorText ?? "";
    // What is fetched ahead is given up when the next page is opened.
    if (failure !== "net::ERR_ABORTED") problems.push(`${request.url()}: ${failure}`);
  });
  page.on("request", (request) => {
    const own = request.url().startsWith(url) || /^(data|blob):/.test(request.url());
    if (!own) problems.push(`asks ${request.url()}`);
  });
  page.on("response", (response) => {
    bytes += Number(response.headers()["content-length"] ?? 0);
  });
  return {
    page,
    problems() {
      const found = problems;
      problems = [];
      return found;
    },
    bytes() {
      const counted = bytes;
      bytes = 0;
      return counted;
    },
  };
}

/** Waits until the page reacts. @returns milliseconds since it was asked for */
export async function mounted(page: Page): Promise<number> {
  const ready = "document.querySelector('#app')?.__vue_app__ && performance.now()";
  return Number(await (await page.waitForFunction(ready)).jsonValue());
}
