/** Wraps the journal and the network of a process, so that they announce every step. */
import type { JournalStore } from "refunds";
import type { Intercept } from "./intercepted-pool.ts";

export type Step = (name: string) => void;

/** The journal transactions of a refund, in order. */
const transactions = ["opening", "outcome"];

/** Announces each transaction: before it starts, within it, and when it is durable. */
export function announceTransactions(store: JournalStore, step: Step): JournalStore {
  let begun = 0;
  return {
    async transact(scope, decide) {
      const name = transactions[begun++] ?? "further transaction";
      step(`${name}: before the transaction`);
      const result = await store.transact(scope, (found) => {
        const decision = decide(found);
        step(`${name}: within the transaction`);
        return decision;
      });
      step(`${name}: written`);
      return result;
    },
    get: (key) => store.get(key),
    lease: (request) => store.lease(request),
    list: (query) => store.list(query),
    open: () => store.open(),
    close: () => store.close(),
  };
}

/** Announces each COMMIT before it is sent, and after it is sent but not yet answered, when it is unknown whether it is written. */
export const announceCommits =
  (step: Step): Intercept =>
  (text, send) => {
    if (text !== "COMMIT") return send(text);
    step("before a COMMIT");
    const answer = send(text);
    step("a COMMIT has left");
    return answer;
  };

/** Announces each request before it is sent, and while its answer is read. */
export function announceRequests(fetch: typeof globalThis.fetch, step: Step) {
  let sent = 0;
  return async (...call: Parameters<typeof globalThis.fetch>): Promise<Response> => {
    const name = `request ${++sent}`;
    step(`${name}: before it leaves`);
    const { body, status, headers } = await fetch(...call);
    step(`${name}: its answer begins`);
    let begun = false;
    const announced = new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, controller) {
        if (!begun) step(`${name}: its first bytes are read`);
        begun = true;
        controller.enqueue(bytes);
      },
      flush: () => step(`${name}: its last byte is read`),
    });
    return new Response(body?.pipeThrough(announced) ?? null, { status, headers });
  };
}
