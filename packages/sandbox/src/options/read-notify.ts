import type { NotifyOptions } from "../notifications/notify-options.ts";
import { type AddProblem, checkFunctions, checkMs, readNamed, shown } from "./read-named.ts";

const example = "http://localhost:3000/webhooks/{provider}";

/** Whether this is the address of a webhook. Without a scheme, `localhost:` would be one. */
export const isWebhook = (text: string): boolean =>
  /^https?:$/.test(URL.parse(text)?.protocol ?? "");

export function readNotify(given: unknown, wrong: AddProblem): NotifyOptions {
  const names = ["to", "fault", "onDelivery", "lateMs", "retryMs"] as const;
  const notify = readNamed<NotifyOptions>(given, names, "notify", wrong);
  const { to } = notify;
  if (typeof to !== "function" && !(typeof to === "string" && isWebhook(to))) {
    wrong("notify.to", `is ${shown(to)}. It must be a URL, such as ${example}, or a function`);
  }
  const unknown = typeof to === "string" && unknownPlaceholder(to);
  if (unknown) {
    wrong(
      "notify.to",
      `has the placeholder ${unknown}. The only one is {provider}, which stands for the provider's name`,
    );
  }
  checkFunctions({ ...notify }, "notify.", ["fault", "onDelivery"], wrong);
  checkMs({ ...notify }, "notify.", ["lateMs", "retryMs"], wrong);
  return notify as NotifyOptions;
}

const unknownPlaceholder = (to: string): string | undefined =>
  to.match(/\{[^{}]*\}/g)?.find((text) => text !== "{provider}");
