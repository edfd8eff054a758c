import type { SimulatorTable } from "../simulator-table.ts";

/** Answers that `always` cannot use, because they need values that only a regular request has. */
const notAlways = ["refunded", "queried", "issued", "token_refused", "bad_signature"];

/** Whether an answer can confirm a refund. Without one that does, every refund is accepted and stays pending. */
export const confirms = ({ answers }: Pick<SimulatorTable, "answers">): boolean =>
  answers.refunded !== undefined;

/** The situations that `always` of a payment can name. */
export const alwaysPossible = ({ answers }: SimulatorTable): string[] =>
  Object.keys(answers).filter((situation) => !notAlways.includes(situation));

/** @throws {Error} if a table cannot be simulated. Otherwise the mistake would only lead to a strange answer later. */
export function assertSound(table: SimulatorTable): void {
  const { provider, operations, answers, states, refundStates, payments } = table;
  const needed = ["payment_not_found", "invalid_request", "unauthorized"];
  if (!answers.pending) needed.unshift("refunded");
  if (operations.token) needed.push("issued");
  for (const situation of needed) {
    if (!answers[situation]) throw new Error(`${provider}: answers.${situation} is missing.`);
  }
  for (const [at, { always }] of payments.entries()) {
    if (always === undefined) continue;
    if (!alwaysPossible(table).includes(always)) {
      throw new Error(
        `${provider}: payments[${at}].always is "${always}", but no refund can be answered with it.`,
      );
    }
  }
  if (uses(table, "payment.state") && !states)
    throw new Error(`${provider}: an answer uses payment.state, but states is missing.`);
  if (uses(table, "refund.state") && answers.pending && refundStates?.pending === undefined)
    throw new Error(
      `${provider}: an answer uses refund.state, but refundStates.pending is missing.`,
    );
}

const uses = ({ answers }: SimulatorTable, source: string): boolean =>
  Object.values(answers).some(({ fill }) => fill.some(({ from }) => from === source));

/** @throws {Error} if an answer would have to name the state of a refund that failed, and there is no word for it */
export function assertCanFail(table: SimulatorTable): void {
  if (!uses(table, "refund.state") || table.refundStates?.failed !== undefined) return;
  throw new Error(
    `${table.provider} documents no word for a refund that failed, so the sandbox cannot let one fail.`,
  );
}
