/** Builds and starts the example for Next.js, as a user would, and refunds in it. */
import { rm } from "node:fs/promises";
import { copyExample } from "../examples/copy-example.ts";
import { startNext } from "./next-server.ts";

const refund = { amount: { value: 1050, currency: "USD" } };

/** @throws {Error} if a refund, and the same one again, do not succeed */
export async function refundInExample(root: string): Promise<void> {
  const folder = copyExample(root, "nextjs");
  const env = { SANDBOX: "1" };
  await startNext(
    folder,
    async (url, output) => {
      for (const _ of ["first", "again"]) {
        const body = JSON.stringify(refund);
        const answer = await fetch(`${url}/orders/order-1042/refunds/1`, { method: "POST", body });
        const text = await answer.text();
        console.log(`  answered ${answer.status} ${text}`);
        if (answer.status !== 200) throw new Error(`${answer.status} ${text}\n${output()}`);
      }
    },
    env,
  );
  await rm(folder, { recursive: true });
}
