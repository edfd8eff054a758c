import { checkAnswer, toResponse } from "./answer-vector.ts";
import { withFixed } from "./fixed.ts";
import { formProblems } from "./form.ts";
import { makeKeyPair } from "./key-pair.ts";
import { checkRequest, readRequest, type SentRequest } from "./request-vector.ts";
import type {
  AnswerVector,
  RequestVector,
  VectorFactory,
  VectorResult,
  Vectors,
} from "./vectors.ts";

/** What is held to the vectors: a client of either kind. */
export interface Subject {
  /** One refund through a client of its own, made with these options. Rejects for whatever the client throws. */
  request(vector: RequestVector, options: object): Promise<unknown>;
  /** One refund that meets the vector's answer: what differs from what must come of it. */
  answer(vector: AnswerVector, options: object): Promise<string[]>;
}

/**
 * Runs every vector of one provider against its client, through an injected `fetch`: nothing touches the network.
 * Runs wherever there are `fetch`'s classes and WebCrypto. Gives one result for the file and one for each vector.
 */
export const runVectors = (vectors: Vectors, factory: VectorFactory): Promise<VectorResult[]> => {
  const refund = async (given: object, options: object) => ({
    ...(await factory(options as never).refund(given as never)),
  });
  return runSubject(vectors, {
    request: ({ given }, options) => refund(given, options),
    answer: async (vector, options) =>
      checkAnswer(vector, vectors.provider, await refund(vector.given, options)),
  });
};

export async function runSubject(vectors: Vectors, subject: Subject): Promise<VectorResult[]> {
  const form = formProblems(vectors);
  const results: VectorResult[] = [{ name: "its form", kind: "file", problems: form }];
  if (form.length > 0) return results;
  return withFixed(vectors.fixed ?? {}, () => runAll(vectors, subject, results));
}

async function runAll(
  vectors: Vectors,
  subject: Subject,
  results: VectorResult[],
): Promise<VectorResult[]> {
  const keys = await makeKeyPair();
  const credentials = Object.fromEntries(
    Object.entries(vectors.credentials).map(([name, value]) => [
      name,
      value === "$rsa" ? keys.privateKey : value === "$rsaPublic" ? keys.publicKey : value,
    ]),
  );
  const optionsFor = (requests: SentRequest[], answer: () => Response | Promise<Response>) => ({
    environment: "test",
    ...credentials,
    fetch: async (input: string, init: RequestInit) => {
      requests.push(await readRequest(new Request(input, init)));
      return answer();
    },
  });

  for (const vector of vectors.requests) {
    results.push({
      name: vector.name,
      kind: "request",
      ...(await attempt(async () => {
        const requests: SentRequest[] = [];
        const answer = () => new Response(null, { status: 500 });
        await subject.request(vector, optionsFor(requests, answer));
        return checkRequest(vector, requests, keys);
      })),
    });
  }
  for (const vector of vectors.answers) {
    results.push({
      name: vector.name,
      kind: "answer",
      ...(await attempt(async () => {
        const problems = await subject.answer(
          vector,
          optionsFor([], () => toResponse(vector, keys)),
        );
        return { problems };
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
