import type { IncomingMessage } from "node:http";

/** Why a request is not let in: an HTTP status, and a sentence that says what to do. */
export interface Refusal {
  readonly status: 400 | 403;
  readonly message: string;
}

/**
 * Keeps web pages away from a served sandbox. A browser on this machine reaches it like any program, so a page of another
 * site could read its state or reset it: directly, which the `Origin` shows, or under a name of its own that it lets
 * point here (DNS rebinding), which the `Host` shows. Programs other than browsers send no `Origin`.
 */
export function refusalOf(
  { headers, headersDistinct, method = "", url = "" }: IncomingMessage,
  allowed: (name: string) => boolean,
): Refusal | undefined {
  // An address in place of a path would name a host of its own.
  if (!/^\/(?!\/)/.test(url)) {
    return { status: 400, message: `The refund sandbox takes paths such as /, not "${url}".` };
  }
  const [host = "", ...more] = headersDistinct.host ?? [];
  const name = /^([^:@[\]]+|\[[\da-f:.]+\])(:\d+)?$/i.exec(host)?.[1]?.toLowerCase();
  if (name === undefined || more.length > 0 || !allowed(name)) {
    return {
      status: 403,
      message: `The refund sandbox does not answer to the Host "${[host, ...more].join(", ")}". It answers to localhost, loopback addresses and the names it was started with. To allow one, start it with --allow-host ${name ?? "<name>"}, or serve(sandbox, { allowHosts: ["${name ?? "<name>"}"] }).`,
    };
  }
  const { origin, "sec-fetch-site": site = "none" } = headers;
  if (
    origin !== undefined &&
    origin.replace(/^https?:\/\//, "").toLowerCase() !== host.toLowerCase()
  ) {
    return { status: 403, message: foreign(`The Origin "${origin}"`, host) };
  }
  // Browsers leave the Origin out of some requests, such as those for images. Links to the page are welcome.
  const visit = /^(GET|HEAD)$/.test(method) && /^\/(\?|$)/.test(url);
  if (!["none", "same-origin"].includes(String(site)) && !visit) {
    return { status: 403, message: foreign(`Sec-Fetch-Site "${site}"`, host) };
  }
  return undefined;
}

const foreign = (header: string, host: string): string =>
  `${header} shows that a web page of another site sends this. The refund sandbox answers programs and its own page at http://${host}/ only. Call it from a server or a test, not from a page's script.`;
