import { differences } from "./differences.ts";
import type { AnswerVector } from "./vectors.ts";

/** The vector's answer, as a server would give it. */
export function toResponse({ http, headers, body }: AnswerVector): Response {
  return new Response(new TextEncoder().encode(body), {
    status: http,
    headers: { "content-type": "application/json", ...headers },
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
