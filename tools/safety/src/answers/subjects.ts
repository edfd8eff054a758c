/** All providers with their documented answers, from wire vectors and simulators. */
import { existsSync, readFileSync } from "node:fs";
import { createSandbox, type Sandbox, type SandboxProvider } from "@refunds/sandbox";
import { providers } from "refunds";
import type { DocumentedAnswer, RefundRequest } from "./documented-answer.ts";
import { readNeeds } from "./needs.ts";
import type { Client, ClientOptions, Subject } from "./subject.ts";

/** A fixed time, so that simulators give the same answers in every run. */
const now = Date.UTC(2026, 10, 22);

/** Throws if a provider has no vectors or no file in specs/answers. */
export async function collectSubjects(): Promise<Subject[]> {
  const sandbox = await createSandbox({ now: () => now });
  const subjects: Subject[] = [];
  for (const simulated of sandbox.providers) {
    const { provider, environment, credentials } = simulated;
    const open = (providers as unknown as Record<string, (options: ClientOptions) => Client>)[
      provider
    ];
    if (!open) throw new Error(`refunds has no provider ${provider}`);
    const answers = [...vectorsOf(provider), ...(await simulatedAnswers(sandbox, simulated, open))];
    subjects.push({
      provider,
      open,
      environment,
      credentials,
      answers,
      signed: simulated.signed,
      needs: readNeeds(provider),
    });
  }
  return subjects;
}

function vectorsOf(provider: string): DocumentedAnswer[] {
  const name = `specs/vectors/${provider}.json`;
  const file = new URL(`../../../../${name}`, import.meta.url);
  if (!existsSync(file)) {
    throw new Error(`${name} is missing. Write it by hand: step 4 in docs/adding-a-provider.md.`);
  }
  const { answers } = JSON.parse(readFileSync(file, "utf8")) as {
    answers: (Pick<DocumentedAnswer, "name" | "http" | "body"> & {
      given: RefundRequest;
      headers?: Record<string, string>;
    })[];
  };
  return answers.map(({ name, given, http, headers = {}, body }) => ({
    operation: "refund",
    name,
    request: given,
    http,
    headers,
    body,
  }));
}

/** The answers of the simulator to tokens, refunds and queries, for each of its payments and for an unknown one. */
async function simulatedAnswers(
  sandbox: Sandbox,
  { provider, environment, credentials, payments, requestFor, queryFor }: SandboxProvider,
  open: (options: ClientOptions) => Client,
): Promise<DocumentedAnswer[]> {
  const answers = new Map<string, DocumentedAnswer>();
  let current: RefundRequest = { payment: {} };
  let question: object | undefined;
  const client = open({
    environment,
    timeoutMs: 5000,
    ...credentials.at(-1),
    async fetch(input, init) {
      const response = await sandbox.fetch(input, init);
      const body = await response.clone().text();
      const { operation, situation } = sandbox.requests.at(-1) ?? { situation: "" };
      if (!operation) throw new Error(`The simulator of ${provider} received no request.`);
      const name = `simulator: ${operation}, ${situation}`;
      const answer = {
        operation,
        name,
        request: current,
        ...(operation === "query" && question && { question }),
        http: response.status,
        headers: {},
        body,
      };
      // Keep one answer for all token requests.
      answers.set(operation === "token" ? operation : `${name} ${JSON.stringify(current)}`, answer);
      return response;
    },
  });
  for (const payment of payments) {
    const request = requestFor(payment, undefined, "order-1042-refund-1");
    const elsewhere = { ...request, payment: unknownOf(request.payment) };
    for (current of [request, elsewhere]) {
      const outcome = await client.refund(current);
      const { refundId = "900001" } = { refundId: undefined, ...outcome };
      question = queryFor(current, refundId);
      if (question) await client.query?.(question);
    }
  }
  return [...answers.values()];
}

/** Identifiers of the same form for a payment that does not exist. */
const unknownOf = (payment: RefundRequest["payment"]): RefundRequest["payment"] =>
  Object.fromEntries(
    Object.entries(payment).map(([id, value]) => [
      id,
      // Digits stay digits: the documentation may allow nothing else there.
      typeof value === "number"
        ? value + 900_000
        : value.replace(/.$/, (last) => (/\d/.test(last) ? String(9 - Number(last)) : "x")),
    ]),
  );
