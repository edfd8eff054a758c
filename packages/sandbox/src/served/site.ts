import { createHash } from "node:crypto";
import type { Delivery } from "../faults/delivery.ts";
import { readFaultSwitch } from "../faults/fault-switches.ts";
import type { Html } from "../page/html.ts";
import { renderPage } from "../page/page.ts";
import { script } from "../page/script.ts";
import { style } from "../page/style.ts";
import type { SandboxInternals } from "../sandbox.ts";

function hash({ markup }: Html): string {
  return `sha256-${createHash("sha256").update(markup).digest("base64")}`;
}

/** Whatever a request may have put into the state runs nowhere, and no page of another site shows or loads any of it. */
const guarded = {
  "cache-control": "no-store",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
};
const headers = {
  json: { ...guarded, "content-type": "application/json" },
  text: { ...guarded, "content-type": "text/plain; charset=utf-8" },
  html: {
    ...guarded,
    "content-type": "text/html; charset=utf-8",
    // Only the page's own script and style, to the byte, and in nobody's frame.
    "content-security-policy": `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  },
};

/** Where a served sandbox is found by whoever asks: the same sandbox has other names in other containers. */
export interface Site {
  readonly url: string;
  /** An origin that refuses every connection. */
  readonly refusedUrl: string;
}

/**
 * Answers any request to the sandbox as a site: the providers by their paths, `/`, `/state.json`, `POST /reset` and `/faults`. What
 * a provider does is a delivery, since it may be less than an answer; everything else is the site's own response.
 */
export async function answerSite(
  sandbox: SandboxInternals,
  request: Request,
  site: Site,
): Promise<Response | Delivery> {
  const { pathname } = new URL(request.url);
  switch (`${request.method} ${pathname}`) {
    case "GET /":
    case "HEAD /":
      return answerPage(sandbox, request, site);
    case "GET /state.json":
      return new Response(JSON.stringify(state(sandbox, site), null, 2), {
        headers: headers.json,
      });
    case "POST /reset":
      sandbox.reset();
      return noContent();
    case "POST /faults":
      return switchFault(sandbox, await request.text());
    case "DELETE /faults":
      sandbox.router.switches.clear();
      return noContent();
  }
  const delivery = await sandbox.router.handle(request, {
    unsupported: { refuse: notRefused(site.refusedUrl) },
    // Providers are known by their paths, whatever name the sandbox is called by.
    address: request.url.replace(/^[^/]+\/\/[^/]+/, "http://localhost"),
    refusedUrl: site.refusedUrl,
  });
  if (delivery?.by === "invalid_use") return textResponse(400, delivery.message);
  if (delivery) return delivery;
  const where = `See ${site.url}/ for what it answers.`;
  return textResponse(
    404,
    `The refund sandbox has nothing at ${request.method} ${pathname}. ${where}`,
  );
}

/** The script asks once a second; what is unchanged is not written again. */
async function answerPage(
  sandbox: SandboxInternals,
  request: Request,
  site: Site,
): Promise<Response> {
  const { router, requests, refunds } = sandbox;
  // A reset changes the switches, too: it clears them.
  const counts = [requests.length, refunds.length, router.switches.changes];
  const version = `${started}.${counts.join(".")}`;
  if (request.headers.get("if-none-match") === `"${version}"`) {
    return new Response(null, { status: 304 });
  }
  const page = await renderPage(sandbox, { ...site, version });
  return new Response(page, { headers: headers.html });
}

/** Tells this process from the one before it. */
const started = crypto.randomUUID();

function switchFault({ router, providers }: SandboxInternals, text: string): Response {
  const read = readFaultSwitch(
    text,
    providers.map(({ provider }) => provider),
  );
  if (typeof read === "string") return textResponse(400, read);
  router.switches.add(read);
  return noContent();
}

const noContent = (): Response => new Response(null, { status: 204 });

/** A sentence of the sandbox itself. */
export const textResponse = (status: number, text: string): Response =>
  new Response(`${text}\n`, { status, headers: headers.text });

const notRefused = (refusedUrl: string): string =>
  `The fault "refuse" cannot be made for a request that has already connected. Nothing was done. Send it to ${refusedUrl}/ instead, where nothing listens.`;

/** Everything the sandbox knows, credentials included: they are samples. */
function state(
  { providers, refunds, requests, router }: SandboxInternals,
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
    faults: router.switches.all,
    refunds,
    requests,
  };
}
