/** A scheduled job of Medusa: asks the provider about what is not final. */
import { refunds } from "./refunds.ts";

export default async function settleRefunds() {
  await refunds.resume({ limit: 100 });
}

export const config = { name: "settle-refunds", schedule: "*/5 * * * *" };
