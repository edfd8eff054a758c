import type { SignedMessage } from "../simulator/message-signature.ts";
import type { NotifyOptions } from "./notify-options.ts";
import type { Timers } from "./timers.ts";

const attempts = 5;

interface Outgoing {
  readonly provider: string;
  readonly fetch: typeof globalThis.fetch;
  /** Writes it, signed at this moment. */
  readonly write: () => Promise<SignedMessage>;
  /** Gets the HTTP status of each answer; 0 for none. */
  readonly onAnswer: (status: number) => void;
}

/** Delivers a notification until it is answered with 2XX, as providers do. */
export async function deliverUntilTaken(
  { to, retryMs = 1000 }: Pick<NotifyOptions, "to" | "retryMs">,
  { provider, fetch, write, onAnswer }: Outgoing,
  timers: Timers,
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await timers.wait(retryMs * 2 ** (attempt - 1));
    const status = await deliver({ to, provider, fetch }, await write());
    onAnswer(status);
    if (status >= 200 && status < 300) return;
  }
}

async function deliver(
  { to, provider, fetch }: Pick<NotifyOptions, "to"> & Pick<Outgoing, "provider" | "fetch">,
  { headers, body }: SignedMessage,
): Promise<number> {
  const url = typeof to === "string" ? to.replaceAll("{provider}", provider) : webhookOf(provider);
  const request = new Request(url, { method: "POST", headers, body, redirect: "manual" });
  try {
    const response = await (typeof to === "string" ? fetch(request) : to(request));
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}

/** The address of a function that takes requests. */
export const webhookOf = (provider: string): string => `http://localhost/webhooks/${provider}`;
