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
  try {
    for (let hops = 0; hops <= limits.redirects; hops++) {
      const headers = { accept: "text/html, text/markdown, text/plain" };
      const response = await fetched(url, { signal, redirect: "manual", headers });
      const target = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || !target)
        return await bodyOf(response, url);
      await response.body?.cancel();
      const next = urlOf(new URL(target, url).href);
      if (!sameSite(url.hostname, next.hostname))
        throw new Unusable(
          `${url.href} redirects to ${next.href}, which is another site. If the page moved there, give that address.`,
        );
      url = next;
    }
  } catch (error) {
    if (error instanceof Unusable) throw error;
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Unusable(`${url.href} could not be fetched: ${reason}. ${save}`);
  }
  throw new Unusable(`${address} redirects more than ${limits.redirects} times. ${save}`);
}

const save = "Save the page from a browser and give the file.";

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

async function bodyOf(response: Response, url: URL): Promise<Buffer> {
  if (!response.ok) throw new Unusable(`${url.href} answers ${response.status}. ${save}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw tooLarge(url.href);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
