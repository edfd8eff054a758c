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
  const { method, url, body } = expect;
  const { accept: type = "application/json", ...headers } = expect.headers;
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
    ...differences({ method, url }, { ...sent }),
    ...differences(headers, sentHeaders).map((difference) => `the header ${difference}`),
    ...Object.keys(sentHeaders)
      .filter((name) => !Object.hasOwn(headers, name))
      .map((name) => `the header ${name} is sent, and the vector has none`),
  ];
  const [before, after, ...more] = body.split("$signature");
  if (before === undefined || after === undefined || more.length > 0) {
    return { problems: [...problems, ...differences({ body }, { ...sent })] };
  }
  const signature = sent.body.slice(before.length, sent.body.length - after.length);
  if (before + signature + after !== sent.body || !/^[A-Za-z0-9+/]{342}==$/.test(signature)) {
    return { problems: [...problems, ...differences({ body }, { ...sent })] };
  }
  const text = String(JSON.parse(sent.body).request);
  if (!(await keys.verify(text, signature))) {
    problems.push(`the signature does not verify over ${text}`);
  }
  return { problems, signed: { text, signature, publicKey: keys.publicKey } };
}
