/** The same vectors through the provider's own API: what a caller of openapi-fetch hands over, taken from the bytes to be sent. */
import { differences } from "./differences.ts";
import { runSubject } from "./run.ts";
import type {
  AnswerVector,
  RequestVector,
  VectorFetchFactory,
  VectorResult,
  Vectors,
} from "./vectors.ts";

/** Requests must leave as the very same bytes; answers must come through to the letter, or be thrown with their text. */
export async function runFetchVectors(
  vectors: Vectors,
  factory: VectorFetchFactory,
): Promise<VectorResult[]> {
  const { operation, requests } = vectors;
  if (!operation) {
    return [{ name: "its form", kind: "file", problems: ["the file has no operation"] }];
  }
  const call = ({ expect }: RequestVector, options: object) =>
    factory(options as never).request(
      expect.method.toLowerCase() as never,
      operation.path as never,
      initOf(vectors, expect) as never,
    );
  return runSubject(vectors, {
    // The answer that every request meets is empty, so each call is thrown as one whose fate is not known.
    request: async (vector, options) => isUnknown(await thrownBy(() => call(vector, options))),
    answer: async (vector, options) => {
      const result = await (requests[0] && call(requests[0], options))?.catch(isUnknown);
      return checkAnswer(vector, result);
    },
  });
}

/** The path, headers and body that a caller gives; what the client adds is left out. */
function initOf(
  { operation, credentials }: Vectors,
  { url, headers, body }: RequestVector["expect"],
) {
  const { path = "", headers: given = [] } = operation ?? {};
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const found = new RegExp(`${path.replace(/\{\w+\}/g, "([^/]+)")}$`).exec(url) ?? [];
  const values = names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? "")] as const);
  const isForm = headers["content-type"]?.includes("form");
  const fields = isForm ? new URLSearchParams(body) : Object.entries(JSON.parse(body || "{}"));
  return {
    params: { path: Object.fromEntries(values.filter(([name]) => !(name in credentials))) },
    headers: Object.fromEntries(given.map((name) => [name, headers[name]])),
    ...(body && {
      body: Object.fromEntries([...fields].filter(([, value]) => value !== "$signature")),
    }),
  };
}

async function thrownBy(act: () => Promise<unknown>): Promise<unknown> {
  try {
    await act();
  } catch (error) {
    return error;
  }
  throw new Error("an empty answer was not thrown");
}

/** The error, if it says that the request may have arrived; anything else is thrown on. */
function isUnknown(error: unknown): { status: string; raw?: { status: number; body: string } } {
  if (Object(error).status !== "unknown") throw error;
  return Object(error);
}

type Result =
  | { data?: unknown; error?: unknown; response: Response }
  | ReturnType<typeof isUnknown>
  | undefined;

function checkAnswer({ http, body }: AnswerVector, result: Result): string[] {
  if (result && "response" in result) {
    const { data, error, response } = result;
    if (body === "")
      return differences({ http, body }, { http: response.status, body: data ?? "" });
    const read = http < 400 ? { data: JSON.parse(body) } : { error: JSON.parse(body) };
    return differences({ http, ...read }, { http: response.status, data, error });
  }
  return differences({ http, body }, { http: result?.raw?.status, body: result?.raw?.body });
}
