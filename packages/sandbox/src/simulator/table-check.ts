import type { SimulatorTable } from "../simulator-table.ts";

/** Answers that a payment cannot name as what always happens: they need facts that only the normal course yields. */
const notAlways = ["refunded", "queried", "issued", "token_refused", "bad_signature"];

/** The situations that every refund of a payment can meet. */
export const alwaysPossible = ({ answers }: SimulatorTable): string[] =>
  Object.keys(answers).filter((situation) => !notAlways.includes(situation));

/** Throws where a table cannot be simulated, so that a mistake shows at the start and not as a strange answer. */
export function assertSound(table: SimulatorTable): void {
  const { provider, operations, answers, states, payments } = table;
  const needed = ["refunded", "payment_not_found", "invalid_request", "unauthorized"];
  if (operations.query) needed.push("queried");
  if (operations.token) needed.push("issued");
  for (const situation of needed) {
    if (!answers[situation]) throw new Error(`${provider}: answers.${situation} is missing.`);
  }
  for (const [at, { always }] of payments.entries()) {
    if (always === undefined) continue;
    if (!alwaysPossible(table).includes(always)) {
      throw new Error(
        `${provider}: payments[${at}].always is "${always}", which no refund can be answered.`,
      );
    }
  }
  const asksState = Object.values(answers).some(({ fill }) =>
    fill.some(({ from }) => from === "payment.state"),
  );
  if (asksState && !states)
    throw new Error(`${provider}: an answer asks for payment.state, but states is missing.`);
}
