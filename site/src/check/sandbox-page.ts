/** The sandbox's own page, as a reader uses it: its script runs nowhere else. */
import { createSandbox } from "@refunds/sandbox";
import { serve } from "@refunds/sandbox/server";
import type { Browser, Page } from "playwright-core";
import { phone, watchedPage } from "./browser.ts";

/** Longer than the page waits between two refreshes. */
const refreshMs = 5000;

export async function checkSandboxPage(browser: Browser): Promise<string[]> {
  const sandbox = await createSandbox({ providers: ["stripe", "mollie"] });
  const server = await serve(sandbox);
  const { page, problems } = await watchedPage(browser, server.url, phone);
  try {
    await page.goto(server.url);
    const found = [...(await isRefreshed(page, server.url)), ...(await switchesFault(page))];
    return [
      ...found,
      ...(await copiesCommand(page, server.url)),
      ...(await startsOver(page)),
      ...problems(),
    ];
  } finally {
    await page.close();
    await server.close();
  }
}

/** Requests appear without a reload, what is open stays open, and nothing is wider than a phone. */
async function isRefreshed(page: Page, url: string): Promise<string[]> {
  await fetch(`${url}/stripe/v1/refunds`, { method: "POST", body: "first=1" });
  await shows(page, "#counts", "1 request");
  await page.locator("#request-1 summary").click();
  await fetch(`${url}/stripe/v1/refunds`, { method: "POST", body: "second=1" });
  await shows(page, "#counts", "2 requests");
  const isOpen = await page.evaluate("document.getElementById('request-1').open");
  const over = Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth"));
  return [
    ...(isOpen ? [] : ["a refresh closes a request that was open"]),
    ...(over > 0 ? [`it is ${over} pixels too wide on a phone`] : []),
  ];
}

async function switchesFault(page: Page): Promise<string[]> {
  const form = page.locator("#switch");
  await form.locator("[name=fault]").selectOption("reset_after");
  const about = await page.locator("#fault-description").textContent();
  const option = form.locator("[name=fault] option:checked");
  const isDescribed = about === (await option.getAttribute("data-description"));
  await form.locator("[name=count]").fill("3");
  await form.getByRole("button", { name: "Switch on" }).click();
  await shows(page, "#switches", "the next 3 requests to any provider, refund only");
  await page.locator("#clear").click();
  await shows(page, "#switches", "No fault is switched on.");
  return isDescribed ? [] : [`the chosen fault is described as ${about}`];
}

async function copiesCommand(page: Page, url: string): Promise<string[]> {
  const permissions = ["clipboard-read", "clipboard-write"];
  await page.context().grantPermissions(permissions, { origin: new URL(url).origin });
  const copyable = page.locator("#stripe .copyable").first();
  await copyable.locator("button.copy").click();
  await shows(page, "#stripe .copyable button.copy >> nth=0", "Copied");
  const pasted = await page.evaluate("navigator.clipboard.readText()");
  const shown = await copyable.locator("pre, code").first().textContent();
  return pasted === shown ? [] : [`it copies ${pasted} instead of ${shown}`];
}

async function startsOver(page: Page): Promise<string[]> {
  await page.locator("#reset").click();
  await shows(page, "#counts", "So far 0 requests and 0 refunds.");
  await shows(page, "#arrived", "No request yet.");
  return [];
}

/** Throws if the text does not appear. */
const shows = (page: Page, place: string, text: string): Promise<void> =>
  page.locator(place).filter({ hasText: text }).waitFor({ timeout: refreshMs });
