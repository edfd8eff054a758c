/** Fetches a page from its address. */
import { mostBytes, tooLarge, Unusable } from "./unusable.ts";

const limits = { milliseconds: 20_000, redirects: 5 };

/**
 * @returns the page's bytes; what they are encoded in, the page or its site says
 * @throws {Unusable} for anything but a whole page from its own site over https
 */
export async function fetchPage(address: string, fetched: typeof fetch = fetch): Promise<Buffer> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  let url = urlOf(address);
  for (let hops = 0; hops <= limits.redirects; hops++) {
    const response = await answer(url, signal, fetched);
    const target = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || !target)
      return await bodyOf(response, url, signal);
    await response.body?.cancel();
    const next = urlOf(new URL(target, url).href);
    if (!sameSite(url.hostname, next.hostname)) {
      throw new Unusable(
        `${url.href} redirects to ${next.href}, which is another site. If the page moved there, give that address.`,
      );
    }
    url = next;
  }
  throw new Unusable(
    `${address} redirects more than ${limits.redirects} times. Save the page from a browser and give the file.`,
  );
}

function urlOf(address: string): URL {
  const url = URL.parse(address);
  if (!url) throw new Unusable(`${address} is not an address.`);
  if (url.protocol !== "https:")
    throw new Unusable(
      `${address} is not https, so anybody on the way could change it. Save the page and give the file.`,
    );
  return url;
}

/** One host is the other, or is below it, as www.example.com below example.com. */
const sameSite = (a: string, b: string) => a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);

async function answer(url: URL, signal: AbortSignal, fetched: typeof fetch): Promise<Response> {
  try {
    return await fetched(url, {
      signal,
      redirect: "manual",
      headers: { accept: "text/html, text/markdown, text/plain" },
    });
  } catch (error) {
    throw new Unusable(
      `${url.href} could not be fetched: ${reason(error)}. Save the page from a browser and give the file.`,
    );
  }
}

async function bodyOf(response: Response, url: URL, signal: AbortSignal): Promise<Buffer> {
  if (!response.ok)
    throw new Unusable(
      `${url.href} answers ${response.status}. Save the page from a browser and give the file.`,
    );
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) throw tooLarge(url.href);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(
      `${url.href} broke off: ${signal.aborted ? `not whole after ${limits.milliseconds / 1000} seconds` : reason(error)}.`,
    );
  }
  return Buffer.concat(chunks);
}

const reason = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
};
