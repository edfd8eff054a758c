import type { IncomingMessage } from "node:http";

/** The answer to a request that is not allowed. `message` says what to do. */
export interface Refusal {
  readonly status: 400 | 403;
  readonly message: string;
}

/**
 * Protects a served sandbox from web pages of other sites. A browser on this machine can reach the sandbox, so such a page
 * could read or reset its state. The `Origin` shows a direct request. The `Host` shows a request by way of a domain that
 * resolves to this machine (DNS rebinding). Programs other than browsers send no `Origin`.
 */
export function refusalOf(
  { headers, headersDistinct, method = "", url = "" }: IncomingMessage,
  allowed: (name: string) => boolean,
): Refusal | undefined {
  // An absolute URL in place of a path has its own host, which the check below would miss.
  if (!/^\/(?!\/)/.test(url)) {
    return {
      status: 400,
      message: `The request target must be a path, such as "/", but it is "${url}".`,
    };
  }
  const [host = "", ...more] = headersDistinct.host ?? [];
  const name = /^([^:@[\]]+|\[[\da-f:.]+\])(:\d+)?$/i.exec(host)?.[1]?.toLowerCase();
  if (name === undefined || more.length > 0 || !allowed(name)) {
    return {
      status: 403,
      message: `The Host "${[host, ...more].join(", ")}" is not allowed. Use localhost, a loopback address or a name that the sandbox was started with. To allow this host, start the sandbox with --allow-host ${name ?? "<name>"}, or with serve(sandbox, { allowHosts: ["${name ?? "<name>"}"] }).`,
    };
  }
  const { origin, "sec-fetch-site": site = "none" } = headers;
  if (
    origin !== undefined &&
    origin.replace(/^https?:\/\//, "").toLowerCase() !== host.toLowerCase()
  ) {
    return { status: 403, message: foreign(`The Origin "${origin}"`, host) };
  }
  // Browsers send no Origin with some requests, such as those for images. A link to the page is allowed.
  const visit = /^(GET|HEAD)$/.test(method) && /^\/(\?|$)/.test(url);
  if (!["none", "same-origin"].includes(String(site)) && !visit) {
    return { status: 403, message: foreign(`Sec-Fetch-Site "${site}"`, host) };
  }
  return undefined;
}

const foreign = (header: string, host: string): string =>
  `${header} shows that a web page of another site sent this request. The sandbox answers only programs and its own page at http://${host}/. Call it from a server or a test, not from a script on a web page.`;
