/** What the checks read and press in the console. */
import type { Page } from "playwright-core";

/** The outcome that is shown. */
export const status = (page: Page) =>
  page.locator(".truths .status").first().getAttribute("data-status", { timeout: 20_000 });

export const text = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).allTextContents()).join(" ");

/** Presses a button, and waits until its work is done. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await settled(page);
}

/** Waits until a refund's work is done. */
export const settled = (page: Page): Promise<void> =>
  page.locator(".console-result[aria-busy=false] .truths").waitFor();

export const providerMenu = (page: Page) => page.locator(".console-choices select").first();

export async function providerNames(page: Page): Promise<string[]> {
  await providerMenu(page).waitFor();
  return providerMenu(page)
    .locator("option")
    .evaluateAll((options) =>
      options.map((option) => (option as unknown as { value: string }).value),
    );
}

export async function chooseProvider(page: Page, name: string): Promise<void> {
  await providerMenu(page).selectOption(name);
  await page.locator(".console-result[aria-busy=false]").waitFor();
}
