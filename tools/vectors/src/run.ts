import { checkAnswer, toResponse } from "./answer-vector.ts";
import { formProblems } from "./form.ts";
import { makeKeyPair } from "./key-pair.ts";
import { checkRequest, readRequest, type SentRequest } from "./request-vector.ts";
import type { VectorFactory, VectorResult, Vectors } from "./vectors.ts";

/**
 * Runs every vector of one provider against its client, through an injected `fetch`: nothing touches the network.
 * Runs wherever there are `fetch`'s classes and WebCrypto. Gives one result for the file and one for each vector.
 */
export async function runVectors(
  vectors: Vectors,
  factory: VectorFactory,
): Promise<VectorResult[]> {
  const form = formProblems(vectors);
  const results: VectorResult[] = [{ name: "its form", kind: "file", problems: form }];
  if (form.length > 0) return results;
  const keys = await makeKeyPair();
  const credentials = Object.fromEntries(
    Object.entries(vectors.credentials).map(([name, value]) => [
      name,
      value === "$rsa" ? keys.privateKey : value,
    ]),
  );

  /** One refund through a client of its own, every request of which meets the same answer. */
  async function refund(given: object, answer: () => Response) {
    const requests: SentRequest[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      requests.push(await readRequest(new Request(input, init)));
      return answer();
    };
    const client = factory({ environment: "test", ...credentials, fetch } as never);
    return { requests, outcome: { ...(await client.refund(given as never)) } };
  }

  for (const vector of vectors.requests) {
    const { name, given } = vector;
    results.push({
      name,
      kind: "request",
      ...(await attempt(async () => {
        const { requests } = await refund(given, () => new Response(null, { status: 500 }));
        return checkRequest(vector, requests, keys);
      })),
    });
  }
  for (const vector of vectors.answers) {
    const { name, given } = vector;
    results.push({
      name,
      kind: "answer",
      ...(await attempt(async () => {
        const { outcome } = await refund(given, () => toResponse(vector));
        return { problems: checkAnswer(vector, vectors.provider, outcome) };
      })),
    });
  }
  return results;
}

/** What a client throws is a vector's failure, not the run's. */
async function attempt<Checked extends { problems: string[] }>(
  check: () => Promise<Checked>,
): Promise<Checked | { problems: string[] }> {
  try {
    return await check();
  } catch (error) {
    return { problems: [`the refund threw ${error}`] };
  }
}
