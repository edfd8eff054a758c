import type { Delivery } from "../faults/delivery.ts";
import { renderPage } from "../page/page.ts";
import type { SandboxWithin } from "../sandbox.ts";

const headers = {
  // Nothing but the page's own style: whatever a request may have put into the state runs nowhere.
  html: {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "cache-control": "no-store",
  },
  json: { "content-type": "application/json", "cache-control": "no-store" },
  text: { "content-type": "text/plain; charset=utf-8" },
};

/** Where a served sandbox is found by whoever asks: the same sandbox has other names in other containers. */
export interface Site {
  readonly url: string;
  /** An origin that refuses every connection. */
  readonly refusedUrl: string;
}

/**
 * Answers any request to the sandbox as a site: the providers by their paths, `/`, `/state.json` and `POST /reset`. What
 * a provider does is a delivery, since it may be less than an answer; everything else is the site's own response.
 */
export async function answerSite(
  sandbox: SandboxWithin,
  request: Request,
  site: Site,
): Promise<Response | Delivery> {
  const { pathname } = new URL(request.url);
  switch (`${request.method} ${pathname}`) {
    case "GET /":
    case "HEAD /":
      return new Response(await renderPage(sandbox, site), { headers: headers.html });
    case "GET /state.json":
      return new Response(JSON.stringify(state(sandbox, site), null, 2), {
        headers: headers.json,
      });
    case "POST /reset":
      sandbox.reset();
      return new Response(null, { status: 204 });
  }
  const delivery = await sandbox.traffic.exchange(request, {
    unable: { refuse: notRefused(site.refusedUrl) },
    // Providers are known by their paths, whatever name the sandbox is called by.
    address: request.url.replace(/^[^/]+\/\/[^/]+/, "http://localhost"),
    refusedUrl: site.refusedUrl,
  });
  if (delivery?.by === "misuse") return say(400, delivery.message);
  if (delivery) return delivery;
  const where = `See ${site.url}/ for what it answers.`;
  return say(404, `The refund sandbox has nothing at ${request.method} ${pathname}. ${where}`);
}

/** A sentence of the sandbox itself. */
export const say = (status: number, text: string): Response =>
  new Response(`${text}\n`, { status, headers: headers.text });

const notRefused = (refusedUrl: string): string =>
  `The fault "refuse" cannot be made for a request that has already connected. Nothing was done. Send it to ${refusedUrl}/ instead, where nothing listens.`;

/** Everything the sandbox knows, credentials included: they are samples. */
function state(
  { providers, refunds, requests }: SandboxWithin,
  { url, refusedUrl }: Site,
): unknown {
  return {
    refusedUrl,
    providers: providers.map(
      ({ provider, title, documentation, servers, credentials, payments }) => ({
        provider,
        title,
        documentation,
        baseUrl: `${url}/${provider}`,
        servers,
        credentials,
        payments,
      }),
    ),
    refunds,
    requests,
  };
}
