import { getResponse } from "msw";
import type { Sandbox } from "../sandbox.ts";
import { renderPage } from "./page.ts";

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

/**
 * Answers any request to the sandbox as a site: the providers by their paths, `/`, `/state.json` and `POST /reset`.
 * Undefined where the sandbox itself failed; then nothing must be answered.
 */
export async function answerSite(
  sandbox: Sandbox,
  request: Request,
  origin: string,
): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  switch (`${request.method} ${pathname}`) {
    case "GET /":
    case "HEAD /":
      return new Response(await renderPage(sandbox, origin), { headers: headers.html });
    case "GET /state.json":
      return new Response(JSON.stringify(state(sandbox, origin), null, 2), {
        headers: headers.json,
      });
    case "POST /reset":
      sandbox.reset();
      return new Response(null, { status: 204 });
  }
  const answer = await getResponse(sandbox.handlers, request);
  if (answer) return answer.type === "error" ? undefined : answer;
  const text = `The refund sandbox has nothing at ${request.method} ${pathname}. See ${origin}/ for what it answers.\n`;
  return new Response(text, { status: 404, headers: headers.text });
}

/** Everything the sandbox knows, credentials included: they are samples. */
function state({ providers, refunds, requests }: Sandbox, origin: string): unknown {
  return {
    providers: providers.map(
      ({ provider, title, documentation, servers, credentials, payments }) => ({
        provider,
        title,
        documentation,
        baseUrl: `${origin}/${provider}`,
        servers,
        credentials,
        payments,
      }),
    ),
    refunds,
    requests,
  };
}
