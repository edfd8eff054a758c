/** Calls a client and gives it one reply. */
import type { Outcome, QueryOutcome } from "@refunds/core";
import type { DocumentedAnswer } from "./documented-answer.ts";
import type { Reply } from "./mutation.ts";
import type { Client, Subject } from "./subject.ts";

/** The result of a call. */
export interface CallResult {
  /** Absent if the call threw. */
  readonly outcome?: Outcome | QueryOutcome;
  readonly thrown?: unknown;
  /** How many requests were sent, not counting token requests. */
  readonly requestsSent: number;
}

export interface Caller {
  /** Resolves with the result, or with "no end" after `boundMs`. */
  call(subject: Subject, answer: DocumentedAnswer, reply: Reply): Promise<CallResult | "no end">;
}

/** The usual timeout of clients, which no call here reaches, and the one for replies that never end. Milliseconds. */
const timeoutMs = 8000;
const briefTimeoutMs = 10;

/** @param boundMs the time limit of a call, longer than the timeout of the clients */
export function createCaller(boundMs: number): Caller {
  let reply: Reply = unreadable;
  let signed: Subject["signed"] = async (_, answer) => answer;
  let forToken = false;
  /** The number of requests to each URL, in order of the first request. */
  let requests = new Map<string, number>();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input);
    requests.set(url, (requests.get(url) ?? 0) + 1);
    // When the reply is for the token request, the refund request that follows goes to another URL.
    const [first] = requests.keys();
    const given = forToken && url !== first ? unreadable : reply;
    return responseOf(await withSignature(signed, new Request(input, init), given));
  };
  const requestsSentNow = () =>
    [...requests.values()].slice(forToken ? 1 : 0).reduce((a, b) => a + b, 0);
  const kept = new Map<Subject, Client>();

  function clientFor(subject: Subject, { operation }: DocumentedAnswer, { ends }: Reply): Client {
    const brief = ends === "never";
    const options = { environment: subject.environment, timeoutMs, fetch };
    // A client keeps its token, so a token request needs a new client.
    if (operation === "token" || brief) {
      return subject.open({
        ...options,
        ...(brief && { timeoutMs: briefTimeoutMs }),
        ...(operation === "token" ? subject.credentials.at(-1) : subject.credentials[0]),
      });
    }
    const client = kept.get(subject) ?? subject.open({ ...options, ...subject.credentials[0] });
    kept.set(subject, client);
    return client;
  }

  return {
    async call(subject, answer, given) {
      reply = given;
      signed = subject.signed;
      forToken = answer.operation === "token";
      requests = new Map();
      let stop: ReturnType<typeof setTimeout> | undefined;
      const tooLong = new Promise<"no end">((resolve) => {
        stop = setTimeout(resolve, boundMs, "no end");
      });
      try {
        const client = clientFor(subject, answer, reply);
        const outcome = await Promise.race([ask(client, answer), tooLong]);
        if (outcome === "no end") return outcome;
        return { outcome, requestsSent: requestsSentNow() };
      } catch (thrown) {
        return { thrown, requestsSent: requestsSentNow() };
      } finally {
        clearTimeout(stop);
      }
    },
  };
}

const ask = (client: Client, { operation, request, question }: DocumentedAnswer) =>
  operation === "query" && client.query
    ? client.query(question ?? { payment: request.payment })
    : client.refund(request);

/** The reply to a refund after a token: neither a success nor a decline. */
const unreadable: Reply = { http: 200, headers: {}, bytes: new Uint8Array() };

/** A provider may sign whatever it answers: what is held to the specs is the answer, not only its signature. */
async function withSignature(
  signed: Subject["signed"],
  request: Request,
  reply: Reply,
): Promise<Reply> {
  const { http: status, bytes } = reply;
  const body = withoutBody.includes(status) ? "" : new TextDecoder().decode(bytes);
  const answer = await signed(request, { status, headers: {}, body });
  const headers = new Headers(reply.headers);
  for (const [name, value] of Object.entries<string>(answer.headers)) headers.set(name, value);
  return { ...reply, headers: Object.fromEntries(headers) };
}

const withoutBody = [101, 204, 205, 304];

function responseOf(reply: Reply): Response {
  const { http, headers, bytes, pieceBytes, ends, followed } = reply;
  const plain = pieceBytes === undefined && ends === undefined;
  const body = withoutBody.includes(http) ? null : plain ? bytes : streamOf(reply);
  const response = new Response(body, { status: http, headers });
  if (followed) Object.defineProperty(response, "redirected", { value: true });
  return response;
}

function streamOf({ bytes, pieceBytes = bytes.length, ends }: Reply): ReadableStream {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) {
        controller.enqueue(bytes.slice(at, at + pieceBytes));
        at += pieceBytes;
        return undefined;
      }
      if (ends === "never") return new Promise(() => {});
      if (ends === "broken") controller.error(new TypeError("terminated"));
      else controller.close();
      return undefined;
    },
  });
}

/** The part of a reply that reaches the client. */
export const receivedOf = ({ http, headers, bytes, ends, followed }: Reply) => ({
  // The status belongs to the redirected request, not to the one that was sent.
  http: followed ? 0 : http,
  headers,
  bytes: withoutBody.includes(http) ? new Uint8Array() : bytes,
  whole: ends === undefined,
});
