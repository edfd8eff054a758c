/** Refunds in the console through every provider with every fault, and holds what the program knows against what really happened. */
import type { Page } from "playwright-core";
import { chooseProvider, press, providerNames, status, text } from "./console-page.ts";

/** What each outcome may stand for; undefined: either. */
const meansMoney: Readonly<Record<string, boolean | undefined>> = {
  succeeded: true,
  pending: true,
  declined: false,
  not_sent: false,
  unknown: undefined,
  needs_review: undefined,
};

/** The faults whose request never becomes a refund say so in their name. */
const isBefore = (fault: string) => fault === "refuse" || fault.endsWith("_before");

const faultMenu = ".console-choices .wide select";

/** @param pages - share the providers, because some faults are silent until the client's timeout */
export async function everyFault(pages: readonly Page[], url: string): Promise<string[]> {
  const problems: string[] = [];
  const left: string[] = [];
  const work = async (page: Page) => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      await chooseProvider(page, name);
      const faults = await valuesOf(page);
      if (faults.length < 10) problems.push(`${name}: only ${faults.length} faults`);
      for (const fault of faults) {
        const found = await oneFault(page, fault);
        problems.push(...found.map((problem) => `${name}, ${fault}: ${problem}`));
      }
    }
  };
  await Promise.all(pages.map((page) => page.goto(`${url}/console`)));
  const [first] = pages;
  if (first) left.push(...(await providerNames(first)));
  await Promise.all(pages.map(work));
  return problems;
}

const valuesOf = async (page: Page): Promise<string[]> =>
  (
    await page
      .locator(`${faultMenu} option`)
      .evaluateAll((options) =>
        options.map((option) => (option as unknown as { value: string }).value),
      )
  ).filter((value) => value !== "");

async function oneFault(page: Page, fault: string): Promise<string[]> {
  await page.locator(faultMenu).selectOption(fault);
  await press(page, "Refund");
  const known = (await status(page)) ?? "nothing";
  const moved = await refundsShown(page);
  const problems: string[] = [];
  if (moved !== (isBefore(fault) ? 0 : 1)) problems.push(`it became ${moved} refunds`);
  if (!(known in meansMoney)) problems.push(`the outcome is ${known}`);
  const means = meansMoney[known];
  if (means !== undefined && means !== moved > 0) {
    problems.push(`${known}, and really ${moved} refunds`);
  }
  await press(page, "Call again, same key");
  const after = await refundsShown(page);
  if (after > 1) problems.push(`called again, it refunded ${after} times`);
  // Only what was never sent is sent by the second call.
  if (after !== moved && known !== "not_sent") problems.push(`${known}, and yet sent again`);
  return problems;
}

async function refundsShown(page: Page): Promise<number> {
  const shown = await text(page, ".truths > div:last-child .status");
  return shown.trim() === "no refund" ? 0 : Number.parseInt(shown, 10);
}
