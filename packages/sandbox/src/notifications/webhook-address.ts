import type { NotifyOptions } from "./notify-options.ts";

/** @throws {Error} if the address has a placeholder that is not replaced */
export function assertWebhook(to: NotifyOptions["to"]): void {
  if (typeof to !== "string") return;
  const unknown = [...to.matchAll(/\{[^{}]*\}/g)].find(([text]) => text !== "{provider}");
  if (!unknown) return;
  throw new Error(
    `The address of your webhook, ${to}, has the placeholder ${unknown[0]}. The only one is {provider}, which stands for the provider's name.`,
  );
}
