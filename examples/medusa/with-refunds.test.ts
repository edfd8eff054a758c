import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { RefundPaymentInput, RefundPaymentOutput } from "@medusajs/types";
import { sandbox } from "./sandbox.ts";

// After the sandbox, which sets the environment.
const { pool, refunds } = await import("./refunds.ts");
const { withRefunds } = await import("./with-refunds.ts");

/** Stands for the provider that takes your payments. */
class Taking {
  async refundPayment(_: RefundPaymentInput): Promise<RefundPaymentOutput> {
    throw new Error("the refund did not go through the journal");
  }
}
const provider = new (class extends withRefunds(Taking) {})();

const input = (key: string, amount: string, id = "pi_1") => ({
  amount: { value: amount, precision: 20 }, // as Medusa passes it
  data: { id, currency: "usd" },
  context: { idempotency_key: key },
});

after(async () => {
  await refunds.close();
  await pool.query(`DROP SCHEMA ${process.env.REFUNDS_SCHEMA} CASCADE`);
  await pool.end();
});

test("a refund is made once, in minor units", async () => {
  await provider.refundPayment(input("ref_1", "10.50"));
  await provider.refundPayment(input("ref_1", "10.50"));
  assert.deepEqual(
    sandbox.refunds.map(({ amount }) => amount?.value),
    [1050],
  );
});

test("what may have moved is booked, and what was refused is not", async () => {
  sandbox.inject([{ nth: 1, fault: "reset_after" }]);
  const { data } = await provider.refundPayment(input("ref_2", "1"));
  assert.deepEqual(data?.refund_status, { ref_2: "unknown" });
  await assert.rejects(provider.refundPayment(input("ref_3", "1", "pi_6")), /Nothing was refunded/);
  await assert.rejects(provider.refundPayment(input("ref_4", "1.005")), /cannot be refunded/);
});

test("Medusa shows why nothing was refunded", async () => {
  const shown = { type: "not_allowed", message: /Nothing was/ };
  await assert.rejects(provider.refundPayment(input("ref_5", "1", "pi_6")), shown);
  await assert.rejects(provider.refundPayment(input("ref_6", "1.005")), shown);
});
