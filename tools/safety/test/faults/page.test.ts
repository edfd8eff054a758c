import { expect, test } from "vitest";
import type { Measurement } from "../../src/faults/measurement.ts";
import { pageOf } from "../../src/faults/page.ts";

const outcome = { status: "unknown", why: "timeout", arrived: 1, moved: 1 };
const measurement: Measurement = {
  title: "Acme",
  fault: "hang_after",
  at: "refund",
  transport: "fetch",
  harmless: false,
  alone: outcome,
  keyed: outcome,
  again: outcome,
};
const rowOf = (...measurements: Partial<Measurement>[]) =>
  pageOf(measurements.map((each) => ({ ...measurement, ...each })))
    .split("\n")
    .find((line) => line.includes("`hang_after`"));

test("prints a shared result once", () => {
  expect(rowOf({}, { transport: "HTTP" }, { title: "Fjord" })).toBe(
    "| `hang_after` | No answer arrives. The refund was made. | yes | `unknown`, `timeout` | the same; nothing is sent |",
  );
});

test("names providers with different results", () => {
  const review = { ...outcome, status: "needs_review", why: "amount, payment.id" };
  expect(rowOf({}, { title: "Fjord", alone: review }, { title: "Northern" })).toContain(
    "| Acme, Northern: `unknown`, `timeout`<br>Fjord: `needs_review`, `amount`, `payment.id` |",
  );
});

test("names transports with different results", () => {
  expect(rowOf({}, { transport: "HTTP", alone: { ...outcome, moved: 0 } })).toContain(
    "| Acme (fetch): yes<br>Acme (HTTP): no |",
  );
});

test("shows a second call that sends", () => {
  const again = { status: "succeeded", arrived: 2, moved: 1 };
  expect(rowOf({ again })).toContain("| sent: `succeeded` |");
});

test("faults with the same result for tokens share a row", () => {
  const page = pageOf([
    measurement,
    { ...measurement, at: "token" },
    { ...measurement, at: "token", fault: "cut" },
  ]);
  expect(page).toContain("| `hang_after`, `cut` | yes | `unknown`, `timeout` |");
});
