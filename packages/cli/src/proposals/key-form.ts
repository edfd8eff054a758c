/** The form of a proposal's key. */
import { refuse } from "../errors.ts";

const part = "[A-Za-z0-9][A-Za-z0-9._:-]{0,99}";
const form = new RegExp(`^${part}(/${part})+$`);

const keyForm =
  "the id of the order, return or case in your own systems, a slash, and which refund of it this is: order-1042/refund-1. Take both from the business record. Never make one up: another key is another refund, and the customer is paid twice.";

/**
 * An assistant that makes up a key would refund again what another key has refunded. So the key has to name a record of the
 * business, which it cannot do without a number or an id in it.
 * @throws {CliError} `invalid_request`
 */
export function checkKeyForm(key: string): void {
  if (form.test(key) && /\d/.test(key.slice(0, key.indexOf("/")))) return;
  refuse("invalid_request", `key must be ${keyForm} Nothing was proposed.`);
}
