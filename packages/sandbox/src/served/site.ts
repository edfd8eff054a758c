import { createHash } from "node:crypto";
import type { Delivery } from "../faults/delivery.ts";
import { readFaultSwitch } from "../faults/fault-switches.ts";
import type { Html } from "../page/html.ts";
import { renderPage } from "../page/page.ts";
import { script } from "../page/script.ts";
import { style } from "../page/style.ts";
import type { SandboxInternals } from "../sandbox.ts";
import type { SiteUrls } from "./site-urls.ts";

function hash({ markup }: Html): string {
  return `sha256-${createHash("sha256").update(markup).digest("base64")}`;
}

/** The state holds content of requests. These headers keep it from being executed, and other sites from embedding it. */
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
    // Allows only this exact script and style, and no frames.
    "content-security-policy": `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  },
};

/**
 * Answers a request to the served sandbox: the providers by their paths, `/`, `/state.json`, `POST /reset`, `/finish` and `/faults`.
 * A provider's answer is a `Delivery`, since a fault may prevent a response. Everything else is a `Response`.
 */
export async function answerSite(
  sandbox: SandboxInternals,
  request: Request,
  site: SiteUrls,
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
    case "POST /finish":
      return finishRefund(sandbox, await request.text());
    case "DELETE /faults":
      sandbox.inject();
      sandbox.router.switches.clear();
      return noContent();
  }
  const delivery = await sandbox.router.handle(request, {
    unsupported: { refuse: notRefused(site.refusedUrl) },
    // The path decides which provider is called. The host can be any allowed name.
    address: request.url.replace(/^[^/]+\/\/[^/]+/, "http://localhost"),
    refusedUrl: site.refusedUrl,
  });
  if (delivery?.by === "invalid_use") return textResponse(400, delivery.message);
  if (delivery) return delivery;
  const where = `See ${site.url}/ for the available URLs.`;
  return textResponse(404, `The sandbox does not answer ${request.method} ${pathname}. ${where}`);
}

/** The page's script asks once a second, so an unchanged page is answered with 304. */
async function answerPage(
  sandbox: SandboxInternals,
  request: Request,
  site: SiteUrls,
): Promise<Response> {
  const { router, hasPlan, requests, refunds, notifications } = sandbox;
  // A reset also clears the switches, so `changes` counts it.
  const deliveries = notifications.length + notifications.flatMap(({ answers }) => answers).length;
  const ended = (["succeeded", "failed"] as const).map(
    (as) => refunds.filter(({ status }) => status === as).length,
  );
  const sizes = [requests.length, refunds.length, ...ended, deliveries];
  const counts = [...sizes, router.switches.changes, Number(hasPlan)];
  const version = `${started}.${counts.join(".")}`;
  if (request.headers.get("if-none-match") === `"${version}"`) {
    return new Response(null, { status: 304 });
  }
  const page = await renderPage(sandbox, { ...site, version });
  return new Response(page, { headers: headers.html });
}

/** Differs between two runs of the sandbox. */
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

const finishForm =
  'The body must be JSON such as {"provider":"stripe","refund":1,"as":"failed"}. "as" is "succeeded" or "failed".';

/** Ends a pending refund, or lets one fail. */
async function finishRefund(sandbox: SandboxInternals, text: string): Promise<Response> {
  try {
    const { provider, refund, as } = Object(JSON.parse(text));
    const isKnown = as === "succeeded" || as === "failed";
    if (typeof provider !== "string" || !Number.isInteger(refund) || !isKnown) {
      return textResponse(400, finishForm);
    }
    await sandbox.finish(provider, refund, as);
    return noContent();
  } catch (error) {
    return textResponse(400, error instanceof SyntaxError ? finishForm : (error as Error).message);
  }
}

const noContent = (): Response => new Response(null, { status: 204 });

/** A message of the sandbox itself, not of a provider. */
export const textResponse = (status: number, text: string): Response =>
  new Response(`${text}\n`, { status, headers: headers.text });

const notRefused = (refusedUrl: string): string =>
  `The fault "refuse" is not possible here, because the request is already connected. It was not processed. Send it to ${refusedUrl}/ instead, where nothing listens.`;

/** The whole state, including credentials, which are only samples. */
function state(
  { providers, refunds, requests, notifications, router }: SandboxInternals,
  { url, refusedUrl }: SiteUrls,
): unknown {
  return {
    refusedUrl,
    providers: providers.map(
      ({ provider, title, documentation, servers, endpoints, situations, ...rest }) => ({
        provider,
        title,
        documentation,
        baseUrl: `${url}/${provider}`,
        servers,
        endpoints,
        situations,
        credentials: rest.credentials,
        payments: rest.payments,
      }),
    ),
    faults: router.switches.all,
    refunds,
    requests,
    notifications,
  };
}
