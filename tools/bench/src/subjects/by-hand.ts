/** A refund without a library, as a short program makes it: a time limit, and an error unless the answer is a success. */
import type { Subject } from "./subject.ts";

const written =
  (more: Readonly<Record<string, string>>): Subject =>
  async ({ sample, places, fetch }) => {
    const { method, url, headers, body = "" } = sample.written;
    const address = places.baseUrl ? `${places.baseUrl}${new URL(url).pathname}` : url;
    const isForm = headers["content-type"]?.endsWith("urlencoded") ?? false;
    const fields = isForm ? Object.fromEntries(new URLSearchParams(body)) : JSON.parse(body);
    const [expected = ""] = Object.keys(JSON.parse(sample.answer(0)));
    return async () => {
      const response = await fetch(address, {
        method,
        headers: { ...headers, ...more },
        body: isForm ? new URLSearchParams(fields) : JSON.stringify(fields),
        signal: AbortSignal.timeout(30_000),
      });
      const refund = (await response.json()) as object;
      if (!response.ok || !(expected in refund)) throw new Error("The refund failed.");
    };
  };

export const byHand = written({});
export const byHandClosing = written({ Connection: "close" });
