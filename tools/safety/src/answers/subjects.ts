/** Every provider with its documented answers: those of its wire vectors, and those that its simulator gives. */
import { readFileSync } from "node:fs";
import { createSandbox, type Sandbox, type SandboxProvider } from "@refunds/sandbox";
import { providers } from "refunds";
import type { DocumentedAnswer, RefundRequest } from "./documented-answer.ts";
import { readNeeds } from "./needs.ts";
import type { Client, ClientOptions, Subject } from "./subject.ts";

/** A moment, so that the simulators' answers are the same in every run. */
const now = Date.UTC(2026, 10, 22);

/** Throws where a provider has no vectors, or nothing says what its answers need. */
export async function collectSubjects(): Promise<Subject[]> {
  const sandbox = await createSandbox({ now: () => now });
  const subjects: Subject[] = [];
  for (const simulated of sandbox.providers) {
    const { provider, credentials } = simulated;
    const open = (providers as unknown as Record<string, (options: ClientOptions) => Client>)[
      provider
    ];
    if (!open) throw new Error(`refunds has no provider ${provider}`);
    const answers = [...vectorsOf(provider), ...(await rehearsed(sandbox, simulated, open))];
    subjects.push({ provider, open, credentials, answers, needs: readNeeds(provider) });
  }
  return subjects;
}

function vectorsOf(provider: string): DocumentedAnswer[] {
  const file = new URL(`../../../../specs/vectors/${provider}.json`, import.meta.url);
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

/** What the simulator answers to refunds and queries of each of its payments, of none it has, and on the way there. */
async function rehearsed(
  sandbox: Sandbox,
  { provider, credentials, payments, requestFor }: SandboxProvider,
  open: (options: ClientOptions) => Client,
): Promise<DocumentedAnswer[]> {
  const heard = new Map<string, DocumentedAnswer>();
  let current: RefundRequest = { payment: {} };
  const client = open({
    environment: "test",
    timeoutMs: 5000,
    ...credentials.at(-1),
    async fetch(input, init) {
      const response = await sandbox.fetch(input, init);
      const body = await response.clone().text();
      const { operation, situation } = sandbox.requests.at(-1) ?? { situation: "" };
      if (!operation) throw new Error(`${provider}'s simulator was not asked anything.`);
      const name = `simulator: ${operation}, ${situation}`;
      const answer = {
        operation,
        name,
        request: current,
        http: response.status,
        headers: {},
        body,
      };
      // Tokens are asked for again and again.
      heard.set(operation === "token" ? operation : `${name} ${JSON.stringify(current)}`, answer);
      return response;
    },
  });
  for (const payment of payments) {
    const request = requestFor(payment);
    const elsewhere = { ...request, payment: unknownOf(request.payment) };
    for (current of [request, elsewhere]) {
      await client.refund(current);
      await client.query?.({ payment: current.payment });
    }
  }
  return [...heard.values()];
}

/** Identifiers of the same types, of a payment that is not there. */
const unknownOf = (payment: RefundRequest["payment"]): RefundRequest["payment"] =>
  Object.fromEntries(
    Object.entries(payment).map(([id, value]) => [
      id,
      typeof value === "number" ? value + 900_000 : `${value.slice(0, -1)}?`,
    ]),
  );
