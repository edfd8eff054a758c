/** Drives the console as a reader does. */
import type { Page } from "playwright-core";
import { chooseProvider, press, providerNames, settled, status, text } from "./console-page.ts";

/** Refunds through every provider of the menu: as it should be, with a lost reply, and once more with the same key. */
export async function everyProvider(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/console`);
  const names = await providerNames(page);
  const problems: string[] = [];
  if (names.length < 20) problems.push(`only ${names.length} providers`);
  for (const name of names) {
    await chooseProvider(page, name);
    problems.push(...(await oneProvider(page)).map((problem) => `${name}: ${problem}`));
  }
  return problems;
}

async function oneProvider(page: Page): Promise<string[]> {
  const problems: string[] = [];
  await page.locator(".console-choices .wide select").selectOption("");
  await press(page, "Refund");
  const plain = await status(page);
  if (plain !== "succeeded" && plain !== "pending") problems.push(`without a fault, ${plain}`);
  await press(page, "Lose the reply");
  const lost = await status(page);
  if (lost !== "unknown") problems.push(`with a lost reply, ${lost}`);
  const before = await text(page, ".truths");
  if (!before.includes("1 refund")) problems.push(`a lost reply shows ${before}`);
  await press(page, "Call again, same key");
  const tags = await text(page, "details.step[open] .tags");
  if (!tags.includes("nothing sent")) problems.push(`the same key again: ${tags}`);
  if (!(await text(page, ".truths")).includes("1 refund")) problems.push("it refunded twice");
  return problems;
}

/** A link opens the console in the same state: its provider, fault and changed fields, and it refunds. */
export async function byLink(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/console#provider=yedpay&fault=twice_the_amount&run=`);
  await settled(page);
  const problems: string[] = [];
  if (!page.url().includes("provider=yedpay")) problems.push(`the address is ${page.url()}`);
  // Its answer has the payment's amount, so a doubled one contradicts nothing: docs/faults.md.
  const doubled = await status(page);
  if (doubled !== "succeeded") problems.push(`twice the amount is ${doubled}`);
  await page.goto("about:blank");
  await page.goto(`${url}/console#provider=stripe&run=&key=of-a-link&amount.value=107`);
  await settled(page);
  const changed = await status(page);
  if (changed !== "succeeded") problems.push(`with changed fields, ${changed}`);
  const sent = await text(page, "details.step[open]");
  if (!sent.includes("amount=107")) problems.push("the amount of the link was not sent");
  if (!page.url().includes("key=of-a-link")) problems.push(`the address is ${page.url()}`);
  return problems;
}

/** A notification that arrives twice settles a lost reply once. */
export async function notifiedTwice(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/console#provider=stripe`);
  await page.getByRole("button", { name: "Lose the reply" }).waitFor();
  await press(page, "Lose the reply");
  await press(page, "Its notification, twice");
  const tags = await text(page, "details.step[open]");
  return (await status(page)) === "succeeded" ? [] : [`after two deliveries: ${tags}`];
}

/** What the buttons copy can be pasted: the command that installs, and a link that opens the console as it is. */
export async function copies(page: Page, url: string): Promise<string[]> {
  const permissions = ["clipboard-read", "clipboard-write"];
  await page.context().grantPermissions(permissions, { origin: new URL(url).origin });
  await page.goto(url);
  await page.getByRole("button", { name: "Lose the reply" }).waitFor();
  const install = page.locator("button.install");
  await install.click();
  const command = await pasted(page);
  const shown = (await install.textContent()) ?? "";
  await page.goto(`${url}/console#provider=stripe`);
  await page.getByRole("button", { name: "Lose the reply" }).waitFor();
  await press(page, "Lose the reply");
  await page.getByRole("button", { name: "Copy link" }).click();
  const link = await pasted(page);
  const problems: string[] = [];
  if (!command.startsWith("npm install") || !shown.includes(command)) {
    problems.push(`the command is ${command}`);
  }
  if (!link.startsWith(`${url}/console#`)) return [...problems, `the link is ${link}`];
  await page.goto("about:blank");
  await page.goto(link);
  await page.locator(".truths").waitFor();
  const reached = await status(page);
  if (reached !== "unknown") problems.push(`the link leads to ${reached}`);
  return problems;
}

const pasted = (page: Page): Promise<string> => page.evaluate("navigator.clipboard.readText()");
