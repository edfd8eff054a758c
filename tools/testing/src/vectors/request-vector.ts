import { differences } from "./differences.ts";
import type { KeyPair } from "./key-pair.ts";
import type { RequestVector, Signed } from "./vectors.ts";

/** A request as it left the client. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Every byte of the body counts, so one that is not UTF-8 is an error, and a byte order mark stays. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export async function readRequest(request: Request): Promise<SentRequest> {
  const { method, url } = request;
  const headers: Record<string, string> = {};
  request.headers.forEach((value, name) => {
    headers[name] = value;
  });
  return { method, url, headers, body: utf8.decode(await request.arrayBuffer()) };
}

/** Holds the requests of one refund to the vector: exactly one, and that one byte by byte. */
export async function checkRequest(
  { expect }: RequestVector,
  requests: readonly SentRequest[],
  keys: KeyPair,
): Promise<{ problems: string[]; signed?: Signed }> {
  const [sent, second] = requests;
  if (!sent || second) {
    return { problems: [`exactly one request should leave, and ${requests.length} did`] };
  }
  const signature = signatureIn(expect, sent);
  const filled = (text: string) => text.replace("$signature", () => signature ?? "$signature");
  const { method, url } = expect;
  const body = filled(expect.body);
  const { accept: type = "application/json", ...headers } = Object.fromEntries(
    Object.entries(expect.headers).map(([name, text]) => [name, filled(text)]),
  );
  // The same for every request of every provider, where the runtime lets anybody say it.
  const {
    accept,
    connection,
    "accept-encoding": coding,
    "content-length": length,
    ...sentHeaders
  } = sent.headers;
  const size = String(new TextEncoder().encode(sent.body).byteLength);
  const problems = [
    ...differences({ accept: type }, { accept }),
    ...differences({ coding: "identity" }, { coding: coding ?? "identity" }),
    ...differences({ connection: "close" }, { connection: connection ?? "close" }),
    ...differences({ length: size }, { length: length ?? size }),
    ...differences({ method, url, body }, { ...sent }),
    ...differences(headers, sentHeaders).map((difference) => `the header ${difference}`),
    ...Object.keys(sentHeaders)
      .filter((name) => !Object.hasOwn(headers, name))
      .map((name) => `the header ${name} is sent, and the vector has none`),
  ];
  if (signature === undefined) return { problems };
  const text = expect.signs ?? String(JSON.parse(sent.body).request);
  if (!(await keys.verify(text, signature))) {
    problems.push(`the signature does not verify over ${text}`);
  }
  return { problems, signed: { text, signature, publicKey: keys.publicKey } };
}

/** What the request has where the vector has `$signature`, if that can be a signature. */
function signatureIn(
  { headers, body }: RequestVector["expect"],
  sent: SentRequest,
): string | undefined {
  const texts = [
    [body, sent.body] as const,
    ...Object.entries(headers).map(([name, text]) => [text, sent.headers[name]] as const),
  ];
  const [wanted, found = ""] = texts.find(([text]) => text.includes("$signature")) ?? [];
  const [before = "", after = "", ...more] = wanted?.split("$signature") ?? [];
  const signature = found.slice(before.length, found.length - after.length);
  return more.length === 0 && /^[A-Za-z0-9+/]{342}==$/.test(signature) ? signature : undefined;
}
