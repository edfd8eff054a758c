/** The sample refund of a provider, from its wire vectors: what is asked, and what is answered. */
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import type { AnyRefundRequest } from "refunds";

interface Vectors {
  readonly credentials: Readonly<Record<string, unknown>>;
  readonly requests: readonly { readonly expect: WrittenRequest }[];
  readonly answers: readonly {
    readonly given: AnyRefundRequest & { readonly key?: string };
    readonly http: number;
    readonly body: string;
    readonly expect: { readonly status: string; readonly refundId?: string };
  }[];
}

interface WrittenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Sample {
  readonly credentials: Readonly<Record<string, unknown>>;
  /** A request as it is on the wire. */
  readonly written: WrittenRequest;
  /** The request of the n-th refund. Without a number of its own, its payment is another one each time. */
  given(n: number, payment?: number): AnyRefundRequest & { readonly key: string };
  /** The text of the provider's answer to it. */
  answer(n: number, payment?: number): string;
  /** The text of the provider's answer to the body of a request, of whatever payment it names. */
  answerTo(body: string): string;
}

export function sampleOf(provider: string): Sample {
  const file = new URL(`../../../../specs/vectors/${provider}.json`, import.meta.url);
  const { credentials, requests, answers }: Vectors = JSON.parse(readFileSync(file, "utf8"));
  const vector = answers.find(
    ({ http, body, expect }) => http === 200 && expect.status === "succeeded" && body !== "",
  );
  const written = requests.find(({ expect }) => expect.method === "POST")?.expect;
  if (!vector || !written) throw new Error(`${provider} has no vector of a refund that succeeded`);
  const { given, body, expect } = vector;
  const [id = "", original = ""] = Object.entries(given.payment)[0] ?? [];
  const numbered = (value: string | number, n: number) =>
    typeof value === "number" ? value + n : `${value}${n}`;
  const parts = body.split(String(original));
  const answer = (n: number, payment = n) => {
    const text = parts.join(String(numbered(original, payment)));
    // A refund id that occurs twice would be a contradiction.
    return expect.refundId ? text.replace(expect.refundId, () => `${expect.refundId}${n}`) : text;
  };
  return {
    credentials: withKeys(credentials),
    written,
    given: (n, payment = n) => ({
      ...given,
      payment: { ...given.payment, [id]: numbered(original, payment) },
      key: `${given.key ?? "refund"}-${n}`,
    }),
    answer,
    answerTo: (body) => answer(Number(body.split(String(original))[1]?.match(/^\d+/)?.[0] ?? 0)),
  };
}

/** A key of this run stands in for `$rsa`. */
function withKeys(credentials: Vectors["credentials"]): Sample["credentials"] {
  const rsa = () =>
    generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
      type: "pkcs8",
      format: "pem",
    });
  return Object.fromEntries(
    Object.entries(credentials).map(([name, value]) => [name, value === "$rsa" ? rsa() : value]),
  );
}
