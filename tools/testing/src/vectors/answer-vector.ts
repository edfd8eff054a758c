import { differences } from "./differences.ts";
import type { KeyPair } from "./key-pair.ts";
import type { AnswerVector } from "./vectors.ts";

/** The vector's answer, as a server would give it. */
export async function toResponse(
  { http, headers = {}, body, signs }: AnswerVector,
  keys: KeyPair,
): Promise<Response> {
  const signature = signs === undefined ? "$signature" : await keys.sign(signs);
  const signed = Object.entries(headers).map(
    ([name, text]) => [name, text.replace("$signature", () => signature)] as const,
  );
  // With these statuses, `Response` takes no body, not even an empty one.
  const isBodiless = body === "" && [204, 205, 304].includes(http);
  return new Response(isBodiless ? null : new TextEncoder().encode(body), {
    status: http,
    headers: { "content-type": "application/json", ...Object.fromEntries(signed) },
  });
}

/** Holds the outcome to the vector; the raw answer must be there to the letter. */
export function checkAnswer(
  { http, body, expect }: AnswerVector,
  provider: string,
  outcome: Readonly<Record<string, unknown>>,
): string[] {
  const raw = Object(outcome.raw);
  return differences(
    { provider, ...expect, "raw.status": http, "raw.body": body },
    {
      ...outcome,
      ...(Array.isArray(outcome.contradictions) && {
        contradictions: outcome.contradictions.map(({ field }) => field),
      }),
      "raw.status": raw.status,
      "raw.body": raw.body,
    },
  );
}
